"""Numbers for chapters, sections, tables and figures, given once so that both files print the same ones.

`arrange` lays a `Document` out as a flat run of items: headings, captioned blocks, plain blocks. Chapters
count I, II, …; sections 1.1 and 1.1.1; tables and figures start again in each chapter ("Tabel 3.1");
appendices count A, B, …
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from rangkai.engines.typeset.document import (
    Appendix,
    Block,
    BulletList,
    Callout,
    Chapter,
    CrossReference,
    Document,
    Figure,
    KeyFigures,
    PageBreak,
    Paragraph,
    Section,
    Signature,
    Table,
    Text,
    Timeline,
)
from rangkai.engines.typeset.labels import Labels, labels_of

HeadingKind = Literal["front", "chapter", "appendix", "section"]
DEEPEST = 3


@dataclass(frozen=True)
class Heading:
    """`number` is ready to print: "BAB I", "1.1", "LAMPIRAN A", or empty in the front matter."""

    level: int
    kind: HeadingKind
    number: str
    title: str
    anchor: str


@dataclass(frozen=True)
class Captioned:
    """A table, timeline or figure with its place: label "Tabel", chapter "3", ordinal 1."""

    block: Table | Timeline | Figure
    label: str
    chapter: str
    ordinal: int
    anchor: str

    @property
    def number(self) -> str:
        return f"{self.chapter}.{self.ordinal}"


Plain = Paragraph | BulletList | Callout | KeyFigures | Signature | PageBreak
Item = Heading | Captioned | Plain


@dataclass(frozen=True)
class Arranged:
    """`references` maps a key to what a cross-reference prints and the anchor it leads to.

    `wide` says of each item of the body whether it stands on a landscape page.
    """

    front: tuple[Item, ...]
    body: tuple[Item, ...]
    wide: tuple[bool, ...]
    references: dict[str, tuple[str, str]]

    @property
    def headings(self) -> tuple[Heading, ...]:
        return tuple(item for item in (*self.front, *self.body) if isinstance(item, Heading))

    def runs(self) -> Iterator[tuple[bool, list[Item]]]:
        """The body in runs of items on pages that lie the same way."""
        for wide, pairs in groupby(zip(self.wide, self.body, strict=True), key=lambda pair: pair[0]):
            yield wide, [item for _, item in pairs]

    def captioned(self, figures: bool) -> tuple[Captioned, ...]:
        """Figures (a timeline is a picture), or tables, in the order of the book."""
        return tuple(
            item
            for item in (*self.front, *self.body)
            if isinstance(item, Captioned) and isinstance(item.block, Table) is not figures
        )

    def printed(self, reference: CrossReference) -> tuple[str, str]:
        try:
            return self.references[reference.key]
        except KeyError:
            raise ValueError(f"no block of the document has the key {reference.key!r}") from None


def roman(number: int) -> str:
    """Roman numerals in capitals, from 1 to 3999."""
    steps = (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")
    small = (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")
    text = ""
    for value, letters in (*steps, *small):
        count, number = divmod(number, value)
        text += letters * count
    return text


def letters(number: int) -> str:
    """A, B, … Z, AA, AB, … from 1."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


@dataclass
class _Counters:
    labels: Labels
    references: dict[str, tuple[str, str]] = field(default_factory=dict)
    anchors: int = 0
    prefix: str = ""
    tables: int = 0
    figures: int = 0
    wide: list[bool] = field(default_factory=list)

    def anchor(self, key: str, printed: str) -> str:
        self.anchors += 1
        name = f"r{self.anchors}"
        if key:
            if key in self.references:
                raise ValueError(f"two blocks of the document have the key {key!r}")
            self.references[key] = (printed, name)
        return name

    def chapter(self, prefix: str) -> None:
        self.prefix, self.tables, self.figures = prefix, 0, 0

    def caption(self, block: Table | Timeline | Figure) -> Captioned:
        if isinstance(block, Table):
            self.tables += 1
            label, ordinal = self.labels.table, self.tables
        else:
            self.figures += 1
            label, ordinal = self.labels.figure, self.figures
        anchor = self.anchor(block.key, f"{label} {self.prefix}.{ordinal}")
        return Captioned(block, label, self.prefix, ordinal, anchor)


def _blocks(blocks: tuple[Block, ...], place: "_Place", counters: _Counters) -> Iterator[Item]:
    sections = 0
    for block in blocks:
        if isinstance(block, Section):
            sections += 1
            own = f"{place.number}.{sections}"
            anchor = counters.anchor(block.key, f"{counters.labels.section_reference} {own}")
            if place.level > DEEPEST:
                raise ValueError(f"section {block.title!r} lies deeper than 1.1.1")
            inside = _Place(own, place.level + 1, place.wide or block.landscape)
            counters.wide.append(inside.wide)
            yield Heading(place.level, "section", own, block.title, anchor)
            yield from _blocks(block.blocks, inside, counters)
        elif isinstance(block, Table | Timeline | Figure):
            counters.wide.append(place.wide or (not isinstance(block, Figure) and block.landscape))
            yield counters.caption(block)
        else:
            counters.wide.append(place.wide)
            yield block


@dataclass(frozen=True)
class _Place:
    """The number that sections count on from, the level of their headings, and how the page lies."""

    number: str
    level: int
    wide: bool = False


def _front(document: Document, counters: _Counters) -> Iterator[Item]:
    for chapter in document.front:
        yield Heading(1, "front", "", chapter.title, counters.anchor(chapter.key, chapter.title))
        for block in chapter.blocks:
            if isinstance(block, Section | Table | Timeline | Figure):
                raise ValueError(
                    f"front matter has no numbers, so {chapter.title!r} can't hold what is numbered"
                )
            yield block


def _body(document: Document, counters: _Counters) -> Iterator[Item]:
    chapters = appendices = 0
    for part in document.parts:
        if isinstance(part, Chapter):
            chapters += 1
            prefix, shown = str(chapters), roman(chapters)
            yield _opening(part, "chapter", shown, counters)
        else:
            appendices += 1
            prefix = letters(appendices)
            yield _opening(part, "appendix", prefix, counters)
        counters.chapter(prefix)
        counters.wide.append(False)
        yield from _blocks(part.blocks, _Place(prefix, 2), counters)


def _opening(part: Chapter | Appendix, kind: HeadingKind, shown: str, counters: _Counters) -> Heading:
    labels = counters.labels
    word = labels.chapter if kind == "chapter" else labels.appendix
    called = labels.chapter_reference if kind == "chapter" else labels.appendix_reference
    return Heading(
        1, kind, f"{word.upper()} {shown}", part.title, counters.anchor(part.key, f"{called} {shown}")
    )


def arrange(document: Document) -> Arranged:
    """Raises ValueError when two blocks have one key, or a cross-reference names a key that no block has."""
    counters = _Counters(labels_of(document.language))
    front = tuple(_front(document, counters))
    body = tuple(_body(document, counters))
    arranged = Arranged(front, body, tuple(counters.wide), counters.references)
    for text in _texts(arranged):
        if not isinstance(text, str):
            for piece in text:
                if isinstance(piece, CrossReference):
                    arranged.printed(piece)
    return arranged


def _texts(arranged: Arranged) -> Iterator[Text]:
    for item in (*arranged.front, *arranged.body):
        if isinstance(item, Paragraph | Callout):
            yield item.text
        elif isinstance(item, BulletList):
            yield from item.items
        elif isinstance(item, Captioned) and isinstance(item.block, Table):
            for row in item.block.rows:
                if isinstance(row, tuple):
                    yield from (cell for cell in row if isinstance(cell, str | tuple))
