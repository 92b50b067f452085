"""Our document model as Typst source; `book.typ` beside this file holds the looks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rangkai.engines.typeset.document import (
    BulletList,
    Callout,
    Document,
    Figure,
    KeyFigures,
    Opening,
    Paragraph,
    Signature,
    Table,
)
from rangkai.engines.typeset.labels import Labels, labels_of
from rangkai.engines.typeset.layout import lay_out_figures
from rangkai.engines.typeset.numbering import Arranged, Captioned, Heading, Item, Plain, arrange
from rangkai.engines.typeset.pictures import kind_of
from rangkai.engines.typeset.typst_tables import colour, table_code, timeline_code
from rangkai.engines.typeset.typst_text import TypstText, array, literal


@dataclass
class TypstSource:
    """`main` is the file to compile; `files` are the pictures it names, to be laid beside it."""

    main: str
    files: dict[str, bytes] = field(default_factory=dict)


def to_typst(document: Document) -> TypstSource:
    """Raises ValueError where the document's keys, or what a cross-reference names, don't fit."""
    arranged = arrange(document)
    return _Writer(document, arranged, TypstText(arranged, labels_of(document.language))).write()


class _Writer:
    def __init__(self, document: Document, arranged: Arranged, text: TypstText) -> None:
        self.document = document
        self.arranged = arranged
        self.text = text
        self.labels: Labels = text.labels
        self.files: dict[str, bytes] = {}

    def write(self) -> TypstSource:
        lines = [
            '#import "book.typ": *',
            f"#show: book.with({self._settings()})",
            *(self._book_front() if self.document.opening is None else self._opening(self.document.opening)),
            *self._body(),
            "#context [#metadata(here().page()) <last-page>]",
        ]
        return TypstSource("\n".join(lines) + "\n", self.files)

    def _book_front(self) -> list[str]:
        imprint = array(
            f"({self.text.title(label)}, {self.text.content(value)})"
            for label, value in self.document.imprint
        )
        return [
            f"#cover({self._cover()})",
            f"#imprint({self.text.title(self.labels.imprint)}, {imprint})",
            "#show: front-matter",
            *self._items(self.arranged.front),
            *self._contents(),
            "#show: main-matter",
        ]

    def _opening(self, opening: Opening) -> list[str]:
        title = self.text.title
        facts = array(f"({title(label)}, {title(value)})" for label, value in opening.facts)
        return [
            "#show: main-matter",
            f"#opening({array(map(title, opening.letterhead))}, {title(opening.place_date)}, {facts}, "
            f"{array(map(title, opening.addressee))}, {title(opening.title)})",
            *(self._plain(block) for block in opening.blocks),
        ]

    def _settings(self) -> str:
        document, title = self.document, self.text.title
        created = document.created
        running = document.title, document.region, document.edition, document.date_text
        return (
            f"title: {title(document.title)}, region: {title(document.region)}, "
            f"running: ({', '.join(map(self.text.running, running))}), "
            f"language: {literal(document.language)}, "
            f"created: datetime(year: {created.year}, month: {created.month}, day: {created.day})"
        )

    def _cover(self) -> str:
        document, title = self.document, self.text.title
        emblem = "none"
        if document.emblem:
            name = self._picture("emblem", document.emblem)
            emblem = f"image({literal(name)}, height: 32mm, alt: {title(self.labels.emblem)})"
        strip = array(f"({colour(name)}, {title(name)})" for name in document.dimensions)
        return (
            f"title: {title(document.title)}, subtitle: {title(document.subtitle)}, "
            f"region: {title(document.region)}, period: {title(document.period)}, "
            f"edition: {title(document.edition)}, date-text: {title(document.date_text)}, "
            f"emblem: {emblem}, emblem-place: {title(self.labels.emblem)}, strip: {strip}, "
            f"notice: {title(document.notice)}"
        )

    def _contents(self) -> Iterator[str]:
        if not self.document.lists:
            return
        title = self.text.title
        yield f"#contents({title(self.labels.contents)})"
        if self.arranged.captioned(figures=False):
            yield f"#list-of({title(self.labels.tables)}, table)"
        if self.arranged.captioned(figures=True):
            yield f"#list-of({title(self.labels.figures)}, image)"

    def _body(self) -> Iterator[str]:
        for wide, items in self.arranged.runs():
            yield from ["#landscape[", *self._items(items), "]"] if wide else self._items(items)

    def _items(self, items: Iterable[Item]) -> Iterator[str]:
        for item in items:
            if isinstance(item, Heading):
                words = f"{self.text.title(item.number)}, {self.text.title(item.title)}"
                yield f"#titled({item.level}, {words}) <{item.anchor}>"
            elif isinstance(item, Captioned):
                yield self._captioned(item)
            else:
                yield self._plain(item)

    def _plain(self, item: Plain) -> str:
        text = self.text
        if isinstance(item, Paragraph):
            return f"#par({text.content(item.text)})"
        if isinstance(item, BulletList):
            kind = "enum" if item.ordered else "list"
            return f"#{kind}({', '.join(text.content(entry) for entry in item.items)})"
        if isinstance(item, Callout):
            return f"#callout({literal(item.tone)}, {text.title(item.title)}, {text.content(item.text)})"
        if isinstance(item, KeyFigures):
            return self._key_figures(item)
        if isinstance(item, Signature):
            fields = item.place_date, item.post, item.name, item.rank, item.nip
            return f"#signature({', '.join(map(text.title, fields))})"
        return "#pagebreak(weak: true)"

    def _key_figures(self, item: KeyFigures) -> str:
        text = self.text
        widths = array(f"{width:.2f}fr" for width in lay_out_figures(item))
        figures = array(
            f"({text.title(one.value)}, {text.title(one.label)}, {text.source(one.source)})"
            for one in item.items
        )
        return f"#key-figures({widths}, {figures})"

    def _captioned(self, item: Captioned) -> str:
        block, title = item.block, self.text.title
        if isinstance(block, Figure):
            kind, note, body = "image", "", self._figure(item.anchor, block)
        elif isinstance(block, Table):
            kind, note, body = "table", block.note, table_code(block, self.text)
        else:
            kind, note, body = "image", block.note, timeline_code(block, self.text)
        top = "false" if isinstance(block, Figure) else "true"
        return (
            f"#captioned({kind}, {top}, {title(item.label)}, {title(item.number)}, {title(block.caption)}, "
            f"{self.text.source(block.source, note)}, {literal(item.anchor)}, {body})"
        )

    def _figure(self, anchor: str, figure: Figure) -> str:
        name = self._picture(anchor, figure.svg.encode() if figure.svg else figure.png)
        return f"image({literal(name)}, alt: {self.text.alt(figure.alt)}, width: 100%)"

    def _picture(self, name: str, content: bytes) -> str:
        file = f"{name}.{kind_of(content)}"
        self.files[file] = content
        return file
