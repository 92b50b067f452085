"""What saving a sheet of the nomenclature would do: codes that are new, renamed from a day on, or as they were."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rangkai.domains.programmes.rules.nomenclature import CodeLoad, KnownCode, NewCode, plan_codes
from rangkai.domains.work.rules.columns import Fields
from rangkai.domains.work.rules.options import ImportOptions
from rangkai.domains.work.rules.plan import Candidate, CellChange, CellProblem, Json, Plan, RowPlan
from rangkai.domains.work.rules.reading import RowReader, columns_of, sheet_rows
from rangkai.domains.work.rules.terms import Outcome, RowChoice
from rangkai.engines.tabular import FieldSpec, Kind
from rangkai.engines.tabular.model import Table
from rangkai.lib.errors import N_, Message

HEADS = (N_("Kode"), N_("Nama"), N_("Tingkat"))
FIELDS = Fields(
    (
        FieldSpec(
            "code",
            "Kode",
            ("kode nomenklatur", "kode rekening", "kode subkegiatan", "kode sub kegiatan"),
            Kind.CODE,
            required=True,
        ),
        FieldSpec(
            "name",
            "Nama",
            ("nomenklatur", "uraian", "nama nomenklatur", "urusan bidang program kegiatan sub kegiatan"),
            required=True,
        ),
    )
)


@dataclass(frozen=True)
class CodeFacts:
    """Code → what holds on `valid_from` or later."""

    known: Mapping[str, KnownCode]
    valid_from: date


def decide(table: Table, mapping: Mapping[str, str], facts: CodeFacts, options: ImportOptions) -> Plan:
    """One outcome a row; a row that repeats another word for word counts as unchanged."""
    columns = columns_of(table, mapping)
    troubles: dict[str, Message] = {problem.cell: problem.message for problem in table.problems}
    readers = [RowReader(row, columns, options, troubles) for row in sheet_rows(table, columns)]
    said = [(reader.row.number, reader.raw("code"), reader.text("name")) for reader in readers]
    load = plan_codes(said, facts.known, valid_from=facts.valid_from)
    return Plan(
        sheet=table.sheet,
        rows=tuple(_planned(reader, facts, load, options) for reader in readers),
        heads=HEADS,
        notes=table.notes,
    )


def _planned(reader: RowReader, facts: CodeFacts, load: CodeLoad, options: ImportOptions) -> RowPlan:
    number = reader.row.number
    for message in (message for row, message in load.problems if row == number):
        reader.fault("code", message)
    entry = load.rows.get(number)
    chosen = options.rows.get(number)
    if (chosen and chosen.choice is RowChoice.SKIP) or (reader.problems and options.skip_problems):
        return _row(reader, Outcome.SKIPPED, entry)
    if reader.problems:
        return _row(reader, Outcome.PROBLEM, entry, problems=tuple(reader.problems))
    if entry is None:
        return _row(reader, Outcome.UNCHANGED, entry)
    current = facts.known.get(entry.code)
    return _row(reader, Outcome.CHANGED if current else Outcome.NEW, entry, current=current)


def _row(
    reader: RowReader,
    outcome: Outcome,
    entry: NewCode | None,
    *,
    current: KnownCode | None = None,
    problems: tuple[CellProblem, ...] = (),
) -> RowPlan:
    cell = reader.cell("code")
    name = entry.name if entry else reader.text("name")
    code = entry.code if entry else reader.raw("code")
    values: dict[str, Json] = {"code": code, "name": name, "level": entry.level.value} if entry else {}
    return RowPlan(
        row=reader.row.number,
        outcome=outcome,
        label=f"{code} {name}".strip(),
        cell=cell.address if cell else "",
        values=values,
        target=_target(current, name) if current else None,
        problems=problems,
        shown=(code, name, entry.level.label if entry else ""),
    )


def _target(current: KnownCode, name: str) -> Candidate:
    change = CellChange("name", N_("Nama"), current.name, name)
    return Candidate(
        id=current.id,
        ref=current.code,
        version=1,
        label=current.name,
        score=1.0,
        values={"name": name},
        changes=(change,),
    )
