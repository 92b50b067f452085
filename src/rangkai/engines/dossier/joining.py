"""The tables of a document under their headings; a table that goes on over pages becomes one again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rangkai.engines.dossier.headings import Path, is_caption, is_continuation
from rangkai.engines.dossier.model import Block, Grid, Heading, Paragraph
from rangkai.engines.tabular import Area
from rangkai.lib.text import words

_MOST_HEADER_ROWS = 5
_CAPTION_WITHIN = 2
"""Paragraphs between a caption and its table."""


@dataclass(slots=True)
class PlacedTable:
    """`headings` run from the chapter to the caption; `parts` counts the pieces that were put together."""

    headings: tuple[str, ...]
    grid: Grid
    parts: int = 1
    caption: str = ""

    @property
    def title(self) -> str:
        return self.headings[-1] if self.headings else ""

    @property
    def page(self) -> int | None:
        return self.grid.pages[0] if self.grid.pages else None


@dataclass(slots=True)
class _Since:
    """What stands between the last table and the next."""

    has_heading: bool = False
    captions: list[str] = field(default_factory=list)
    texts: int = 0


def placed_tables(blocks: Iterable[Block]) -> list[PlacedTable]:
    """Every table of the document in order."""
    path, since = Path(), _Since()
    tables: list[PlacedTable] = []
    for block in blocks:
        if isinstance(block, Heading):
            path.add(block)
            since.has_heading |= not is_continuation(block.text)
        elif isinstance(block, Paragraph):
            _note(since, block.text)
        else:
            _place(tables, block, path.titles(), since)
            since = _Since()
    return tables


def _note(since: _Since, text: str) -> None:
    if is_continuation(text):
        return
    if is_caption(text):
        since.captions.append(text)
        since.texts = 0
    else:
        since.texts += 1


def _place(tables: list[PlacedTable], grid: Grid, titles: tuple[str, ...], since: _Since) -> None:
    caption = since.captions[-1] if since.captions and since.texts <= _CAPTION_WITHIN else ""
    last = tables[-1] if tables else None
    if last is not None and not since.has_heading and _goes_on(last, grid, caption, since):
        repeated = _repeated_rows(last.grid, grid)
        last.grid = _joined(last.grid, grid, repeated)
        last.parts += 1
        return
    tables.append(PlacedTable((*titles, caption) if caption else titles, grid, caption=caption))


def _goes_on(last: PlacedTable, grid: Grid, caption: str, since: _Since) -> bool:
    """The same heading rows again, or the same columns with nothing in between."""
    if grid.width != last.grid.width or (caption and words(caption) != words(last.caption)):
        return False
    if _repeated_rows(last.grid, grid):
        return True
    return not caption and since.texts == 0 and not _opens_anew(grid)


def _repeated_rows(first: Grid, then: Grid) -> int:
    """How many rows at the top of `then` say what the top of `first` says; a lone filled cell repeats nothing."""
    count = 0
    for above, below in zip(first.rows[:_MOST_HEADER_ROWS], then.rows, strict=False):
        if _form(above) != _form(below):
            break
        count += 1
    filled = max((sum(1 for cell in row if cell) for row in then.rows[:count]), default=0)
    return count if filled > 1 else 0


def _form(row: Sequence[str]) -> list[str]:
    return [words(cell) for cell in row]


def _opens_anew(grid: Grid) -> bool:
    """The first row reads like a heading of its own: words in every cell, none of them a number."""
    first = [cell for cell in grid.rows[0] if cell]
    return len(first) > 1 and all(len(cell) <= 40 and not any(map(str.isdigit, cell)) for cell in first)


def _joined(first: Grid, then: Grid, repeated: int) -> Grid:
    shift = len(first.rows) - repeated
    moved = (
        Area(area.top + shift, area.left, area.bottom + shift, area.right)
        for area in then.merged
        if area.top > repeated
    )
    return Grid(
        (*first.rows, *then.rows[repeated:]),
        (*first.merged, *moved),
        (*first.pages, *then.pages[repeated:]),
    )
