"""What saving a sheet of needs would do. Total: every row gets an outcome, and a reason where it is not plain.

A cell that is left empty takes nothing away, except in a sheet of our own (rows known by our number), where emptying a
cell is how one says so.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from rangkai.domains.needs.rules.importing.cells import OFFICE, read_row
from rangkai.domains.needs.rules.importing.facts import KnownNeed, NeedFacts
from rangkai.domains.needs.rules.importing.matching import (
    By,
    ReadRow,
    find_alike,
    identify,
    refuse_repeated,
)
from rangkai.domains.needs.rules.importing.wording import changes_of, office_of, place_of
from rangkai.domains.needs.rules.status import OPEN_TO_OFFICE
from rangkai.domains.needs.rules.terms import NeedSource, NeedStatus
from rangkai.domains.work.rules.names import squashed
from rangkai.domains.work.rules.options import Chosen, ImportOptions
from rangkai.domains.work.rules.plan import Candidate, Json, NewName, Plan, RowPlan
from rangkai.domains.work.rules.reading import RowReader, columns_of, sheet_rows
from rangkai.domains.work.rules.terms import Outcome, RowChoice
from rangkai.engines.tabular.model import Table
from rangkai.lib.errors import N_, Message

HEADS = (N_("Kebutuhan"), N_("Lokasi"), N_("Perangkat daerah"))
TEXT_COLUMNS = frozenset(
    {"statement", "detail", "place", "unit", "source", "source_key", "for_whom", "authority"}
)
"""Columns that are empty text rather than nothing when a cell is emptied."""
NEVER_EMPTIED = frozenset({"statement", "office_id", "source_kind", "source_key"})
CREATED_ONLY = frozenset({"source", "source_kind"})
"""Set when a need is entered and left alone by later files, unless the file has a column for it."""


def decide(table: Table, mapping: Mapping[str, str], facts: NeedFacts, options: ImportOptions) -> Plan:
    """The plan of a table; `mapping` is name of the column → field."""
    rows = read_rows(table, mapping, facts, options)
    for row in rows:
        if not row.blocked:
            identify(row, facts)
    for row in rows:
        _refuse_signed(row, facts)
    same = {id(row) for row in refuse_repeated(rows)}
    find_alike(rows, facts)
    return Plan(
        sheet=table.sheet,
        rows=tuple(
            _left_out(row, facts) if id(row) in same else plan_row(row, facts, options) for row in rows
        ),
        heads=HEADS,
        new_names=_new_names(rows),
        notes=table.notes,
    )


def read_rows(
    table: Table, mapping: Mapping[str, str], facts: NeedFacts, options: ImportOptions
) -> list[ReadRow]:
    columns = columns_of(table, mapping)
    troubles: dict[str, Message] = {problem.cell: problem.message for problem in table.problems}
    rows = []
    for row in sheet_rows(table, columns):
        reader = RowReader(row, columns, options, troubles)
        rows.append(ReadRow(reader, read_row(reader, facts)))
    return rows


def plan_row(row: ReadRow, facts: NeedFacts, options: ImportOptions) -> RowPlan:
    """The outcome of one row, with what the person chose for it."""
    chosen = options.rows.get(row.number)
    if chosen and chosen.choice is RowChoice.SKIP:
        return _row(row, Outcome.SKIPPED, facts)
    if row.blocked:
        return _row(row, Outcome.SKIPPED if options.skip_problems else Outcome.PROBLEM, facts)
    if row.match is not None:
        return _known(row, row.match, facts)
    return _unknown(row, facts, options, chosen)


def _unknown(row: ReadRow, facts: NeedFacts, options: ImportOptions, chosen: Chosen | None) -> RowPlan:
    """New, unless it is like something and nobody has said which."""
    choice = chosen.choice if chosen else options.alike
    if row.likes and choice is RowChoice.SAME:
        ref = chosen.ref if chosen else ""
        by_id = {need.id: need for need in facts.known}
        candidates = [by_id[like.id] for like in row.likes]
        target = next((need for need in candidates if need.ref == ref), candidates[0])
        return _known(row, target, facts)
    if row.likes and choice is not RowChoice.NEW:
        return _row(row, Outcome.ALIKE, facts, candidates=_candidates(row, facts))
    return _row(row, Outcome.NEW, facts, values=new_values(row, facts, options))


def _known(row: ReadRow, need: KnownNeed, facts: NeedFacts) -> RowPlan:
    values = changed_values(row, need, facts)
    target = _candidate(need, facts, values, score=1.0)
    return _row(row, Outcome.CHANGED if values else Outcome.UNCHANGED, facts, values=values, target=target)


def changed_values(row: ReadRow, need: KnownNeed, facts: NeedFacts) -> dict[str, Json]:
    """The columns in which the sheet differs from the need."""
    given = dict(row.found.values)
    if row.by is By.REF:
        emptied = row.found.blank - NEVER_EMPTIED
        given |= {name: "" if name in TEXT_COLUMNS else None for name in emptied}
    if row.by is not By.REF and need.values["source_key"] != given.get(
        "source_key", need.values["source_key"]
    ):
        given["source"] = facts.source
    changed = {name: value for name, value in given.items() if need.values[name] != value}
    if (
        "dimension_id" in changed
        and "subdimension_id" not in given
        and need.values["subdimension_id"] is not None
    ):
        changed["subdimension_id"] = None
    return changed


def new_values(row: ReadRow, facts: NeedFacts, options: ImportOptions) -> dict[str, Json]:
    """The columns of a new need: what the sheet says, and the defaults chosen for the whole file."""
    defaults = options.defaults
    values: dict[str, Json] = {
        "source_kind": defaults.get("source_kind") or NeedSource.OFFICE.value,
        "status": defaults.get("status") or NeedStatus.DRAFT.value,
        "source": facts.source,
        **row.found.values,
    }
    if "year" in defaults and "year" not in values:
        values["year"] = int(defaults["year"])
    if row.found.new_office:
        values["new_office"] = row.found.new_office
    return values


def _refuse_signed(row: ReadRow, facts: NeedFacts) -> None:
    """A row that changes what its office has signed, or what belongs to another office, is refused."""
    need = row.match
    if need is None or row.blocked:
        return
    field = "ref" if row.by is By.REF else "key"
    if facts.may_write is not None and need.office_id not in facts.may_write:
        row.reader.fault(field, N_("%(ref)s milik perangkat daerah lain.", ref=need.ref))
    elif not facts.may_mend and need.status not in OPEN_TO_OFFICE and changed_values(row, need, facts):
        row.reader.fault(
            field,
            N_("%(ref)s sudah diparaf atau disetujui; mintalah dikembalikan sebelum diubah.", ref=need.ref),
        )


def _left_out(row: ReadRow, facts: NeedFacts) -> RowPlan:
    row.reader.fault(
        "statement",
        N_("Baris %(row)s sama persis dengan baris sebelumnya; hanya satu yang dicatat.", row=row.number),
        blocks=False,
    )
    return _row(row, Outcome.SKIPPED, facts)


def _row(
    row: ReadRow,
    outcome: Outcome,
    facts: NeedFacts,
    *,
    values: Mapping[str, Json] | None = None,
    target: Candidate | None = None,
    candidates: tuple[Candidate, ...] = (),
) -> RowPlan:
    said = row.found.values
    known = row.match.values if row.match else {}
    named = row.reader.cell("statement")
    statement = str(said.get("statement") or known.get("statement") or "")
    return RowPlan(
        row=row.number,
        outcome=outcome,
        label=statement,
        cell=named.address if named else "",
        values=values or {},
        target=target,
        candidates=candidates,
        problems=tuple(row.reader.problems),
        shown=(statement, place_of({**known, **said}, facts), office_of({**known, **said}, row.found, facts)),
    )


def _candidates(row: ReadRow, facts: NeedFacts) -> tuple[Candidate, ...]:
    by_id = {need.id: need for need in facts.known}
    found = []
    for like in row.likes:
        need = by_id[like.id]
        found.append(_candidate(need, facts, changed_values(row, need, facts), score=like.score))
    return tuple(found)


def _candidate(need: KnownNeed, facts: NeedFacts, values: Mapping[str, Json], *, score: float) -> Candidate:
    return Candidate(
        id=need.id,
        ref=need.ref,
        version=need.version,
        label=str(need.values["statement"]),
        score=score,
        values=values,
        changes=changes_of(need.values, values, facts),
    )


def _new_names(rows: Sequence[ReadRow]) -> tuple[NewName, ...]:
    """Offices that the import would make, each once, under the first writing of its name."""
    counts = Counter(
        squashed(row.found.new_office) for row in rows if row.found.new_office and not row.blocked
    )
    first: dict[str, str] = {}
    for row in rows:
        if row.found.new_office:
            first.setdefault(squashed(row.found.new_office), row.found.new_office)
    return tuple(NewName(OFFICE, first[key], count) for key, count in counts.items())
