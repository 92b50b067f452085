"""What happened to a record, and taking it back."""

import uuid
from collections.abc import Sequence

from django.apps import apps

from rangkai.kit.actions import recording
from rangkai.kit.models import Change, Record
from rangkai.kit.policies import Actor, policy_of
from rangkai.lib.errors import N_, Conflict, Missing


def history_of(row: Record, *, limit: int = 50) -> Sequence[Change]:
    """Newest first, with who did it; one query."""
    changes = Change.objects.filter(
        region_id=getattr(row, "region_id", None), kind=row.kind(), object_id=row.pk
    ).select_related("actor")
    return list(changes.order_by("-id")[:limit])


def values_at(row: Record, version: int) -> dict[str, object]:
    """Every column that changed since the row had `version`, with the value it had then; one query."""
    changes = Change.objects.filter(
        region_id=getattr(row, "region_id", None), kind=row.kind(), object_id=row.pk, version__gt=version
    )
    then: dict[str, object] = {}
    for change in changes.order_by("id"):
        for column, value in (change.before or {}).items():
            then.setdefault(column, value)
    return then


def undo(actor: Actor, *, batch: uuid.UUID) -> int:
    """Take back one call of an action, if nothing it touched was changed since; returns the number of records.

    A created record is (softly) deleted, a changed one gets its former fields. One query a record.
    """
    changes = list(Change.objects.filter(batch=batch, region_id=actor.region_id).order_by("-id"))
    if not changes:
        raise Missing(N_("Perubahan ini tidak ditemukan."))
    with recording("kit.undo", actor, reason=str(batch)) as act:
        for change in changes:
            model = apps.get_model(change.kind)
            row = model._default_manager.get(pk=change.object_id)
            policy_of(change.kind).require(actor, "edit", row)
            if row.version != change.version:
                raise Conflict(
                    N_(
                        "Tidak dapat dibatalkan: data sudah diubah lagi sesudahnya. Tidak ada yang berubah sekarang."
                    )
                )
            if change.before is None:
                act.delete(row, version=row.version)
            else:
                act.update(row, version=row.version, **restored(row, change.before))
    return len(changes)


def restored(row: Record, before: dict[str, object]) -> dict[str, object]:
    """History's JSON values as the columns want them."""
    return {name: row._meta.get_field(name).to_python(value) for name, value in before.items()}  # type: ignore[union-attr]
