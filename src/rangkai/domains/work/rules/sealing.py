"""The code by which a workbook is known again, whatever its file is called: region, round and office.

The code is signed by whoever made it (see `actions.sheets.seals`); here is only its shape and where it is found.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rangkai.engines.tabular.model import Raw, Workbook

_SHAPE = re.compile(r"rangkai:([0-9.]+):([0-9]+):([0-9]+)")
BEGINNING = "rangkai:"


@dataclass(frozen=True, slots=True)
class Seal:
    """For which region (code), round and office sheet (ids) a workbook was made."""

    region: str
    round_id: int
    sheet_id: int

    @property
    def text(self) -> str:
        return f"{BEGINNING}{self.region}:{self.round_id}:{self.sheet_id}"


def seal_of(text: str) -> Seal | None:
    """The seal that a text says, None for another text."""
    match = _SHAPE.fullmatch(text)
    return Seal(match[1], int(match[2]), int(match[3])) if match else None


def codes_in(book: Workbook) -> list[str]:
    """Every text of the workbook that looks like a code, each once; hidden sheets first."""
    sheets = sorted(book.sheets, key=lambda sheet: not sheet.is_hidden)
    found = (text for sheet in sheets for row in sheet.grid if (text := _code(row)))
    return list(dict.fromkeys(found))


def _code(row: Sequence[Raw]) -> str:
    """Only the first cell of a row: the code stands there, and rows are many."""
    first = row[0] if row else None
    text = first.strip() if isinstance(first, str) else ""
    return text if text.startswith(BEGINNING) else ""
