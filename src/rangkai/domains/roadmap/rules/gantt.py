"""Where the bars of the Gantt stand: a drawing of whole numbers, so that the page needs no script and prints."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rangkai.domains.roadmap.rules.reading import Bar

LABEL, YEAR, ROW, HEAD, TITLE = 290, 74, 26, 40, 30


@dataclass(frozen=True)
class DrawnBar:
    """A bar at (x, y); `label_y` is the base line of its name, `bold_y` that of its sum."""

    bar: Bar
    x: int
    y: int
    width: int
    label_y: int


@dataclass(frozen=True)
class DrawnGroup:
    """A heading (a dimension or an office) with its bars."""

    name: str
    y: int
    bars: tuple[DrawnBar, ...]


@dataclass(frozen=True)
class DrawnYear:
    """A year's column; `ends_phase` draws the phase line at its right edge."""

    year: int
    x: int
    right: int
    middle: int
    ends_phase: str


@dataclass(frozen=True)
class Gantt:
    """The whole drawing in units of the view box."""

    width: int
    height: int
    label: int
    groups: tuple[DrawnGroup, ...]
    years: tuple[DrawnYear, ...]


def draw(
    bars: Iterable[Bar],
    *,
    years: Sequence[int],
    phase_ends: dict[int, str],
    group_of: Callable[[Bar], str],
    order: Sequence[str],
) -> Gantt:
    """Bars under the heading of their group, groups in `order`; a group without bars is left out."""
    by_group: dict[str, list[Bar]] = {name: [] for name in order}
    for bar in bars:
        by_group.setdefault(group_of(bar), []).append(bar)
    columns = tuple(
        DrawnYear(
            year,
            LABEL + i * YEAR,
            LABEL + (i + 1) * YEAR,
            LABEL + i * YEAR + YEAR // 2,
            phase_ends.get(year, ""),
        )
        for i, year in enumerate(years)
    )
    left = {column.year: column.x for column in columns}
    groups = []
    y = HEAD
    for name, members in by_group.items():
        if not members:
            continue
        drawn = tuple(_bar(bar, left, y + TITLE + i * ROW, years[-1]) for i, bar in enumerate(members))
        groups.append(DrawnGroup(name, y + TITLE - 10, drawn))
        y += TITLE + len(members) * ROW
    return Gantt(LABEL + len(years) * YEAR, y + 8, LABEL, tuple(groups), columns)


def _bar(bar: Bar, left: dict[int, int], y: int, last: int) -> DrawnBar:
    years = min(bar.end, last) - bar.start + 1
    return DrawnBar(bar, left[bar.start] + 2, y + 4, years * YEAR - 4, y + 18)
