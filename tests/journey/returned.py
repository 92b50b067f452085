"""Workbooks as offices give them back: filled in, renamed, two of them at odds with what stands elsewhere."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook

FILLED = "Keadaan menurut kantor"
FIRST_CELL, NUMBER = "C2", "A2"


def workbooks(archive: Path) -> list[Workbook]:
    """Those of the archive in which something was filled in beforehand."""
    with ZipFile(archive) as found:
        books = [load_workbook(BytesIO(found.read(name))) for name in found.namelist()[1:]]
    return [book for book in books if book.worksheets[0][NUMBER].value]


def give_back(archive: Path, folder: Path) -> tuple[list[Path], str]:
    """Five files of four offices under names of their own, and the number of the need that only the first one is about.

    Two files of the last office say different things of the same cell.
    """
    books = workbooks(archive)[:4]
    files = []
    for number, book in enumerate([*books, books[-1]], 1):
        book.worksheets[0][FIRST_CELL] = f"{FILLED} {number}"
        files.append(folder / f"WhatsApp Document {number}.xlsx")
        book.save(files[-1])
    return files, str(books[0].worksheets[0][NUMBER].value)
