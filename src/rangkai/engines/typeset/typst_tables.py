"""Tables and roadmaps as Typst code; `book.typ` draws them."""

from collections.abc import Iterator

from rangkai.engines.typeset import palette
from rangkai.engines.typeset.document import Bar, BarGroup, Cell, Column, RowGroup, Table, Timeline
from rangkai.engines.typeset.layout import TIMELINE_SIZE, Layout, TimelineLayout, lay_out, lay_out_timeline
from rangkai.engines.typeset.printable import cell_text
from rangkai.engines.typeset.typst_text import TypstText, array, literal


def table_code(table: Table, text: TypstText) -> str:
    layout = lay_out(table)
    widths = array(f"{width:.1f}pt" for width in layout.widths)
    aligns = array(column.alignment for column in table.columns)
    rows = "\n".join(_row(row, table.columns, layout, text) for row in table.rows)
    total = ""
    if table.total is not None:
        total = "".join(f"total-cell({cell}), " for cell in _cells(table.total, table.columns, layout, text))
    head_rows = 2 if table.is_grouped else 1
    head = _head(table, layout, text)
    return f"data-table({layout.size}pt, {widths}, {aligns}, {head_rows}, {head},\n{rows}\n{total})"


def colour(dimension: str) -> str:
    return f"rgb({literal(palette.dimension_colour(dimension))})"


def _head(table: Table, layout: Layout, text: TypstText) -> str:
    """The head's cells; a second row only where neighbours share a group."""
    titles = [text.title(column.title, layout.room(at)) for at, column in enumerate(table.columns)]
    if not table.is_grouped:
        return array(titles)
    upper: list[str] = []
    lower: list[str] = []
    for group, at, end in table.head_groups:
        if group:
            upper.append(
                f"table.cell(colspan: {end - at}, align: center + horizon, strong({text.title(group)}))"
            )
            lower.extend(titles[at:end])
        else:
            upper.append(f"table.cell(rowspan: 2, strong({titles[at]}))")
    return array([*upper, *lower])


def _row(
    row: tuple[Cell, ...] | RowGroup, columns: tuple[Column, ...], layout: Layout, text: TypstText
) -> str:
    if isinstance(row, RowGroup):
        chip = colour(row.dimension) if row.dimension else "none"
        return f"group-row({len(columns)}, {chip}, {text.title(row.title)}),"
    return "".join(f"{cell}, " for cell in _cells(row, columns, layout, text))


def _cells(
    row: tuple[Cell, ...], columns: tuple[Column, ...], layout: Layout, text: TypstText
) -> Iterator[str]:
    for at, (cell, column) in enumerate(zip(row, columns, strict=True)):
        yield text.content(cell_text(cell, column.kind), layout.room(at))


def timeline_code(timeline: Timeline, text: TypstText) -> str:
    layout = lay_out_timeline(timeline)
    labels = text.labels
    phases = array(f"({span}, {text.title(name, layout.room(4) * span)})" for name, span in layout.phases)
    ends = array(str(end) for end in layout.phase_ends)
    years = array(literal(str(year)) for year in timeline.years)
    heads = array(
        text.title(word) for word in (labels.reference, labels.programme, labels.owner, labels.years)
    )
    widths = array(f"{width:.2f}pt" for width in layout.widths)
    groups = "\n".join(_bars(group, timeline, layout, text) for group in timeline.groups)
    return f"roadmap({TIMELINE_SIZE}pt, {widths}, {years}, {phases}, {ends}, {heads},\n{groups})"


def _bars(group: BarGroup, timeline: Timeline, layout: TimelineLayout, text: TypstText) -> str:
    chip = colour(group.dimension)
    head = f"group-row({4 + len(timeline.years)}, {chip}, {text.title(group.title)}),\n"
    return head + "\n".join(f"..bar-row({chip}, {_bar(bar, timeline, layout, text)})," for bar in group.bars)


def _bar(bar: Bar, timeline: Timeline, layout: TimelineLayout, text: TypstText) -> str:
    before, length, after = timeline.span(bar)
    cells = (
        text.title(bar.ref, layout.room(0)),
        text.content(bar.label, layout.room(1)),
        text.title(bar.owner, layout.room(2)),
        text.title(timeline.spoken(bar) or text.labels.not_placed, layout.room(3)),
    )
    return f"{', '.join(cells)}, {before}, {length}, {after}, {'true' if bar.quick_win else 'false'}"
