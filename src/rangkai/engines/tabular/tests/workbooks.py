"""Small files to read, built from rows; nothing here is taken from a real office."""

import struct
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, TableCell, TableRow
from odf.table import Table as OdfTable
from odf.text import P

from rangkai.engines.tabular import Sheet, Table, find_tables, read_workbook
from rangkai.engines.tabular.addresses import Area

type Rows = Sequence[Sequence[Any]]


def sheet(*rows: Sequence[Any], merged: Sequence[Area] = (), name: str = "Lembar1") -> Sheet:
    return Sheet(name, [list(row) for row in rows], tuple(merged))


def only_table(*rows: Sequence[Any], merged: Sequence[Area] = ()) -> Table:
    (table,) = find_tables(sheet(*rows, merged=merged))
    return table


def column(name: str, *cells: Any) -> Table:
    """A table with a running number and one column of interest."""
    return only_table(["No", name], *([place, cell] for place, cell in enumerate(cells, 1)))


def xlsx(sheets: Mapping[str, Rows], merged: Sequence[str] = (), hidden: Sequence[str] = ()) -> bytes:
    """Strings that begin with "=" are formulas whose last result is the error after "|"."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    for name, rows in sheets.items():
        out = book.add_worksheet(name)
        if name in hidden:
            out.hide()
        for row, cells in enumerate(rows):
            for place, cell in enumerate(cells):
                if isinstance(cell, str) and cell.startswith("="):
                    formula, _, result = cell.partition("|")
                    out.write_formula(row, place, formula, None, result)
                elif cell is not None:
                    out.write(row, place, cell)
        for area in merged:
            top_left = area.split(":")[0]
            out.merge_range(area, None)
            row, place = int(top_left[1:]) - 1, ord(top_left[0]) - 65
            out.write(row, place, rows[row][place])
    book.close()
    return buffer.getvalue()


def ods(rows: Rows, *, spans: Mapping[tuple[int, int], tuple[int, int]] | None = None) -> bytes:
    """`spans` gives (columns, rows) of merged cells by their place from 0; cells under them are None."""
    document = OpenDocumentSpreadsheet()
    table = OdfTable(name="Lembar1")
    document.spreadsheet.addElement(table)
    for row, cells in enumerate(rows):
        line = TableRow()
        table.addElement(line)
        for place, cell in enumerate(cells):
            line.addElement(_ods_cell(cell, (spans or {}).get((row, place))))
    buffer = BytesIO()
    document.write(buffer)
    return buffer.getvalue()


def _ods_cell(cell: Any, span: tuple[int, int] | None) -> Any:
    if cell is None:
        return CoveredTableCell()
    options = {"numbercolumnsspanned": span[0], "numberrowsspanned": span[1]} if span else {}
    if isinstance(cell, int | float):
        return TableCell(valuetype="float", value=str(cell), **options)
    element = TableCell(valuetype="string", **options) if cell else TableCell(**options)
    if cell:
        element.addElement(P(text=cell))
    return element


def archive(entries: Mapping[str, bytes | str]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for name, content in entries.items():
            target.writestr(name, content)
    return buffer.getvalue()


def with_entry(data: bytes, name: str, content: bytes | str) -> bytes:
    """The archive with one entry replaced or added."""
    with ZipFile(BytesIO(data)) as source:
        entries: dict[str, bytes | str] = {entry: source.read(entry) for entry in source.namelist()}
    return archive({**entries, name: content})


def entry(data: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(data)) as source:
        return source.read(name)


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def number_cell(row: int, place: int, value: float) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, place, 0, value))


def text_cell(row: int, place: int, index: int) -> bytes:
    return record(0x00FD, struct.pack("<HHHI", row, place, 0, index))


def shared_strings(texts: Sequence[str]) -> bytes:
    body = struct.pack("<II", len(texts), len(texts))
    for text in texts:
        body += struct.pack("<HB", len(text), 0) + text.encode("latin-1")
    return record(0x00FC, body)


def biff(cells: bytes, strings: Sequence[str] = (), extra: bytes = b"") -> bytes:
    """A workbook stream with one sheet; `extra` records come before the sheet's entry."""
    start_of = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    name = b"Lembar1"
    table = shared_strings(strings) if strings else b""
    head = len(start_of) + len(extra) + 4 + 8 + len(name) + len(table) + 4
    bound = record(0x0085, struct.pack("<IBBBB", head, 0, 0, len(name), 0) + name)
    sheet_start = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    return start_of + extra + bound + table + record(0x000A) + sheet_start + cells + record(0x000A)


def compound(stream: bytes, name: str = "Workbook", *, mini: bool = False) -> bytes:
    """An OLE2 file with one stream, padded to 4,096 bytes unless it lies in the mini stream."""
    free, end = 0xFFFFFFFF, 0xFFFFFFFE
    size = len(stream) if mini else max(4096, len(stream))
    padded = stream.ljust(size, b"\x00")
    pieces = [padded[at : at + 512].ljust(512, b"\x00") for at in range(0, size, 512)]
    count = len(pieces)
    first = 3 if mini else 2
    fat = [0xFFFFFFFD, end] + ([end] if mini else [])
    fat += [first + place + 1 for place in range(count - 1)] + [end]
    mini_count = -(-size // 64)
    mini_table = [place + 1 for place in range(mini_count - 1)] + [end]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIII", 0, 1, 1, 0, 4096, 2 if mini else end, 1 if mini else 0)
    header += struct.pack("<II", end, 0) + struct.pack("<I", 0) + struct.pack("<108I", *[free] * 108)
    root = _directory_entry("Root Entry", 5, first if mini else end, size if mini else 0, child=1)
    book = _directory_entry(name, 2, 0 if mini else first, size)
    directory = (root + book).ljust(512, b"\x00")
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(512, b"\xff")
    small = [struct.pack(f"<{len(mini_table)}I", *mini_table).ljust(512, b"\xff")] if mini else []
    return b"".join([header, table, directory, *small, *pieces])


def _directory_entry(name: str, kind: int, start: int, size: int, child: int = 0xFFFFFFFF) -> bytes:
    raw = (name + "\x00").encode("utf-16-le")
    nobody = 0xFFFFFFFF
    body = raw.ljust(64, b"\x00") + struct.pack("<HBBIII", len(raw), kind, 1, nobody, nobody, child)
    return body + bytes(36) + struct.pack("<IQ", start, size)


def xls(cells: bytes, strings: Sequence[str] = (), extra: bytes = b"") -> bytes:
    return compound(biff(cells, strings, extra))


def read(data: bytes, name: str) -> tuple[Table, ...]:
    return tuple(table for opened in read_workbook(data, name).sheets for table in find_tables(opened))
