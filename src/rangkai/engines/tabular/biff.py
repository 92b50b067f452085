"""A walk over the records of an .xls workbook ([MS-XLS]): extents, error cells, and whether it is locked."""

import struct
from collections.abc import Iterator

from rangkai.engines.tabular.compound import BrokenCompound, stream
from rangkai.engines.tabular.model import Limits
from rangkai.engines.tabular.refusals import damaged, locked
from rangkai.engines.tabular.scans import Scan

_FILEPASS = 0x002F
_BOUNDSHEET = 0x0085
_WORKSHEET = b"\x00"
_SST = 0x00FC
_CONTINUE = 0x003C
_EOF = 0x000A
_FORMULA = 0x0006
_BOOLERR = 0x0205
_LABELSST = 0x00FD
_MULRK = 0x00BD
_CELLS = frozenset({_FORMULA, _BOOLERR, _LABELSST, 0x0203, 0x0204, 0x027E, 0x00D6})
"""Formula, boolean or error, shared string, number, label, RK, rich string."""
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}

type Record = tuple[int, int, bytes]


def scan_xls(data: bytes, filename: str, limits: Limits) -> list[Scan]:
    """One scan a worksheet, in the order of the workbook; `Invalid` when locked, broken, or beyond the limits."""
    try:
        book = stream(data, ("Workbook", "Book"))
    except BrokenCompound as error:
        raise damaged(filename) from error
    starts: list[int] = []
    lengths: list[int] = []
    for at, kind, body in _records(book, 0):
        if kind == _FILEPASS:
            raise locked(filename)
        if kind == _BOUNDSHEET and body[5:6] == _WORKSHEET:
            starts.append(int.from_bytes(body[:4], "little"))
        elif kind == _SST:
            lengths = string_lengths(_pieces(book, at, body))
    return [
        _scan_sheet(book, start, order, lengths, (filename, limits)) for order, start in enumerate(starts, 1)
    ]


def _records(book: bytes, at: int) -> Iterator[Record]:
    """(position, kind, body) from `at` to the end of that substream."""
    while at + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, at)
        yield at, kind, book[at + 4 : at + 4 + length]
        if kind == _EOF:
            return
        at += 4 + length


def _pieces(book: bytes, at: int, body: bytes) -> list[bytes]:
    """A record and those that continue it."""
    pieces = [body]
    for _, kind, more in _records(book, at + 4 + len(body)):
        if kind != _CONTINUE:
            break
        pieces.append(more)
    return pieces


def _scan_sheet(book: bytes, start: int, order: int, lengths: list[int], where: tuple[str, Limits]) -> Scan:
    scan = Scan(str(order))
    for _, kind, body in _records(book, start):
        if len(body) < 6 or (kind not in _CELLS and kind != _MULRK):
            continue
        row, column = struct.unpack_from("<HH", body)
        last = int.from_bytes(body[-2:], "little") if kind == _MULRK else column
        scan.reach(row + 1, last)
        error = _error(kind, body)
        if error:
            scan.errors[row + 1, column] = error
        if kind == _LABELSST and len(body) >= 10:
            index = int.from_bytes(body[6:10], "little")
            scan.text_chars += lengths[index] if index < len(lengths) else 0
        scan.check(*where)
    return scan


def _error(kind: int, body: bytes) -> str:
    """A stored error, or a formula whose last result is one."""
    if kind == _BOOLERR and len(body) >= 8 and body[7] == 1:
        return _ERRORS.get(body[6], "#ERROR!")
    if kind == _FORMULA and len(body) >= 14 and body[12:14] == b"\xff\xff" and body[6] == 2:
        return _ERRORS.get(body[8], "#ERROR!")
    return ""


def string_lengths(pieces: list[bytes]) -> list[int]:
    """Characters of each string of the shared table, which may be cut anywhere by a continuation."""
    total = int.from_bytes(pieces[0][4:8], "little")
    reader = _Pieces(pieces)
    reader.skip(8)
    lengths: list[int] = []
    while len(lengths) < total and not reader.is_done:
        chars = reader.number(2)
        flags = reader.number(1)
        runs = reader.number(2) if flags & 8 else 0
        extra = reader.number(4) if flags & 4 else 0
        reader.skip_chars(chars, wide=bool(flags & 1))
        reader.skip(4 * runs + extra)
        lengths.append(chars)
    return lengths


class _Pieces:
    """Reads on through the pieces of a continued record."""

    def __init__(self, pieces: list[bytes]) -> None:
        self.pieces = pieces
        self.piece = 0
        self.at = 0

    @property
    def is_done(self) -> bool:
        return self.piece >= len(self.pieces)

    def _left(self) -> int:
        return len(self.pieces[self.piece]) - self.at

    def skip(self, count: int) -> bytes:
        """The bytes passed over; fewer at the end of the table."""
        passed = b""
        while not self.is_done and count >= self._left():
            passed += self.pieces[self.piece][self.at :]
            count -= self._left()
            self.piece, self.at = self.piece + 1, 0
        if not self.is_done:
            passed += self.pieces[self.piece][self.at : self.at + count]
            self.at += count
        return passed

    def number(self, width: int) -> int:
        return int.from_bytes(self.skip(width), "little")

    def skip_chars(self, chars: int, *, wide: bool) -> None:
        """A string that runs into the next piece states its width anew there."""
        while chars and not self.is_done:
            size = 2 if wide else 1
            fit = min(chars, self._left() // size)
            crosses = fit < chars
            self.skip(self._left() if crosses else fit * size)
            chars -= fit
            if crosses and not self.is_done:
                wide = bool(self.number(1) & 1)
