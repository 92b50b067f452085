"""A walk over the content of an .ods: extents with repetitions, merged areas, error cells."""

from io import BytesIO
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import ZipFile

from rangkai.engines.tabular.addresses import Area
from rangkai.engines.tabular.formats import BROKEN_ARCHIVE
from rangkai.engines.tabular.model import Limits
from rangkai.engines.tabular.refusals import damaged
from rangkai.engines.tabular.scans import Scan

_CHUNK = 1 << 16
_MOST_DIGITS = 7
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})


def scan_ods(data: bytes, filename: str, limits: Limits) -> list[Scan]:
    """One scan a sheet, in order; `Invalid` beyond the limits or when the XML is broken."""
    walk = _Walk(filename, limits)
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    parser.CharacterDataHandler = walk.text
    try:
        with ZipFile(BytesIO(data)) as archive, archive.open("content.xml") as source:
            while chunk := source.read(_CHUNK):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
    except (*BROKEN_ARCHIVE, ExpatError, LookupError) as error:
        raise damaged(filename) from error
    return walk.scans


def _count(attributes: dict[str, str], name: str) -> int:
    """A repetition or span, 1 where absent. Strict: what the reader takes for huge must not pass as 1."""
    text = attributes.get(name, "1")
    if not text.isascii() or not text.isdecimal() or len(text) > _MOST_DIGITS:
        raise ValueError(text)
    return max(1, int(text))


class _Walk:
    """The handlers: rows and columns move by their repetitions, and only cells that say something count."""

    def __init__(self, filename: str, limits: Limits) -> None:
        self.filename = filename
        self.limits = limits
        self.scans: list[Scan] = []
        self.row = 1
        self.row_repeat = 1
        self.column = 0
        self.column_repeat = 1
        self.in_cell = False
        self.is_filled = False
        self.is_error = False
        self.chars = 0
        self.value = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _CELLS:
            self._cell(attributes)
        elif tag == "table:table-row":
            self.row_repeat = _count(attributes, "table:number-rows-repeated")
            self.column = 0
        elif tag == "table:table":
            self.scans.append(Scan(attributes.get("table:name", "")))
            self.row = 1

    def _cell(self, attributes: dict[str, str]) -> None:
        self.column_repeat = _count(attributes, "table:number-columns-repeated")
        self.in_cell = True
        self.is_filled = "office:value-type" in attributes or "table:formula" in attributes
        self.is_error = attributes.get("calcext:value-type") == "error"
        self.chars = len(attributes.get("office:string-value", ""))
        self.value = ""
        wide = _count(attributes, "table:number-columns-spanned")
        tall = _count(attributes, "table:number-rows-spanned")
        if wide > 1 or tall > 1:
            area = Area(self.row, self.column, self.row + tall - 1, self.column + wide - 1)
            self.scans[-1].merged.append(area)

    def text(self, piece: str) -> None:
        if self.in_cell:
            self.chars += len(piece)
            self.is_filled = self.is_filled or not piece.isspace()
            if self.is_error:
                self.value += piece

    def end(self, tag: str) -> None:
        if tag in _CELLS:
            self._close_cell()
        elif tag == "table:table-row":
            self.row += self.row_repeat

    def _close_cell(self) -> None:
        scan = self.scans[-1]
        self.in_cell = False
        if self.is_filled:
            scan.reach(self.row + self.row_repeat - 1, self.column + self.column_repeat - 1)
            scan.text_chars += self.chars * self.column_repeat * self.row_repeat
            scan.check(self.filename, self.limits)
        if self.is_error:
            scan.errors[self.row, self.column] = self.value.strip() or "#ERROR!"
        self.column += self.column_repeat
