"""What is read of a .docx, and what is refused."""

from io import BytesIO

import docx as python_docx
import pytest

from rangkai.engines.dossier import (
    Document,
    DocumentLimits,
    Grid,
    Heading,
    PageBasis,
    Paragraph,
    read_document,
)
from rangkai.engines.dossier.tests.documents import BREAK, W, archive, cell, docx, p, row, table
from rangkai.engines.tabular import Area
from rangkai.lib.errors import Invalid

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(*body: str, **given: str) -> Document:
    return read_document(docx(*body, **given), "lama.docx")


def grids(document: Document) -> list[Grid]:
    return [block for block in document.blocks if isinstance(block, Grid)]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "kosong"),
        (OLE + b"WordDocument", "Word lama"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "kata sandi"),
        (b"%PDF-1.7 ...", "adalah PDF"),
        (b"\x89PNG....", "gambar PNG"),
        (b"halo", "tidak dikenal"),
        (b"PK\x03\x04 bukan arsip", "rusak"),
        (archive({"xl/workbook.xml": "<x/>"}), "lembar kerja"),
        (archive({"content.xml": "<x/>"}), "OpenDocument"),
        (archive({"foto.jpg": "x"}), "arsip ZIP"),
        (archive({"word/lain.xml": "<x/>"}), "rusak"),
        (archive({"word/document.xml": "<x>"}), "rusak"),
        (archive({"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), "rusak"),
    ],
)
def test_it_says_what_a_file_is_and_what_to_do(data: bytes, says: str) -> None:
    with pytest.raises(Invalid, match=says):
        read_document(data, "lama.docx")


def test_it_refuses_a_large_file() -> None:
    with pytest.raises(Invalid, match="batasnya 0 MB"):
        read_document(docx(p("isi")), "lama.docx", DocumentLimits(file_bytes=10))


def test_it_refuses_text_that_swells_when_unpacked() -> None:
    bomb = docx(p("0" * 3_000_000))
    assert len(bomb) < 10_000
    with pytest.raises(Invalid, match="mengembang"):
        read_document(bomb, "lama.docx", DocumentLimits(text_bytes=2_000_000))


def test_it_refuses_an_archive_whose_parts_are_damaged() -> None:
    whole = bytearray(docx(p("isi " * 500)))
    whole[60:90] = b"\x00" * 30
    with pytest.raises(Invalid, match="rusak"):
        read_document(bytes(whole), "lama.docx")


@pytest.mark.parametrize(
    "limits", [DocumentLimits(table_cells=3), DocumentLimits(blocks=1)], ids=["cells", "blocks"]
)
def test_it_refuses_more_than_it_can_read_at_once(limits: DocumentLimits) -> None:
    with pytest.raises(Invalid, match="terlalu banyak"):
        read_document(docx(p("a"), table(("a", "b"), ("c", "d")), p("b")), "lama.docx", limits)


@pytest.mark.parametrize(
    ("style", "level"),
    [("H1", 1), ("H2", 2), ("Mine", 1), ("Own", 3), ("Body", None), ("Loop", None), ("Unknown", None)],
)
def test_it_tells_headings_by_their_style(style: str, level: int | None) -> None:
    (block,) = read(p("Rencana aksi", style)).blocks
    assert (block.level if isinstance(block, Heading) else None) == level


def test_it_takes_the_level_that_a_paragraph_sets_itself() -> None:
    body = '<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>Aksi</w:t></w:r></w:p>'
    assert read(body, styles="").blocks == [Heading(2, "Aksi")]


def test_it_guesses_a_heading_from_bold_type() -> None:
    assert read(p("Program unggulan", bold=True)).blocks == [Heading(9, "Program unggulan", None, True)]


def test_it_leaves_out_the_table_of_contents() -> None:
    assert read(p("BAB I 1", "Toc"), p("")).blocks == []


def test_it_leaves_out_what_was_deleted_and_what_is_said_twice() -> None:
    body = (
        "<w:p><w:r><w:t>lama</w:t></w:r><w:del><w:r><w:t>hapus</w:t></w:r></w:del>"
        '<mc:AlternateContent xmlns:mc="urn:mc"><mc:Fallback><w:r><w:t>dua kali</w:t></w:r></mc:Fallback>'
        "</mc:AlternateContent></w:p>"
    )
    assert read(body).blocks == [Paragraph("lama")]


def test_it_keeps_words_apart_that_tabs_and_lines_part() -> None:
    body = '<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:br w:type="page"/></w:r></w:p>'
    assert read(body).blocks == [Paragraph("a b c")]


def test_it_counts_pages_where_word_broke_them() -> None:
    found = read(p("satu"), p("dua", before=BREAK))
    assert found.basis is PageBasis.ESTIMATED
    assert [block.page for block in found.blocks if isinstance(block, Paragraph)] == [1, 2]


def test_it_counts_a_break_once_that_each_cell_of_a_row_marks() -> None:
    found = read(table(("a", "b"), (cell("c", before=BREAK), cell("d", before=BREAK)), ("e", "f")), p("g"))
    assert grids(found)[0].pages == (1, 2, 2)
    assert found.blocks[-1] == Paragraph("g", 2)


def test_it_gives_no_page_where_the_file_keeps_none() -> None:
    found = read(p("Bab", "H1"), table(("a", "b")))
    assert found.basis is PageBasis.UNKNOWN
    assert grids(found)[0].pages == (None,)


def test_it_reads_merged_cells() -> None:
    found = read(
        table(
            (cell("no", merge="restart"), cell("tahun", span=2)),
            (cell("", merge="continue"), "2022", "2023"),
            ("1", "x", ""),
        )
    )
    assert grids(found)[0].rows == (("no", "tahun", ""), ("", "2022", "2023"), ("1", "x", ""))
    assert grids(found)[0].merged == (Area(1, 0, 2, 0), Area(1, 1, 1, 2))


def test_it_takes_a_lower_part_without_an_upper_one_as_a_cell() -> None:
    found = read(table((cell("a", merge="continue"), "b")))
    assert grids(found)[0].merged == ()


def test_it_closes_merged_cells_that_no_row_continues() -> None:
    found = read(table((cell("a", merge="restart"), cell("b", span=2)), ("c",), ("d", "e\nf")))
    assert grids(found)[0].merged == (Area(1, 1, 1, 2),)
    assert grids(found)[0].rows[2] == ("d", "e\nf")


def test_it_keeps_the_columns_of_a_row_that_begins_further_right() -> None:
    late = f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("b")}</w:tr>'
    found = read(f"<w:tbl>{row('a', 'x')}{late}</w:tbl>")
    assert grids(found)[0].rows == (("a", "x"), ("", "b"))


