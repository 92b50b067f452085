import io
import re

import pytest
from pypdf import PdfReader

from rangkai.engines.typeset.render import Pdf, to_pdf
from rangkai.engines.typeset.tests.samples import book


@pytest.fixture(scope="module")
def printed() -> Pdf:
    return to_pdf(book(24))


@pytest.fixture(scope="module")
def reader(printed: Pdf) -> PdfReader:
    return PdfReader(io.BytesIO(printed.content))


def words(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_it_counts_its_pages(printed: Pdf, reader: PdfReader) -> None:
    assert printed.pages == len(reader.pages)


def test_it_says_it_is_pdf_a_2b_and_pdf_ua_1(reader: PdfReader) -> None:
    xmp = reader.root_object["/Metadata"].get_object().get_data().decode()
    assert re.findall(r"<pdfaid:part>(.*?)</|<pdfaid:conformance>(.*?)</|<pdfuaid:part>(.*?)</", xmp) == [
        ("2", "", ""),
        ("", "B", ""),
        ("", "", "1"),
    ]


def test_it_is_tagged_and_names_its_language(reader: PdfReader) -> None:
    root = reader.root_object
    assert (root["/MarkInfo"]["/Marked"], "/StructTreeRoot" in root, root["/Lang"]) == (True, True, "id")


def test_it_carries_title_and_author(reader: PdfReader) -> None:
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == (
        "Masterplan Smart City",
        "Pemerintah Kabupaten Contoh",
    )


def test_it_has_bookmarks_by_chapter(reader: PdfReader) -> None:
    titles = [item.title for item in reader.outline if not isinstance(item, list)]
    assert "Pendahuluan" in titles[3]


def test_it_prints_chapter_table_and_figure_numbers(reader: PdfReader) -> None:
    text = words(reader)
    assert all(
        number in text
        for number in ("BAB II", "LAMPIRAN A", "2.1 Smart Governance", "Tabel 2.6", "Gambar 3.1")
    )


def test_it_names_record_and_date_of_a_figure(reader: PdfReader) -> None:
    assert "Sumber: P-2026-00001, per 24 November 2026." in words(reader)


def test_it_gives_the_same_bytes_for_the_same_document(printed: Pdf) -> None:
    assert to_pdf(book(24)) == printed
