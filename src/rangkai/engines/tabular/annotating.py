"""The report of an import: the same workbook, every cell at its address, the faulty ones coloured and commented."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time, timedelta
from math import isfinite
from typing import Any

from rangkai.engines.tabular.addresses import place_of
from rangkai.engines.tabular.grid import display, is_blank
from rangkai.engines.tabular.kinds import exact
from rangkai.engines.tabular.model import Raw, Sheet, Value, Workbook
from rangkai.engines.tabular.styles import LONGEST_COMMENT, Styles, clean, open_book, sheet_name

_LIST = ("Lembar", "Sel", "Isi", "Masalah")
_LIST_SHEET = "Daftar masalah"
_LIST_WIDTHS = (18, 8, 40, 80)
_WIDEST = 48
_SAMPLE_ROWS = 200


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one cell, by the name of its sheet and its address ("B7")."""

    sheet: str
    cell: str
    message: str
    is_warning: bool = False


type Marks = dict[tuple[str, tuple[int, int]], list[Fault]]
"""Faults by sheet and place: row from 1, column from 0."""


def annotate(book: Workbook, faults: Iterable[Fault]) -> bytes:
    """An .xlsx with the sheets of `book` as they were read, and a last sheet that lists the faults.

    Faults of one cell share a comment. Formulas come back as their last values, and looks are not kept.
    """
    marks: Marks = {}
    for fault in faults:
        marks.setdefault((fault.sheet, place_of(fault.cell) or (1, 0)), []).append(fault)
    written, buffer = open_book()
    styles = Styles(written)
    taken = {_LIST_SHEET.lower()}
    for sheet in book.sheets:
        _write_sheet(written.add_worksheet(_unique(sheet.name, taken)), sheet, marks, styles)
    _write_list(written.add_worksheet(_LIST_SHEET), book, marks, styles)
    written.close()
    return buffer.getvalue()


def _unique(name: str, taken: set[str]) -> str:
    """Excel's names of sheets differ in more than case."""
    wanted = base = sheet_name(name)
    count = 1
    while wanted.lower() in taken:
        count += 1
        wanted = f"{base[:27]} ({count})"
    taken.add(wanted.lower())
    return wanted


def _write_sheet(out: Any, sheet: Sheet, marks: Marks, styles: Styles) -> None:
    own = {place: faults for (name, place), faults in marks.items() if name == sheet.name}
    for column, width in enumerate(_widths(sheet)):
        out.set_column(column, column, width)
    for row, line in enumerate(sheet.grid):
        for column, raw in enumerate(line):
            if not is_blank(raw):
                styles.put(out, (row, column), _value(raw), _mark(own.get((row + 1, column), ())))
    for (row, column), faults in own.items():
        if is_blank(_raw(sheet, row, column)):
            styles.put(out, (row - 1, column), None, _mark(faults))
        text = "\n".join(dict.fromkeys(clean(fault.message) for fault in faults))
        out.write_comment(row - 1, column, text[:LONGEST_COMMENT], {"x_scale": 2, "y_scale": 1.5})


def _raw(sheet: Sheet, row: int, column: int) -> Raw:
    line = sheet.grid[row - 1] if 0 < row <= len(sheet.grid) else ()
    return line[column] if column < len(line) else None


def _mark(faults: Sequence[Fault]) -> str:
    if not faults:
        return ""
    return "warning" if all(fault.is_warning for fault in faults) else "fault"


def _value(raw: Raw) -> Value:
    if isinstance(raw, bool | time | timedelta) or (isinstance(raw, float) and not isfinite(raw)):
        return display(raw)
    return exact(raw) if isinstance(raw, float) else raw


def _widths(sheet: Sheet) -> list[int]:
    widths: list[int] = []
    for line in sheet.grid[:_SAMPLE_ROWS]:
        widths.extend([8] * (len(line) - len(widths)))
        if sum(1 for raw in line if not is_blank(raw)) > 1:
            for column, raw in enumerate(line):
                widths[column] = max(widths[column], min(len(display(raw)) + 2, _WIDEST))
    return widths


def _write_list(out: Any, book: Workbook, marks: Marks, styles: Styles) -> None:
    for place, (name, width) in enumerate(zip(_LIST, _LIST_WIDTHS, strict=True)):
        out.set_column(place, place, width)
        out.write_string(0, place, name, styles.get("heading"))
    sheets = {sheet.name: sheet for sheet in book.sheets}
    row = 0
    for (name, where), faults in marks.items():
        content = display(_raw(sheets[name], *where)) if name in sheets else ""
        for fault in faults:
            row += 1
            for place, text in enumerate((name, fault.cell, content, fault.message)):
                out.write_string(row, place, clean(text), styles.get("text"))
    out.freeze_panes(1, 0)
