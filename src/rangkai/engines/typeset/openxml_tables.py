"""Tables and roadmaps as WordprocessingML: head rows repeat, rows stay whole, cells carry their colours."""

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from rangkai.engines.typeset import palette
from rangkai.engines.typeset.document import (
    Align,
    Bar,
    BarGroup,
    CrossReference,
    Emphasis,
    KeyFigures,
    RowGroup,
    Strong,
    Table,
    Text,
    Timeline,
    Traced,
)
from rangkai.engines.typeset.labels import Labels
from rangkai.engines.typeset.layout import (
    TIMELINE_SIZE,
    lay_out,
    lay_out_figures,
    lay_out_timeline,
    page_width,
)
from rangkai.engines.typeset.numbering import Arranged
from rangkai.engines.typeset.openxml import linked, paragraph, run, twips
from rangkai.engines.typeset.printable import cell_text, one_line, pieces

TINT, GROUP = "EAF1F9", "F3F5F8"
_ALIGNED = {"left": "", "center": '<w:jc w:val="center"/>', "right": '<w:jc w:val="right"/>'}


def cell_style(size: float) -> str:
    """The paragraph style of a cell with letters of `size` points; `reference` defines one for each size."""
    return f"Sel{round(size * 2)}"


class TableXml:
    """Writes the tables of one document."""

    def __init__(self, arranged: Arranged, labels: Labels) -> None:
        self._arranged = arranged
        self._labels = labels

    def table(self, table: Table) -> str:
        layout = lay_out(table)
        style = cell_style(layout.size)
        widths = [twips(width) for width in layout.widths]
        rows = [*self._head(table, style, widths)]
        for row in table.rows:
            if isinstance(row, RowGroup):
                rows.append(_row([self._group(row.title, row.dimension, style, len(widths), sum(widths))]))
            else:
                rows.append(self._cells(row, table, style, widths))
        if table.total is not None:
            rows.append(self._cells(table.total, table, style, widths, total=True))
        return _table(widths, rows, said=table.caption)

    def timeline(self, timeline: Timeline) -> str:
        layout = lay_out_timeline(timeline)
        style = cell_style(TIMELINE_SIZE)
        widths = [twips(width) for width in layout.widths]
        labels = self._labels
        words = (labels.reference, labels.programme, labels.owner, labels.years)
        upper = [
            _cell(_bold(word, style), width, TINT, merge="restart")
            for word, width in zip(words, widths, strict=False)
        ]
        at = len(words)
        for name, span in layout.phases:
            upper.append(_cell(_bold(name, style), sum(widths[at : at + span]), TINT, span=span))
            at += span
        lower = [_cell(paragraph(style, ""), width, TINT, merge="continue") for width in widths[: len(words)]]
        lower += [
            _cell(_bold(str(year), style), width, TINT)
            for year, width in zip(timeline.years, widths[len(words) :], strict=True)
        ]
        rows = [_row(upper, head=True), _row(lower, head=True)]
        for group in timeline.groups:
            rows.append(_row([self._group(group.title, group.dimension, style, len(widths), sum(widths))]))
            rows.extend(self._bar(bar, group, timeline, style, widths) for bar in group.bars)
        return _table(widths, rows, said=timeline.caption)

    def key_figures(self, block: KeyFigures) -> str:
        widths = [twips(width) for width in lay_out_figures(block)]
        cells = []
        for item, width in zip(block.items, widths, strict=True):
            source = paragraph("Sumber", run(f"{self._labels.source}: {item.source}.")) if item.source else ""
            words = paragraph("AngkaKunci", run(one_line(item.value))) + paragraph(
                "Sel18", run(one_line(item.label))
            )
            cells.append(_cell(words + source, width, ""))
        return _table(widths, [_row(cells)], style="TabelAngka")

    def strip(self, dimensions: tuple[str, ...]) -> str:
        """The cover's strip: a row of colours over a row of words."""
        width = twips(page_width(landscape=False)) // len(dimensions)
        colours = [
            _cell(paragraph("Sel18", ""), width, palette.dimension_colour(name).lstrip("#"))
            for name in dimensions
        ]
        words = [_cell(paragraph("Sel18", run(one_line(name))), width, "") for name in dimensions]
        return _table([width] * len(dimensions), [_row(colours), _row(words)], style="TabelAngka")

    def pairs(self, pairs: tuple[tuple[str, str], ...]) -> str:
        widths = [2155, twips(page_width(landscape=False)) - 2155]
        rows = [
            _row(
                _cell(paragraph("Sel18", run(text)), width, "")
                for text, width in zip(pair, widths, strict=True)
            )
            for pair in pairs
        ]
        return _table(widths, rows)

    def _head(self, table: Table, style: str, widths: list[int]) -> Iterable[str]:
        titles = [_bold(column.title, style) for column in table.columns]
        if not table.is_grouped:
            yield _row(
                [_cell(title, width, TINT) for title, width in zip(titles, widths, strict=True)], head=True
            )
            return
        upper, lower = [], []
        for group, at, end in table.head_groups:
            if group:
                upper.append(_cell(_bold(group, style), sum(widths[at:end]), TINT, span=end - at))
                lower += [_cell(titles[i], widths[i], TINT) for i in range(at, end)]
            else:
                upper.append(_cell(titles[at], widths[at], TINT, merge="restart"))
                lower.append(_cell(paragraph(style, ""), widths[at], TINT, merge="continue"))
        yield _row(upper, head=True)
        yield _row(lower, head=True)

    def _cells(
        self, row: tuple[object, ...], table: Table, style: str, widths: list[int], total: bool = False
    ) -> str:
        cells = []
        for cell, column, width in zip(row, table.columns, widths, strict=True):
            text = cell_text(cell, column.kind)  # type: ignore[arg-type]
            content = self._inlines(text, "<w:b/>" if total else "")
            cells.append(_cell(_aligned(style, content, column.alignment), width, TINT if total else ""))
        return _row(cells)

    def _inlines(self, text: Text, properties: str) -> str:
        return "".join(self._inline(piece, properties) for piece in pieces(text))

    def _inline(self, piece: object, properties: str) -> str:
        if isinstance(piece, Strong):
            return run(piece.text, "<w:b/>")
        if isinstance(piece, Emphasis):
            return run(piece.text, properties + "<w:i/>")
        if isinstance(piece, CrossReference):
            printed, anchor = self._arranged.printed(piece)
            return linked(anchor, run(printed, properties))
        if isinstance(piece, Traced):
            return run(f"{piece.text} ({self._labels.source}: {piece.source})", properties)
        return run(str(piece), properties)

    def _group(self, title: str, dimension: str, style: str, span: int, width: int) -> str:
        chip = ""
        if dimension:
            colour = palette.dimension_colour(dimension).lstrip("#")
            chip = run("■ ", f'<w:color w:val="{colour}"/>')
        words = paragraph(style, chip + run(one_line(title), "<w:b/>"), "<w:keepNext/>")
        return _cell(words, width, GROUP, span=span)

    def _bar(self, bar: Bar, group: BarGroup, timeline: Timeline, style: str, widths: list[int]) -> str:
        before, length, after = timeline.span(bar)
        mark = run(" ◆", f'<w:color w:val="{palette.ACCENT.lstrip("#")}"/>') if bar.quick_win else ""
        said = timeline.spoken(bar) or self._labels.not_placed
        cells = [
            _cell(paragraph(style, run(one_line(bar.ref))), widths[0], ""),
            _cell(paragraph(style, run(bar.label) + mark), widths[1], ""),
            _cell(paragraph(style, run(one_line(bar.owner))), widths[2], ""),
            _cell(_aligned(style, run(said), "center"), widths[3], ""),
        ]
        empty = paragraph(style, "")
        cells += [_cell(empty, width, "") for width in widths[4 : 4 + before]]
        if length:
            colour = palette.dimension_colour(group.dimension).lstrip("#")
            cells.append(_cell(empty, sum(widths[4 + before : 4 + before + length]), colour, span=length))
        cells += [_cell(empty, width, "") for width in widths[len(widths) - after :]] if after else []
        return _row(cells)


def _bold(text: str, style: str) -> str:
    return _aligned(style, run(one_line(text), "<w:b/>"), "center")


def _aligned(style: str, content: str, align: Align) -> str:
    return paragraph(style, content, _ALIGNED[align])


def _cell(content: str, width: int, fill: str, span: int = 1, merge: str = "") -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    shaded = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{merged}{shaded}</w:tcPr>{content}</w:tc>'
    )


def _row(cells: Iterable[str], head: bool = False) -> str:
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def _table(widths: list[int], rows: Iterable[str], style: str = "TabelBuku", said: str = "") -> str:
    """`said` is what a screen reader announces."""
    named = f"<w:tblCaption w:val={quoteattr(one_line(said))}/>" if said else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{named}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
