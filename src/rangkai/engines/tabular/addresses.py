"""Names of cells: columns count from 0 and are shown as letters, rows count from 1 as on the sheet."""

import re
from functools import lru_cache
from typing import NamedTuple

_ADDRESS = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")


@lru_cache(maxsize=1 << 15)
def letter(column: int) -> str:
    """0 gives "A", 26 gives "AA"."""
    name = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_of(letters: str) -> int:
    """ "A" gives 0, "AA" gives 26; letters only, either case."""
    number = 0
    for mark in letters.upper():
        number = number * 26 + ord(mark) - 64
    return number - 1


def place_of(address: str) -> tuple[int, int] | None:
    """ "B7" gives (7, 1): row and column; None for what is no address."""
    match = _ADDRESS.fullmatch(address)
    return (int(match[2]), column_of(match[1])) if match else None


class Area(NamedTuple):
    """A rectangle of cells, both ends within; rows from 1, columns from 0."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def a1(self) -> str:
        return f"{letter(self.left)}{self.top}:{letter(self.right)}{self.bottom}"

    @property
    def size(self) -> int:
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)

    @property
    def is_wide(self) -> bool:
        return self.right > self.left

    @property
    def is_tall(self) -> bool:
        return self.bottom > self.top
