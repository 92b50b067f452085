"""What an import would do, row by row and cell by cell: decided from facts, shown in the preview, then recorded."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rangkai.domains.work.rules.terms import Outcome
from rangkai.lib.errors import Message

type Json = str | int | float | bool | None
"""A column's value as JSON keeps it: dates in ISO, decimals as text."""


@dataclass(frozen=True, slots=True)
class CellProblem:
    """One thing wrong with a cell. A problem that does not block is told, and the row is saved all the same.

    `key` is set when choosing another value helps: the choice then holds for every cell with the same key.
    """

    message: Message
    row: int
    cell: str = ""
    column: str = ""
    field: str = ""
    value: str = ""
    suggestions: tuple[str, ...] = ()
    blocks: bool = True
    key: str = ""


@dataclass(frozen=True, slots=True)
class CellChange:
    """One field of a known record as it is and as the sheet has it, in words."""

    field: str
    label: Message
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known record that a row may be a new wording of; `score` 0..1, `values` what would change."""

    id: int
    ref: str
    version: int
    label: str
    score: float
    values: Mapping[str, Json] = field(default_factory=dict)
    changes: tuple[CellChange, ...] = ()


@dataclass(frozen=True, slots=True)
class RowPlan:
    """One row of the sheet; `values` are the columns to write: all of a new record, the changed ones of a known one.

    `cell` is the address of what names the row.
    """

    row: int
    outcome: Outcome
    label: str
    cell: str = ""
    values: Mapping[str, Json] = field(default_factory=dict)
    target: Candidate | None = None
    candidates: tuple[Candidate, ...] = ()
    problems: tuple[CellProblem, ...] = ()
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewName:
    """Something the sheet names that does not exist yet and that the person may let the import make."""

    kind: str
    name: str
    rows: int


@dataclass(frozen=True)
class Plan:
    """The whole import. `heads` are the labels over `RowPlan.shown`; `sheet` names the table's sheet."""

    sheet: str
    rows: tuple[RowPlan, ...]
    heads: tuple[Message, ...] = ()
    new_names: tuple[NewName, ...] = ()
    notes: tuple[Message, ...] = ()

    @cached_property
    def counts(self) -> Mapping[Outcome, int]:
        found = Counter(row.outcome for row in self.rows)
        return {outcome: found[outcome] for outcome in Outcome}

    @cached_property
    def problems(self) -> tuple[CellProblem, ...]:
        return tuple(problem for row in self.rows for problem in row.problems)

    def of(self, *outcomes: Outcome) -> tuple[RowPlan, ...]:
        return tuple(row for row in self.rows if row.outcome in outcomes)

    def open_questions(self) -> int:
        """How many rows keep the import from being saved: undecided or blocked."""
        return self.counts[Outcome.ALIKE] + self.counts[Outcome.PROBLEM]


@dataclass(frozen=True)
class RepeatedProblem:
    """The same unknown value in several cells: one choice mends them all."""

    problem: CellProblem
    cells: tuple[str, ...]


def repeated(problems: Sequence[CellProblem]) -> tuple[RepeatedProblem, ...]:
    """Problems that a choice can mend, each value once, the most frequent first."""
    first: dict[tuple[str, str], CellProblem] = {}
    cells: dict[tuple[str, str], list[str]] = {}
    for problem in problems:
        if problem.key:
            place = (problem.field, problem.key)
            first.setdefault(place, problem)
            cells.setdefault(place, []).append(problem.cell)
    groups = [RepeatedProblem(first[place], tuple(found)) for place, found in cells.items()]
    return tuple(sorted(groups, key=lambda group: -len(group.cells)))
