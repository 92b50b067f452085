"""What saving a sheet of programmes would do: one outcome for each programme, with all rows that speak of it.

A cell that is left empty takes nothing away, and a line, link or output that the sheet does not name stays; only in a
sheet of our own (programmes known by our number) an emptied cell empties its column.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rangkai.domains.programmes.rules.importing.cells import continues, read_row
from rangkai.domains.programmes.rules.importing.facts import KnownProgramme, ProgrammeFacts
from rangkai.domains.programmes.rules.importing.matching import (
    By,
    Group,
    ReadRow,
    find_alike,
    groups_of,
    identify,
    refuse_twice,
)
from rangkai.domains.programmes.rules.importing.money import LineChanges, columns_of_line, merge_lines
from rangkai.domains.programmes.rules.importing.wording import (
    WORDS,
    column_changes,
    line_changes,
    tie_changes,
)
from rangkai.domains.programmes.rules.status import OPEN_TO_OFFICE
from rangkai.domains.programmes.rules.terms import ProgrammeKind, ProgrammeStatus
from rangkai.domains.work.rules.options import Chosen, ImportOptions
from rangkai.domains.work.rules.plan import Candidate, CellChange, Json, Plan, RowPlan
from rangkai.domains.work.rules.reading import RowReader, columns_of, sheet_rows
from rangkai.domains.work.rules.terms import Outcome, RowChoice
from rangkai.engines.tabular.model import Table
from rangkai.lib.errors import N_, Message
from rangkai.lib.money import format_rupiah

HEADS = (N_("Program"), N_("Perangkat daerah"), N_("Pagu"))
EMPTIED: Mapping[str, Json] = {
    "description": "",
    "earliest": None,
    "latest": None,
    "subdimension_id": None,
    "must": False,
    "quick_win": False,
}
"""What an emptied cell of our own sheet makes of a column; the others can't be empty."""
TIES = ("supporting", "goals", "indicators", "needs")


def decide(table: Table, mapping: Mapping[str, str], facts: ProgrammeFacts, options: ImportOptions) -> Plan:
    """The plan of a table; `mapping` is name of the column → field."""
    groups = groups_of(_read(table, mapping, facts, options), facts)
    for group in groups:
        if not group.blocked:
            identify(group, facts)
            _refuse(group, facts)
    refuse_twice(groups)
    find_alike(groups, facts)
    rows = tuple(_planned(group, facts, options) for group in groups)
    return Plan(sheet=table.sheet, rows=rows, heads=HEADS, notes=(*table.notes, *_notes(groups)))


def _read(
    table: Table, mapping: Mapping[str, str], facts: ProgrammeFacts, options: ImportOptions
) -> list[ReadRow]:
    columns = columns_of(table, mapping)
    troubles: dict[str, Message] = {problem.cell: problem.message for problem in table.problems}
    rows = []
    for row in sheet_rows(table, columns):
        reader = RowReader(row, columns, options, troubles)
        goes_on = continues(reader)
        rows.append(ReadRow(reader, read_row(reader, facts, goes_on=goes_on), goes_on))
    return rows


def _notes(groups: Sequence[Group]) -> Iterator[Message]:
    joined = sum(len(group.rows) > 1 for group in groups)
    if joined:
        yield N_("%(count)s program terdiri atas beberapa baris; barisnya digabung.", count=joined)


def _refuse(group: Group, facts: ProgrammeFacts) -> None:
    """Refuse what belongs to another office, what its head approved or stopped, and a new one without dimension."""
    known = group.match
    field = "ref" if group.by is By.REF else "name"
    if known is None:
        if not group.blocked and "dimension_id" not in group.found.values:
            group.reader.fault("dimension", N_("Dimensi kosong. Isi dimensi atau subdimensinya."))
        if not group.blocked and not _owner(group, facts):
            group.reader.fault(
                "owner",
                N_("Perangkat daerah ini belum mempunyai jabatan kepala. Isi jabatan penanggung jawab."),
            )
        return
    if facts.may_write is not None and known.office_id not in facts.may_write:
        group.reader.fault(field, N_("%(ref)s milik perangkat daerah lain.", ref=known.ref))
    elif known.status is ProgrammeStatus.STOPPED:
        group.reader.fault(
            field, N_("%(ref)s dihentikan. Lanjutkan lagi sebelum mengubahnya.", ref=known.ref)
        )
    else:
        change = changed(group, known, facts)
        _ask(group, change.lines)
        if change.values and not facts.may_mend and known.status not in OPEN_TO_OFFICE:
            message = N_("%(ref)s sudah disetujui; mintalah dikembalikan sebelum diubah.", ref=known.ref)
            group.reader.fault(field, message)


def _owner(group: Group, facts: ProgrammeFacts) -> Json:
    office = group.found.values.get("office_id")
    return group.found.values.get("owner_id") or facts.heads.get(int(str(office)))


def _ask(group: Group, lines: LineChanges) -> None:
    for line, message in lines.questions:
        (line.reader or group.reader).fault(line.cell, message)


def _planned(group: Group, facts: ProgrammeFacts, options: ImportOptions) -> RowPlan:
    """The outcome of one programme, with what the person chose for its first row."""
    chosen = options.rows.get(group.number)
    if chosen and chosen.choice is RowChoice.SKIP:
        return _row(group, Outcome.SKIPPED, facts)
    if group.blocked:
        return _row(group, Outcome.SKIPPED if options.skip_problems else Outcome.PROBLEM, facts)
    if group.match is not None:
        return _known(group, group.match, facts)
    return _unknown(group, facts, options, chosen)


