"""The document model: what a book is made of, free of any file format.

Everything is frozen and plain, so that an edition can be rebuilt byte for byte from the same facts. Text is
data: no character in it is markup. A figure (number) carries a `Source`: the record it came from and the date
it was read.
"""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

Align = Literal["left", "center", "right"]
CellKind = Literal["text", "code", "year", "number", "money"]
Tone = Literal["info", "penting"]


@dataclass(frozen=True)
class Source:
    """Where a figure comes from: record refs (`P-2026-00012`) or a document, and the date it was read."""

    refs: tuple[str, ...]
    as_of: str = ""

    def __str__(self) -> str:
        joined = ", ".join(self.refs)
        return f"{joined}, per {self.as_of}" if self.as_of else joined


@dataclass(frozen=True)
class Strong:
    text: str


@dataclass(frozen=True)
class Emphasis:
    text: str


@dataclass(frozen=True)
class Traced:
    """A figure inside running text; its source is printed as a footnote."""

    text: str
    source: Source


@dataclass(frozen=True)
class CrossReference:
    """Prints the number of what bears the key: "Tabel 3.1", "Gambar 5.1", "Bab III", "Subbab 3.2"."""

    key: str


Inline = str | Strong | Emphasis | Traced | CrossReference
Text = str | tuple[Inline, ...]
Cell = Text | int | Decimal | None


@dataclass(frozen=True)
class Paragraph:
    text: Text


