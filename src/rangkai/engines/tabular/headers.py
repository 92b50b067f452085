"""The heading of a table: which rows it takes, what it calls each column, and the row that numbers the columns."""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from rangkai.engines.tabular.addresses import Area
from rangkai.engines.tabular.grid import Grid, is_date, is_label, is_numeric, is_year
from rangkai.lib.text import squeeze

_SAMPLE_ROWS = 25
_MOST_BLANK_ROWS = 3
_MOST_HEADER_ROWS = 5
_LONGEST_LABEL = 300
_LEAST_COVERAGE = 0.5

_LETTERED = re.compile(r"\(?[a-z©]{1,2}\)|[a-z©]\.?")
_NUMBERED = re.compile(r"\(?([0-9]{1,3})\)?(?: ?= ?[0-9(].*)?\.?")
_KNOWN = re.compile(
    r"no|nomor|nama|kode|uraian|kegiatan|program|subkegiatan|sub|satuan|volume|vol|target|realisasi|anggaran|pagu|"
    r"keterangan|ket|tahun|lokasi|jumlah|jml|kecamatan|desa|kelurahan|kab(?:upaten)?/kota|tanggal|tgl|opd|skpd|pd|"
    r"perangkat|unit|indikator|sumber|nilai|urusan|bidang|alamat|sasaran|tujuan|prioritas|bulan|total|persentase|"
    r"usulan|jabatan|nip|golongan|jenis|harga|biaya|bobot|capaian|id"
)
"""First words of headings as offices write them."""


@dataclass(frozen=True, slots=True)
class Header:
    top: int
    bottom: int
    columns: frozenset[int]
    """Columns that the heading covers, merged areas included."""
    numbering: int | None = None
    names: dict[int, tuple[str, ...]] = field(default_factory=dict)
    groups: dict[int, Area] = field(default_factory=dict)
    """By its first column, the merged area of a name that spans several columns with none below it."""

    @property
    def left(self) -> int:
        return min(self.columns)

    @property
    def body_top(self) -> int:
        return (self.numbering or self.bottom) + 1

    @property
    def rows(self) -> tuple[int, ...]:
        return tuple(range(self.top, self.bottom + 1))


def header_at(grid: Grid, row: int, area: Area) -> Header | None:
    """The heading whose first row is `row`, if it names at least half of the columns used below it."""
    columns = label_columns(grid, row, area)
    if len(columns) < 2:
        return None
    covered = grid.spread(row, area.left, area.right)
    used, depth = _used_below(grid, row, area)
    if depth and len(covered & used) < _LEAST_COVERAGE * len(used):
        return None
    if not depth and len(columns) < 3:
        return None
    if _is_outdone(grid, row, area, covered):
        return None
    bottom = _last_header_row(grid, row, area, covered)
    top = _first_header_row(grid, row, area, covered)
    for other in range(top, bottom + 1):
        covered |= grid.spread(other, area.left, area.right)
    numbering = bottom + 1 if _is_numbering(grid, bottom + 1, area, len(covered)) else None
    names, groups = _names(grid, (top, bottom), covered)
    return Header(top, bottom, frozenset(covered), numbering, names, groups)


def label_columns(grid: Grid, row: int, area: Area) -> list[int]:
    """The filled columns of a row that could be a heading, or none: words and years, no "Label : value" pairs."""
    columns = grid.within(row, area.left, area.right)
    words, years = 0, set()
    for column in columns:
        raw = grid.raw(row, column)
        if is_label(raw):
            text = squeeze(str(raw))
            if len(text) > _LONGEST_LABEL or text.startswith((":", "=")):
                return []
            if text.endswith(":") and len(columns) <= 3:
                return []
            words += 1
        elif is_year(raw) or is_date(raw):
            years.add(raw)
        else:
            return []
    is_span_of_years = words > 0 and len(years) > 1 and len(years) + words == len(columns)
    return columns if is_span_of_years or 2 * words >= len(columns) else []


def is_heading_like(grid: Grid, header: Header, area: Area) -> bool:
    """Evidence that a row deep in a sheet heads a table of its own: its words, or numbers right below words."""
    if header.numbering is not None:
        return True
    known = sum(1 for name in header.names.values() if _KNOWN.fullmatch(_first_word(name)))
    if known >= 2 and known >= 0.4 * len(header.names):
        return True
    below = [row for row, _ in grid.rows(header.body_top, area.bottom, area.left, area.right)][:3]
    return any(
        is_label(grid.raw(header.bottom, column)) and _is_measured(grid, below, column)
        for column in header.columns
    )


def _first_word(name: tuple[str, ...]) -> str:
    return re.split(r"[ .(]", name[0].lower(), maxsplit=1)[0] if name and name[0] else ""


def _is_measured(grid: Grid, rows: list[int], column: int) -> bool:
    raws = [grid.raw(row, column) for row in rows]
    return bool(raws) and all(is_numeric(raw) or is_date(raw) for raw in raws)


def _used_below(grid: Grid, row: int, area: Area) -> tuple[set[int], int]:
    """Columns used by the rows that follow, and how many rows were looked at."""
    counts: Counter[int] = Counter()
    seen, last = 0, row
    for below, columns in grid.rows(row + 1, area.bottom, area.left, area.right):
        if below - last > _MOST_BLANK_ROWS or seen == _SAMPLE_ROWS:
            break
        counts.update(columns)
        seen, last = seen + 1, below
    least = 1 if seen < 6 else 2
    return {column for column, count in counts.items() if count >= least}, seen


