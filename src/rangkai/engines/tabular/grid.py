"""A sheet as a reader sees it: which cells say something, what they look like, which areas are merged."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from rangkai.engines.tabular.addresses import Area
from rangkai.engines.tabular.model import Raw, Sheet
from rangkai.lib.dates import names_no_day, parse_date
from rangkai.lib.numbers import parse_number
from rangkai.lib.text import fold, squeeze, unspace

_BLANK_MARKS = " \t\r\n\x0b\x0c\xa0\u200b\u2060\ufeff"
_DIGIT = re.compile("[0-9]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?:[-/](?:19|20)?[0-9]{2})?")
_ESCAPED = re.compile(r"_x000D_\n?|\r\n?")
_FIRST_YEAR, _LAST_YEAR = 1945, 2100


def is_blank(raw: Raw) -> bool:
    return raw is None or raw == "" or (isinstance(raw, str) and not raw.strip(_BLANK_MARKS))


def display(raw: Raw) -> str:
    """What the cell shows, without the format that hides digits: 17063197100, 2022-11-22, TRUE."""
    if isinstance(raw, str):
        return _ESCAPED.sub("\n", raw) if "\r" in raw or "_x000D_" in raw else raw
    if raw is None:
        return ""
    if isinstance(raw, bool):
        return "TRUE" if raw else "FALSE"
    if isinstance(raw, float):
        return str(int(raw)) if raw.is_integer() else repr(raw)
    if isinstance(raw, Decimal):
        return f"{raw:f}"
    if isinstance(raw, datetime):
        return f"{raw:%Y-%m-%d}" if raw.time() == time(0) else f"{raw:%Y-%m-%d %H:%M}"
    if isinstance(raw, time):
        return f"{raw:%H.%M}"
    if isinstance(raw, timedelta):
        minutes = round(raw.total_seconds() / 60)
        return f"{minutes // 60}.{minutes % 60:02d}"
    return raw.isoformat() if isinstance(raw, date) else str(raw)


def tidy(text: str) -> str:
    """Text without stray spaces; line breaks that divide its paragraphs stay."""
    if "\n" not in text:
        return squeeze(text)
    lines = (squeeze(line) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def is_numeric(raw: Raw) -> bool:
    if isinstance(raw, str):
        return _DIGIT.search(raw, 0, 40) is not None and parse_number(raw) is not None
    return isinstance(raw, int | float | Decimal) and not isinstance(raw, bool)


def is_date(raw: Raw) -> bool:
    if isinstance(raw, str):
        return _DIGIT.search(raw, 0, 40) is not None and (parse_date(raw) is not None or names_no_day(raw))
    return isinstance(raw, date)


def is_year(raw: Raw) -> bool:
    if isinstance(raw, str):
        return _YEAR.fullmatch(raw.strip(_BLANK_MARKS)) is not None
    return isinstance(raw, int | float) and _FIRST_YEAR <= raw <= _LAST_YEAR and raw == int(raw)


def is_label(raw: Raw) -> bool:
    """Words: neither a number nor a date."""
    return isinstance(raw, str) and (
        _DIGIT.search(raw, 0, 40) is None or not (is_numeric(raw) or is_date(raw))
    )


class Grid:
    """`filled[row]` are the columns that say something in a row; rows count from 1, `filled[0]` is empty."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.filled: list[list[int]] = [[]]
        for line in sheet.grid:
            self.filled.append(
                [
                    column
                    for column, raw in enumerate(line)
                    if raw is not None and raw != "" and (type(raw) is not str or raw.strip(_BLANK_MARKS))
                ]
            )
        self.spans: dict[tuple[int, int], Area] = {(area.top, area.left): area for area in sheet.merged}
        self.crossing: dict[int, list[Area]] = {}
        for area in sheet.merged:
            for row in range(area.top, area.bottom + 1):
                self.crossing.setdefault(row, []).append(area)

    @property
    def height(self) -> int:
        return len(self.filled) - 1

    @property
    def width(self) -> int:
        return max((columns[-1] + 1 for columns in self.filled if columns), default=0)

    def raw(self, row: int, column: int) -> Raw:
        line = self.sheet.grid[row - 1]
        return line[column] if column < len(line) else None

    def text(self, row: int, column: int) -> str:
        """The tidied text of a cell on one line."""
        return squeeze(display(self.raw(row, column)))

    def key(self, row: int, column: int) -> str:
        """Folded text for comparing; letters spaced out for looks come together."""
        return unspace(fold(self.text(row, column)))

    def within(self, row: int, left: int, right: int) -> list[int]:
        """The filled columns of a row between two columns, both within."""
        columns = self.filled[row]
        if not columns or (columns[0] >= left and columns[-1] <= right):
            return columns
        return [column for column in columns if left <= column <= right]

    def spread(self, row: int, left: int, right: int) -> set[int]:
        """Filled columns of a row and those that its merged areas cover."""
        columns = set(self.within(row, left, right))
        for area in self.crossing.get(row, ()):
            if not is_blank(self.raw(area.top, area.left)):
                columns.update(range(max(area.left, left), min(area.right, right) + 1))
        return columns

    def rows(self, top: int, bottom: int, left: int, right: int) -> Iterator[tuple[int, list[int]]]:
        """Rows that say something in that area, with their filled columns."""
        for row in range(top, bottom + 1):
            columns = self.within(row, left, right)
            if columns:
                yield row, columns
