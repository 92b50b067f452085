"""Workbooks and csv out: templates to fill in, and exports that can be edited and read back.

No cell ever begins a formula: workbooks hold texts as texts, and csv texts that a spreadsheet would calculate are
quoted with an apostrophe (OWASP, CSV injection).
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO
from typing import Any

from rangkai.engines.tabular.addresses import letter
from rangkai.engines.tabular.model import Kind, Value
from rangkai.engines.tabular.styles import LONGEST_COMMENT, Styles, clean, in_words, open_book, sheet_name

_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n")
_WIDTHS = {Kind.NUMBER: 16, Kind.DATE: 14, Kind.CODE: 18, Kind.TEXT: 28, Kind.EMPTY: 12}
_LIST_SHEET = "Daftar"
_GUIDE_SHEET = "Petunjuk"
EXTRA_ROWS = 2_000
"""Rows below the data that offer the lists as well, for new entries."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column of a workbook to write; `choices` become a drop-down list, `note` a hint at its heading."""

    name: str
    kind: Kind = Kind.TEXT
    width: int = 0
    choices: tuple[str, ...] = ()
    note: str = ""
    is_required: bool = False
    is_hidden: bool = False
    """Kept for the way back, as the id of each record."""
    is_strict: bool = False
    """Only the choices are accepted; otherwise Excel warns and lets other texts pass."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of the sheet, and lines for a sheet of their own that says how to fill it in."""

    sheet: str = "Data"
    guide: tuple[str, ...] = ()


def write_table(
    columns: Sequence[SheetColumn],
    rows: Iterable[Sequence[Value]],
    heading: Heading = Heading(),
) -> bytes:
    """An .xlsx with one frozen heading row, the columns typed, and lists to choose from."""
    book, buffer = open_book()
    sheet = book.add_worksheet(sheet_name(heading.sheet))
    styles = Styles(book)
    write_heading(sheet, columns, styles)
    count = 0
    for count, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            if value is not None:
                styles.put(sheet, (count, place), value)
    write_lists(book, sheet, columns, count)
    if heading.guide:
        write_guide(book, heading.guide, styles)
    book.close()
    return buffer.getvalue()


def write_csv(columns: Sequence[SheetColumn], rows: Iterable[Sequence[Value]], delimiter: str = ";") -> bytes:
    """UTF-8 with a byte order mark, as Excel wants it; numbers with a decimal comma, dates as 2022-07-06."""
    buffer = StringIO(newline="")
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([harmless(column.name) for column in columns])
    writer.writerows([_csv_text(value) for value in row] for row in rows)
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_RISKY) else text


def _csv_text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless(value)
    return in_words(value) if isinstance(value, int | Decimal) else value.isoformat()


def write_heading(sheet: Any, columns: Sequence[SheetColumn], styles: Styles) -> None:
    for place, column in enumerate(columns):
        sheet.write_string(
            0, place, clean(column.name), styles.get("required" if column.is_required else "heading")
        )
        width = column.width or max(_WIDTHS[column.kind], min(len(column.name) + 2, 40))
        text_format = styles.get("text") if column.kind in (Kind.TEXT, Kind.CODE) else None
        sheet.set_column(place, place, width, text_format, {"hidden": True} if column.is_hidden else {})
        if column.note:
            sheet.write_comment(0, place, clean(column.note)[:LONGEST_COMMENT], {"x_scale": 2})
    sheet.freeze_panes(1, 0)


def write_lists(book: Any, sheet: Any, columns: Sequence[SheetColumn], count: int) -> None:
    """The choices stand on a hidden sheet, since a rule in the cell itself holds only 255 characters."""
    listed = [(place, column) for place, column in enumerate(columns) if column.choices]
    if not listed:
        return
    lists = book.add_worksheet(_LIST_SHEET)
    lists.hide()
    for place, column in listed:
        for row, choice in enumerate(column.choices):
            lists.write_string(row, place, clean(choice))
        name = letter(place)
        rule = {
            "validate": "list",
            "source": f"={_LIST_SHEET}!${name}$1:${name}${len(column.choices)}",
            "error_type": "stop" if column.is_strict else "warning",
            "error_title": "Tidak ada dalam daftar",
            "error_message": "Pilih salah satu isi daftar pada sel ini.",
        }
        sheet.data_validation(1, place, count + EXTRA_ROWS, place, rule)


def write_guide(book: Any, lines: Sequence[str], styles: Styles) -> None:
    guide = book.add_worksheet(_GUIDE_SHEET)
    guide.set_column(0, 0, 100)
    for row, line in enumerate(lines):
        guide.write_string(row, 0, clean(line), styles.get("heading" if row == 0 else "text"))