def _unknown(group: Group, facts: ProgrammeFacts, options: ImportOptions, chosen: Chosen | None) -> RowPlan:
    """New, unless it is like something and nobody has said which."""
    choice = chosen.choice if chosen else options.alike
    candidates = [known for known in facts.known if known.id in {like.id for like in group.likes}]
    if group.likes and choice is RowChoice.SAME:
        ref = chosen.ref if chosen else ""
        best = next(known for known in candidates if known.id == group.likes[0].id)
        return _known(group, next((known for known in candidates if known.ref == ref), best), facts)
    if group.likes and choice is not RowChoice.NEW:
        scores = {like.id: like.score for like in group.likes}
        offered = tuple(candidate_of(group, known, facts, score=scores[known.id]) for known in candidates)
        return _row(group, Outcome.ALIKE, facts, candidates=offered)
    return _row(group, Outcome.NEW, facts, values=new_values(group, facts, options))


def _known(group: Group, known: KnownProgramme, facts: ProgrammeFacts) -> RowPlan:
    target = candidate_of(group, known, facts, score=1.0)
    outcome = Outcome.CHANGED if target.values else Outcome.UNCHANGED
    return _row(group, outcome, facts, values=target.values, target=target)


@dataclass(frozen=True)
class Changed:
    """What the sheet changes in a known programme: `values` as the plan keeps them, and the same for the reader."""

    values: Mapping[str, Json]
    lines: LineChanges
    shown: tuple[CellChange, ...]


def changed(group: Group, known: KnownProgramme, facts: ProgrammeFacts) -> Changed:
    """Columns, money, links and outputs in which the sheet says more, or otherwise."""
    given = dict(group.found.values)
    if group.by is By.REF:
        given |= {name: value for name, value in EMPTIED.items() if name in group.found.blank}
    columns = {name: value for name, value in given.items() if known.values[name] != value}
    lines = merge_lines(
        [line for row in group.rows for line in row.found.lines], known.lines, lead_office=known.office_id
    )
    ties = {kind: sorted(ids - known.ties.get(kind, frozenset())) for kind, ids in _ties(group).items()}
    outputs = [text for text in _outputs(group) if text not in known.outputs]
    values: dict[str, Json] = dict(columns)
    if lines.add or lines.update:
        added = [columns_of_line(line, lead_office=known.office_id) for line in lines.add]
        values["lines"] = json.dumps({"add": added, "update": lines.update})
    values |= _hung(ties, outputs)
    return Changed(
        values,
        lines,
        (
            *column_changes(known, columns, facts),
            *line_changes(known, lines, facts),
            *tie_changes(ties, facts),
            *(CellChange("outputs", WORDS["outputs"], "", text) for text in outputs),
        ),
    )


def _hung(ties: Mapping[str, Sequence[int]], outputs: Sequence[str]) -> dict[str, Json]:
    """Links and outputs as the plan keeps them: JSON texts, absent when there are none."""
    values: dict[str, Json] = {}
    if any(ties.values()):
        values["ties"] = json.dumps({kind: list(ids) for kind, ids in ties.items() if ids})
    if outputs:
        values["outputs"] = json.dumps(list(outputs))
    return values


def _ties(group: Group) -> dict[str, set[int]]:
    return {kind: {pk for row in group.rows for pk in row.found.ties.get(kind, ())} for kind in TIES}


def _outputs(group: Group) -> list[str]:
    return list(dict.fromkeys(text for row in group.rows for text in row.found.outputs))


def new_values(group: Group, facts: ProgrammeFacts, options: ImportOptions) -> dict[str, Json]:
    """The columns of a new programme: what the sheet says, and the defaults chosen for the whole file."""
    defaults = options.defaults
    said = group.found.values
    office = int(str(said["office_id"]))
    lines = [line for row in group.rows for line in row.found.lines]
    values: dict[str, Json] = {
        "kind_of": defaults.get("kind") or ProgrammeKind.SERVICE.value,
        "status": defaults.get("status") or ProgrammeStatus.DRAFT.value,
        "source": facts.source,
        **said,
        "owner_id": _owner(group, facts),
    }
    if lines:
        values["lines"] = json.dumps({"add": [columns_of_line(line, lead_office=office) for line in lines]})
    ties = {kind: sorted(ids) for kind, ids in _ties(group).items()}
    return {**values, **_hung(ties, _outputs(group))}


def candidate_of(group: Group, known: KnownProgramme, facts: ProgrammeFacts, *, score: float) -> Candidate:
    change = changed(group, known, facts)
    return Candidate(
        id=known.id,
        ref=known.ref,
        version=known.version,
        label=str(known.values["name"]),
        score=score,
        values=change.values,
        changes=change.shown,
    )


def _row(
    group: Group,
    outcome: Outcome,
    facts: ProgrammeFacts,
    *,
    values: Mapping[str, Json] | None = None,
    target: Candidate | None = None,
    candidates: tuple[Candidate, ...] = (),
) -> RowPlan:
    named = group.reader.cell("name")
    name = str(group.found.values.get("name") or (group.match.values["name"] if group.match else ""))
    office = group.office_id()
    total = sum(line.amount for row in group.rows for line in row.found.lines)
    return RowPlan(
        row=group.number,
        outcome=outcome,
        label=name,
        cell=named.address if named else "",
        values=values or {},
        target=target,
        candidates=candidates,
        problems=group.problems,
        shown=(
            name,
            facts.names["office_id"].get(office, "") if office else "",
            format_rupiah(total) if total else "",
        ),
    )
