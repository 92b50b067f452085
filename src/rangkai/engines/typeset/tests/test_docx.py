import io

import docx
import pytest
from docx.document import Document as Docx
from docx.oxml.ns import qn

from rangkai.engines.typeset.render import to_docx
from rangkai.engines.typeset.tests.samples import book


@pytest.fixture(scope="module")
def printed() -> bytes:
    return to_docx(book(24))


@pytest.fixture(scope="module")
def file(printed: bytes) -> Docx:
    return docx.Document(io.BytesIO(printed))


def texts(file: Docx, style: str) -> list[str]:
    return [paragraph.text for paragraph in file.paragraphs if paragraph.style.name == style]


def test_it_uses_heading_styles(file: Docx) -> None:
    assert texts(file, "Heading 1")[:2] == ["Pendahuluan", "Strategi per Dimensi"]


def test_it_numbers_headings_by_style(file: Docx) -> None:
    numbering = file.part.numbering_part.element.xml
    assert 'w:lvlText w:val="BAB %1 "' in numbering


def test_it_repeats_the_head_of_every_table(file: Docx) -> None:
    heads = [table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") for table in file.tables[3:]]
    assert None not in heads


def test_it_captions_tables_by_chapter(file: Docx) -> None:
    assert texts(file, "Judul Tabel")[0].startswith("Tabel 2.1  Program dimensi Governance")


def test_it_turns_the_paper_for_wide_tables(file: Docx) -> None:
    assert [section.orientation for section in file.sections] == [0, 0, 0, 1, 0, 1, 0]


def test_it_gives_the_same_bytes_for_the_same_document(printed: bytes) -> None:
    assert to_docx(book(24)) == printed
