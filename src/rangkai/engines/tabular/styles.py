"""How cells of the workbooks that we write look, and how a value is put into one without changing it."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from rangkai.engines.tabular.kinds import MOST_EXACT
from rangkai.engines.tabular.model import Value
from rangkai.lib.dates import format_date

LONGEST_CELL = 32_767
LONGEST_COMMENT = 2_000
_FIRST_DATE = date(1900, 3, 1)
"""Excel counts a 29 February 1900 that never was; dates before are written as words."""
_UNGROUPED = 10_000
"""Below this a whole number may be a year, and is not grouped."""
_NOT_IN_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535))
_NOT_IN_SHEET_NAMES = str.maketrans("[]:*?/\\", "()-----")

_LOOKS: dict[str, dict[str, object]] = {
    "heading": {"bold": True, "bg_color": "#E7EEF6", "bottom": 1, "text_wrap": True},
    "required": {"bold": True, "bg_color": "#CFE0F3", "bottom": 1, "text_wrap": True},
    "text": {"num_format": "@", "text_wrap": True},
    "plain": {},
    "number": {"num_format": "#,##0.##########"},
    "whole": {"num_format": "#,##0"},
    "small": {"num_format": "0"},
    "date": {"num_format": "dd/mm/yyyy"},
    "clock": {"num_format": "dd/mm/yyyy hh:mm"},
}
_MARKS: dict[str, dict[str, object]] = {
    "fault": {"bg_color": "#F8D7DA", "border": 1, "border_color": "#B02A37"},
    "warning": {"bg_color": "#FFF3CD", "border": 1, "border_color": "#997404"},
    "open": {"locked": False},
    "shut": {"bg_color": "#F1F3F5", "font_color": "#495057"},
}


def open_book() -> tuple[Any, BytesIO]:
    """A workbook in memory in which no text is ever taken for a formula, a link or a number."""
    import xlsxwriter  # noqa: PLC0415

    buffer = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
        "nan_inf_to_errors": True,
    }
    return xlsxwriter.Workbook(buffer, options), buffer


def sheet_name(name: str) -> str:
    """A name that Excel takes: at most 31 characters, none of []:*?/\\, no apostrophe at an end."""
    return clean(name).translate(_NOT_IN_SHEET_NAMES)[:31].strip("' ") or "Lembar"


def clean(text: str) -> str:
    """Without the characters that XML cannot hold, and no longer than a cell."""
    return text.translate(_NOT_IN_XML)[:LONGEST_CELL]


class Styles:
    """Formats by look and mark, each made once: every new one would grow the file."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[str, str], Any] = {}

    def get(self, look: str, mark: str = "") -> Any:
        key = look, mark
        if key not in self._made:
            self._made[key] = self._book.add_format({"valign": "top", **_LOOKS[look], **_MARKS.get(mark, {})})
        return self._made[key]

    def put(self, sheet: Any, where: tuple[int, int], value: Value, mark: str = "") -> None:
        """Write one value with its type; what a cell cannot hold exactly is written in words."""
        look = look_of(value)
        style = self.get(look, mark)
        if look == "plain":
            sheet.write_blank(*where, None, style)
        elif look == "text":
            sheet.write_string(*where, in_words(value), style)
        elif look in ("date", "clock"):
            sheet.write_datetime(*where, value, style)
        else:
            sheet.write_number(*where, value, style)


def look_of(value: Value) -> str:
    if value is None or value == "":
        return "plain"
    if isinstance(value, str):
        return "text"
    if isinstance(value, int):
        size = abs(value)
        return "text" if size >= MOST_EXACT else "whole" if size >= _UNGROUPED else "small"
    if isinstance(value, Decimal):
        return "number" if value.is_finite() and Decimal(repr(float(value))) == value else "text"
    if isinstance(value, datetime):
        return "clock" if value.date() >= _FIRST_DATE else "text"
    return "date" if value >= _FIRST_DATE else "text"


def in_words(value: Value) -> str:
    """A value as text: numbers with a decimal comma and no groups, dates with the month's name."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    return format_date(value) if isinstance(value, date) else str(value)
