"""Which files are taken: by their bytes, under a safe name."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from rangkai.domains.evidence.rules.files import (
    JPEG,
    LONGEST_NAME,
    MOST_BYTES,
    OLE,
    PDF,
    PNG,
    TYPES,
    ZIP,
    DocumentKind,
    checked_file,
    safe_name,
)
from rangkai.lib.errors import Invalid


def package(*names: str) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w") as found:
        for name in names:
            found.writestr(name, "x")
    return content.getvalue()


OFFICE = "[Content_Types].xml"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF + b"1.7", DocumentKind.PDF),
        (b"\r\n" + PDF + b"1.4", DocumentKind.PDF),
        (JPEG + b"x", DocumentKind.JPEG),
        (PNG + b"x", DocumentKind.PNG),
        (package(OFFICE, "word/document.xml"), DocumentKind.WORD),
        (package(OFFICE, "xl/workbook.xml"), DocumentKind.EXCEL),
        (package(OFFICE, "ppt/presentation.xml"), DocumentKind.SLIDES),
    ],
    ids=["pdf", "pdf after a line", "jpeg", "png", "word", "excel", "slides"],
)
def test_it_tells_a_file_by_its_bytes(content, kind):
    fact = checked_file("surat.exe", content)
    assert (fact.kind, fact.name, fact.size) == (kind, f"surat.{kind}", len(content))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "kosong"),
        (PDF + b"x" * MOST_BYTES, "Berkas ini lebih besar dari 10 MB"),
        (OLE + b"x", "Office lama atau berkata sandi"),
        (ZIP + b"x", "rusak"),
        (package("foto/satu.jpg"), "Jenis berkas ini tidak diterima"),
        (package(OFFICE, "3D/model.xml"), "Jenis berkas ini tidak diterima"),
        (package(OFFICE, "word/document.xml", "word/vbaProject.bin"), "makro"),
        (b"<svg onload=alert(1)>", "Jenis berkas ini tidak diterima"),
        (b"MZ\x90", "Jenis berkas ini tidak diterima"),
    ],
    ids=["empty", "large", "old office", "torn zip", "zip", "other package", "macro", "svg", "program"],
)
def test_it_says_why_a_file_is_not_taken(content, words):
    with pytest.raises(Invalid, match=words) as refusal:
        checked_file("surat.pdf", content)
    assert [problem.field for problem in refusal.value.problems] == ["file"]


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Surat Usulan.PDF", "Surat Usulan.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\ani\\surat.docx", "surat.pdf"),
        ('a"b<c>\r\nd.pdf', "abcd.pdf"),
        ("  .pdf", "berkas.pdf"),
        ("", "berkas.pdf"),
        ("...", "berkas.pdf"),
        ("x" * 300, "x" * LONGEST_NAME + ".pdf"),
        ("surat.v2.final.pdf", "surat.v2.final.pdf"),
    ],
)
def test_it_makes_a_safe_name(name, safe):
    assert safe_name(name, DocumentKind.PDF) == safe


def test_it_knows_a_media_type_for_every_kind():
    assert set(TYPES) == set(DocumentKind)
