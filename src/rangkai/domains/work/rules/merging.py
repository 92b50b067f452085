"""Three-way comparison of returned sheets: what was sent, what came back, what stands now.

What an office did not touch changes nothing, what only it touched is taken, what both touched alike is settled; the
rest is a question for a person, cell by cell. Several files of one office are heard together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from rangkai.domains.work.rules.plan import CellChange, CellProblem, Json, Plan, RowPlan
from rangkai.domains.work.rules.terms import Outcome
from rangkai.lib.errors import N_, Message
from rangkai.lib.text import fold

NOW = "now"
"""The answer that keeps what stands; any other answer is the place of a file."""

type Values = Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that differs from what stands now: what was sent, what stands, and its address."""

    sent: Json
    now: Json
    address: str


@dataclass(frozen=True)
class ReturnedFile:
    """One file that was dropped in. Without a `plan` it could not be taken, and `trouble` says why.

    `cells` is row → column → Cell for the rows that differ; `gone` are records that were sent and did not come back;
    `noun` is set as soon as the code is understood; `importable` when the normal import may help.
    """

    name: str
    file: str
    sha256: str
    sheet_id: int = 0
    noun: str = ""
    office: str = ""
    trouble: Message | None = None
    importable: bool = False
    repeated: bool = False
    plan: Plan | None = None
    cells: Mapping[int, Mapping[str, Cell]] = field(default_factory=dict)
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """One of the values that a cell may get: `answer` is NOW or the place of the file that says it."""

    answer: str
    value: Json
    shown: str
    source: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class CellConflict:
    """Two or more values for one cell; `chosen` is the answer that was given, empty without one."""

    key: str
    sheet_id: int
    office: str
    ref: str
    label: str
    column: Message
    voices: tuple[Voice, ...]
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class SettledRow:
    """What saving would do with a record or a new row; `place` is that of the (first) file that speaks of it."""

    place: int
    plan: RowPlan


@dataclass(frozen=True)
class Settled:
    """What saving would write, by sheet, and what must be answered before."""

    rows: Mapping[int, tuple[SettledRow, ...]]
    conflicts: tuple[CellConflict, ...]
    kept: int = 0
    """Cells that differ only because they were changed here after the sheet went out; they stay."""

    def of(self, *outcomes: Outcome) -> tuple[SettledRow, ...]:
        return tuple(row for rows in self.rows.values() for row in rows if row.plan.outcome in outcomes)

    @property
    def unanswered(self) -> int:
        return sum(not conflict.chosen for conflict in self.conflicts)

    @property
    def open_questions(self) -> int:
        return self.unanswered + len(self.of(Outcome.PROBLEM, Outcome.ALIKE))


def alike(one: Json, other: Json) -> bool:
    """The same, or both empty."""
    return one == other or (one in (None, "") and other in (None, ""))


@dataclass(frozen=True, slots=True)
class _Said:
    """A row of one file that differs from the record that it is."""

    place: int
    file: ReturnedFile
    row: RowPlan


def settle(files: Sequence[ReturnedFile], answers: Mapping[str, str]) -> Settled:
    """`answers` is the key of a conflict → NOW or the place of a file; others are left open."""
    by_sheet: dict[int, list[tuple[int, ReturnedFile]]] = {}
    for place, file in enumerate(files):
        if file.plan is not None and not file.repeated:
            by_sheet.setdefault(file.sheet_id, []).append((place, file))
    rows: dict[int, tuple[SettledRow, ...]] = {}
    conflicts: list[CellConflict] = []
    kept = 0
    for sheet_id, given in by_sheet.items():
        settled, found, left = _settle_sheet(given, answers)
        rows[sheet_id] = tuple(settled)
        conflicts += found
        kept += left
    return Settled(rows, tuple(conflicts), kept)


