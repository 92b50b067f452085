"""A table while it is being read: cells placed by their spans, merged areas, the page on which each row begins."""

from dataclasses import dataclass, field

from rangkai.engines.dossier.model import Grid
from rangkai.engines.tabular import Area
from rangkai.lib.text import squeeze

_WIDEST = 200


@dataclass(slots=True)
class Cell:
    span: int = 1
    is_continued: bool = False
    """The lower part of a cell that began in a row above."""
    begins: bool = False
    """The first of several rows."""
    lines: list[str] = field(default_factory=list)
    page: int | None = None

    def add(self, text: str, page: int) -> None:
        line = squeeze(text)
        if line:
            self.lines.append(line)
            if self.page is None:
                self.page = page


@dataclass(slots=True)
class DrawnTable:
    """`page` of a row is that of its first text; a row that runs over a page ends on that of its longest cell."""

    rows: list[list[str]] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    pages: list[int | None] = field(default_factory=list)
    cell: Cell | None = None
    row_start: int = 1
    row_end: int = 1
    _row: list[str] = field(default_factory=list)
    _row_pages: list[int] = field(default_factory=list)
    _open: dict[int, Area] = field(default_factory=dict)
    """Areas that go on downwards, by their first column."""

    def begin_row(self, page: int) -> None:
        self._row, self._row_pages = [], []
        self.row_start = self.row_end = page

    def skip(self, columns: int) -> None:
        """Columns that the row leaves out at its left."""
        self._row.extend([""] * min(max(columns, 0), _WIDEST))

    def end_cell(self, cell: Cell, page: int) -> None:
        self.row_end = max(self.row_end, page)
        if cell.page is not None:
            self._row_pages.append(cell.page)
        number, left = len(self.rows) + 1, len(self._row)
        right = left + min(max(cell.span, 1), _WIDEST) - 1
        self._row.extend(["\n".join(cell.lines), *[""] * (right - left)])
        above = self._open.get(left) if cell.is_continued else None
        if above is not None:
            self._row[left] = ""
            self._open[left] = above._replace(bottom=number)
            return
        self._close(left, right)
        if cell.begins or right > left:
            self._open[left] = Area(number, left, number, right)

    def end_row(self) -> None:
        self.rows.append(self._row)
        self.pages.append(min(self._row_pages, default=self.row_start))
        for left in [left for left, area in self._open.items() if area.bottom < len(self.rows)]:
            self._close(left, left)

    def _close(self, left: int, right: int) -> None:
        for column in [column for column in self._open if left <= column <= right]:
            area = self._open.pop(column)
            if area.size > 1:
                self.merged.append(area)

    def grid(self) -> Grid | None:
        """None for a table without any text."""
        self._close(0, _WIDEST * len(self.rows) + 1_000_000)
        if not any(text for row in self.rows for text in row):
            return None
        return Grid(tuple(tuple(row) for row in self.rows), tuple(sorted(self.merged)), tuple(self.pages))
