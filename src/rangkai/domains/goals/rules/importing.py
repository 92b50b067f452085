"""What saving a sheet of goals would do: a row is a visi, misi, tujuan, sasaran, or an IKU below a goal.

`decide` is total: every row gets an outcome, and a reason where it is not plain. Codes tell what is known.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from rangkai.domains.goals.rules.cascading import GoalLine, cascade_problems
from rangkai.domains.goals.rules.terms import GoalLevel
from rangkai.domains.work.rules.columns import Fields
from rangkai.domains.work.rules.options import ImportOptions
from rangkai.domains.work.rules.plan import Candidate, CellChange, Json, Plan, RowPlan
from rangkai.domains.work.rules.reading import RowReader, columns_of, sheet_rows
from rangkai.domains.work.rules.terms import Outcome, RowChoice
from rangkai.engines.tabular import FieldSpec, Kind
from rangkai.engines.tabular.model import Table
from rangkai.lib.errors import N_, Message
from rangkai.lib.text import fold

LEVEL, CODE, PARENT, TEXT = "Tingkat", "Kode", "Induk", "Uraian"
UNIT, DIRECTION, BASE_YEAR, BASELINE = "Satuan", "Arah", "Tahun awal", "Kondisi awal"
IKU = "iku"
LEVELS: Mapping[str, str] = {
    **{fold(level.label): level.value for level in GoalLevel},
    **dict.fromkeys(("iku", "indikator", "indikator kinerja", "indikator kinerja utama", "iks"), IKU),
}
DOWN = frozenset({"turun", "down", "makin rendah makin baik", "menurun", "negatif"})
HEADS = (N_("Kode"), N_("Tingkat"), N_("Uraian"))
LABELS: Mapping[str, Message] = {
    "text": N_("Uraian"),
    "unit": N_("Satuan"),
    "direction": N_("Arah"),
    "baseline": N_("Kondisi awal"),
}


@dataclass(frozen=True)
class Known:
    """A goal or an indicator as it is; `values` by the names of `LABELS` and "target_2026"."""

    id: int
    version: int
    level: str
    parent: str
    values: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True)
class GoalFacts:
    """What the region's document says now, by code, and the years it holds."""

    years: tuple[int, ...]
    known: Mapping[str, Known] = field(default_factory=dict)


def fields_for(years: Sequence[int]) -> Fields:
    """The columns that a sheet may have; one for the target of each year."""
    return Fields(
        (
            FieldSpec("level", LEVEL, ("level", "jenis", "jenjang"), required=True),
            FieldSpec("code", CODE, ("nomor", "no kode", "code"), Kind.CODE, required=True),
            FieldSpec("parent", PARENT, ("kode induk", "parent", "induk kode"), Kind.CODE),
            FieldSpec(
                "text", TEXT, ("text", "rumusan", "pernyataan", "nama indikator", "sasaran"), required=True
            ),
            FieldSpec("unit", UNIT, ("unit", "satuan indikator")),
            FieldSpec("direction", DIRECTION, ("direction", "arah indikator")),
            FieldSpec("baseline_year", BASE_YEAR, ("baseline year", "tahun dasar"), Kind.NUMBER),
            FieldSpec("baseline", BASELINE, ("baseline", "nilai awal", "capaian awal"), Kind.NUMBER),
            *(
                FieldSpec(
                    f"target_{y}", f"Target {y}", (f"target tahun {y}", str(y), f"target {y}"), Kind.NUMBER
                )
                for y in years
            ),
        )
    )


@dataclass
class _Row:
    reader: RowReader
    level: str
    code: str
    parent: str
    values: dict[str, Json]

    @property
    def blocked(self) -> bool:
        return any(problem.blocks for problem in self.reader.problems)


def decide(table: Table, mapping: Mapping[str, str], facts: GoalFacts, options: ImportOptions) -> Plan:
    """The plan of a table; `mapping` is name of the column → field."""
    columns = columns_of(table, mapping)
    troubles: dict[str, Message] = {problem.cell: problem.message for problem in table.problems}
    readers = [RowReader(row, columns, options, troubles) for row in sheet_rows(table, columns)]
    rows = [_read(reader, facts) for reader in readers]
    _judge_together(rows, facts)
    return Plan(
        sheet=table.sheet,
        rows=tuple(_planned(row, facts, options) for row in rows),
        heads=HEADS,
        notes=table.notes,
    )


