"""How wide a column gets, and how large the letters of a table may be, so that no number ever breaks.

Widths are points. Both files use them, so a table looks the same in DOCX and PDF.
"""

from dataclasses import dataclass

from rangkai.engines.typeset.document import KeyFigures, Table, Timeline
from rangkai.engines.typeset.printable import cell_text, flat

PORTRAIT, LANDSCAPE = 439.0, 700.0
SIZES = (9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0)
GUTTER = 9.0
LONGEST_CODE = 30
_LETTER, _DIGIT, _CAPITAL, _NARROW = 0.53, 0.56, 0.68, 0.28
_LONGEST_WORD = 13
_LEAST_FIGURE = 9


@dataclass(frozen=True)
class Layout:
    """`size` is the letter size, `widths` one a column; they add up to the width of the page's text."""

    size: float
    widths: tuple[float, ...]

    def room(self, column: int) -> int:
        """How many characters surely fit on one line of the column."""
        return _room(self.widths[column], self.size)


def page_width(landscape: bool) -> float:
    return LANDSCAPE if landscape else PORTRAIT


def lay_out(table: Table) -> Layout:
    """The largest size at which every number and code stands on one line; the smallest when none does."""
    width = page_width(table.landscape)
    needed = _needed(table)
    needs: list[float] = []
    size = SIZES[-1]
    for size in SIZES:
        needs = [ems * size + GUTTER for ems in needed]
        if sum(needs) <= width:
            break
    shrink = min(1.0, width / sum(needs))
    return Layout(size, _share([need * shrink for need in needs], [c.width for c in table.columns], width))


def _needed(table: Table) -> list[float]:
    """In ems, a column each: the widest number or code, the longest word up to a limit."""
    needed = [_longest_word(column.title) for column in table.columns]
    rows = [row for row in table.rows if isinstance(row, tuple)]
    if table.total is not None:
        rows.append(table.total)
    for row in rows:
        for at, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
            shown = flat(cell_text(cell, column.kind))
            ems = _longest_word(shown) if column.kind == "text" else _longest_line(shown)
            needed[at] = max(needed[at], ems)
    return needed


def _longest_word(text: str) -> float:
    return min(max(map(len, text.split()), default=1), _LONGEST_WORD) * _LETTER


def _longest_line(text: str) -> float:
    return max(ems_of(line[:LONGEST_CODE]) for line in text.split("\n"))


def ems_of(text: str) -> float:
    """How wide a number or code is, in the wider of the two files' fonts."""
    return sum(_NARROW if mark in ".,-–: " else _CAPITAL if mark.isupper() else _DIGIT for mark in text)


def _share(needs: list[float], weights: list[float], width: float) -> tuple[float, ...]:
    """Give each column its weight's share, but never less than it needs."""
    held: set[int] = set()
    while True:
        rest = width - sum(needs[i] for i in held)
        total = sum(weight for i, weight in enumerate(weights) if i not in held)
        short = {i for i, weight in enumerate(weights) if i not in held and rest * weight < needs[i] * total}
        if not short:
            return tuple(needs[i] if i in held else rest * weights[i] / total for i in range(len(needs)))
        held |= short


def lay_out_figures(block: KeyFigures) -> tuple[float, ...]:
    """Widths of key figures: a long number gets more of the row, so that it stands on one line."""
    shares = [max(_LEAST_FIGURE, len(flat(item.value))) for item in block.items]
    return tuple(PORTRAIT * share / sum(shares) for share in shares)


TIMELINE_SIZE = 8.0


@dataclass(frozen=True)
class TimelineLayout:
    """Widths of ref, name, owner, years in words, then a column a year.

    `phases` are (name, columns); `phase_ends` count the year columns up to each end.
    """

    widths: tuple[float, ...]
    phases: tuple[tuple[str, int], ...]
    phase_ends: tuple[int, ...]

    def room(self, column: int) -> int:
        return _room(self.widths[column], TIMELINE_SIZE)

    def years_room(self, span: int) -> int:
        """Characters that surely fit on a line over `span` years, whose cells have hardly any gutter."""
        return max(1, int((self.widths[-1] * span - 2) / (TIMELINE_SIZE * _LETTER)))


def lay_out_timeline(timeline: Timeline) -> TimelineLayout:
    """Years take at most half of the page; a phase with no year in the roadmap is dropped."""
    width = page_width(timeline.landscape)
    refs = max((len(bar.ref) for group in timeline.groups for bar in group.bars), default=4)
    ref = min(refs, 16) * TIMELINE_SIZE * _DIGIT + GUTTER
    year = min(28.5, width / 2 / len(timeline.years))
    spoken = 9 * TIMELINE_SIZE * _LETTER + GUTTER
    rest = width - ref - spoken - year * len(timeline.years)
    owner = rest * 0.28
    phases: list[tuple[str, int]] = []
    at = 0
    for phase in timeline.phases:
        end = sum(year <= phase.until for year in timeline.years)
        if end > at:
            phases.append((phase.name, end - at))
            at = end
    if at < len(timeline.years):
        phases.append(("", len(timeline.years) - at))
    ends = tuple(sum(span for _, span in phases[: i + 1]) for i in range(len(phases)))
    return TimelineLayout(
        (ref, rest - owner, owner, spoken, *[year] * len(timeline.years)), tuple(phases), ends
    )


def _room(width: float, size: float) -> int:
    return max(1, int((width - GUTTER) / (size * _LETTER) + 0.001))
