"""Word documents written for the tests: a few parts of XML in a zip."""

from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from rangkai.engines.tabular import Choice

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BREAK = "<w:lastRenderedPageBreak/>"
STYLES = """
<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="H2"><w:name w:val="Judul 2"/></w:style>
<w:style w:styleId="Mine"><w:name w:val="Bab saya"/><w:basedOn w:val="H1"/></w:style>
<w:style w:styleId="Own"><w:name w:val="Sub"/><w:outlineLvl w:val="2"/></w:style>
<w:style w:styleId="Body"><w:name w:val="Isi"/><w:outlineLvl w:val="9"/></w:style>
<w:style w:styleId="Loop"><w:name w:val="Putar"/><w:basedOn w:val="Loop"/></w:style>
<w:style w:styleId="Toc"><w:name w:val="toc 1"/></w:style>
"""
DIMENSIONS = (
    Choice("1", "Smart Governance", ("Governance",)),
    Choice("4", "Smart Living", ("Living",)),
)


def p(text: str, style: str = "", *, bold: bool = False, before: str = "") -> str:
    mark = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:p>{mark}<w:r>{weight}{before}<w:t>{escape(text)}</w:t></w:r></w:p>"


def cell(text: str, *, span: int = 1, merge: str = "", before: str = "") -> str:
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    tall = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    lines = "".join(p(line, before=before) for line in text.split("\n"))
    return f"<w:tc><w:tcPr>{wide}{tall}</w:tcPr>{lines}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(c if c.startswith('<') else cell(c) for c in cells)}</w:tr>"


def table(*rows: Sequence[str]) -> str:
    return f"<w:tbl>{''.join(row(*cells) for cells in rows)}</w:tbl>"


def docx(*body: str, styles: str = STYLES, **parts: bytes | str) -> bytes:
    """The file; `parts` are further entries by name, with "__" for "/"."""
    given: dict[str, bytes | str] = {
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{"".join(body)}</w:body></w:document>',
        **{name.replace("__", "/"): content for name, content in parts.items()},
    }
    if styles:
        given["word/styles.xml"] = f'<w:styles xmlns:w="{W}">{styles}</w:styles>'
    return archive(given)


def archive(parts: dict[str, bytes | str]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


def plan() -> bytes:
    """Two dimensions, one table each; the second goes on over a page under the same heading rows."""
    head = ("No", "Program", "OPD Penanggung Jawab", "Tahun", "Anggaran (juta)")
    return docx(
        p("BAB IV RENCANA AKSI", "H1"),
        p("4.1 Smart Governance", "H2"),
        p("Tabel 4.1 Rencana aksi"),
        table(
            head,
            ("1.", "Layanan publik satu pintu", "Dinas Komunikasi dan Informatika", "2022-2024", "1.250"),
            ("2.", "Sistem arsip daring", "Dinas Kesehatan", "2023", "300"),
        ),
        p("4.2 Smart Living", "H2", before=BREAK),
        table(head, ("1.", "Layanan kesehatan yang mudah dijangkau", "Dinas Kesehatan", "2022", "500")),
        p("Lanjutan", before=BREAK),
        table(head, ("2.", "Jaringan kamera jalan", "Dinas Perhubungan", "2024", "750")),
    )
