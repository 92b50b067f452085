"""Our document model as pandoc's own syntax tree (JSON), for the DOCX.

Pandoc carries running text, lists, footnotes and pictures and packs the file. Headings, tables, captions and
lists of contents are raw WordprocessingML, for what pandoc can't say: numbering by style, repeated heads,
landscape sections.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rangkai.engines.typeset.document import (
    BulletList,
    Callout,
    CrossReference,
    Document,
    Emphasis,
    Figure,
    Inline,
    KeyFigures,
    Opening,
    Paragraph,
    Signature,
    Source,
    Strong,
    Table,
    Text,
)
from rangkai.engines.typeset.labels import Labels, labels_of
from rangkai.engines.typeset.numbering import Arranged, Captioned, Heading, Item, Plain, arrange
from rangkai.engines.typeset.openxml import (
    Entry,
    bookmarked,
    caption,
    contents,
    paragraph,
    run,
    section,
    section_end,
)
from rangkai.engines.typeset.openxml_tables import TableXml
from rangkai.engines.typeset.pictures import kind_of, raster
from rangkai.engines.typeset.printable import ALT_LIMIT, clean, one_line, pieces

Node = dict[str, Any]

API_VERSION = [1, 23, 1]
_OPENINGS = {"front": "JudulDepan", "chapter": "Heading1", "appendix": "JudulLampiran"}


@dataclass(frozen=True)
class PandocSource:
    """`tree` is pandoc's JSON document; `last_section` closes the body; `files` are the pictures it names."""

    tree: Node
    last_section: str
    files: dict[str, bytes]


def to_pandoc(document: Document) -> PandocSource:
    return _Writer(document).write()


def text_nodes(text: str) -> list[Node]:
    """A string with its line breaks. Pandoc escapes the rest, and never reads it as markup."""
    nodes: list[Node] = []
    for line in clean(text).split("\n"):
        nodes += [{"t": "LineBreak"}] if nodes else []
        nodes.append({"t": "Str", "c": line})
    return nodes


def raw(xml: str) -> Node:
    return {"t": "RawBlock", "c": ["openxml", xml]}


def styled(style: str, blocks: list[Node]) -> Node:
    return {"t": "Div", "c": [["", [], [["custom-style", style]]], blocks]}


