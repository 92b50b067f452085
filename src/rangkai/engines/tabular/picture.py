"""The sheet as understood, for showing: the first rows as text, each cell with the part it plays."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rangkai.engines.tabular.addresses import letter
from rangkai.engines.tabular.grid import display, is_blank
from rangkai.engines.tabular.model import RowKind, Sheet, Table
from rangkai.lib.text import squeeze

_LONGEST_TEXT = 60


class Role(StrEnum):
    EMPTY = "empty"
    OUTSIDE = "outside"
    TITLE = "title"
    HEADER = "header"
    NUMBERING = "numbering"
    DATA = "data"
    TOTAL = "total"
    SECTION = "section"
    SKIPPED = "skipped"
    """Inside the table, but not read: blank form rows and repeated headings."""
    NOTE = "note"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class PictureCell:
    text: str
    role: Role
    table: int = 0
    """The order of the table that the cell belongs to, from 1; 0 outside."""


@dataclass(frozen=True, slots=True)
class PictureRow:
    number: int
    cells: tuple[PictureCell, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    letters: tuple[str, ...]
    rows: tuple[PictureRow, ...]
    total_rows: int
    total_columns: int


def picture(sheet: Sheet, tables: Sequence[Table], rows: int = 30, columns: int = 40) -> Picture:
    """The first `rows` × `columns` cells of `sheet`; `tables` are those found in it, others are passed over."""
    own = [(order, table) for order, table in enumerate(tables, 1) if table.sheet == sheet.name]
    width = max((len(line) for line in sheet.grid), default=0)
    painter = _Painter(own, rows)
    shown = range(1, min(rows, len(sheet.grid)) + 1)
    letters = tuple(letter(column) for column in range(min(width, columns)))
    pictured = tuple(
        PictureRow(number, tuple(painter.cell(sheet, number, column) for column in range(len(letters))))
        for number in shown
    )
    return Picture(letters, pictured, len(sheet.grid), width)


class _Painter:
    def __init__(self, tables: Sequence[tuple[int, Table]], rows: int) -> None:
        self.tables = tables
        self.kinds = {
            (order, row.number): row.kind
            for order, table in tables
            for row in table.rows
            if row.number <= rows
        }
        self.lines = {line.cell: (order, Role.TITLE) for order, table in tables for line in table.titles}
        self.lines.update(
            {line.cell: (order, Role.NOTE) for order, table in tables for line in table.footnotes}
        )
        self.problems = {problem.cell for _, table in tables for problem in table.problems}

    def cell(self, sheet: Sheet, row: int, column: int) -> PictureCell:
        line = sheet.grid[row - 1]
        raw = line[column] if column < len(line) else None
        order, role = self._role(row, column)
        if is_blank(raw):
            return PictureCell("", role if order else Role.EMPTY, order)
        return PictureCell(squeeze(display(raw))[:_LONGEST_TEXT], role, order)

    def _role(self, row: int, column: int) -> tuple[int, Role]:
        address = f"{letter(column)}{row}"
        for order, table in self.tables:
            area = table.area
            if area.top <= row <= area.bottom and area.left <= column <= area.right:
                return order, Role.PROBLEM if address in self.problems else self._inside(order, table, row)
        return self.lines.get(address, (0, Role.OUTSIDE))

    def _inside(self, order: int, table: Table, row: int) -> Role:
        if row in table.header_rows:
            return Role.HEADER
        if row == table.numbering_row:
            return Role.NUMBERING
        kind = self.kinds.get((order, row))
        return Role.SKIPPED if kind is None else _ROLES[kind]


_ROLES = {RowKind.DATA: Role.DATA, RowKind.TOTAL: Role.TOTAL, RowKind.SECTION: Role.SECTION}
