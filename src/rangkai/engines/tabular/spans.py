"""Where the tables of a sheet lie: side by side between empty columns, one below the other by their headings."""

from dataclasses import dataclass

from rangkai.engines.tabular.addresses import Area
from rangkai.engines.tabular.grid import Grid
from rangkai.engines.tabular.headers import Header, header_at, is_heading_like
from rangkai.engines.tabular.wording import is_note, is_sequence_name, is_signature

_DEEPEST = 4
_TITLE_ROWS = 8


@dataclass(frozen=True, slots=True)
class Span:
    """A heading and all that belongs to it: the titles above, the rows and notes below, down to the next table."""

    area: Area
    header: Header
    repeats: tuple[int, ...] = ()
    """Rows that print the heading again, as page breaks do."""


def find_spans(grid: Grid) -> list[Span]:
    """Every table of the sheet, top to bottom, then left to right."""
    if not grid.width:
        return []
    whole = Area(1, 0, grid.height, grid.width - 1)
    return sorted(_within(grid, whole, 0), key=lambda span: (span.header.top, span.header.left))


def _within(grid: Grid, area: Area, depth: int) -> list[Span]:
    bands = _bands(grid, area)
    if len(bands) > 1 and depth < _DEEPEST:
        return [span for band in bands for span in _within(grid, band, depth + 1)]
    spans = _stacked(grid, area)
    if len(spans) < 2 or depth >= _DEEPEST:
        return spans
    return [inner for span in spans for inner in _within(grid, span.area, depth + 1)]


def _bands(grid: Grid, area: Area) -> list[Area]:
    """The area cut at empty columns, where both sides hold a table of their own."""
    runs = _runs(grid, area)
    bands: list[Area] = []
    for left, right in runs:
        band = Area(area.top, left, area.bottom, right)
        if bands and not _are_apart(grid, bands[-1], band):
            bands[-1] = bands[-1]._replace(right=right)
        else:
            bands.append(band)
    if len(bands) < 2:
        return [area]
    bands[0] = bands[0]._replace(left=area.left)
    return bands


def _runs(grid: Grid, area: Area) -> list[tuple[int, int]]:
    """Stretches of columns in use. A merged area bridges columns, unless it stands alone in its row: a title."""
    used: set[int] = set()
    for row, columns in grid.rows(area.top, area.bottom, area.left, area.right):
        used.update(columns)
        if len(columns) > 1 and row in grid.crossing:
            used |= grid.spread(row, area.left, area.right)
    runs: list[tuple[int, int]] = []
    for column in sorted(used):
        if runs and runs[-1][1] == column - 1:
            runs[-1] = (runs[-1][0], column)
        else:
            runs.append((column, column))
    return runs


def _are_apart(grid: Grid, left: Area, right: Area) -> bool:
    """Both sides have a heading, and the right one starts anew: elsewhere, with "No", or with the same names."""
    if right.left == right.right:
        return False
    first, second = _first_header(grid, left, left.top), _first_header(grid, right, right.top)
    if first is None or second is None:
        return False
    if second.top > first.bottom:
        return True
    if not is_heading_like(grid, second, right):
        return False
    if right.left - left.right > 2 or first.top != second.top:
        return True
    names = {name for name in first.names.values() if name}
    opening = second.names.get(second.left, ())
    return is_sequence_name(" ".join(opening)) or any(name in names for name in second.names.values())


def _first_header(grid: Grid, area: Area, start: int) -> Header | None:
    for row, columns in grid.rows(start, area.bottom, area.left, area.right):
        if len(columns) > 1:
            header = header_at(grid, row, area)
            if header is not None:
                return header
    return None


def _stacked(grid: Grid, area: Area) -> list[Span]:
    spans: list[Span] = []
    top = area.top
    header = _first_header(grid, area, top)
    while header is not None:
        repeats, following, title_top = _next_header(grid, area, header)
        bottom = area.bottom if following is None else title_top - 1
        spans.append(Span(area._replace(top=top, bottom=bottom), header, repeats))
        header, top = following, title_top
    return spans


def _next_header(grid: Grid, area: Area, current: Header) -> tuple[tuple[int, ...], Header | None, int]:
    """(rows that repeat the heading, the heading of the next table, the row where its titles begin)."""
    repeats: list[int] = []
    keys = _keys(grid, current.top, area)
    is_fresh = False
    skip_to = current.body_top
    for row in range(current.body_top, area.bottom + 1):
        columns = grid.within(row, area.left, area.right)
        if row < skip_to:
            continue
        if len(columns) < 2:
            is_fresh = True
            continue
        if _keys(grid, row, area, keys) == keys:
            title_top = _title_top(grid, area, row, current.body_top)
            again = header_at(grid, row, area) if title_top < row else None
            if again is not None and again.top > current.bottom:
                return tuple(repeats), again, title_top
            skip_to = row + current.body_top - current.top
            repeats.extend(range(row, min(skip_to, area.bottom + 1)))
            continue
        if is_fresh:
            found = header_at(grid, row, area)
            if found is not None and found.top > current.bottom and is_heading_like(grid, found, area):
                return tuple(repeats), found, _title_top(grid, area, found.top, current.body_top)
        is_fresh = False
    return tuple(repeats), None, 0


def _keys(grid: Grid, row: int, area: Area, like: list[str] | None = None) -> list[str]:
    """The folded texts of a row; with `like`, only the first where that already differs."""
    columns = grid.within(row, area.left, area.right)
    if like is not None and (len(columns) != len(like) or grid.key(row, columns[0]) != like[0]):
        return []
    return [grid.key(row, column) for column in columns]


def _title_top(grid: Grid, area: Area, header_top: int, floor: int) -> int:
    """Where the titles right above a heading begin; `header_top` itself where there are none."""
    top = header_top
    for row in range(header_top - 1, max(floor, header_top - _TITLE_ROWS) - 1, -1):
        columns = grid.within(row, area.left, area.right)
        if not columns and top == header_top:
            continue
        if not columns or not _is_title(grid, row, columns):
            break
        top = row
    return top


def _is_title(grid: Grid, row: int, columns: list[int]) -> bool:
    """A text alone in its row, or a pair "Kecamatan : Puri"; neither a note nor a signature."""
    text = grid.text(row, columns[0])
    if is_note(text) or is_signature(text) or not any(mark.isalpha() for mark in text):
        return False
    is_pair = len(columns) == 2 and (text.endswith(":") or grid.text(row, columns[1]).startswith(":"))
    return len(columns) == 1 or is_pair
