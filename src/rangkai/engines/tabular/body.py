"""The rows under a heading: data, totals and group headings apart from notes, signatures and unused form rows."""

from dataclasses import dataclass, field

from rangkai.engines.tabular.grid import Grid, display, is_label, is_numeric
from rangkai.engines.tabular.model import RowKind
from rangkai.engines.tabular.spans import Span
from rangkai.engines.tabular.wording import (
    is_bullet,
    is_note,
    is_outline_mark,
    is_sequence_name,
    is_signature,
    is_total,
    opens_as_total,
)

_BREAK_ROWS = 3


@dataclass(slots=True)
class Body:
    """Numbers of rows by what they are."""

    rows: list[tuple[int, RowKind]] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    unused: list[int] = field(default_factory=list)
    """Only their running number is filled in."""

    @property
    def bottom(self) -> int:
        last = [self.rows[-1][0]] if self.rows else []
        return max([*last, *self.unused[-1:]], default=0)


def body_of(grid: Grid, span: Span) -> Body:
    reader = _Reader(grid, span)
    return reader.read()


class _Reader:
    def __init__(self, grid: Grid, span: Span) -> None:
        self.grid = grid
        self.span = span
        header = span.header
        self.sequence = next(
            (column for column, name in sorted(header.names.items()) if name and is_sequence_name(name[-1])),
            None,
        )
        groups = sum(area.right - area.left for area in header.groups.values())
        self.width = len([name for name in header.names.values() if name]) - groups
        area = span.area
        repeats = set(span.repeats)
        self.rows = [
            (row, columns)
            for row, columns in grid.rows(header.body_top, area.bottom, area.left, area.right)
            if row not in repeats
        ]

    def read(self) -> Body:
        body = Body()
        end = self._notes_start()
        body.notes = [row for row, _ in self.rows[end:]]
        for row, columns in self.rows[:end]:
            if columns == [self.sequence] and is_numeric(self.grid.raw(row, columns[0])):
                body.unused.append(row)
            else:
                body.rows.append((row, self._kind(row, columns)))
        return body

    def _notes_start(self) -> int:
        """The place of the first row that belongs to the notes; the number of rows where there are none."""
        last_full = max((place for place, row in enumerate(self.rows) if self._is_full(*row)), default=-1)
        for place, (row, columns) in enumerate(self.rows):
            if place > last_full and self._opens_notes(place, row, columns):
                return place
        end = len(self.rows)
        while end > last_full + 1 and self.width > 2 and self._trails(*self.rows[end - 1]):
            end -= 1
        return end

    def _is_full(self, row: int, columns: list[int]) -> bool:
        """Enough cells to be a row of the table whatever its words."""
        return len(columns) >= max(3, self.width / 2) and not is_note(self.grid.text(row, columns[0]))

    def _opens_notes(self, place: int, row: int, columns: list[int]) -> bool:
        text = self.grid.text(row, columns[0])
        if len(columns) > max(2, self.width // 3):
            return False
        if is_note(text):
            return True
        is_apart = place == 0 or self.rows[place - 1][0] < row - 1
        return is_apart and any(is_signature(self.grid.text(row, column)) for column in columns)

    def _trails(self, row: int, columns: list[int]) -> bool:
        """A last row with a single text is no group heading, since no row follows it."""
        if len(columns) != 1:
            return False
        return not is_total(self.grid.text(row, columns[0])) and not is_numeric(
            self.grid.raw(row, columns[0])
        )

    def _kind(self, row: int, columns: list[int]) -> RowKind:
        if self._is_total(row, columns):
            return RowKind.TOTAL
        if len(columns) <= 2 and self._is_section(row, columns):
            return RowKind.SECTION
        return RowKind.DATA

    def _is_total(self, row: int, columns: list[int]) -> bool:
        """The first words of the row are a total's; longer words only where the row is marked as standing apart."""
        first = columns[:3]
        if not any(opens_as_total(display(self.grid.raw(row, column)).strip()) for column in first):
            return False
        label = next((column for column in first if self._is_wording(row, column)), first[0])
        text = self.grid.text(row, label)
        if is_total(text):
            return True
        span = self.grid.spans.get((row, label))
        is_marked = (span is not None and span.is_wide) or label == self.sequence
        return is_marked and opens_as_total(text)

    def _is_wording(self, row: int, column: int) -> bool:
        raw = self.grid.raw(row, column)
        return isinstance(raw, str) and not is_bullet(raw) and is_label(raw)

    def _is_section(self, row: int, columns: list[int]) -> bool:
        """A single text in a table of three columns or more, alone or behind I, II, A, B."""
        if self.width < 3 or not all(is_label(self.grid.raw(row, column)) for column in columns):
            return False
        marks = [column for column in columns if is_outline_mark(self.grid.text(row, column))]
        rest = [column for column in columns if column not in marks]
        return len(rest) == 1
