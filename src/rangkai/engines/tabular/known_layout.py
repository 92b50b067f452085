"""A sheet whose headings are known, because we wrote it: read by its headings alone, every row is a row.

Unlike `find_tables`, nothing here is taken for a total, a group heading or a note: whatever an office writes into the
form is what it says.
"""

from collections.abc import Collection, Sequence

from rangkai.engines.tabular.addresses import Area, letter
from rangkai.engines.tabular.columns import ColumnPlan
from rangkai.engines.tabular.grid import display, is_blank
from rangkai.engines.tabular.kinds import Typed, says_nothing, type_column
from rangkai.engines.tabular.model import Cell, Column, Raw, Row, Sheet, Table
from rangkai.engines.tabular.remarks import Remarks
from rangkai.lib.text import squeeze, words

_FIRST_ROWS = 20
_SAMPLES = 3


def table_under(sheet: Sheet, headings: Collection[str]) -> Table | None:
    """The table below the row that has most of `headings` (compared folded), at least two; None without such a row.

    Columns with other headings are left out; of two with the same heading the first is taken. Columns bear the names
    that `headings` give them, whatever their order and place.
    """
    names = {words(heading): heading for heading in headings}
    found = [(row, _places(line, names)) for row, line in enumerate(sheet.grid[:_FIRST_ROWS], 1)]
    top, places = max(found, key=lambda hit: len(hit[1]), default=(0, {}))
    if len(places) < 2:
        return None
    numbers = [
        row
        for row, line in enumerate(sheet.grid[top:], top + 1)
        if any(not is_blank(_at(line, index)) for index in places.values())
    ]
    remarks = Remarks(sheet.name)
    columns, typed, raws = [], [], []
    for name, index in places.items():
        column = [_at(sheet.grid[row - 1], index) for row in numbers]
        kinds = type_column(name, column)
        plan = ColumnPlan(name, index, (name,), (index,), last=index)
        remarks.on_column(plan, kinds, numbers, column)
        columns.append(_column(plan, kinds, column))
        typed.append(kinds)
        raws.append(column)
    area = Area(top, min(places.values()), numbers[-1] if numbers else top, max(places.values()))
    return Table(
        sheet=sheet.name,
        range=area.a1,
        area=area,
        header_rows=(top,),
        columns=tuple(columns),
        rows=_rows(numbers, list(places.values()), raws, typed),
        notes=tuple(remarks.notes),
        problems=tuple(remarks.problems),
    )


def _places(line: Sequence[Raw], names: dict[str, str]) -> dict[str, int]:
    """Heading → column, of the headings that the row has."""
    places: dict[str, int] = {}
    for index, raw in enumerate(line):
        heading = names.get(words(display(raw))) if isinstance(raw, str) else None
        if heading is not None:
            places.setdefault(heading, index)
    return places


def _at(line: Sequence[Raw], index: int) -> Raw:
    return line[index] if index < len(line) else None


def _column(plan: ColumnPlan, typed: Typed, raws: Sequence[Raw]) -> Column:
    said = (squeeze(display(raw)) for raw in raws if not is_blank(raw) and not says_nothing(display(raw)))
    return Column(
        name=plan.name,
        letter=letter(plan.index),
        index=plan.index,
        kind=typed.kind,
        samples=tuple(dict.fromkeys(said))[:_SAMPLES],
        header=plan.header,
        unit=typed.unit,
        filled=sum(value is not None for value in typed.values),
    )


def _rows(
    numbers: Sequence[int], indexes: Sequence[int], raws: Sequence[Sequence[Raw]], typed: Sequence[Typed]
) -> tuple[Row, ...]:
    return tuple(
        Row(
            number,
            tuple(
                Cell(number, index, display(column[place]), kinds.values[place])
                for index, column, kinds in zip(indexes, raws, typed, strict=True)
            ),
        )
        for place, number in enumerate(numbers)
    )