def _read(reader: RowReader, facts: GoalFacts) -> _Row:
    said = reader.raw("level")
    level = LEVELS.get(fold(said), "")
    if not level:
        reader.fault(
            "level",
            N_("Tingkat “%(value)s” tidak dikenal: pakai Visi, Misi, Tujuan, Sasaran, atau IKU.", value=said),
        )
    code = reader.raw("code")
    if not code:
        reader.fault("code", N_("Kode belum diisi."))
    text = reader.text("text")
    if not text:
        reader.fault("text", N_("Uraian belum diisi."))
    values: dict[str, Json] = {"text": text}
    if level == IKU:
        _read_measure(reader, facts, values)
    return _Row(reader, level, code, reader.raw("parent"), values)


def _read_measure(reader: RowReader, facts: GoalFacts, values: dict[str, Json]) -> None:
    if reader.has("unit"):
        values["unit"] = reader.text("unit")
    if reader.has("direction"):
        values["direction"] = "down" if fold(reader.raw("direction")) in DOWN else "up"
    if reader.has("baseline"):
        year, figure = reader.year("baseline_year"), reader.number("baseline")
        if figure is not None and year is None:
            reader.fault("baseline_year", N_("Kondisi awal perlu tahunnya."))
        elif figure is not None:
            values["baseline"] = f"{year}:{_plain(figure)}"
    for year in facts.years:
        name = f"target_{year}"
        if reader.has(name) and (figure := reader.number(name)) is not None:
            values[name] = _plain(figure)


def _plain(figure: int | Decimal) -> str:
    return format(Decimal(figure).normalize(), "f")


def _judge_together(rows: Sequence[_Row], facts: GoalFacts) -> None:
    """Codes once, parents there and one level above: the sheet and what is already known, taken together."""
    goals = [row for row in rows if row.level and row.level != IKU]
    given = {row.code for row in rows}
    lines = [
        GoalLine(row.code, GoalLevel(row.level), str(row.values["text"]), row.parent, str(place))
        for place, row in enumerate(goals)
    ]
    lines += [
        GoalLine(code, GoalLevel(known.level), str(known.values["text"]), known.parent)
        for code, known in facts.known.items()
        if known.level != IKU and code not in given
    ]
    for problem in cascade_problems(lines):
        if problem.field:
            goals[int(problem.field)].reader.fault("code", problem.message)
    codes = {line.code for line in lines}
    seen: set[str] = set()
    for row in rows:
        if row.level != IKU:
            continue
        if row.code in seen:
            row.reader.fault("code", N_("Kode %(code)s dipakai dua kali.", code=row.code))
        seen.add(row.code)
        if row.parent not in codes:
            message = N_(
                "Sasaran %(goal)s untuk indikator %(code)s tidak ada.", goal=row.parent or "–", code=row.code
            )
            row.reader.fault("parent", message)


def _planned(row: _Row, facts: GoalFacts, options: ImportOptions) -> RowPlan:
    chosen = options.rows.get(row.reader.row.number)
    known = facts.known.get(row.code)
    changes: tuple[CellChange, ...] = ()
    if chosen and chosen.choice is RowChoice.SKIP:
        outcome = Outcome.SKIPPED
    elif row.blocked:
        outcome = Outcome.SKIPPED if options.skip_problems else Outcome.PROBLEM
    elif known is None:
        outcome = Outcome.NEW
    else:
        changes = _changes(row, known)
        outcome = Outcome.CHANGED if changes else Outcome.UNCHANGED
    cell = row.reader.cell("code")
    text = str(row.values["text"])
    values: dict[str, Json] = {**row.values, "level": row.level, "code": row.code, "parent": row.parent}
    return RowPlan(
        row=row.reader.row.number,
        outcome=outcome,
        label=text,
        cell=cell.address if cell else "",
        values=values if outcome in {Outcome.NEW, Outcome.CHANGED} else {},
        target=Candidate(known.id, row.code, known.version, text, 1.0, row.values, changes)
        if known
        else None,
        problems=tuple(row.reader.problems),
        shown=(row.code, row.reader.raw("level"), text),
    )


def _changes(row: _Row, known: Known) -> tuple[CellChange, ...]:
    return tuple(
        CellChange(name, label_of(name), str(known.values.get(name) or ""), str(value or ""))
        for name, value in row.values.items()
        if (value or "") != (known.values.get(name) or "")
    )


def label_of(name: str) -> Message:
    """The word of a column of the plan."""
    if name.startswith("target_"):
        return N_("Target %(year)s", year=name.removeprefix("target_"))
    return LABELS[name]
