"""WordprocessingML in small pieces: runs, paragraphs, fields, lists of contents, section ends.

Strings in, strings out. Text is escaped here and nowhere else. Measures are twips (a twentieth of a point).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from rangkai.engines.typeset.printable import clean, one_line

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
PAGE_SHORT, PAGE_LONG = 11906, 16838
PORTRAIT_MARGINS = {"top": 1587, "right": 1417, "bottom": 1417, "left": 1701}
LANDSCAPE_MARGINS = {"top": 1474, "right": 1417, "bottom": 1247, "left": 1417}


def twips(points: float) -> int:
    return round(points * 20)


def run(text: str, properties: str = "") -> str:
    """A run; a newline in the text becomes a line break."""
    marked = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    lines = clean(text).split("\n")
    body = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)
    return f"<w:r>{marked}{body}</w:r>"


def paragraph(style: str, content: str, properties: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def bookmarked(anchor: str, content: str) -> str:
    """`anchor` is one of ours ("r12"); its number makes the bookmark's id, far from those of pandoc."""
    identity = 100_000 + int(anchor[1:])
    return (
        f'<w:bookmarkStart w:id="{identity}" w:name="{anchor}"/>{content}<w:bookmarkEnd w:id="{identity}"/>'
    )


def linked(anchor: str, content: str) -> str:
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{content}</w:hyperlink>'


def field(instruction: str, shown: str) -> str:
    """A complex field with the value it shows until the word processor counts again."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def caption(style: str, label: str, chapter: str, ordinal: int, anchor: str, text: str) -> str:
    """ "Tabel 3.1  Judul": the ordinal is a SEQ field that starts again in each chapter."""
    bold = '<w:b/><w:color w:val="1F5FA8"/>'
    count = field(f"SEQ {label} \\* ARABIC \\s 1", run(str(ordinal), bold))
    number = bookmarked(anchor, run(f"{label} {chapter}.", bold) + count)
    return paragraph(style, number + run("  " + one_line(text)))


@dataclass(frozen=True)
class Entry:
    """A line of a list of contents: style (`TOC1`), the anchor it leads to, its number and title."""

    style: str
    anchor: str
    number: str
    title: str


def contents(instruction: str, entries: Iterable[Entry]) -> str:
    """A list that can be read and followed as it stands; Word fills in the page numbers on opening."""
    lines = [_contents_line(entry) for entry in entries]
    opening = (
        '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    first = lines[0].replace("</w:pPr>", f"</w:pPr>{opening}", 1)
    return "".join([first, *lines[1:], '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'])


def _contents_line(entry: Entry) -> str:
    number = run(entry.number) + "<w:r><w:tab/></w:r>" if entry.number else ""
    page = "<w:r><w:tab/></w:r>" + field(f"PAGEREF {entry.anchor} \\h", "")
    return paragraph(entry.style, linked(entry.anchor, number + run(one_line(entry.title)) + page))


Pages = Literal["cover", "roman", "arabic"]


def section(pages: Pages, landscape: bool = False, start: bool = False) -> str:
    """`w:sectPr`: paper, margins, running heads and page numbers of the section that ends here."""
    width, height = (PAGE_LONG, PAGE_SHORT) if landscape else (PAGE_SHORT, PAGE_LONG)
    margins = LANDSCAPE_MARGINS if landscape else PORTRAIT_MARGINS
    heads, numbers = "", ""
    if pages != "cover":
        shape = "Landscape" if landscape else "Portrait"
        heads = (
            f'<w:headerReference w:type="default" r:id="rIdHeader{shape}"/>'
            f'<w:footerReference w:type="default" r:id="rIdFooter{shape}"/>'
        )
        style = "lowerRoman" if pages == "roman" else "decimal"
        numbers = f'<w:pgNumType w:fmt="{style}"{" w:start=" + quoteattr("1") if start else ""}/>'
    orientation = ' w:orient="landscape"' if landscape else ""
    sides = " ".join(f'w:{side}="{size}"' for side, size in margins.items())
    return (
        f'<w:sectPr>{heads}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{orientation}/>'
        f'<w:pgMar {sides} w:header="709" w:footer="709" w:gutter="0"/>{numbers}</w:sectPr>'
    )


def section_end(properties: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="Antara"/>{properties}</w:pPr></w:p>'
