"""Which columns of the sheet make the columns of a table, and what each is called."""

from dataclasses import dataclass, field, replace

from rangkai.engines.tabular.addresses import letter
from rangkai.engines.tabular.grid import Grid, display, is_blank, is_date, is_numeric
from rangkai.engines.tabular.model import Raw
from rangkai.engines.tabular.spans import Span
from rangkai.engines.tabular.wording import is_bullet, is_dash
from rangkai.lib.text import squeeze, strip_tags, unspace

_SHARE_OF_CLASHES = 0.05


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    name: str
    index: int
    header: tuple[str, ...]
    members: tuple[int, ...]
    """The columns of the sheet whose texts it takes together: an outline indented over sub-columns."""
    renamed_from: str = ""
    last: int = 0
    """The last column of the sheet that its heading or its cells take."""


@dataclass(slots=True)
class Plan:
    grid: Grid
    columns: list[ColumnPlan]
    dropped: list[int] = field(default_factory=list)
    """Empty columns inside the table."""
    filled_down: set[int] = field(default_factory=set)
    """Rows that take a value from a merged area begun above."""
    levels: dict[int, int] = field(default_factory=dict)
    carried: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def raws(self, place: int, rows: list[int]) -> list[Raw]:
        members = self.columns[place].members
        if len(members) > 1:
            return [self._joined(row, members) for row in rows]
        column = members[0]
        if self.carried:
            return [self._raw(row, column) for row in rows]
        grid = self.grid.sheet.grid
        lines = (grid[row - 1] for row in rows)
        return [line[column] if column < len(line) else None for line in lines]

    def _raw(self, row: int, column: int) -> Raw:
        source = self.carried.get((row, column))
        if source is None:
            return self.grid.raw(row, column)
        return self.grid.raw(*source)

    def _joined(self, row: int, members: tuple[int, ...]) -> Raw:
        raws = [raw for column in members if not is_blank(raw := self._raw(row, column))]
        spoken = [raw for raw in raws if not is_dash(display(raw))] or raws
        return spoken[0] if len(spoken) == 1 else " ".join(squeeze(display(raw)) for raw in spoken)

    def indexes(self, place: int, rows: list[int]) -> list[int]:
        """For each row, the sheet's column of the cell that carries its words."""
        members = self.columns[place].members
        if len(members) == 1:
            return [members[0]] * len(rows)
        return [self._speaking(members, row) for row in rows]

    def _speaking(self, members: tuple[int, ...], row: int) -> int:
        spoken = [column for column in members if not is_blank(self._raw(row, column))]
        words = [column for column in spoken if not is_bullet(self.grid.text(row, column))]
        return (words or spoken or list(members))[0]


def plan_columns(grid: Grid, span: Span, rows: list[int]) -> Plan:
    """The columns that the heading names or the rows use, outlines taken together, names made unique."""
    plan = Plan(grid, [])
    _carry_down(plan, span, rows)
    used = _used(plan, span, rows)
    names = span.header.names
    named = {column for column, name in names.items() if name and column not in _inner_of_groups(span)}
    wanted = sorted(used | named)
    plan.dropped = [column for column in range(wanted[0], wanted[-1] + 1) if column not in used | set(names)]
    columns = []
    taken: set[int] = set()
    for column in wanted:
        if column in taken:
            continue
        members = _outline(plan, span, column, used, rows)
        taken.update(members)
        columns.append(_planned(span, column, members))
    plan.columns = _with_unique_names(columns)
    plan.levels = _levels(plan, rows)
    return plan


def _carry_down(plan: Plan, span: Span, rows: list[int]) -> None:
    """Areas merged downwards in the body say the same for each of their rows."""
    wanted = set(rows)
    area = span.area
    for merged in plan.grid.sheet.merged:
        inside = area.left <= merged.left <= area.right and span.header.body_top <= merged.top <= area.bottom
        if inside and merged.is_tall and not is_blank(plan.grid.raw(merged.top, merged.left)):
            for row in range(merged.top + 1, merged.bottom + 1):
                if row in wanted:
                    plan.carried[row, merged.left] = (merged.top, merged.left)
                    plan.filled_down.add(row)


def _used(plan: Plan, span: Span, rows: list[int]) -> set[int]:
    used: set[int] = set()
    for row in rows:
        used.update(plan.grid.within(row, span.area.left, span.area.right))
    return used


def _inner_of_groups(span: Span) -> set[int]:
    """Columns under a name that spans several, but for its first."""
    return {column for area in span.header.groups.values() for column in range(area.left + 1, area.right + 1)}


def _outline(plan: Plan, span: Span, column: int, used: set[int], rows: list[int]) -> tuple[int, ...]:
    """The columns that hold one outline: text under one name, in each row in one column only, marks aside."""
    names = span.header.names
    group = span.header.groups.get(column)
    if not names.get(column):
        return (column,)
    last = group.right if group else column
    while not group and last + 1 in used and not names.get(last + 1):
        last += 1
    members = tuple(member for member in range(column, last + 1) if member in used)
    if len(members) < 2:
        return members or (column,)
    clashes = 0
    for row in rows:
        raws = [raw for member in members if not is_blank(raw := plan.grid.raw(row, member))]
        if any(is_numeric(raw) or is_date(raw) for raw in raws[1:]):
            return (column,)
        clashes += len([raw for raw in raws if not is_bullet(squeeze(display(raw)))]) > 1
    return members if clashes <= _SHARE_OF_CLASHES * len(rows) else (column,)


def _planned(span: Span, column: int, members: tuple[int, ...]) -> ColumnPlan:
    header = tuple(unspace(strip_tags(part)) for part in span.header.names.get(column, ()) if part)
    group = span.header.groups.get(column)
    last = max(group.right if group else column, *members)
    name = " / ".join(header) or f"Kolom {letter(column)}"
    return ColumnPlan(name, members[0] if len(members) == 1 else column, header, members, "", last)


def _with_unique_names(columns: list[ColumnPlan]) -> list[ColumnPlan]:
    """A name met again gets its count: "JML", "JML (2)"."""
    taken: set[str] = set()
    done = []
    for column in columns:
        name, count = column.name, 1
        while name in taken:
            count += 1
            name = f"{column.name} ({count})"
        taken.add(name)
        renamed_from = column.name if name != column.name else ""
        done.append(replace(column, name=name, renamed_from=renamed_from))
    return done


def _levels(plan: Plan, rows: list[int]) -> dict[int, int]:
    """How far each row's words are indented in the first outline of the table."""
    for place, column in enumerate(plan.columns):
        if len(column.members) > 1:
            speaking = plan.indexes(place, rows)
            return {row: column.members.index(index) for row, index in zip(rows, speaking, strict=True)}
    return {}
