"""One stream out of an OLE2 compound file, as [MS-CFB] lays it out; sector chains that run in circles end."""

import struct
from collections.abc import Iterator, Sequence

_END = 0xFFFFFFFA
"""Sector numbers from here on are marks, not sectors."""
_ENTRY = 128
_HEADER_FAT_SECTORS = 109


class BrokenCompound(ValueError):
    """The file is not laid out as a compound file."""


def stream(data: bytes, names: Sequence[str]) -> bytes:
    """The first stream that bears one of `names`; `BrokenCompound` where there is none."""
    if len(data) < 512:
        raise BrokenCompound("header")
    size = 1 << _number(data, 30, 2)
    if size not in (512, 4096):
        raise BrokenCompound("sector size")
    sectors = _Sectors(data, size)
    directory = sectors.join(_number(data, 48))
    for name, start, length in _entries(directory):
        if name not in names:
            continue
        if length >= _number(data, 56):
            return sectors.join(start)[:length]
        return _from_mini(sectors, directory, start)[:length]
    raise BrokenCompound("no such stream")


def _number(data: bytes, at: int, width: int = 4) -> int:
    return int.from_bytes(data[at : at + width], "little")


def _entries(directory: bytes) -> Iterator[tuple[str, int, int]]:
    """(name, first sector, length) of each stream."""
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        entry = directory[at : at + _ENTRY]
        if entry[66] == 2:
            name = entry[: max(0, _number(entry, 64, 2) - 2)].decode("utf-16-le", "replace")
            yield name, _number(entry, 116), _number(entry, 120)


def _table(raw: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4])


def _chain(table: Sequence[int], start: int) -> list[int]:
    found: list[int] = []
    seen = bytearray(len(table))
    while start < len(table) and start < _END and not seen[start]:
        seen[start] = 1
        found.append(start)
        start = table[start]
    return found


class _Sectors:
    def __init__(self, data: bytes, size: int) -> None:
        self.data = data
        self.size = size
        fat = list(_table(data[76 : 76 + 4 * _HEADER_FAT_SECTORS]))
        more, seen = _number(data, 68), set[int]()
        while more < _END and more not in seen and (more + 1) * size < len(data):
            seen.add(more)
            numbers = _table(self._sector(more))
            fat.extend(numbers[:-1])
            more = numbers[-1] if numbers else _END
        self.fat = _table(b"".join(self._sector(number) for number in fat if number < _END))

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self.size
        return self.data[at : at + self.size]

    def join(self, start: int) -> bytes:
        return b"".join(self._sector(number) for number in _chain(self.fat, start))


def _from_mini(sectors: _Sectors, directory: bytes, start: int) -> bytes:
    """A short stream lies in 64-byte pieces of the root entry's own stream."""
    root = sectors.join(_number(directory, 116))
    table = _table(sectors.join(_number(sectors.data, 60)))
    return b"".join(root[number * 64 : number * 64 + 64] for number in _chain(table, start))
