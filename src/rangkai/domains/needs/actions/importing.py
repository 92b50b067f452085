"""Needs of a sheet are recorded as the preview showed them, or not at all."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import batched
from typing import Any

from rangkai.domains.architecture.queries import require_services
from rangkai.domains.needs.actions.enter import add_needs, derived_from, refuse_known, require_birth
from rangkai.domains.needs.models import Need
from rangkai.domains.needs.policies import NEED
from rangkai.domains.needs.rules.derived import EMPTY, with_derived
from rangkai.domains.needs.rules.importing.offices import office_kind, office_name
from rangkai.domains.organisations.actions.offices import NewOffice, add_offices
from rangkai.domains.organisations.models import Organisation
from rangkai.domains.organisations.policies import ORGANISATION
from rangkai.domains.work.rules.names import squashed
from rangkai.domains.work.rules.plan import Json, NewName, Plan, RowPlan
from rangkai.domains.work.rules.terms import Outcome
from rangkai.kit.actions import Recorder
from rangkai.lib.errors import N_, Conflict, Invalid, Problem
from rangkai.lib.text import slug

CHUNK = 1_000
LONGEST_CODE = 40
LONGEST_OFFICE = 200


def record_import(act: Recorder, *, plan: Plan, today: date) -> None:
    """Offices first, then changed and new needs. Raises Conflict when a need was changed after the preview.

    About three statements a thousand rows.
    """
    offices = _add_offices(act, plan.new_names)
    changed = _changed(act, plan.of(Outcome.CHANGED))
    fresh = [_new(row, offices, act.actor.region_id) for row in plan.of(Outcome.NEW)]
    for need in fresh:
        require_birth(act.actor, row=need)
    _refuse_twins(act.actor.region_id, changed)
    require_services(
        region_id=act.actor.region_id,
        ids=[pk for _, values in changed if isinstance(pk := values.get("service_id"), int)],
    )
    act.update_all(changed)
    if fresh:
        add_needs(act, rows=fresh, today=today)


def words_of(*, plan: Plan) -> Iterable[str]:
    """The texts that the search index will hold of new and changed needs; no query."""
    for row in plan.of(Outcome.NEW, Outcome.CHANGED):
        yield " ".join(str(row.values.get(name) or "") for name in ("statement", "detail", "place", "source"))


def _add_offices(act: Recorder, names: Sequence[NewName]) -> dict[str, int]:
    """Make the offices that the person let the import make; squashed name → id."""
    if not names:
        return {}
    ORGANISATION.require(act.actor, "create")
    taken = set(
        Organisation.objects.live().filter(region_id=act.actor.region_id).values_list("code", flat=True)
    )
    wanted = []
    for new in names:
        name = office_name(new.name)[:LONGEST_OFFICE]
        code = _free_code(slug(name, LONGEST_CODE), taken)
        taken.add(code)
        wanted.append(NewOffice(code=code, name=name, kind=office_kind(name)))
    rows = add_offices(act, offices=wanted)
    return {squashed(new.name): row.pk for new, row in zip(names, rows, strict=True)}


def _free_code(code: str, taken: set[str]) -> str:
    number = 2
    free = code
    while free in taken:
        free = f"{code[: LONGEST_CODE - 4]}-{number}"
        number += 1
    return free


def _changed(act: Recorder, rows: Sequence[RowPlan]) -> list[tuple[Need, dict[str, object]]]:
    """Known needs, locked, with what the sheet changes in them and what follows from it."""
    plans = {row.target.id: row for row in rows if row.target is not None}
    found: list[tuple[Need, dict[str, object]]] = []
    for part in batched(tuple(plans), CHUNK):
        needs = Need.objects.live().filter(region_id=act.actor.region_id, pk__in=part).select_for_update()
        for need in needs.order_by("id"):
            row = plans.pop(need.pk)
            NEED.require(act.actor, "edit", need)
            if row.target is None or need.version != row.target.version:
                raise _stale(need.ref)
            found.append((need, with_derived(derived_from(need=need), columns(values=row.values))))
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


def _new(row: RowPlan, offices: Mapping[str, int], region_id: int) -> Need:
    given = dict(row.values)
    office = given.pop("new_office", None)
    values = columns(values=given)
    if office:
        values["office_id"] = offices[squashed(str(office))]
    return Need(region_id=region_id, **with_derived(EMPTY, values))


def columns(*, values: Mapping[str, Json]) -> dict[str, Any]:
    """A plan's JSON values as the columns want them; no query."""
    found: dict[str, Any] = dict(values)
    if found.get("quantity") is not None:
        found["quantity"] = Decimal(str(found["quantity"]))
    if found.get("stated_on") is not None:
        found["stated_on"] = date.fromisoformat(str(found["stated_on"]))
    return found


def _refuse_twins(region_id: int, changed: Sequence[tuple[Need, Mapping[str, object]]]) -> None:
    """Two rows must not become one need, nor a row become a need that the file does not know."""
    owner: dict[str, int | None] = {}
    for need, values in changed:
        identity = str(values.get("identity", need.identity))
        if identity in owner:
            message = N_(
                "%(ref)s menjadi sama dengan kebutuhan lain di berkas ini. Bedakan lokasinya.", ref=need.ref
            )
            raise Invalid(message, [Problem(message)])
        owner[identity] = need.pk
    refuse_known(region_id=region_id, wanted=owner)
