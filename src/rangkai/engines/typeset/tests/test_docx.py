import dataclasses
import io
import zipfile
from xml.etree import ElementTree

import docx
import pytest
from docx.document import Document as Docx
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from rangkai.engines.typeset.charts import to_figure
from rangkai.engines.typeset.document import (
    Chapter,
    Column,
    CrossReference,
    Document,
    Emphasis,
    KeyFigure,
    KeyFigures,
    Paragraph,
    RowGroup,
    Section,
    Source,
    Strong,
    Table,
    Traced,
)
from rangkai.engines.typeset.openxml import NAMESPACES, paragraph, run
from rangkai.engines.typeset.pandoc_writer import to_pandoc
from rangkai.engines.typeset.render import to_docx
from rangkai.engines.typeset.tests.samples import book, share_chart, source
from rangkai.engines.typeset.tests.test_typst import nasty_book

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'


def opened(document: Document) -> Docx:
    return docx.Document(io.BytesIO(to_docx(document)))


def of(*blocks: object) -> Document:
    return dataclasses.replace(book(6), parts=(Chapter("Bab", blocks),), front=(), imprint=(), dimensions=())  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def printed() -> bytes:
    pictures = (to_figure(share_chart(24), "Pagu per dimensi", source()),)
    return to_docx(dataclasses.replace(book(24, pictures), emblem=SVG))


@pytest.fixture(scope="module")
def file(printed: bytes) -> Docx:
    return docx.Document(io.BytesIO(printed))


def texts(file: Docx, style: str) -> list[str]:
    return [one.text for one in file.paragraphs if one.style is not None and one.style.name == style]


def test_it_uses_heading_styles(file: Docx) -> None:
    assert texts(file, "Heading 1")[:2] == ["Pendahuluan", "Strategi per Dimensi"]


def test_it_numbers_headings_by_style(file: Docx) -> None:
    numbering = file.part.numbering_part.element.xml
    assert all(f'w:lvlText w:val="{text}"' in numbering for text in ("BAB %1 ", "%1.%2", "LAMPIRAN %1 "))


def test_it_numbers_sections_of_an_appendix_by_its_letter(file: Docx) -> None:
    styles = {style.name: style.element.xml for style in file.styles}
    assert 'w:numId w:val="12"' in styles["Lampiran 2"]


def test_it_repeats_the_head_of_every_table_of_data(file: Docx) -> None:
    data = [table for table in file.tables if table.style is not None and table.style.name == "Tabel Buku"][
        1:
    ]
    assert all(table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for table in data)


def test_it_keeps_rows_whole(file: Docx) -> None:
    rows = [row._tr for row in file.tables[-1].rows]
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


def test_it_aligns_numbers_at_the_right(file: Docx) -> None:
    table = next(table for table in file.tables if table.cell(0, 0).text == "No.")
    assert table.cell(1, 5).paragraphs[0].alignment == 2


def test_it_captions_tables_and_figures_by_chapter(file: Docx) -> None:
    captions = [*texts(file, "Judul Tabel"), *texts(file, "Judul Gambar")]
    assert [captions[0], captions[6], captions[-1]] == [
        "Tabel 2.1  Program dimensi Governance",
        "Gambar 3.1  Peta jalan program",
        "Gambar 4.1  Pagu per dimensi",
    ]


def test_it_counts_captions_with_fields(file: Docx) -> None:
    assert r"SEQ Tabel \* ARABIC \s 1" in file.element.xml


def test_it_describes_pictures_in_words(file: Docx) -> None:
    said = [shape._inline.docPr.get("descr") for shape in file.inline_shapes]
    assert said == ["lambang daerah", share_chart(24).alt]


def test_it_names_tables_for_screen_readers(file: Docx) -> None:
    assert 'w:tblCaption w:val="Program dimensi Governance"' in file.element.xml


def test_it_lists_contents_that_can_be_read_and_followed(file: Docx) -> None:
    assert texts(file, "toc 1")[:3] == [
        "Kata Pengantar\t",
        "BAB I\tPendahuluan\t",
        "BAB II\tStrategi per Dimensi\t",
    ]


def test_it_asks_word_to_fill_in_the_page_numbers(file: Docx) -> None:
    assert 'w:fldCharType="begin" w:dirty="true"' in file.element.xml


def test_it_turns_the_paper_for_wide_tables(file: Docx) -> None:
    assert [section.orientation for section in file.sections] == [0, 0, 0, 1, 0, 1, 0]


def test_it_starts_counting_pages_at_the_front_matter_and_at_the_body(file: Docx) -> None:
    found = [section._sectPr.find(qn("w:pgNumType")) for section in file.sections]
    shown = [None if one is None else (one.get(qn("w:fmt")), one.get(qn("w:start"))) for one in found]
    assert shown == [None, ("lowerRoman", "1"), ("decimal", "1"), *[("decimal", None)] * 4]


