"""What happened to the tables and links of a programme, so that its history shows them before and after."""

import uuid
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from rangkai.domains.programmes.models import (
    FundingLine,
    ProgrammeArea,
    ProgrammeGoal,
    ProgrammeIndicator,
    ProgrammeIssue,
    ProgrammeLink,
    ProgrammeNeed,
    ProgrammeOutput,
    ProgrammeRisk,
    SupportingOffice,
)
from rangkai.domains.programmes.queries.choices import funds
from rangkai.domains.programmes.rules.terms import LinkKind
from rangkai.domains.regions.queries import area_facts
from rangkai.kit.actions import tracked
from rangkai.kit.models import Change, Record
from rangkai.lib.errors import N_, Message
from rangkai.lib.money import format_rupiah

LINES = FundingLine.kind()
OUTPUTS = ProgrammeOutput.kind()
RISKS = ProgrammeRisk.kind()

type State = dict[str, Any]
type Describe = Callable[[Any, State], str]


@dataclass(frozen=True, slots=True)
class PartChange:
    """One row of a table or one link, in words; "" where it was not there."""

    label: Message
    before: str
    after: str


@dataclass(frozen=True)
class PartKind:
    """How one kind of part is read; `related` is what its words need of the row."""

    model: type[Any]
    label: Message
    describe: Describe
    related: tuple[str, ...] = ()


def _risk(row: Any, state: State) -> str:
    return f"{state['risk']} ({state['likelihood']} × {state['impact']})"


def _output(row: Any, state: State) -> str:
    amount = f"{state['quantity']} {state['unit']}".strip() if state["quantity"] is not None else ""
    return f"{state['text']} {amount}".strip()


def part_kinds(programme: Any) -> Mapping[str, PartKind]:
    """Two queries, for the names of funds and areas."""
    region_id = programme.region_id
    fund_codes = dict(funds(region_id=region_id))
    areas = {area.id: area.name for area in area_facts(region_id=region_id)}

    def line(row: Any, state: State) -> str:
        fund = fund_codes.get(state["fund_id"], "")
        return f"{state['year']} · {fund} · {format_rupiah(state['amount'])}"

    def link(row: Any, state: State) -> str:
        other = row.other if row.programme_id == programme.pk else row.programme
        return f"{gettext(LinkKind(state['kind_of']).label)} {other}"

    kinds = (
        PartKind(FundingLine, N_("Pendanaan"), line),
        PartKind(ProgrammeOutput, N_("Keluaran"), _output),
        PartKind(ProgrammeRisk, N_("Risiko"), _risk),
        PartKind(SupportingOffice, N_("PD pendukung"), lambda row, _: row.office.name, ("office",)),
        PartKind(ProgrammeNeed, N_("Kebutuhan"), lambda row, _: str(row.need), ("need",)),
        PartKind(ProgrammeIssue, N_("Isu strategis"), lambda row, _: str(row.issue), ("issue",)),
        PartKind(ProgrammeGoal, N_("Sasaran"), lambda row, _: str(row.goal), ("goal",)),
        PartKind(
            ProgrammeIndicator, N_("Indikator kinerja"), lambda row, _: row.indicator.name, ("indicator",)
        ),
        PartKind(ProgrammeLink, N_("Urutan"), link, ("programme", "other")),
        PartKind(ProgrammeArea, N_("Lokasi"), lambda row, _: areas.get(row.area_id, "")),
    )
    return {kind.model.kind(): kind for kind in kinds}


def part_changes(
    *, programme: Any, batches: Collection[uuid.UUID]
) -> Mapping[uuid.UUID, Sequence[PartChange]]:
    """By the batch of the action; three queries and one for each kind of part that changed."""
    region_id = programme.region_id
    kinds = part_kinds(programme)
    changes = list(
        Change.objects.filter(region_id=region_id, batch__in=batches, kind__in=kinds).order_by("-id")
    )
    ids: dict[str, set[int]] = defaultdict(set)
    for change in changes:
        ids[change.kind].add(change.object_id)
    rows: dict[tuple[str, int], Record] = {}
    for kind, found in ids.items():
        part = kinds[kind]
        known = part.model.objects.select_related(*part.related) if part.related else part.model.objects
        for pk, row in known.in_bulk(found).items():
            rows[kind, pk] = row
    return _in_words(changes, rows, kinds)


def _in_words(
    changes: Sequence[Change], rows: Mapping[tuple[str, int], Record], kinds: Mapping[str, PartKind]
) -> Mapping[uuid.UUID, Sequence[PartChange]]:
    """From the newest back: each row is unwound from what it is today."""
    states: dict[tuple[str, int], State] = {key: tracked(row) for key, row in rows.items()}
    found: dict[uuid.UUID, list[PartChange]] = defaultdict(list)
    for change in changes:
        key = (change.kind, change.object_id)
        part, row, after = kinds[change.kind], rows[key], states[key]
        before = {**after, **change.before} if change.before is not None else None
        words = [
            part.describe(row, state) if state is not None and state["deleted_at"] is None else ""
            for state in (before, after)
        ]
        if words[0] != words[1]:
            found[change.batch].insert(0, PartChange(part.label, words[0], words[1]))
        states[key] = before or after
    return found


def parts_then(*, programme: Any, part: str, version: int) -> Mapping[int, State]:
    """Row id → the columns that changed since the programme had `version`, with their values then; two queries.

    `part` is LINES, OUTPUTS or RISKS.
    """
    touched = Change.objects.filter(
        region_id=programme.region_id, kind=programme.kind(), object_id=programme.pk, version__gt=version
    )
    batches = list(touched.values_list("batch", flat=True))
    changes = Change.objects.filter(region_id=programme.region_id, batch__in=batches, kind=part)
    then: dict[int, State] = defaultdict(dict)
    for change in changes.order_by("id"):
        for column, value in (change.before or {}).items():
            then[change.object_id].setdefault(column, value)
    return then
