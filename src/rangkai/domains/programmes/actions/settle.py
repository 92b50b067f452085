"""Brings the parts of a programme (lines, outputs, risks, links) to what was entered, in a few statements."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.utils import timezone

from rangkai.domains.programmes.models import (
    Programme,
    ProgrammeArea,
    ProgrammeGoal,
    ProgrammeIndicator,
    ProgrammeIssue,
    ProgrammeNeed,
    SupportingOffice,
)
from rangkai.domains.programmes.rules.parts import Ties
from rangkai.kit.actions import Clash, EditConflict, Recorder
from rangkai.kit.models import Record
from rangkai.lib.errors import N_, Conflict


class Part(Protocol):
    """A row as entered; `id` is None for a new one."""

    @property
    def id(self) -> int | None: ...


@dataclass(frozen=True)
class Change:
    """`kept` are the rows as entered, `removed` the ids of known rows that were crossed out."""

    kept: Sequence[Any]
    removed: Collection[int] = ()


def settle(
    act: Recorder,
    *,
    model: type[Any],
    programme: Programme,
    version: int,
    change: Change,
    columns_of: Callable[[Any], Mapping[str, object]],
) -> None:
    """Write the rows of one kind; rows that others added meanwhile stay.

    Raises EditConflict with both texts (`field` is "row.column", rows from 0) when the programme is not what was read.
    """
    existing = _existing(model, programme)
    if programme.version != version:
        raise EditConflict(programme, _clashes(existing, change.kept, columns_of))
    act.touch(programme, version=version)
    created, updated = [], []
    for part in change.kept:
        if part.id is None:
            created.append(model(region_id=programme.region_id, programme=programme, **columns_of(part)))
        elif part.id not in existing:
            raise Conflict(N_("Salah satu baris sudah dihapus orang lain. Muat ulang halaman ini."))
        else:
            updated.append((existing[part.id], columns_of(part)))
    now = timezone.now()
    gone = [(existing[pk], {"deleted_at": now}) for pk in change.removed if pk in existing]
    act.create_all(created)
    act.update_all(updated)
    act.update_all(gone)


def _existing(model: type[Any], programme: Programme) -> dict[int, Record]:
    rows = model.objects.live().filter(region_id=programme.region_id, programme=programme)
    return {row.pk: row for row in rows.select_for_update()}


def _clashes(
    existing: Mapping[int, Record],
    kept: Sequence[Any],
    columns_of: Callable[[Any], Mapping[str, object]],
) -> list[Clash]:
    return [
        Clash(f"{at}.{name.removesuffix('_id')}", value, getattr(existing[part.id], name))
        for at, part in enumerate(kept)
        if part.id in existing
        for name, value in columns_of(part).items()
        if getattr(existing[part.id], name) != value
    ]


TIES: Mapping[str, tuple[type[Any], str]] = {
    "needs": (ProgrammeNeed, "need_id"),
    "issues": (ProgrammeIssue, "issue_id"),
    "goals": (ProgrammeGoal, "goal_id"),
    "indicators": (ProgrammeIndicator, "indicator_id"),
    "supporting": (SupportingOffice, "office_id"),
    "areas": (ProgrammeArea, "area_id"),
}
"""Kind of tie → its table and the column of the other end."""


def new_ties(programme: Programme, ties: Ties) -> list[tuple[str, Record]]:
    """Unsaved links of a programme that has none yet, with their kind."""
    return [
        (kind, _tie(kind, programme, other)) for kind, ids in ties.given().items() for other in sorted(ids)
    ]


def _tie(kind: str, programme: Programme, other: int) -> Record:
    model, column = TIES[kind]
    row: Record = model(
        region_id=programme.region_id,
        programme=programme,
        is_example=programme.is_example,
        **{column: other},
    )
    return row


@dataclass(frozen=True)
class Moved:
    """Ids that were linked and unlinked."""

    added: frozenset[int]
    gone: frozenset[int]


def settle_ties(act: Recorder, *, programme: Programme, ties: Ties) -> dict[str, Moved]:
    """Bring every given kind of tie to the ids wanted; about three statements a kind that changes."""
    moved: dict[str, Moved] = {}
    now = timezone.now()
    for kind, wanted in ties.given().items():
        model, column = TIES[kind]
        rows = model.objects.live().filter(region_id=programme.region_id, programme=programme)
        linked = {getattr(row, column): row for row in rows.select_for_update()}
        added = wanted - set(linked)
        gone = set(linked) - wanted
        act.create_all([_tie(kind, programme, other) for other in sorted(added)])
        act.update_all([(linked[other], {"deleted_at": now}) for other in sorted(gone)])
        moved[kind] = Moved(frozenset(added), frozenset(gone))
    return moved


def add_ties(act: Recorder, *, programme: Programme, ties: Ties) -> None:
    """Add the links that are not there yet, and take none away; two statements a kind."""
    for kind, wanted in ties.given().items():
        model, column = TIES[kind]
        rows = model.objects.live().filter(region_id=programme.region_id, programme=programme)
        there = set(rows.values_list(column, flat=True))
        act.create_all([_tie(kind, programme, other) for other in sorted(wanted - there)])