class _Writer:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.arranged: Arranged = arrange(document)
        self.labels: Labels = labels_of(document.language)
        self.tables = TableXml(self.arranged, self.labels)
        self.files: dict[str, bytes] = {}
        self.landscape = False
        self.numbered = False
        self.in_appendix = False

    def write(self) -> PandocSource:
        opening = self.document.opening
        blocks = self._book_front() if opening is None else self._opening(opening)
        last = section("cover")
        if opening is not None and self.arranged.body:
            blocks.append(raw(section_end(last)))
        for wide, items in self.arranged.runs():
            blocks += [*self._turn(wide), *self._items(items)]
        document = self.document
        meta = {
            "title": {"t": "MetaInlines", "c": [{"t": "Str", "c": one_line(document.title)}]},
            "author": {"t": "MetaInlines", "c": [{"t": "Str", "c": one_line(document.region)}]},
            "subject": {"t": "MetaString", "c": one_line(f"{document.subtitle} {document.edition}")},
            "lang": {"t": "MetaString", "c": document.language},
        }
        tree = {"pandoc-api-version": API_VERSION, "meta": meta, "blocks": blocks}
        if self.arranged.body or opening is None:
            last = section("arabic", self.landscape, not self.numbered)
        return PandocSource(tree, last, self.files)

    # Before the first page number

    def _book_front(self) -> list[Node]:
        blocks = [*self._cover(), raw(section_end(section("cover")))]
        front = [*self._items(self.arranged.front), *(raw(xml) for xml in self._contents())]
        return [*blocks, *front, raw(section_end(section("roman", start=True)))] if front else blocks

    def _opening(self, opening: Opening) -> list[Node]:
        """The kop, the facts of a letter, and what it says."""
        lines = [
            *(("KopBaris" if at else "KopNama", text) for at, text in enumerate(opening.letterhead)),
            ("KopGaris" if opening.letterhead else "", " "),
            ("SuratTempatTanggal", opening.place_date),
        ]
        xml = [paragraph(style, run(one_line(text))) for style, text in lines if style and text]
        for label, value in opening.facts:
            words = run(one_line(label)) + "<w:r><w:tab/></w:r>" + run(f": {one_line(value)}")
            xml.append(paragraph("SuratKeterangan", words))
        for at, text in enumerate(opening.addressee):
            xml.append(paragraph("SuratTujuan" if at else "SuratTujuanAwal", run(one_line(text))))
        if opening.title:
            xml.append(paragraph("SuratJudul", run(one_line(opening.title))))
        xml.append(paragraph("Antara", ""))
        return [*map(raw, xml), *(node for block in opening.blocks for node in self._plain(block))]

    def _cover(self) -> Iterable[Node]:
        document = self.document
        if document.emblem:
            yield self._image(
                "emblem", raster(document.emblem), self.labels.emblem, "32mm", "SampulLambang", "height"
            )
        else:
            yield raw(paragraph("SampulTempatLambang", run(self.labels.emblem)))
        for style, text in (
            ("SampulDaerah", document.region.upper()),
            ("SampulJudul", document.title),
            ("SampulAnakJudul", document.subtitle),
            ("SampulPeriode", document.period),
        ):
            if text:
                yield raw(paragraph(style, run(one_line(text))))
        if document.notice:
            yield raw(paragraph("KotakPenting", run(one_line(document.notice))))
        if document.dimensions:
            yield raw(self.tables.strip(document.dimensions))
        edition = run(one_line(document.edition)) + "<w:r><w:tab/></w:r>" + run(one_line(document.date_text))
        yield raw(paragraph("SampulEdisi", edition))
        if document.imprint:
            yield raw(paragraph("KeteranganJudul", run(self.labels.imprint), "<w:pageBreakBefore/>"))
            yield raw(self.tables.pairs(document.imprint))

    def _contents(self) -> Iterable[str]:
        labels = self.labels
        if not self.document.lists:
            return
        yield paragraph("JudulDaftar", run(labels.contents))
        headings = [
            Entry(f"TOC{heading.level}", heading.anchor, heading.number, heading.title)
            for heading in self.arranged.headings
        ]
        if headings:
            yield contents('TOC \\o "1-3" \\h \\z \\u', headings)
        lists = (False, labels.tables, labels.table), (True, labels.figures, labels.figure)
        for figures, title, label in lists:
            placed = self.arranged.captioned(figures)
            if placed:
                yield paragraph("JudulDaftar", run(title))
                lines = [
                    Entry("TableofFigures", item.anchor, f"{item.label} {item.number}", item.block.caption)
                    for item in placed
                ]
                yield contents(f'TOC \\h \\z \\c "{label}"', lines)

    # Blocks

    def _items(self, items: Iterable[Item]) -> list[Node]:
        nodes: list[Node] = []
        for item in items:
            if isinstance(item, Heading):
                nodes.append(raw(self._heading(item)))
            elif isinstance(item, Captioned):
                nodes += self._captioned(item)
            else:
                nodes += self._plain(item)
        return nodes

    def _turn(self, landscape: bool) -> list[Node]:
        """End the section when the paper turns."""
        if landscape is self.landscape:
            return []
        ended = section("arabic", self.landscape, not self.numbered)
        self.landscape, self.numbered = landscape, True
        return [raw(section_end(ended))]

    def _heading(self, heading: Heading) -> str:
        if heading.kind != "section":
            self.in_appendix = heading.kind == "appendix"
            style = _OPENINGS[heading.kind]
        else:
            style = f"Lampiran{heading.level}" if self.in_appendix else f"Heading{heading.level}"
        return paragraph(style, bookmarked(heading.anchor, run(one_line(heading.title))))

    def _plain(self, item: Plain) -> list[Node]:
        if isinstance(item, Paragraph):
            return [self._paragraph(item.text)]
        if isinstance(item, BulletList):
            return [self._list(item)]
        if isinstance(item, Callout):
            title = {"t": "Strong", "c": text_nodes(one_line(item.title))}
            body = {"t": "Para", "c": [title, {"t": "LineBreak"}, *self._inlines(item.text)]}
            return [styled("KotakPenting" if item.tone == "penting" else "Kotak", [body])]
        if isinstance(item, KeyFigures):
            return [raw(self.tables.key_figures(item) + paragraph("Antara", ""))]
        if isinstance(item, Signature):
            return [raw(self._signature(item))]
        return [raw('<w:p><w:pPr><w:pStyle w:val="Antara"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>')]

    def _paragraph(self, text: Text) -> Node:
        return styled("BodyText", [{"t": "Para", "c": self._inlines(text)}])

    def _list(self, block: BulletList) -> Node:
        items = [[{"t": "Plain", "c": self._inlines(entry)}] for entry in block.items]
        if block.ordered:
            return {"t": "OrderedList", "c": [[1, {"t": "Decimal"}, {"t": "Period"}], items]}
        return {"t": "BulletList", "c": items}

    def _signature(self, item: Signature) -> str:
        lines = [("TandaTangan", item.place_date, ""), ("TandaTangan", item.post, "<w:b/>")]
        lines += [("TandaTanganNama", item.name, "<w:b/>"), ("TandaTangan", item.rank, "")]
        lines.append(("TandaTangan", f"NIP {item.nip}" if item.nip else "", ""))
        return "".join(paragraph(style, run(one_line(text), bold)) for style, text, bold in lines if text)

    def _captioned(self, item: Captioned) -> list[Node]:
        block = item.block
        style = "ImageCaption" if isinstance(block, Figure) else "TableCaption"
        words = caption(style, item.label, item.chapter, item.ordinal, item.anchor, block.caption)
        note = self._source(block.source, "" if isinstance(block, Figure) else block.note)
        if isinstance(block, Table):
            return [raw(words + self.tables.table(block) + note)]
        if isinstance(block, Figure):
            picture = self._image(
                item.anchor,
                block.png or raster(block.svg.encode()),
                block.alt,
                "100%",
                "CaptionedFigure",
                "width",
            )
            return [picture, raw(words + note)]
        return [raw(words + self.tables.timeline(block) + note)]

    def _source(self, source: Source | None, note: str) -> str:
        said = f"{self.labels.source}: {source}." if source else ""
        return paragraph("Sumber", run(f"{said} {note}".strip()))

    def _image(self, name: str, content: bytes, alt: str, size: str, style: str, side: str) -> Node:
        file = f"{name}.{kind_of(content)}"
        self.files[file] = content
        attributes = ["", [], [[side, size]]]
        image = {"t": "Image", "c": [attributes, text_nodes(one_line(alt, ALT_LIMIT)), [file, ""]]}
        return styled(style, [{"t": "Para", "c": [image]}])

    # Text

    def _inlines(self, text: Text) -> list[Node]:
        return [node for piece in pieces(text) for node in self._inline(piece)]

    def _inline(self, piece: Inline) -> list[Node]:
        if isinstance(piece, str):
            return text_nodes(piece)
        if isinstance(piece, Strong):
            return [{"t": "Strong", "c": text_nodes(piece.text)}]
        if isinstance(piece, Emphasis):
            return [{"t": "Emph", "c": text_nodes(piece.text)}]
        if isinstance(piece, CrossReference):
            printed, anchor = self.arranged.printed(piece)
            return [{"t": "Link", "c": [["", [], []], text_nodes(printed), [f"#{anchor}", ""]]}]
        said = text_nodes(f"{self.labels.source}: {piece.source}.")
        return [*text_nodes(piece.text), {"t": "Note", "c": [{"t": "Para", "c": said}]}]
