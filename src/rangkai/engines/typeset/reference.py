"""The reference document of the DOCX: pandoc's own, with our styles, numbering and running heads put in.

Built in code so that no binary file lies in the repository. Style names are Indonesian because they are what
an officer sees in the word processor's list.
"""

import io
import re
import zipfile
from functools import lru_cache

from rangkai.engines.typeset.document import Document
from rangkai.engines.typeset.labels import labels_of
from rangkai.engines.typeset.openxml import (
    LANDSCAPE_MARGINS,
    NAMESPACES,
    PAGE_LONG,
    PAGE_SHORT,
    PORTRAIT_MARGINS,
    field,
    paragraph,
    run,
)
from rangkai.engines.typeset.printable import RUNNING_LIMIT, one_line
from rangkai.engines.typeset.reference_styles import defaults, numbering, styles

_EPOCH = (1980, 1, 1, 0, 0, 0)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# Today's layout rules; without them Word opens the file in compatibility mode.
_COMPATIBLE = (
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat>'
)

TEMPLATE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<w:document '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">\n'
    "<w:body>\n$body$\n@@SECTION@@\n</w:body></w:document>\n"
)


def template(last_section: str) -> str:
    """Pandoc's template for `word/document.xml`: the body alone, closed by our last section."""
    return TEMPLATE.replace("@@SECTION@@", last_section)


def reference_docx(document: Document, default: bytes) -> bytes:
    """`default` is what `pandoc --print-default-data-file reference.docx` gives."""
    parts = dict(_styled(default, document.language))
    relations, overrides = "", ""
    for shape, margins, width in (
        ("Portrait", PORTRAIT_MARGINS, PAGE_SHORT),
        ("Landscape", LANDSCAPE_MARGINS, PAGE_LONG),
    ):
        end = width - margins["left"] - margins["right"]
        for part, kind, xml in (
            ("Header", "header", _header(document, end)),
            ("Footer", "footer", _footer(document, end)),
        ):
            name = f"{kind}{shape}.xml"
            parts[f"word/{name}"] = xml.encode()
            relations += f'<Relationship Id="rId{part}{shape}" Type="{_RELATION}/{kind}" Target="{name}"/>'
            overrides += f'<Override PartName="/word/{name}" ContentType="{_CONTENT}.{kind}+xml"/>'
    _insert(parts, "word/_rels/document.xml.rels", "</Relationships>", relations)
    _insert(parts, "[Content_Types].xml", "</Types>", overrides)
    return packed(parts)


def packed(parts: dict[str, bytes]) -> bytes:
    """A zip that is the same for the same parts: fixed order, fixed time."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


@lru_cache(maxsize=4)
def _styled(default: bytes, language: str) -> tuple[tuple[str, bytes], ...]:
    with zipfile.ZipFile(io.BytesIO(default)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    xml = parts["word/styles.xml"].decode()
    for identity, style in styles().items():
        xml = re.sub(rf'<w:style [^>]*w:styleId="{identity}">.*?</w:style>', "", xml, flags=re.DOTALL)
        xml = xml.replace("</w:styles>", f"{style}</w:styles>")
    xml = re.sub(r"<w:link [^>]*/>", "", xml)
    xml = re.sub(r"<w:docDefaults>.*?</w:docDefaults>", defaults(language), xml, flags=re.DOTALL)
    parts["word/styles.xml"] = xml.encode()
    _insert(parts, "word/settings.xml", "<w:rsids>", _COMPATIBLE)
    settings = parts["word/settings.xml"].decode()
    settings = settings.replace('decimalSymbol w:val="."', 'decimalSymbol w:val=","')
    parts["word/settings.xml"] = settings.replace(
        'listSeparator w:val=","', 'listSeparator w:val=";"'
    ).encode()
    labels = labels_of(language)
    lists, uses = numbering(labels.chapter.upper(), labels.appendix.upper())
    xml = parts["word/numbering.xml"].decode()
    at = xml.index("<w:abstractNum ")
    parts["word/numbering.xml"] = (xml[:at] + lists + xml[at:]).encode()
    _insert(parts, "word/numbering.xml", "</w:numbering>", uses)
    return tuple(parts.items())


def _insert(parts: dict[str, bytes], name: str, before: str, xml: str) -> None:
    parts[name] = parts[name].decode().replace(before, xml + before).encode()


def _header(document: Document, end: int) -> str:
    words = (
        run(one_line(document.title, RUNNING_LIMIT))
        + "<w:r><w:tab/></w:r>"
        + run(one_line(document.region, RUNNING_LIMIT))
    )
    return f"<w:hdr {NAMESPACES}>{paragraph('Header', words, _tab(end))}</w:hdr>"


def _footer(document: Document, end: int) -> str:
    edition = run(
        f"{one_line(document.edition, RUNNING_LIMIT)} · {one_line(document.date_text, RUNNING_LIMIT)}"
    )
    words = edition + "<w:r><w:tab/></w:r>" + field("PAGE", run("1"))
    return f"<w:ftr {NAMESPACES}>{paragraph('Footer', words, _tab(end))}</w:ftr>"


def _tab(end: int) -> str:
    return f'<w:tabs><w:tab w:val="right" w:pos="{end}"/></w:tabs>'
