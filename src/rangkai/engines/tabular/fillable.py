"""Workbooks that go out to be filled in and come back: what may not change is locked, the rest is open.

No password: the lock keeps a hurried hand from breaking the sheet, it is no secret. What comes back is checked anyway.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rangkai.engines.tabular.model import Kind, Value
from rangkai.engines.tabular.styles import Styles, clean, open_book, sheet_name
from rangkai.engines.tabular.writing import EXTRA_ROWS, SheetColumn, write_guide, write_heading, write_lists

SEAL_SHEET = "Rangkai"
_SEAL_NOTE = "Jangan dihapus: lembar ini mengenali berkas saat dikembalikan."
_ALLOWED = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "autofilter": True,
    "select_locked_cells": True,
}


@dataclass(frozen=True, slots=True)
class Fillable:
    """What stands beside the rows. `seal` is the code by which the workbook is known again, kept on a hidden sheet and
    at the end of the guide; `locked` are columns (by name) that only show, `fixed` those whose filled cells do. Without
    `room` nothing can be written below the rows.
    """

    sheet: str
    guide: tuple[str, ...]
    seal: str
    locked: frozenset[str] = frozenset()
    fixed: frozenset[str] = frozenset()
    room: bool = True


def write_fillable(columns: Sequence[SheetColumn], rows: Iterable[Sequence[Value]], form: Fillable) -> bytes:
    """An .xlsx with the rows, lists to choose from, locked columns, and room for new rows below."""
    book, buffer = open_book()
    sheet = book.add_worksheet(sheet_name(form.sheet))
    styles = Styles(book)
    write_heading(sheet, columns, styles)
    shut = [column.name in form.locked or column.is_hidden for column in columns]
    for place, column in enumerate(columns):
        look = "text" if column.kind in (Kind.TEXT, Kind.CODE) else "plain"
        options = {"hidden": True} if column.is_hidden else {}
        below = "shut" if shut[place] else "open" if form.room else ""
        sheet.set_column(place, place, column.width or 20, styles.get(look, below), options)
    count = 0
    for count, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            held = shut[place] or (columns[place].name in form.fixed and value is not None)
            if value is not None or not form.room:
                styles.put(sheet, (count, place), value, "shut" if held else "open")
    write_lists(book, sheet, columns, count)
    _allow_numbers(sheet, columns, count)
    sheet.protect("", _ALLOWED)
    write_guide(book, (*form.guide, form.seal), styles)
    _seal(book, form.seal)
    book.close()
    return buffer.getvalue()


def _allow_numbers(sheet: Any, columns: Sequence[SheetColumn], count: int) -> None:
    """Columns of numbers refuse words; what has a list is held by its list."""
    for place, column in enumerate(columns):
        if column.kind is Kind.NUMBER and not column.choices:
            rule = {
                "validate": "decimal",
                "criteria": ">=",
                "value": 0,
                "error_title": "Bukan angka",
                "error_message": "Isi angka saja, tanpa huruf, misalnya 50000000.",
            }
            sheet.data_validation(1, place, count + EXTRA_ROWS, place, rule)


def _seal(book: Any, seal: str) -> None:
    hidden = book.add_worksheet(SEAL_SHEET)
    hidden.write_string(0, 0, clean(seal))
    hidden.write_string(1, 0, _SEAL_NOTE)
    hidden.protect("")
    hidden.very_hidden()
