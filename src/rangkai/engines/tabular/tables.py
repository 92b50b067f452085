"""The tables of a sheet, each with its columns typed and an account of what was done to read it."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import repeat

from rangkai.engines.tabular.addresses import Area, letter
from rangkai.engines.tabular.body import body_of
from rangkai.engines.tabular.columns import plan_columns
from rangkai.engines.tabular.grid import Grid, display, is_blank
from rangkai.engines.tabular.kinds import Typed, says_nothing, type_column
from rangkai.engines.tabular.model import (
    Cell,
    Column,
    Kind,
    Limits,
    Line,
    Raw,
    Row,
    RowKind,
    Sheet,
    Table,
    Value,
    Workbook,
)
from rangkai.engines.tabular.remarks import Remarks
from rangkai.engines.tabular.spans import Span, find_spans
from rangkai.engines.tabular.wording import is_sequence_name
from rangkai.lib.dates import find_dates
from rangkai.lib.numbers import find_numbers
from rangkai.lib.text import squeeze, strip_tags

_SAMPLES = 3
_LONGEST_SAMPLE = 80
_MOST_LINES = 60
_LEAST_ADDENDS = 5
_LEAST_SUM = 100
"""Fewer and smaller numbers add up by chance."""


def find_tables(sheet: Sheet, limits: Limits = Limits()) -> tuple[Table, ...]:  # noqa: B008
    """Every table of a sheet, top to bottom, then left to right; none for a sheet without one.

    No cell can make it fail: what cannot be read stays as text and is named in `problems` or `notes`.
    """
    grid = Grid(sheet)
    return tuple(_Assembly(grid, span, limits).table() for span in find_spans(grid))


def tables_of(workbook: Workbook, limits: Limits = Limits()) -> tuple[Table, ...]:  # noqa: B008
    """The tables of all sheets that are shown; hidden ones hold lists and old versions."""
    shown = [sheet for sheet in workbook.sheets if not sheet.is_hidden] or workbook.sheets
    return tuple(table for sheet in shown for table in find_tables(sheet, limits))


def _adds_up(addends: Sequence[Value], total: Value) -> bool:
    numbers = [value for value in addends if isinstance(value, int | Decimal) and value]
    return len(numbers) >= _LEAST_ADDENDS and sum(numbers) >= _LEAST_SUM and total == sum(numbers)


class _Assembly:
    """One table from its span; each step adds its remark."""

    def __init__(self, grid: Grid, span: Span, limits: Limits) -> None:
        self.grid = grid
        self.span = span
        self.limits = limits
        self.body = body_of(grid, span)
        self.numbers = [row for row, _ in self.body.rows]
        self.plan = plan_columns(grid, span, self.numbers)
        self.remarks = Remarks(grid.sheet.name)

    def table(self) -> Table:
        header = self.span.header
        raws = self._raws()
        typed = self._typed(raws)
        self._mark_sum(typed)
        columns = self._columns(raws, typed)
        area = self._area()
        titles, footnotes = self._titles(), self._lines(self.body.notes)
        self.remarks.on_layout(self.span, self.plan, self.body, titles, footnotes)
        return Table(
            sheet=self.grid.sheet.name,
            range=area.a1,
            area=area,
            header_rows=header.rows,
            columns=columns,
            rows=self._rows(raws, typed),
            notes=tuple(self.remarks.notes),
            titles=titles,
            footnotes=footnotes,
            problems=tuple(self.remarks.problems),
            numbering_row=header.numbering,
        )

    def _area(self) -> Area:
        header = self.span.header
        indexes = [plan.index for plan in self.plan.columns]
        right = max(plan.last for plan in self.plan.columns)
        bottom = max(header.numbering or header.bottom, self.body.bottom)
        return Area(header.top, min(indexes), bottom, right)

    def _raws(self) -> list[list[Raw]]:
        """Raw contents by column, in the order of the body's rows."""
        return [self.plan.raws(place, self.numbers) for place in range(len(self.plan.columns))]

    def _typed(self, raws: list[list[Raw]]) -> list[Typed]:
        """Columns typed by their data rows; long texts are cut first."""
        typed = []
        marked = frozenset(
            place for place, (_, kind) in enumerate(self.body.rows) if kind is not RowKind.DATA
        )
        for plan, column in zip(self.plan.columns, raws, strict=True):
            self._cut(plan.name, plan.index, column)
            result = type_column(plan.name, column, marked)
            self.remarks.on_column(plan, result, self.numbers, column)
            typed.append(result)
        return typed

    def _mark_sum(self, typed: list[Typed]) -> None:
        """A last row that holds the sum of a column is a total, whatever it is called ("Jawa Timur")."""
        rows = self.body.rows
        if len(rows) <= _LEAST_ADDENDS or rows[-1][1] is not RowKind.DATA or self._is_counted(typed):
            return
        data = [place for place, (_, kind) in enumerate(rows[:-1]) if kind is RowKind.DATA]
        for plan, result in zip(self.plan.columns, typed, strict=True):
            if result.kind is Kind.NUMBER and _adds_up(
                [result.values[place] for place in data], result.values[-1]
            ):
                row = rows[-1][0]
                rows[-1] = (row, RowKind.TOTAL)
                self.remarks.on_sum(row, plan.name)
                return

    def _is_counted(self, typed: list[Typed]) -> bool:
        """The last row has a running number, as data rows have."""
        columns = zip(self.plan.columns, typed, strict=True)
        return any(is_sequence_name(plan.name) and result.values[-1] is not None for plan, result in columns)

    def _cut(self, name: str, index: int, column: list[Raw]) -> None:
        limit = self.limits.cell_chars
        for place, raw in enumerate(column):
            if isinstance(raw, str) and len(raw) > limit:
                self.remarks.on_long_cell(self.numbers[place], index, name, raw, limit)
                column[place] = raw[:limit]

    def _columns(self, raws: list[list[Raw]], typed: list[Typed]) -> tuple[Column, ...]:
        columns = []
        for plan, column, result in zip(self.plan.columns, raws, typed, strict=True):
            filled = sum(1 for value in result.values if value is not None)
            samples = dict.fromkeys(
                squeeze(display(raw))[:_LONGEST_SAMPLE]
                for raw in column[:400]
                if not is_blank(raw) and not says_nothing(display(raw))
            )
            columns.append(
                Column(
                    name=plan.name,
                    letter=letter(plan.index),
                    index=plan.index,
                    kind=result.kind,
                    samples=tuple(samples)[:_SAMPLES],
                    header=plan.header,
                    unit=result.unit,
                    filled=filled,
                )
            )
        return tuple(columns)

    def _rows(self, raws: list[list[Raw]], typed: list[Typed]) -> tuple[Row, ...]:
        by_row = zip(
            self.body.rows,
            zip(*(self.plan.indexes(place, self.numbers) for place in range(len(raws))), strict=True),
            zip(*([display(raw) for raw in column] for column in raws), strict=True),
            zip(*(result.values for result in typed), strict=True),
            strict=True,
        )
        return tuple(
            Row(
                number,
                tuple(map(Cell, repeat(number), indexes, texts, values)),
                kind,
                self.plan.levels.get(number, 0),
            )
            for (number, kind), indexes, texts, values in by_row
        )

    def _titles(self) -> tuple[Line, ...]:
        span = self.span
        area = span.area
        above = [row for row, _ in self.grid.rows(area.top, span.header.top - 1, area.left, area.right)]
        return self._lines(above)

    def _lines(self, rows: Sequence[int]) -> tuple[Line, ...]:
        area = self.span.area
        lines = []
        for row in rows[:_MOST_LINES]:
            for column in self.grid.within(row, area.left, area.right):
                text = strip_tags(display(self.grid.raw(row, column)))
                if any(mark.isalnum() for mark in text):
                    lines.append(Line(f"{letter(column)}{row}", text, find_dates(text), find_numbers(text)))
        return tuple(lines)
