"""Services of a sheet are recorded as the preview showed them, or not at all."""

from collections.abc import Sequence
from datetime import date
from itertools import batched

from rangkai.domains.architecture.actions.enter import (
    add_services,
    require_birth,
    require_place,
    with_key,
)
from rangkai.domains.architecture.models import Service
from rangkai.domains.architecture.policies import SERVICE
from rangkai.domains.work.rules.plan import Plan, RowPlan
from rangkai.domains.work.rules.terms import Outcome
from rangkai.kit.actions import Recorder
from rangkai.lib.errors import N_, Conflict

CHUNK = 1_000


def record_import(act: Recorder, *, plan: Plan, today: date) -> None:
    """Changed services, then new ones. Raises Conflict when a service was changed after the preview."""
    changed = _changed(act, plan.of(Outcome.CHANGED))
    require_place(act.actor, moves=changed)
    act.update_all(changed)
    fresh = [Service(region_id=act.actor.region_id, **dict(row.values)) for row in plan.of(Outcome.NEW)]
    for service in fresh:
        require_birth(act.actor, row=service)
    if fresh:
        add_services(act, rows=fresh, today=today)


def _changed(act: Recorder, rows: Sequence[RowPlan]) -> list[tuple[Service, dict[str, object]]]:
    """Known services, locked, with what the sheet changes in them."""
    plans = {row.target.id: row for row in rows if row.target is not None}
    found: list[tuple[Service, dict[str, object]]] = []
    for part in batched(plans, CHUNK):
        known = Service.objects.live().filter(region_id=act.actor.region_id, pk__in=part)
        for service in known.select_for_update().order_by("id"):
            row = plans.pop(service.pk)
            SERVICE.require(act.actor, "edit", service)
            if row.target is None or service.version != row.target.version:
                raise _stale(service.ref)
            found.append((service, with_key(values=row.values)))
    if plans:
        gone = next(iter(plans.values())).target
        raise _stale(gone.ref if gone else "")
    return found


def _stale(ref: str) -> Conflict:
    return Conflict(
        N_(
            "%(ref)s diubah orang lain sesudah pratinjau dibuat. Tidak ada yang disimpan; buat pratinjau sekali lagi.",
            ref=ref,
        )
    )
