"""Costs as a sheet of their own: a row for each funding line, under the programme whose number it bears.

The sheet is read as one of programmes; what it changes in money is then told line by line (`parted`), so that lines are
compared one by one with what was sent, and put together again to be recorded (`joined`). A line is known by year, fund,
office and subkegiatan; the names of its columns here are `line:<id>:<column>` of a known one, `add:<what it is known
by>` of a new one.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from rangkai.domains.programmes.rules.importing import fields as f
from rangkai.domains.programmes.rules.importing.decide import decide
from rangkai.domains.programmes.rules.importing.facts import KnownProgramme, ProgrammeFacts
from rangkai.domains.programmes.rules.importing.wording import money_label
from rangkai.domains.work.rules.columns import Fields
from rangkai.domains.work.rules.options import ImportOptions
from rangkai.domains.work.rules.plan import CellChange, CellProblem, Json, Plan, RowPlan
from rangkai.domains.work.rules.terms import Outcome
from rangkai.engines.tabular.model import Row, Table
from rangkai.lib.errors import N_
from rangkai.lib.money import format_rupiah

NAMES = ("ref", "year", "fund", "amount", "line_office", "nomenclature", "document")
FIELDS = Fields(tuple(spec for spec in f.SPECS if spec.name in NAMES))
STATED = frozenset({f.YEAR, f.FUND, f.AMOUNT, f.NOMENCLATURE, f.DOCUMENT})
"""A row without any of these says nothing; it was room for a new line."""
KEYS = ("year", "fund_id", "office_id", "nomenclature_id")


def decide_costs(
    table: Table, mapping: Mapping[str, str], facts: ProgrammeFacts, options: ImportOptions
) -> Plan:
    """The plan of a sheet of costs; only money changes."""
    places = {column.name: at for at, column in enumerate(table.columns)}
    stated = [row for row in table.rows if _says(row, places)]
    ref = places.get(f.REF)
    placed = [row for row in stated if ref is not None and row.cells[ref].raw.strip()]
    plan = decide(replace(table, rows=tuple(placed)), mapping, facts, options)
    known = {programme.id: programme for programme in facts.known}
    rows = [_parted(row, known, facts) for row in plan.rows]
    taken = {row.number for row in placed}
    homeless = [_homeless(row, options) for row in stated if row.number not in taken]
    return replace(plan, rows=(*rows, *homeless), heads=())


def _says(row: Row, places: Mapping[str, int]) -> bool:
    return any(row.cells[at].raw.strip() for name, at in places.items() if name in STATED)


def _homeless(row: Row, options: ImportOptions) -> RowPlan:
    first = next(cell for cell in row.cells if cell.raw.strip())
    message = N_("Baris ini tidak mempunyai program. Tulis biaya pada baris program yang disediakan.")
    problem = CellProblem(message, row.number, first.address, value=first.raw)
    skipped = row.number in options.rows
    outcome = Outcome.SKIPPED if skipped else Outcome.PROBLEM
    return RowPlan(row.number, outcome, first.raw, first.address, problems=(problem,))


def _parted(row: RowPlan, known: Mapping[int, KnownProgramme], facts: ProgrammeFacts) -> RowPlan:
    """The row with the changes of money as columns, one for each value; whatever else it says is left out."""
    if row.outcome is not Outcome.CHANGED or row.target is None:
        return row
    change = json.loads(str(row.values.get("lines") or "{}"))
    programme = known[row.target.id]
    shown = (*_of_known(change.get("update", {}), programme, facts), *_of_new(change.get("add", ()), facts))
    values = {cell.field: value for cell, value in shown}
    target = replace(row.target, values=values, changes=tuple(cell for cell, _ in shown))
    outcome = Outcome.CHANGED if values else Outcome.UNCHANGED
    return replace(row, outcome=outcome, values=values, target=target)


type Shown = tuple[CellChange, Json]


def _of_known(
    changes: Mapping[str, Mapping[str, Json]], programme: KnownProgramme, facts: ProgrammeFacts
) -> Iterator[Shown]:
    lines = {line.id: line for line in programme.lines}
    for pk, columns in changes.items():
        line = lines[int(pk)]
        label = money_label(line.year, facts.names["fund_id"][line.fund_id])
        before = {"amount": format_rupiah(line.amount), "document": line.document}
        for name, value in columns.items():
            after = format_rupiah(int(str(value))) if name == "amount" else str(value)
            yield CellChange(f"line:{pk}:{name}", label, before[name], after), value


def _of_new(added: Any, facts: ProgrammeFacts) -> Iterator[Shown]:
    for name, line in _numbered(added):
        label = money_label(line["year"], facts.names["fund_id"][line["fund_id"]])
        yield CellChange(name, label, "", format_rupiah(line["amount"])), json.dumps(line, sort_keys=True)


def _numbered(lines: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each line under what it is known by; equal ones are counted."""
    seen: Counter[str] = Counter()
    for line in lines:
        key = ":".join(str(line[name]) for name in KEYS)
        seen[key] += 1
        yield f"add:{key}:{seen[key]}", line


def known_costs(facts: ProgrammeFacts) -> dict[str, dict[str, Json]]:
    """The funding lines that stand now, by number of the programme: their values, and each as if it were new."""
    found: dict[str, dict[str, Json]] = {}
    for programme in facts.known:
        columns: dict[str, Json] = {}
        whole = []
        for line in programme.lines:
            columns[f"line:{line.id}:amount"] = line.amount
            columns[f"line:{line.id}:document"] = line.document
            whole.append(
                {
                    **{name: getattr(line, name) for name in KEYS},
                    "amount": line.amount,
                    "document": line.document,
                }
            )
        columns |= {name: json.dumps(line, sort_keys=True) for name, line in _numbered(whole)}
        found[programme.ref] = columns
    return found


def joined(plan: Plan) -> Plan:
    """The plan with the changes of money as programmes record them."""
    return replace(plan, rows=tuple(_joined(row) for row in plan.rows))


def _joined(row: RowPlan) -> RowPlan:
    update: dict[str, dict[str, Json]] = {}
    added = []
    for name, value in row.values.items():
        kind, _, rest = name.partition(":")
        if kind == "add":
            added.append(json.loads(str(value)))
        else:
            pk, _, column = rest.partition(":")
            update.setdefault(pk, {})[column] = value
    lines: dict[str, Json] = {"lines": json.dumps({"add": added, "update": update})} if row.values else {}
    return replace(row, values=lines)
