"""A letter and a list: a first page in place of the cover, and what is attached to it."""

import io
from datetime import UTC, datetime

import docx
import pytest
from docx.document import Document as Docx
from pypdf import PdfReader

from rangkai.engines.typeset.document import (
    Appendix,
    BulletList,
    Column,
    Document,
    Opening,
    Paragraph,
    Signature,
    Table,
)
from rangkai.engines.typeset.render import to_docx, to_pdf

ANNEX = Appendix("Daftar", (Table("Usulan", (Column("Usulan"),), (("Antrean daring",),)),))


def letter(
    *, annex: bool, letterhead: tuple[str, ...] = ("PEMERINTAH KABUPATEN", "Jalan Contoh 1")
) -> Document:
    opening = Opening(
        letterhead,
        "Mojosari, 24 November 2026",
        (("Nomor", "000/1/2026"), ("Hal", "Jawaban atas usulan")),
        ("Yth. Camat Sooko", "di tempat"),
        "",
        (Paragraph("Dengan hormat."), BulletList(("satu",)), Signature("", "Kepala", "Sari, S.Kom.")),
    )
    return Document(
        title="Jawaban atas usulan",
        subtitle="",
        region="Pemerintah Kabupaten Contoh",
        period="",
        edition="L-2026-00001",
        date_text="24 November 2026",
        created=datetime(2026, 11, 24, tzinfo=UTC),
        parts=(ANNEX,) if annex else (),
        opening=opening,
    )


def read(document: Document) -> tuple[int, str]:
    reader = PdfReader(io.BytesIO(to_pdf(document).content))
    return len(reader.pages), " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def opened(document: Document) -> Docx:
    return docx.Document(io.BytesIO(to_docx(document)))


def test_it_prints_a_letter_on_one_page_without_a_cover() -> None:
    pages, words = read(letter(annex=False))
    assert pages == 1
    assert words.startswith(
        "PEMERINTAH KABUPATEN Jalan Contoh 1 Mojosari, 24 November 2026 Nomor : 000/1/2026"
    )
    assert words.index("Yth. Camat Sooko") < words.index("Dengan hormat.") < words.index("Sari, S.Kom.")


def test_it_attaches_the_table_on_a_page_of_its_own() -> None:
    pages, words = read(letter(annex=True))
    assert (pages, "Tabel A.1 Usulan" in words) == (2, True)


def test_it_leaves_the_kop_out_where_there_is_none() -> None:
    document = letter(annex=False, letterhead=())
    assert read(document)[1].startswith("Mojosari")
    assert opened(document).paragraphs[0].text == "Mojosari, 24 November 2026"


@pytest.mark.parametrize(("annex", "sections"), [(False, 1), (True, 2)])
def test_it_gives_word_the_same_letter(annex: bool, sections: int) -> None:
    file = opened(letter(annex=annex))
    lines = [one.text for one in file.paragraphs if one.text.strip()]
    assert lines[:5] == [
        "PEMERINTAH KABUPATEN",
        "Jalan Contoh 1",
        "Mojosari, 24 November 2026",
        "Nomor\t: 000/1/2026",
        "Hal\t: Jawaban atas usulan",
    ]
    assert len(file.sections) == sections


def test_it_heads_a_list_with_its_title() -> None:
    document = Document(
        "Daftar nasib", "", "Kabupaten", "", "", "", datetime(2026, 11, 24, tzinfo=UTC), (ANNEX,),
        opening=Opening(title="Nasib usulan Kecamatan Sooko", blocks=(Paragraph("Ada 1 usulan."),)),
    )  # fmt: skip
    assert "Nasib usulan Kecamatan Sooko" in read(document)[1]
    assert "Nasib usulan Kecamatan Sooko" in [one.text for one in opened(document).paragraphs]
