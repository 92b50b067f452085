"""Reading a sheet of ours with the rules of its noun; the same when it goes out and when it comes back."""

from collections.abc import Mapping, Sequence
from typing import Any

from rangkai.domains.work.actions.sheets.nouns import Prefilled, SheetNoun
from rangkai.domains.work.rules.merging import Cell, Values
from rangkai.domains.work.rules.options import ImportOptions
from rangkai.domains.work.rules.plan import Plan
from rangkai.domains.work.rules.terms import Outcome
from rangkai.engines.tabular import Sheet, Table, table_under
from rangkai.engines.tabular.model import Value
from rangkai.kit.policies import Actor

REF = "ref"


def headings_of(actor: Actor, *, noun: SheetNoun) -> dict[str, str]:
    """Heading → field, of everything that a sheet of the noun may have."""
    return {spec.label: spec.name for spec in noun.imported.fields(actor)}


def decided(
    *, noun: SheetNoun, table: Table, headings: Mapping[str, str], facts: Any, options: ImportOptions
) -> Plan:
    """What the rows of a table change; pure."""
    mapping = {column.name: headings[column.name] for column in table.columns}
    return noun.imported.decide(table, mapping, facts, options)


def sent_values(
    *,
    noun: SheetNoun,
    prefilled: Prefilled,
    rows: Sequence[Sequence[Value]],
    headings: Mapping[str, str],
    facts: Any,
) -> dict[str, Values]:
    """What an untouched sheet would read as when it comes back, by number of the record; no query.

    Read with the same rules as what returns, so that no rounding or trimming is ever taken for an edit.
    """
    grid = ([column.name for column in prefilled.columns], *rows)
    table = table_under(Sheet(str(noun.label), grid), headings)
    if table is None:
        return {}
    plan = decided(noun=noun, table=table, headings=headings, facts=facts, options=ImportOptions())
    known = noun.known(facts)
    found: dict[str, Values] = {str(row[0]): known[str(row[0])] for row in rows if str(row[0]) in known}
    for planned in plan.rows:
        if planned.target is not None:
            found[planned.target.ref] = {**known[planned.target.ref], **planned.target.values}
    return found


def differing_cells(
    *,
    noun: SheetNoun,
    plan: Plan,
    table: Table,
    headings: Mapping[str, str],
    base: Mapping[str, Values],
    facts: Any,
) -> dict[int, dict[str, Cell]]:
    """Row → column → what was sent, what stands now and the address, of all rows that differ; no query."""
    known = noun.known(facts)
    letters = {headings[column.name]: column.letter for column in table.columns}
    found: dict[int, dict[str, Cell]] = {}
    for row in plan.of(Outcome.CHANGED):
        if row.target is None:
            continue
        sent, now = base.get(row.target.ref, {}), known.get(row.target.ref, {})
        found[row.row] = {
            name: Cell(
                sent.get(name), now.get(name), _address(letters, noun.cell_of.get(name, name), row.row)
            )
            for name in row.values
        }
    return found


def _address(letters: Mapping[str, str], field: str, row: int) -> str:
    letter = letters.get(field, "")
    return f"{letter}{row}" if letter else ""


def refs_in(*, table: Table, headings: Mapping[str, str]) -> dict[int, str]:
    """Row → number of the record as the sheet has it; no query."""
    place = next((at for at, column in enumerate(table.columns) if headings[column.name] == REF), None)
    if place is None:
        return {}
    return {row.number: row.cells[place].raw.strip() for row in table.rows if row.cells[place].raw.strip()}


def has_refs(*, table: Table, headings: Mapping[str, str]) -> bool:
    """Whether the column of numbers is still there; no query."""
    return any(headings[column.name] == REF for column in table.columns)
