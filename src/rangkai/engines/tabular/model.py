"""What a sheet is and what was found in it. Rows count from 1, as on the sheet; columns from 0, shown as letters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from rangkai.engines.tabular.addresses import Area, letter
from rangkai.lib.errors import Message, Problem

type Raw = str | int | float | bool | Decimal | date | time | timedelta | datetime | None
"""What the file holds in one cell; None and "" are empty."""
type Value = str | int | Decimal | date | None
"""What a cell says: None where nothing is said, a `datetime` only where the clock is not midnight."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may cost before it is refused; a cell longer than `cell_chars` is cut and named."""

    file_bytes: int = 50_000_000
    unpacked_bytes: int = 400_000_000
    ratio: int = 200
    """Unpacked size over packed size, asked only of archives that unpack to more than 20 MB."""
    rows: int = 200_000
    columns: int = 2_000
    cells: int = 6_000_000
    text_chars: int = 300_000_000
    """Characters of all cells together, each repetition counted."""
    cell_chars: int = 32_767
    """Excel's own limit."""
    memory_bytes: int = 3_000_000_000
    seconds: float = 60.0
    """Memory and time for the process that opens a workbook."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet from A1 on; `grid[0][0]` is A1, rows may be shorter than the widest."""

    name: str
    grid: Sequence[Sequence[Raw]]
    merged: tuple[Area, ...] = ()
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Workbook:
    filename: str
    kind: str
    """xlsx, xls, ods, csv, html."""
    sheets: tuple[Sheet, ...]
    notes: tuple[Message, ...] = ()


class Kind(StrEnum):
    """What a column holds. A code is text made of digits: region and budget codes, NIP, telephone numbers."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CODE = "code"
    EMPTY = "empty"


class RowKind(StrEnum):
    DATA = "data"
    TOTAL = "total"
    SECTION = "section"
    """A heading between the rows: a single text, no numbers."""


class Cell(NamedTuple):
    """`raw` is what the office wrote, `value` what it says. A number may lose its column's kind and stay text."""

    row: int
    column: int
    raw: str
    value: Value

    @property
    def address(self) -> str:
        return f"{letter(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Row:
    """`cells` stand in the order of the table's columns."""

    number: int
    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.DATA
    level: int = 0
    """How far the label is indented over sub-columns; 0 at the margin."""

    @property
    def values(self) -> tuple[Value, ...]:
        return tuple(cell.value for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    """Unique in the table; header rows joined as "A / B"."""
    letter: str
    index: int
    """The column on the sheet, from 0."""
    kind: Kind
    samples: tuple[str, ...]
    header: tuple[str, ...] = ()
    """The parts of the name, top to bottom."""
    unit: str = ""
    """"%" or "Rp" where the cells say so; 12,5% has the value 12.5."""
    filled: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A title above or a note below a table, with the exact dates and numbers that it names."""

    cell: str
    text: str
    dates: tuple[date, ...] = ()
    numbers: tuple[int | Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class CellProblem:
    """One cell that cannot be taken as it stands."""

    sheet: str
    cell: str
    row: int
    column: str
    """The name of the column."""
    value: str
    message: Message
    suggestion: str = ""

    def as_problem(self) -> Problem:
        return Problem(self.message, f"{self.sheet}!{self.cell}", self.suggestion)


@dataclass(frozen=True, slots=True)
class Table:
    sheet: str
    range: str
    """From the first header row to the last row of the body, "A5:H20"."""
    area: Area
    header_rows: tuple[int, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[Message, ...] = ()
    """What was done to the sheet to read it so."""
    titles: tuple[Line, ...] = ()
    footnotes: tuple[Line, ...] = ()
    problems: tuple[CellProblem, ...] = ()
    numbering_row: int | None = None
    """The row under the header that numbers the columns: (a) (b) (c) or 1 2 3."""

    @property
    def data(self) -> tuple[Row, ...]:
        """Rows without totals and section headings."""
        return tuple(row for row in self.rows if row.kind is RowKind.DATA)

    @property
    def title(self) -> str:
        return " ".join(line.text for line in self.titles)

    def column(self, name: str) -> int | None:
        """The place of a column by its exact name."""
        return next((place for place, column in enumerate(self.columns) if column.name == name), None)
