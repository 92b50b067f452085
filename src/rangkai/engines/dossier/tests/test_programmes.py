"""The programmes that a plan lists, and what is remarked about each."""

import pytest

from rangkai.engines.dossier import Dossier, Found, Known, find_programmes, read_document
from rangkai.engines.dossier.cells import bare_name, named_in
from rangkai.engines.dossier.tests.documents import BREAK, DIMENSIONS, cell, docx, p, plan, row, table
from rangkai.lib.errors import Invalid

HEAD = ("No", "Program", "OPD", "Tahun", "Anggaran")
ONE = ("1", "Arsip daring", "Dinas Kesehatan", "2022", "1.000.000")
TWO = ("2", "Kamera jalan", "Dinas Perhubungan", "2023", "2.000.000")


def read(*body: str) -> Dossier:
    return find_programmes(read_document(docx(*body), "lama.docx"), Known(DIMENSIONS))


def only(*body: str) -> Found:
    (found,) = read(*body).programmes
    return found


def remarks(found: Found) -> str:
    return " ".join(str(remark) for remark in found.remarks)


def test_it_finds_the_programmes_of_every_dimension() -> None:
    found = find_programmes(read_document(plan(), "lama.docx"), Known(DIMENSIONS)).programmes
    assert [(f.name, f.dimension, f.page, f.cost) for f in found] == [
        ("Layanan publik satu pintu", "1", 1, 1_250_000_000),
        ("Sistem arsip daring", "1", 1, 300_000_000),
        ("Layanan kesehatan yang mudah dijangkau", "4", 2, 500_000_000),
        ("Jaringan kamera jalan", "4", 3, 750_000_000),
    ]
    assert (found[0].first_year, found[0].last_year) == (2022, 2024)
    assert found[0].headings == ("BAB IV RENCANA AKSI", "4.1 Smart Governance", "Tabel 4.1 Rencana aksi")


def test_it_joins_a_table_that_goes_on_without_its_heading_row() -> None:
    found = read(table(HEAD, ONE), table(TWO))
    assert [f.name for f in found.programmes] == ["Arsip daring", "Kamera jalan"]
    assert str(found.tables[0].reason) == "Daftar program, disambung dari 2 bagian."


def test_it_joins_a_part_that_only_repeats_the_heading_row() -> None:
    assert read(table(HEAD, ONE), table(HEAD)).tables[0].programmes == 1


def test_it_joins_merged_cells_of_the_second_part() -> None:
    more = (cell("2", merge="restart"), *TWO[1:])
    rest = (cell("", merge="continue"), "", "", "", "")
    found = read(table(HEAD, ONE), table(HEAD, more, rest))
    assert [f.name for f in found.programmes] == ["Arsip daring", "Kamera jalan"]


@pytest.mark.parametrize(
    "between",
    [p("4.2 Smart Living", "H2"), p("Tabel 4.2 Program lain")],
    ids=["heading", "caption"],
)
def test_it_keeps_apart_tables_that_something_parts(between: str) -> None:
    assert len(read(table(HEAD, ONE), between, table(HEAD, TWO)).tables) == 2


@pytest.mark.parametrize(
    "second",
    [(("Program", "OPD", "Tahun", "Sumber", "Lokasi"), TWO), (("A", "B"), ("c", "d"))],
    ids=["another heading", "another width"],
)
def test_it_keeps_apart_tables_of_other_columns(second: tuple[tuple[str, ...], ...]) -> None:
    assert len(read(table(HEAD, ONE), table(*second)).tables) == 2


def test_it_forgets_a_caption_that_stands_far_above() -> None:
    found = only(p("Tabel 1 Peta"), p("a"), p("b"), p("c"), table(HEAD, ONE))
    assert found.headings == ()


def test_it_takes_rows_under_one_name_for_one_programme() -> None:
    head = ("No", "Program", "Kegiatan", "OPD", "Tahun", "Anggaran")
    found = only(
        table(
            head,
            ("1", "Arsip daring", "Pindai", "Dinas Arsip", "2022", "100"),
            ("", "", "Unggah", "Dinas Arsip", "2023", "200"),
            ("", "arsip DARING", "Rawat", "-", "2024", "300"),
        )
    )
    assert found.details == "Pindai\nUnggah\nRawat"
    assert (found.cost, found.first_year, found.last_year, found.office) == (600, 2022, 2024, "Dinas Arsip")
    assert "3 baris digabung" in remarks(found)


def test_it_counts_a_merged_amount_once() -> None:
    head = ("No", "Program", "Kegiatan", "OPD", "Anggaran")
    found = only(
        table(
            head,
            ("1", "Arsip daring", "Pindai", "Dinas Arsip", cell("900", merge="restart")),
            ("", "", "Unggah", "Dinas Arsip", cell("", merge="continue")),
        )
    )
    assert found.cost == 900


def test_it_keeps_two_programmes_of_one_name_and_two_numbers() -> None:
    assert len(read(table(HEAD, ONE, ("2", *ONE[1:]))).programmes) == 2


def test_it_leaves_out_totals_and_rows_above_any_name() -> None:
    found = read(table(HEAD, ("", "", "Dinas Arsip", "", "5"), ONE, ("Jumlah", "", "", "", "1.000.000")))
    assert [f.name for f in found.programmes] == ["Arsip daring"]


