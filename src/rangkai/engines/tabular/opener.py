"""Opens a workbook in a process of its own: run as a script by `opening`, never imported by it.

The library that reads workbooks asks for as much memory as a file says it needs, and ends its process when it gets
none; a file of 5 kB can say 500 GB. Here that ends nothing but this process.

Standard input is the file, the first argument the most bytes of memory. Standard output is the pickled list of
sheets; an exit status other than 0 says that the file cannot be opened.
"""

import pickle
import sys
from io import BytesIO

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

type Opened = tuple[str, bool, list[list[object]], list[tuple[int, int, int, int]]]
"""Merged areas are (top, left, bottom, right): rows from 1, columns from 0."""


def open_sheets(data: bytes) -> list[Opened]:
    """Every worksheet from A1 on; charts and macro sheets are passed over."""
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    return [
        _opened(book.get_sheet_by_name(meta.name), meta.visible is not SheetVisibleEnum.Visible)
        for meta in book.sheets_metadata
        if meta.typ is SheetTypeEnum.WorkSheet
    ]


def _opened(sheet: CalamineSheet, is_hidden: bool) -> Opened:
    rows: list[list[object]] = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    ranges = sheet.merged_cell_ranges or []
    merged = [(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in ranges]
    return sheet.name, is_hidden, rows, merged


def limit_memory(most: int) -> None:
    """Asking for more address space than `most` bytes fails from here on; Windows keeps no such limit."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 (Windows has none)

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def main() -> None:
    limit_memory(int(sys.argv[1]))
    sheets = open_sheets(sys.stdin.buffer.read())
    pickle.dump(sheets, sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)


if __name__ == "__main__":  # pragma: no cover (another process)
    main()