def _is_outdone(grid: Grid, row: int, area: Area, covered: set[int]) -> bool:
    """One of the next rows is a fuller heading that takes this one in: this one is "Kecamatan | Puri"."""
    following = [below for below, _ in grid.rows(row + 1, min(row + 4, area.bottom), area.left, area.right)][
        :3
    ]
    for below in following:
        wider = grid.spread(below, area.left, area.right)
        if covered < wider and 2 * len(covered) <= len(wider) and label_columns(grid, below, area):
            return True
    return False


def _last_header_row(grid: Grid, row: int, area: Area, covered: set[int]) -> int:
    bottom = row
    left = min(covered)
    while bottom < area.bottom and bottom - row < _MOST_HEADER_ROWS - 1:
        below = bottom + 1
        tall = any(
            other.top <= bottom and other.is_tall and other.left in covered and _is_inside(other, area)
            for other in grid.crossing.get(below, ())
        )
        if not tall and not _completes(grid, bottom, area, left):
            break
        bottom = below
    return bottom


def _is_inside(other: Area, area: Area) -> bool:
    return area.left <= other.left and other.right <= area.right


def _completes(grid: Grid, row: int, area: Area, left: int) -> bool:
    """The row below names only columns that `row` groups or leaves open: sub-headings."""
    columns = grid.within(row + 1, area.left, area.right)
    if len(columns) < 2 or left in columns:
        return False
    raws = [grid.raw(row + 1, column) for column in columns]
    if not all(is_label(raw) or is_year(raw) for raw in raws):
        return False
    above = set(grid.within(row, area.left, area.right))
    is_open = False
    for column in columns:
        span = grid.spans.get((row, column))
        if column not in above:
            is_open = True
        elif not (span and span.is_wide) and not (column + 1 in columns and column + 1 not in above):
            return False
    return is_open


def _first_header_row(grid: Grid, row: int, area: Area, covered: set[int]) -> int:
    """Rows above that group the columns of `row`, each by merged cells inside the table."""
    top = row
    left, right = min(covered), max(covered)
    while top > area.top and row - top < _MOST_HEADER_ROWS - 1:
        columns = label_columns(grid, top - 1, area)
        spans = [span for column in columns if (span := grid.spans.get((top - 1, column))) and span.is_wide]
        if not any(left < span.left and span.right <= right for span in spans):
            break
        top -= 1
    return top


def _is_numbering(grid: Grid, row: int, area: Area, width: int) -> bool:
    """(a) (b) (c), or 1 2 3 from left to right, under at least 60 % of at least three columns."""
    if row > area.bottom or width < 3:
        return False
    columns = grid.within(row, area.left, area.right)
    if len(columns) < max(3, 0.6 * width):
        return False
    keys = [grid.key(row, column) for column in columns]
    lettered = sum(1 for key in keys if _LETTERED.fullmatch(key))
    if lettered >= 0.6 * len(keys):
        return True
    numbers = [_NUMBERED.fullmatch(key) for key in keys]
    values = [int(match[1]) for match in numbers if match]
    return (
        len(values) == len(keys)
        and values[0] == 1
        and all(0 <= after - before <= 1 for before, after in pairwise(values))
        and len(set(values)) >= max(3, 0.6 * width)
    )


def _names(
    grid: Grid, rows: tuple[int, int], covered: set[int]
) -> tuple[dict[int, tuple[str, ...]], dict[int, Area]]:
    """The parts of each column's name, and the groups of columns that share one name."""
    top, bottom = rows
    table = {row: _row_names(grid, row, covered) for row in range(top, bottom + 1)}
    for row in range(bottom - 1, top - 1, -1):
        _carry_right(table, row, sorted(covered), grid)
    names: dict[int, tuple[str, ...]] = {}
    for column in sorted(covered):
        parts: list[str] = []
        for row in range(top, bottom + 1):
            part = table[row].get(column, "")
            if part and (not parts or parts[-1] != part):
                parts.append(part)
        names[column] = tuple(parts)
    groups = {
        span.left: span
        for (_, column), span in grid.spans.items()
        if top <= span.top and span.bottom == bottom and span.is_wide and column in covered and names[column]
    }
    return names, groups


def _row_names(grid: Grid, row: int, covered: set[int]) -> dict[int, str]:
    names = {column: grid.text(row, column) for column in grid.filled[row] if column in covered}
    for area in grid.crossing.get(row, ()):
        text = grid.text(area.top, area.left)
        for column in range(area.left, area.right + 1):
            if text and column in covered:
                names[column] = text
    return names


def _carry_right(table: dict[int, dict[int, str]], row: int, columns: list[int], grid: Grid) -> None:
    """A group name typed once, not merged, holds for the open columns at its right that have names below."""
    carried = ""
    merged = {column for area in grid.crossing.get(row, ()) for column in range(area.left, area.right + 1)}
    for column in columns:
        own = table[row].get(column, "")
        below = table[row + 1].get(column, "")
        if own:
            carried = own if column not in merged and below and below != own else ""
        elif carried and below:
            table[row][column] = carried
        else:
            carried = ""
