"""A walk over the parts of an .xlsx: extents, error cells, and how much text its shared strings repeat."""

from collections.abc import Callable
from io import BytesIO
from posixpath import normpath
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType
from zipfile import ZipFile

from rangkai.engines.tabular.addresses import place_of
from rangkai.engines.tabular.formats import BROKEN_ARCHIVE
from rangkai.engines.tabular.model import Limits
from rangkai.engines.tabular.refusals import damaged
from rangkai.engines.tabular.scans import Scan

_CONTENT = frozenset({"v", "is", "f"})
_CHUNK = 1 << 16
_MOST_DIGITS = 7


def scan_xlsx(data: bytes, filename: str, limits: Limits) -> dict[str, Scan]:
    """Scans by the name of the sheet. Every worksheet part is walked, named by the workbook or not: `Invalid`."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = _sheet_names(archive)
            lengths = _shared_lengths(archive)
            scans = {}
            for part in archive.namelist():
                low = part.lower()
                if low in names or (low.startswith("xl/worksheets/") and low.endswith(".xml")):
                    name = names.get(low, part)
                    scans[name] = _scan_part(archive, part, name, lengths, filename, limits)
            return scans
    except (*BROKEN_ARCHIVE, ExpatError, LookupError) as error:
        raise damaged(filename) from error


def _feed(
    parser: XMLParserType, archive: ZipFile, part: str, after_each: Callable[[], None] | None = None
) -> None:
    with archive.open(part) as source:
        while chunk := source.read(_CHUNK):
            parser.Parse(chunk, False)
            if after_each is not None:
                after_each()
    parser.Parse(b"", True)


def _local(tag: str) -> str:
    return tag.rpartition(":")[2]


def _attributes(archive: ZipFile, part: str, wanted: str) -> list[dict[str, str]]:
    """The attributes of every element called `wanted`, prefixes of both left out."""
    found: list[dict[str, str]] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if _local(tag) == wanted:
            found.append({_local(key): value for key, value in attributes.items()})

    parser = ParserCreate()
    parser.StartElementHandler = start
    _feed(parser, archive, part)
    return found


def _sheet_names(archive: ZipFile) -> dict[str, str]:
    """Lower-case path of each sheet's part, and its name."""
    relations = "xl/_rels/workbook.xml.rels"
    if relations not in archive.namelist():
        return {}
    targets = {
        entry.get("Id", ""): entry.get("Target", "")
        for entry in _attributes(archive, relations, "Relationship")
    }
    sheets = _attributes(archive, "xl/workbook.xml", "sheet")
    return {_path(targets[sheet["id"]]): sheet["name"] for sheet in sheets if sheet.get("id") in targets}


def _path(target: str) -> str:
    bare = target.lstrip("/")
    return normpath(bare if bare.lower().startswith("xl/") else f"xl/{bare}").lower()


def _shared_lengths(archive: ZipFile) -> list[int]:
    """Characters of each shared string, in order."""
    part = next((name for name in archive.namelist() if name.lower() == "xl/sharedstrings.xml"), None)
    lengths: list[int] = []
    if part is None:
        return lengths

    def start(tag: str, _: dict[str, str]) -> None:
        if _local(tag) == "si":
            lengths.append(0)

    def text(piece: str) -> None:
        if lengths:
            lengths[-1] += len(piece)

    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.CharacterDataHandler = text
    _feed(parser, archive, part)
    return lengths


def _row_number(text: str) -> int:
    """Strict, since a number that the reader would wrap around must not pass as a small one."""
    if not text.isascii() or not text.isdecimal() or len(text) > _MOST_DIGITS:
        raise ValueError(text)
    return int(text)


class _Walk:
    """The handlers of one worksheet: where the content ends, which cells hold errors, what the strings add up to."""

    def __init__(self, scan: Scan, lengths: list[int]) -> None:
        self.scan = scan
        self.lengths = lengths
        self.row = 0
        self.column = -1
        self.type = ""
        self.is_value = False
        self.value = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "c":
            self._cell(attributes)
        elif tag in _CONTENT:
            self.scan.reach(self.row, self.column)
            self.is_value = tag == "v"
            self.value = ""
        elif tag == "row":
            self.row = _row_number(attributes["r"]) if "r" in attributes else self.row + 1
            self.column = -1
        elif ":" in tag:
            self.start(_local(tag), attributes)

    def _cell(self, attributes: dict[str, str]) -> None:
        self.type = attributes.get("t", "")
        reference = attributes.get("r")
        if reference is None:
            self.column += 1
            return
        place = place_of(reference)
        if place is None:
            raise ValueError(reference)
        self.row, self.column = place

    def text(self, piece: str) -> None:
        if self.is_value:
            self.value += piece

    def end(self, tag: str) -> None:
        if not self.is_value or _local(tag) != "v":
            return
        self.is_value = False
        if self.type == "e":
            self.scan.errors[self.row, self.column] = self.value
        elif self.type == "s" and self.value.isdecimal() and int(self.value) < len(self.lengths):
            self.scan.text_chars += self.lengths[int(self.value)]


def _scan_part(
    archive: ZipFile, part: str, name: str, lengths: list[int], filename: str, limits: Limits
) -> Scan:
    scan = Scan(name)
    walk = _Walk(scan, lengths)
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    parser.CharacterDataHandler = walk.text
    _feed(parser, archive, part, lambda: scan.check(filename, limits))
    scan.check(filename, limits)
    return scan