def test_it_reads_ticks_under_years() -> None:
    head = (cell("No", merge="restart"), cell("Program", merge="restart"), cell("OPD", merge="restart"))
    below = tuple(cell("", merge="continue") for _ in head)
    found = only(
        table(
            (*head, cell("Tahun", span=3)),
            (*below, "2022", "2023", "2024"),
            ("1", "Arsip daring", "Dinas Arsip", "√", "", "v"),
        )
    )
    assert (found.first_year, found.last_year, found.cost) == (2022, 2024, None)


def test_it_adds_amounts_under_years() -> None:
    found = only(table(("No", "Program", "2022", "2023"), ("1", "Arsip", "1.000.000", "2.000.000")))
    assert (found.cost, found.first_year, found.last_year) == (3_000_000, 2022, 2023)


def test_it_takes_the_dimension_from_its_column() -> None:
    head = ("No", "Dimensi", "Program", "OPD")
    found = only(p("Smart Governance", "H1"), table(head, ("1", "Living", "Kamera", "Dinas")))
    assert found.dimension == "4"


def test_it_takes_the_dimension_from_a_heading_between_the_rows() -> None:
    section = (cell("A. Smart Living", span=5),)
    found = read(p("Smart Governance", "H1"), table(HEAD, section, ONE, TWO))
    assert [f.dimension for f in found.programmes] == ["4", "4"]
    assert found.programmes[0].headings[-1] == "A. Smart Living"


def test_it_says_what_it_is_unsure_of() -> None:
    head = ("No", "Pilar", "Program", "Pelaksana", "Waktu", "Anggaran")
    found = only(table(head, ("1", "Mobility", "K" * 230, "-", "Triwulan I", "menyesuaikan")))
    said = remarks(found)
    for words in ("“Mobility” tidak dikenal", "lebih dari 200", "Perangkat daerah tidak disebut"):
        assert words in said
    for words in ("Tahun tidak terbaca", "Anggaran “menyesuaikan” tidak terbaca"):
        assert words in said


def test_it_knows_the_budget_though_half_of_it_is_words() -> None:
    head = ("No", "Program", "OPD", "Anggaran (juta)")
    found = read(table(head, ("1", "Arsip", "Dinas", "500"), ("2", "Kamera", "Dinas", "menyesuaikan")))
    assert [f.cost for f in found.programmes] == [500_000_000, None]


def test_it_says_that_no_dimension_is_named() -> None:
    assert "Dimensi tidak disebut." in remarks(only(table(HEAD, ONE)))


def test_it_knows_quick_wins_by_their_column() -> None:
    found = read(table(("Program", "OPD", "Quick win"), ("Arsip", "Dinas", "ya"), ("Kamera", "Dinas", "-")))
    assert [f.quick_win for f in found.programmes] == [True, False]


def test_it_knows_quick_wins_by_their_heading() -> None:
    found = only(p("4.3 Quick Win", "H2"), table(HEAD, ONE))
    assert found.quick_win
    assert "Dianggap quick win" in remarks(found)


def test_it_takes_activities_for_programmes_where_no_other_name_stands() -> None:
    assert only(table(("No", "Nama kegiatan", "OPD"), ("1", "Arsip", "Dinas"))).name == "Arsip"


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ((("No", "Kecamatan", "Jiwa"), ("1", "Puri", "10")), "Tidak ada kolom nama program."),
        ((("No", "Program", "Kelemahan", "OPD"), ("1", "Arsip", "a", "b")), "menilai keadaan"),
        ((("No", "Program", "Lokasi"), ("1", "Arsip", "Puri")), "tidak ada perangkat daerah"),
        ((("catatan",),), "Tidak berbentuk tabel"),
    ],
)
def test_it_says_why_a_table_lists_no_programmes(rows: tuple[tuple[str, ...], ...], reason: str) -> None:
    (first, _) = read(table(*rows), p("Program", "H1"), table(HEAD, ONE)).tables
    assert reason in str(first.reason)


def test_it_shows_the_headings_where_no_table_lists_programmes() -> None:
    with pytest.raises(Invalid, match="“BAB II Analisis”"):
        read(p("BAB II Analisis", "H1"), table(("No", "Kecamatan"), ("1", "Puri")))


def test_it_says_so_where_there_is_no_heading_either() -> None:
    with pytest.raises(Invalid, match="tidak ada judul yang dikenali"):
        read(p("isi biasa."))


def test_it_keeps_the_page_of_each_row() -> None:
    found = read(table(HEAD, ONE, tuple(cell(text, before=BREAK) for text in TWO)))
    assert [f.page for f in found.programmes] == [1, 2]


def test_it_leaves_an_empty_row_alone() -> None:
    assert len(read(f"<w:tbl>{row(*HEAD)}{row(*ONE)}<w:tr></w:tr></w:tbl>").programmes) == 1


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Program Smart Living", "4"),
        ("Living", "4"),
        ("Smart Living dan Smart Governance", ""),
        ("Livingstone", ""),
    ],
)
def test_it_recognises_a_dimension_by_whole_words(text: str, key: str) -> None:
    assert named_in(text, DIMENSIONS) == key


@pytest.mark.parametrize(
    "text", ["1. Arsip daring", "a) Arsip\ndaring", "• Arsip daring", "1.2.3. Arsip  daring"]
)
def test_it_takes_the_number_off_a_name(text: str) -> None:
    assert bare_name(text) == "Arsip daring"