@dataclass(frozen=True)
class BulletList:
    items: tuple[Text, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Column:
    """`width` is a share of the row. Numbers and money align right unless `align` says otherwise.

    Neighbours with the same `group` stand under one spanning head ("Pagu per tahun").
    """

    title: str
    width: float = 1.0
    kind: CellKind = "text"
    align: Align | None = None
    group: str = ""

    @property
    def alignment(self) -> Align:
        if self.align is not None:
            return self.align
        if self.kind in {"number", "money"}:
            return "right"
        return "center" if self.kind == "year" else "left"

    def __post_init__(self) -> None:
        if self.width <= 0:
            raise ValueError("a column is wider than nothing")


@dataclass(frozen=True)
class RowGroup:
    """A row across the whole table that names what follows; a dimension brings its colour."""

    title: str
    dimension: str = ""


@dataclass(frozen=True)
class Table:
    """Rows are cells in the order of the columns, or a `RowGroup`. `total` is printed in bold at the end."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...] | RowGroup, ...]
    total: tuple[Cell, ...] | None = None
    source: Source | None = None
    note: str = ""
    landscape: bool = False
    key: str = ""

    def __post_init__(self) -> None:
        if not self.columns:
            raise ValueError("a table needs a column")
        rows = [row for row in self.rows if isinstance(row, tuple)]
        for row in rows if self.total is None else [*rows, self.total]:
            if len(row) != len(self.columns):
                raise ValueError(f"a row of {len(row)} cells in a table of {len(self.columns)} columns")

    @property
    def is_grouped(self) -> bool:
        return any(column.group for column in self.columns)

    @property
    def head_groups(self) -> tuple[tuple[str, int, int], ...]:
        """Runs of columns as (group, first, after the last); a column without a group is a run of its own."""
        runs: list[tuple[str, int, int]] = []
        for at, column in enumerate(self.columns):
            if column.group and runs and runs[-1][0] == column.group:
                runs[-1] = (column.group, runs[-1][1], at + 1)
            else:
                runs.append((column.group, at, at + 1))
        return tuple(runs)


@dataclass(frozen=True)
class Bar:
    """One programme in a roadmap: it runs `years` years from `start`; `start` None is "not placed"."""

    ref: str
    label: str
    owner: str
    start: int | None
    years: int = 1
    quick_win: bool = False


@dataclass(frozen=True)
class BarGroup:
    title: str
    dimension: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Phase:
    """A phase of the plan; `until` is its last year."""

    name: str
    until: int


@dataclass(frozen=True)
class Timeline:
    """The roadmap as a printed Gantt: a row a programme, a column a year, a line where a phase ends."""

    caption: str
    years: tuple[int, ...]
    phases: tuple[Phase, ...]
    groups: tuple[BarGroup, ...]
    source: Source | None = None
    note: str = ""
    landscape: bool = True
    key: str = ""

    def span(self, bar: Bar) -> tuple[int, int, int]:
        """Years before, in and after the bar; what lies outside the roadmap's years is cut off."""
        if bar.start is None:
            return len(self.years), 0, 0
        inside = [at for at, year in enumerate(self.years) if bar.start <= year < bar.start + bar.years]
        if not inside:
            return len(self.years), 0, 0
        return inside[0], len(inside), len(self.years) - inside[-1] - 1

    def spoken(self, bar: Bar) -> str:
        """The bar in words, for those who don't see it: "2027–2029"; a dash when not placed."""
        if bar.start is None:
            return "–"
        last = bar.start + bar.years - 1
        return str(bar.start) if last <= bar.start else f"{bar.start}–{last}"


@dataclass(frozen=True)
class Figure:
    """A picture with its caption and the text that a reader who can't see it gets instead.

    At least one of `svg` and `png` is given. PDF prefers `svg`; DOCX needs `png` and makes it from `svg` if
    it must. A sketch has a `spec` (Vega-Lite as JSON) alone, until `render.drawn` has drawn it.
    """

    caption: str
    alt: str
    svg: str = ""
    png: bytes = b""
    source: Source | None = None
    key: str = ""
    spec: str = ""

    def __post_init__(self) -> None:
        if not self.svg and not self.png and not self.spec:
            raise ValueError("a figure needs an svg or a png")
        if not self.alt.strip():
            raise ValueError("a figure needs an alt text")


@dataclass(frozen=True)
class Callout:
    """A sentence that must not be missed, in a box. `penting` is for what needs a decision."""

    title: str
    text: Text
    tone: Tone = "info"


@dataclass(frozen=True)
class KeyFigure:
    """`value` is ready to print ("Rp 1,25 miliar")."""

    value: str
    label: str
    source: Source | None = None


@dataclass(frozen=True)
class KeyFigures:
    """Two to five numbers side by side, for those who read one page."""

    items: tuple[KeyFigure, ...]


@dataclass(frozen=True)
class Signature:
    """A signature block at the right: place and date, post, room to sign, name with titles, rank, NIP."""

    place_date: str
    post: str
    name: str
    rank: str = ""
    nip: str = ""


@dataclass(frozen=True)
class PageBreak:
    pass


@dataclass(frozen=True)
class Section:
    """Numbered 1.1; a section inside a section is 1.1.1, and there it ends.

    A `landscape` section stands whole on landscape pages, heading and all, and shares them with its neighbours.
    """

    title: str
    blocks: tuple["Block", ...]
    key: str = ""
    landscape: bool = False


Block = (
    Paragraph
    | BulletList
    | Table
    | Timeline
    | Figure
    | Callout
    | KeyFigures
    | Signature
    | PageBreak
    | Section
)


@dataclass(frozen=True)
class Chapter:
    """`BAB I`, `BAB II`, … in the body; the front matter has no numbers, so no tables or figures."""

    title: str
    blocks: tuple[Block, ...]
    key: str = ""


@dataclass(frozen=True)
class Appendix:
    """`LAMPIRAN A`, `LAMPIRAN B`, … after the last chapter."""

    title: str
    blocks: tuple[Block, ...]
    key: str = ""


@dataclass(frozen=True)
class Opening:
    """The first page of a letter or a list, in place of cover, imprint and contents.

    `letterhead` are the lines of the kop, the first one bold; `facts` are label and value ("Nomor"); `addressee` stands
    beneath them line by line; `title` heads a list (a letter has none). What follows bears no numbers; tables belong
    into appendices.
    """

    letterhead: tuple[str, ...] = ()
    place_date: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    addressee: tuple[str, ...] = ()
    title: str = ""
    blocks: tuple[Paragraph | BulletList | KeyFigures | Signature, ...] = ()


@dataclass(frozen=True)
class Document:
    """A whole book, or with an `opening` a letter or a list.

    `created` is aware and goes into the files' metadata: nothing here reads a clock.

    `front` holds unnumbered chapters before the contents are listed (Kata Pengantar); `imprint` is the label
    and value table behind the cover (edisi, tanggal data, sidik jari). `emblem` is the region's own lambang
    as SVG, PNG or JPEG; without it the cover keeps a marked place for it. `dimensions` are printed as a strip
    of colour and word on the cover. `notice` is printed there in a box: what nobody may overlook. A short book has
    no `lists`: neither contents nor tables nor figures.
    """

    title: str
    subtitle: str
    region: str
    period: str
    edition: str
    date_text: str
    created: datetime
    parts: tuple[Chapter | Appendix, ...]
    front: tuple[Chapter, ...] = ()
    imprint: tuple[tuple[str, str], ...] = ()
    emblem: bytes = b""
    dimensions: tuple[str, ...] = ()
    notice: str = ""
    lists: bool = True
    language: str = "id"
    opening: Opening | None = None
