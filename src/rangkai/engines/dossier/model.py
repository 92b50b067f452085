"""A document as a reader meets it: headings, paragraphs and tables in their order, each with its page if known."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rangkai.engines.tabular import Area
from rangkai.lib.errors import Message


class PageBasis(StrEnum):
    """How far a page number is to be trusted. `ESTIMATED`: where Word broke the page when it last saved the file."""

    ESTIMATED = "estimated"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DocumentLimits:
    """What a file may cost before it is refused."""

    file_bytes: int = 100_000_000
    text_bytes: int = 150_000_000
    """The text part of a .docx, unpacked; pictures are never unpacked."""
    table_cells: int = 400_000
    blocks: int = 200_000


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 is a chapter; `is_guessed` where only bold type or its number says that it is a heading."""

    level: int
    text: str
    page: int | None = None
    is_guessed: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as drawn: texts by row, merged areas (rows from 1), the page on which each row begins."""

    rows: tuple[tuple[str, ...], ...]
    merged: tuple[Area, ...] = ()
    pages: tuple[int | None, ...] = ()

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)


type Block = Heading | Paragraph | Grid


@dataclass(frozen=True, slots=True)
class Document:
    filename: str
    blocks: Sequence[Block]
    basis: PageBasis = PageBasis.UNKNOWN
    pages: int | None = None
    notes: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One programme as the document prints it. `dimension` is the key of the known one, "" where none was recognised.

    `cost` is whole rupiah over all years; `original` are the cells as printed, by the name of their column.
    """

    name: str
    page: int | None
    headings: tuple[str, ...]
    """From the chapter down to the caption of the table."""
    original: tuple[tuple[str, str], ...]
    number: str = ""
    details: str = ""
    dimension: str = ""
    subdimension: str = ""
    office: str = ""
    first_year: int | None = None
    last_year: int | None = None
    cost: int | None = None
    fund: str = ""
    output: str = ""
    quick_win: bool = False
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class SeenTable:
    """A table of the document: taken for a list of programmes, or why not."""

    title: str
    page: int | None
    rows: int
    programmes: int
    reason: Message


@dataclass(frozen=True, slots=True)
class Dossier:
    """What a document holds of programmes."""

    document: Document
    programmes: tuple[Found, ...]
    tables: tuple[SeenTable, ...]

    @property
    def headings(self) -> tuple[Heading, ...]:
        return tuple(block for block in self.document.blocks if isinstance(block, Heading))
