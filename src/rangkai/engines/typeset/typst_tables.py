"""Tables and roadmaps as Typst code; `book.typ` draws them."""

from collections.abc import Iterator

from rangkai.engines.typeset import palette
from rangkai.engines.typeset.document import Bar, BarGroup, Cell, Column, RowGroup, Table, Timeline
from rangkai.engines.typeset.layout import (
    LONGEST_CODE,
    TIMELINE_SIZE,
    Layout,
    TimelineLayout,
    lay_out,
    lay_out_timeline,
)
from rangkai.engines.typeset.printable import cell_text
from rangkai.engines.typeset.typst_text import TypstText, array, literal


def table_code(table: Table, text: TypstText) -> str:
    layout = lay_out(table)
    widths = array(f"{width:.1f}pt" for width in layout.widths)
    aligns = array(column.alignment for column in table.columns)
    head = array(_head(table, layout, text))
    rows = "\n".join(_row(row, table.columns, layout, text) for row in table.rows)
    total = ""
    if table.total is not None:
        total = "".join(f"total-cell({cell}), " for cell in _cells(table.total, table.columns, layout, text))
    return f"data-table({layout.size}pt, {widths}, {aligns}, {head},\n{rows}\n{total})"


def colour(dimension: str) -> str:
    return f"rgb({literal(palette.dimension_colour(dimension))})"


def _head(table: Table, layout: Layout, text: TypstText) -> Iterator[str]:
    """The head's cells; a second row only where neighbours share a group."""
    titles = [text.title(column.title, layout.room(at)) for at, column in enumerate(table.columns)]
    deep = 2 if table.is_grouped else 1
    for group, at, end in table.head_groups:
        if group:
            yield f"head-cell({text.title(group)}, columns: {end - at})"
        else:
            yield f"head-cell({titles[at]}, rows: {deep})"
    for group, at, end in table.head_groups:
        if group:
            yield from (f"head-cell({title})" for title in titles[at:end])


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
        room = layout.room(at) if column.kind == "text" else LONGEST_CODE
        yield text.content(cell_text(cell, column.kind), room)


def timeline_code(timeline: Timeline, text: TypstText) -> str:
    layout = lay_out_timeline(timeline)
    widths = array(f"{width:.2f}pt" for width in layout.widths)
    head = array(_timeline_head(timeline, layout, text))
    groups = "\n".join(_bars(group, timeline, layout, text) for group in timeline.groups)
    return f"roadmap({TIMELINE_SIZE}pt, {widths}, {head},\n{groups})"


def _timeline_head(timeline: Timeline, layout: TimelineLayout, text: TypstText) -> Iterator[str]:
    labels = text.labels
    for word in (labels.reference, labels.programme, labels.owner, labels.years):
        yield f"head-cell({text.title(word)}, rows: 2)"
    for name, span in layout.phases:
        yield f"head-cell({text.title(name, layout.years_room(span))}, columns: {span}, side: 1pt)"
    for year in timeline.years:
        yield f"head-cell({literal(str(year))}, side: 0pt)"


def _bars(group: BarGroup, timeline: Timeline, layout: TimelineLayout, text: TypstText) -> str:
    chip = colour(group.dimension)
    head = f"group-row({4 + len(timeline.years)}, {chip}, {text.title(group.title)}),\n"
    return head + "\n".join(f"..{_bar(bar, chip, timeline, layout, text)}," for bar in group.bars)


def _bar(bar: Bar, chip: str, timeline: Timeline, layout: TimelineLayout, text: TypstText) -> str:
    before, length, _ = timeline.span(bar)
    years = len(timeline.years)
    words = (
        text.title(bar.ref, layout.room(0)),
        text.content(bar.label, layout.room(1)),
        text.title(bar.owner, layout.room(2)),
    )
    if bar.start is None:
        return f"idle-row({', '.join(words)}, {years}, {text.title(text.labels.not_placed)})"
    said, quick = text.title(timeline.spoken(bar)), "true" if bar.quick_win else "false"
    ends = array(map(str, layout.phase_ends))
    return f"bar-row({chip}, {ends}, {', '.join(words)}, {said}, {quick}, {before}, {length}, {years})"
