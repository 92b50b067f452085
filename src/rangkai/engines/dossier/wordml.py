"""A .docx as a stream of blocks. Its own parts are read, none that it names elsewhere; pictures are never unpacked."""

from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZipFile

from rangkai.engines.dossier.drawing import Cell, DrawnTable
from rangkai.engines.dossier.formats import BROKEN_ARCHIVE, part_of
from rangkai.engines.dossier.headings import guessed_level, is_contents_style, level_of_style
from rangkai.engines.dossier.markup import FALLBACK, Attributes, walk
from rangkai.engines.dossier.model import (
    Block,
    Document,
    DocumentLimits,
    Grid,
    Heading,
    PageBasis,
    Paragraph,
)
from rangkai.engines.dossier.refusals import damaged, too_much
from rangkai.lib.errors import N_
from rangkai.lib.text import squeeze

_BODY = "word/document.xml"
_STYLES = "word/styles.xml"
_SKIPPED = frozenset({"del", "moveFrom", FALLBACK})
_BLANK = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_OFF = frozenset({"0", "false", "off", "none"})
_NO_LEVEL = 9
_MOST_ANCESTORS = 20


def read_docx(data: bytes, name: str, limits: DocumentLimits = DocumentLimits()) -> Document:  # noqa: B008
    """Raises `Invalid` for a damaged file and for one beyond `limits`."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = {entry.lower(): entry for entry in archive.namelist()}
            if _BODY not in parts:
                raise damaged(name)
            body = part_of(archive, parts[_BODY], name, limits)
            styles = part_of(archive, parts[_STYLES], name, limits) if _STYLES in parts else b""
    except BROKEN_ARCHIVE as error:
        raise damaged(name) from error
    reader = _Body(_styles(styles, name), name, limits)
    walk(body, name, start=reader.start, end=reader.end, text=reader.text)
    if not reader.has_breaks:
        return Document(name, reader.unpaged(), notes=(_NO_PAGES,))
    return Document(name, reader.blocks, PageBasis.ESTIMATED, reader.page, (_ESTIMATED,))


_NO_PAGES = N_(
    "Naskah Word ini tidak menyimpan letak halamannya, sehingga asal program disebut menurut judul bab dan tabelnya."
)
_ESTIMATED = N_(
    "Nomor halaman adalah perkiraan: letaknya ketika Word terakhir menyimpan naskah ini, dihitung dari sampul."
)


@dataclass(slots=True)
class _Style:
    name: str = ""
    based_on: str = ""
    level: int | None = None


@dataclass(slots=True)
class _Paragraph:
    style: str = ""
    level: int | None = None
    pieces: list[str] = field(default_factory=list)
    letters: int = 0
    bold: int = 0
    page: int | None = None


class _Styles:
    """Which styles are headings, and which only repeat headings elsewhere."""

    def __init__(self) -> None:
        self.known: dict[str, _Style] = {}
        self._now = _Style()

    def start(self, tag: str, attributes: Attributes) -> None:
        value = attributes.get("val", "")
        if tag == "style":
            self._now = self.known[attributes.get("styleId", "")] = _Style()
        elif tag == "name":
            self._now.name = value
        elif tag == "basedOn":
            self._now.based_on = value
        elif tag == "outlineLvl":
            self._now.level = _int(value, _NO_LEVEL) + 1

    def level(self, style_id: str) -> int | None:
        """1 to 9, of the style itself or of what it is based on."""
        for _ in range(_MOST_ANCESTORS):
            style = self.known.get(style_id)
            if style is None:
                return None
            level = style.level or level_of_style(style.name)
            if level is not None:
                return level if level <= _NO_LEVEL else None
            style_id = style.based_on
        return None

    def is_contents(self, style_id: str) -> bool:
        style = self.known.get(style_id)
        return style is not None and is_contents_style(style.name)


def _styles(data: bytes, name: str) -> _Styles:
    styles = _Styles()
    if data:
        walk(data, name, start=styles.start, end=lambda tag: None, text=lambda piece: None)
    return styles


def _int(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else default


class _Body:
    """The handlers of the main part. Tables may stand in cells, paragraphs in text boxes of paragraphs."""

    def __init__(self, styles: _Styles, name: str, limits: DocumentLimits) -> None:
        self.styles = styles
        self.name = name
        self.limits = limits
        self.blocks: list[Block] = []
        self.page = 1
        self.has_breaks = False
        self._skipping = 0
        self._tables: list[DrawnTable] = []
        self._inner: list[Grid] = []
        self._paragraphs: list[_Paragraph] = []
        self._in_run = self._in_text = self._is_bold = False
        self._cells = 0

    def start(self, tag: str, attributes: Attributes) -> None:
        if self._skipping or tag in _SKIPPED:
            self._skipping += 1
        elif tag == "p":
            self._paragraphs.append(_Paragraph())
        elif tag in _TABLE_PARTS:
            self._start_of_table(tag, attributes)
        elif self._paragraphs:
            self._start_in_paragraph(tag, attributes)

    def end(self, tag: str) -> None:
        if self._skipping:
            self._skipping -= 1
        elif tag == "t":
            self._in_text = False
        elif tag == "r":
            self._in_run = self._is_bold = False
        elif tag == "p" and self._paragraphs:
            self._end_paragraph(self._paragraphs.pop())
        elif self._tables and tag in ("tc", "tr", "tbl"):
            self._end_of_table(tag)

    def text(self, piece: str) -> None:
        if self._in_text and not self._skipping:
            self._add(piece)

    def _start_in_paragraph(self, tag: str, attributes: Attributes) -> None:
        paragraph = self._paragraphs[-1]
        if tag == "r":
            self._in_run = True
        elif tag == "t":
            self._in_text = True
        elif tag == "b" and self._in_run:
            self._is_bold = attributes.get("val", "1") not in _OFF
        elif tag == "lastRenderedPageBreak":
            self.page += 1
            self.has_breaks = True
        elif tag in _BLANK and self._in_run and attributes.get("type") != "page":
            self._add(_BLANK[tag])
        elif tag == "pStyle":
            paragraph.style = attributes.get("val", "")
        elif tag == "outlineLvl":
            paragraph.level = _int(attributes.get("val", ""), _NO_LEVEL) + 1

    def _add(self, piece: str) -> None:
        paragraph = self._paragraphs[-1]
        paragraph.pieces.append(piece)
        if size := len(piece.strip()):
            paragraph.letters += size
            paragraph.bold += size if self._is_bold else 0
            if paragraph.page is None:
                paragraph.page = self.page

    def _end_paragraph(self, paragraph: _Paragraph) -> None:
        text = "".join(paragraph.pieces)
        page = paragraph.page or self.page
        if self._tables and self._tables[-1].cell is not None:
            for line in text.split("\n"):
                self._tables[-1].cell.add(line, page)
            return
        text = squeeze(text.replace("\n", " "))
        if not text or self.styles.is_contents(paragraph.style):
            return
        self._emit(self._heading(paragraph, text, page) or Paragraph(text, page))

    def _heading(self, paragraph: _Paragraph, text: str, page: int) -> Heading | None:
        level = paragraph.level or self.styles.level(paragraph.style)
        if level is not None and level <= _NO_LEVEL:
            return Heading(level, text, page)
        guessed = guessed_level(text, is_bold=paragraph.bold == paragraph.letters)
        return Heading(guessed, text, page, is_guessed=True) if guessed else None

    def _start_of_table(self, tag: str, attributes: Attributes) -> None:
        if tag == "tbl":
            self._tables.append(DrawnTable())
            return
        if not self._tables:
            return
        table = self._tables[-1]
        value = attributes.get("val", "")
        if tag == "tr":
            table.begin_row(self.page)
        elif tag == "gridBefore":
            table.skip(_int(value, 0))
        elif tag == "tc":
            table.cell = Cell()
            self.page = table.row_start
        elif tag == "gridSpan" and table.cell:
            table.cell.span = _int(value, 1)
        elif tag == "vMerge" and table.cell:
            table.cell.begins = value == "restart"
            table.cell.is_continued = value != "restart"

    def _end_of_table(self, tag: str) -> None:
        table = self._tables[-1]
        if tag == "tc":
            cell, table.cell = table.cell or Cell(), None
            table.end_cell(cell, self.page)
            self._count(cell.span)
        elif tag == "tr":
            table.end_row()
            self._count(1)
            self.page = table.row_end
        else:
            self._tables.pop()
            self._inner[:0] = [grid] if (grid := table.grid()) else []
            if not self._tables:
                inner, self._inner = self._inner, []
                for grid in inner:
                    self._emit(grid)

    def _count(self, cells: int) -> None:
        self._cells += min(cells, 200)
        if self._cells > self.limits.table_cells:
            raise too_much(self.name)

    def _emit(self, block: Block) -> None:
        self.blocks.append(block)
        if len(self.blocks) > self.limits.blocks:
            raise too_much(self.name)

    def unpaged(self) -> list[Block]:
        """The blocks without their pages, where the file does not say where a page ends."""
        return [_without_page(block) for block in self.blocks]


_TABLE_PARTS = frozenset({"tbl", "tr", "tc", "gridBefore", "gridSpan", "vMerge"})


def _without_page(block: Block) -> Block:
    if isinstance(block, Heading):
        return Heading(block.level, block.text, None, block.is_guessed)
    if isinstance(block, Paragraph):
        return Paragraph(block.text)
    return Grid(block.rows, block.merged, (None,) * len(block.rows))