def _settle_sheet(
    given: Sequence[tuple[int, ReturnedFile]], answers: Mapping[str, str]
) -> tuple[list[SettledRow], list[CellConflict], int]:
    said: dict[int, list[_Said]] = {}
    others: list[SettledRow] = []
    for place, file in given:
        for row in file.plan.rows if file.plan else ():
            if row.outcome is Outcome.CHANGED and row.target is not None:
                said.setdefault(row.target.id, []).append(_Said(place, file, row))
            else:
                others.append(SettledRow(place, row))
    settled: list[SettledRow] = []
    conflicts: list[CellConflict] = []
    kept = 0
    for group in said.values():
        row, found, left = _merge(group, answers)
        settled.append(SettledRow(group[0].place, row))
        conflicts += found
        kept += left
    return settled + _once(others), conflicts, kept


def _merge(group: Sequence[_Said], answers: Mapping[str, str]) -> tuple[RowPlan, list[CellConflict], int]:
    """One record as all files of its office speak of it."""
    first = group[0].row
    columns = dict.fromkeys(name for said in group for name in said.row.values)
    values: dict[str, Json] = {}
    changes: list[CellChange] = []
    conflicts: list[CellConflict] = []
    kept = 0
    for name in columns:
        voices = _voices(name, group)
        chosen = voices[0].answer if len(voices) == 1 else ""
        kept += chosen == NOW
        if len(voices) > 1:
            conflicts.append(_conflict(name, group, voices, answers))
            chosen = conflicts[-1].chosen
        if chosen not in ("", NOW):
            values[name] = next(voice.value for voice in voices if voice.answer == chosen)
            changes.append(_change(name, group, chosen))
    target = replace(first.target, values=values, changes=tuple(changes)) if first.target else None
    outcome = Outcome.CHANGED if values else Outcome.UNCHANGED
    return replace(first, outcome=outcome, values=values, target=target), conflicts, kept


def _voices(name: str, group: Sequence[_Said]) -> list[Voice]:
    """Distinct values that are not what was sent: what stands now first, then each file's."""
    voices: list[Voice] = []
    for said in group:
        if name not in said.row.values:
            continue
        cell = said.file.cells[said.row.row][name]
        change = _change(name, [said], str(said.place))
        theirs = said.row.values[name]
        if not alike(cell.now, cell.sent) and not any(voice.answer == NOW for voice in voices):
            voices.insert(0, Voice(NOW, cell.now, change.before))
        if not alike(theirs, cell.sent) and not any(alike(voice.value, theirs) for voice in voices):
            voices.append(Voice(str(said.place), theirs, change.after, said.file.name, cell.address))
    return voices


def _change(name: str, group: Sequence[_Said], answer: str) -> CellChange:
    """How the row of a file puts the change of a column into words."""
    target = next(said.row.target for said in group if str(said.place) == answer)
    changes = target.changes if target else ()
    return next((found for found in changes if found.field == name), CellChange(name, Message(name), "", ""))


def _conflict(
    name: str, group: Sequence[_Said], voices: Sequence[Voice], answers: Mapping[str, str]
) -> CellConflict:
    said = next(found for found in group if name in found.row.values)
    ref = said.row.target.ref if said.row.target else ""
    key = f"{said.file.sheet_id}|{ref}|{name}"
    chosen = answers.get(key, "")
    return CellConflict(
        key=key,
        sheet_id=said.file.sheet_id,
        office=said.file.office,
        ref=ref,
        label=said.row.label,
        column=_change(name, group, str(said.place)).label,
        voices=tuple(voices),
        chosen=chosen if any(voice.answer == chosen for voice in voices) else "",
    )


def _once(rows: Sequence[SettledRow]) -> list[SettledRow]:
    """The same new record in two files is one; the same name with other content is a question."""
    first: dict[str, SettledRow] = {}
    found: list[SettledRow] = []
    for row in rows:
        is_new = row.plan.outcome is Outcome.NEW
        earlier = first.setdefault(fold(row.plan.label), row) if is_new else row
        if earlier is row or earlier.place == row.place:
            found.append(row)
        elif earlier.plan.values != row.plan.values:
            found.append(SettledRow(row.place, _doubled(row.plan)))
    return found


def _doubled(row: RowPlan) -> RowPlan:
    message = N_(
        "Baris baru ini juga ada di berkas lain dari kantor yang sama, dengan isi berbeda. Pilih satu."
    )
    problem = CellProblem(message, row.row, row.cell, value=row.label)
    return replace(row, outcome=Outcome.PROBLEM, problems=(*row.problems, problem))