def test_it_prints_title_and_region_in_the_running_head(file: Docx) -> None:
    assert file.sections[2].header.paragraphs[0].text == "Masterplan Smart City\tPemerintah Kabupaten Contoh"


def test_it_leaves_the_cover_without_a_running_head(file: Docx) -> None:
    assert file.sections[0].header.is_linked_to_previous


def test_it_carries_title_author_language_and_moment(file: Docx) -> None:
    core = file.core_properties
    shown = core.title, core.author, core.language, f"{core.created:%Y-%m-%d %H:%M}"
    assert shown == ("Masterplan Smart City", "Pemerintah Kabupaten Contoh", "id", "2026-11-24 09:30")


def test_it_writes_in_indonesian(file: Docx) -> None:
    languages = {lang.get(qn("w:val")) for lang in file.styles.element.iter(qn("w:lang"))}
    assert languages == {"id"}


def test_it_prints_the_source_of_a_figure_as_a_footnote(printed: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(printed)) as archive:
        notes = archive.read("word/footnotes.xml").decode()
    assert "Sumber: P-2026-00001, per 24 November 2026." in notes


def test_it_gives_the_same_bytes_for_the_same_document() -> None:
    assert to_docx(book(6)) == to_docx(book(6))


def test_it_prints_any_text_everywhere() -> None:
    assert "#pagebreak() $x^2$ &amp; %s" in opened(nasty_book()).paragraphs[1].text.lower()


def test_it_keeps_every_script(file: Docx) -> None:
    assert opened(of(Paragraph("ꦩꦗ 中 😀 سلام"))).paragraphs[-1].text == "ꦩꦗ 中 😀 سلام"


@given(st.text(st.characters(codec=None), max_size=80))
def test_it_never_reads_text_as_markup(text: str) -> None:
    root = ElementTree.fromstring(f"<w:body {NAMESPACES}>{paragraph('BodyText', run(text))}</w:body>")  # noqa: S314
    assert [child.tag.rpartition("}")[2] for child in root] == ["p"]


def test_it_ends_a_book_on_a_wide_page_without_an_empty_one() -> None:
    wide = Table("Lebar", (Column("a"),), (("x",),), landscape=True)
    sections = opened(of(Paragraph("a"), wide)).sections
    assert [section.orientation for section in sections] == [0, 0, 0, 1]


def test_it_lists_nothing_where_there_is_nothing_to_list() -> None:
    nothing = dataclasses.replace(book(6), parts=(), front=())
    assert texts(opened(nothing), "Judul Daftar") == ["Daftar Isi"]


def test_it_leaves_out_the_lists_of_a_short_book_and_their_pages() -> None:
    short = opened(dataclasses.replace(of(Paragraph("a")), front=(), lists=False))
    assert (texts(short, "Judul Daftar"), len(short.sections)) == ([], 2)


def test_it_prints_a_notice_on_the_cover() -> None:
    file = opened(dataclasses.replace(book(6), notice="Memuat data contoh"))
    assert texts(file, "Kotak Penting")[0] == "Memuat data contoh"


def test_it_turns_the_paper_for_a_whole_section() -> None:
    wide = Section("Lebar", (Paragraph("a"),), landscape=True)
    sections = opened(of(Paragraph("a"), wide, Paragraph("b"))).sections
    assert [section.orientation for section in sections] == [0, 0, 0, 1, 0]


def test_it_prints_key_figures_without_a_source() -> None:
    table = opened(of(KeyFigures((KeyFigure("6", "dimensi"),)))).tables[0]
    assert table.cell(0, 0).text == "6\ndimensi"


def test_it_names_pictures_after_their_anchors() -> None:
    source_files = to_pandoc(book(6, (to_figure(share_chart(6), "Pagu"),))).files
    assert all(name.startswith("r") and name.endswith(".png") for name in source_files)


def test_it_marks_text_in_cells() -> None:
    row = (
        Strong("tebal"),
        " ",
        Emphasis("miring"),
        " ",
        CrossReference("t"),
        " ",
        Traced("7", Source(("P-1",))),
    )
    table = Table("t", (Column("a"),), (RowGroup("Kelompok"), (row,)), key="t")
    shown = opened(of(table)).tables[0]
    assert [shown.cell(at, 0).text for at in (1, 2)] == ["Kelompok", "tebal miring Tabel 1.1 7 (Sumber: P-1)"]


def test_it_leaves_no_line_for_a_missing_subtitle() -> None:
    assert not texts(opened(dataclasses.replace(of(), subtitle="")), "Sampul Anak Judul")


def test_it_links_only_to_places_that_exist(file: Docx) -> None:
    body = file.element.body
    places = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    assert {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} <= places