def test_it_takes_a_table_in_a_cell_for_a_table_of_its_own() -> None:
    inner = table(("a", "b"), ("1", "2"))
    found = read(f"<w:tbl><w:tr><w:tc>{p('bingkai')}{inner}</w:tc></w:tr></w:tbl>")
    assert [grid.rows for grid in grids(found)] == [(("bingkai",),), (("a", "b"), ("1", "2"))]


def test_it_leaves_out_a_table_without_text() -> None:
    assert read(table(("", ""))).blocks == []


def test_it_survives_cells_and_rows_that_stand_alone() -> None:
    stray = f'<w:tr><w:tc>{p("a")}</w:tc></w:tr><w:gridSpan w:val="2"/><w:b/>'
    empty = f"<w:tbl>{p('antara')}<w:gridSpan/><w:vMerge/></w:tbl>"
    assert [b.text for b in read(stray, empty).blocks if isinstance(b, Paragraph)] == ["a", "antara"]


def test_it_reads_text_boxes() -> None:
    box = f"<w:p><w:r><w:t>luar</w:t><w:txbxContent>{p('dalam')}</w:txbxContent></w:r></w:p>"
    assert read(box).blocks == [Paragraph("dalam"), Paragraph("luar")]


def test_it_reads_what_another_program_writes() -> None:
    made = python_docx.Document()
    made.add_heading("BAB IV Rencana Aksi", 1)
    sheet = made.add_table(rows=1, cols=2)
    sheet.rows[0].cells[0].merge(sheet.rows[0].cells[1]).text = "Program"
    file = BytesIO()
    made.save(file)
    found = read_document(file.getvalue(), "lama.docx")
    assert found.blocks[0] == Heading(1, "BAB IV Rencana Aksi")
    assert grids(found)[0].merged == (Area(1, 0, 1, 1),)


def test_it_reads_the_strict_form_of_word_as_well() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<w:document xmlns:w="{strict}"><w:body>{p("isi")}</w:body></w:document>'
    assert W not in body
    assert read_document(archive({"word/document.xml": body}), "lama.docx").blocks == [Paragraph("isi")]
