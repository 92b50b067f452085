"""Where tables lie on a sheet, and what their headings take and say."""

from rangkai.engines.tabular import Kind, Table, find_tables
from rangkai.engines.tabular.addresses import Area
from rangkai.engines.tabular.tests.workbooks import only_table, sheet

HEAD = ["No", "Kegiatan", "Desa", "Pagu"]
ONE = [1, "Jalan desa", "Puri", 1000]
TWO = [2, "Jembatan", "Sooko", 2500]


def ranges(*rows: list[object], merged: tuple[Area, ...] = ()) -> list[str]:
    return [table.range for table in find_tables(sheet(*rows, merged=merged))]


def names(table: Table) -> list[str]:
    return [column.name for column in table.columns]


def said(table: Table) -> str:
    return " ".join(str(note) for note in table.notes)


def test_it_finds_a_table_that_starts_at_a1() -> None:
    table = only_table(HEAD, ONE, TWO)
    assert (table.range, table.header_rows, len(table.rows)) == ("A1:D3", (1,), 2)


def test_it_finds_nothing_on_an_empty_sheet() -> None:
    assert find_tables(sheet()) == ()
    assert find_tables(sheet([None, ""], ["  "])) == ()


def test_it_finds_nothing_in_a_letter() -> None:
    assert find_tables(sheet(["Kepada Yth."], ["Kepala Dinas"], [None], ["Dengan hormat, ..."])) == ()


def test_it_finds_nothing_in_numbers_without_a_heading() -> None:
    assert find_tables(sheet([1, 2, 3], [4, 5, 6])) == ()


def test_it_passes_over_titles_and_pairs_above_the_heading() -> None:
    table = only_table(
        ["DAFTAR USULAN", None, None, None],
        ["Kecamatan :", "Puri", None, None],
        ["Tahun", ": 2026", None, None],
        [None, None, None, None],
        HEAD,
        ONE,
    )
    assert (table.range, table.header_rows) == ("A5:D6", (5,))
    assert table.title == "DAFTAR USULAN Kecamatan : Puri Tahun : 2026"


def test_it_prefers_the_full_heading_to_a_pair_without_a_colon() -> None:
    assert ranges(["Kecamatan", "Puri", None, None], HEAD, ONE, TWO) == ["A2:D4"]


def test_it_starts_where_the_table_starts() -> None:
    assert ranges([None] * 6, [None, None, *HEAD], [None, None, *ONE]) == ["C2:F3"]


def test_it_takes_years_for_headings() -> None:
    table = only_table(["Indikator", 2021, 2022, 2023], ["IPM", 72.1, 72.8, 73.5], ["TPT", 5.1, 4.8, 4.2])
    assert names(table) == ["Indikator", "2021", "2022", "2023"]


def test_it_takes_no_row_with_one_year_for_a_heading() -> None:
    assert ranges(["Puri", 2021, 5, 6], [*HEAD], ONE) == ["A2:D3"]


def test_it_joins_merged_header_rows() -> None:
    table = only_table(
        ["No", "Uraian", "Target", None, "Ket"],
        [None, None, 2026, 2027, None],
        [1, "Jalan", 5, 6, "-"],
        merged=(Area(1, 0, 2, 0), Area(1, 1, 2, 1), Area(1, 2, 1, 3), Area(1, 4, 2, 4)),
    )
    assert table.header_rows == (1, 2)
    assert names(table) == ["No", "Uraian", "Target / 2026", "Target / 2027", "Ket"]


def test_it_joins_header_rows_that_are_not_merged() -> None:
    table = only_table(
        ["No", "Uraian", "Target", None, None, "Ket"],
        [None, None, 2026, 2027, 2028, None],
        [1, "Jalan", 5, 6, 7, "baik"],
    )
    assert table.header_rows == (1, 2)
    assert names(table) == ["No", "Uraian", "Target / 2026", "Target / 2027", "Target / 2028", "Ket"]


def test_it_joins_three_header_rows() -> None:
    table = only_table(
        ["No", "Uraian", "Anggaran", None, None, None],
        [None, None, "APBD", None, "APBN", None],
        [None, None, "Pagu", "Sisa", "Pagu", "Sisa"],
        [1, "Jalan", 5, 6, 7, 8],
        merged=(Area(1, 0, 3, 0), Area(1, 1, 3, 1), Area(1, 2, 1, 5), Area(2, 2, 2, 3), Area(2, 4, 2, 5)),
    )
    assert table.header_rows == (1, 2, 3)
    assert names(table)[2:] == [
        "Anggaran / APBD / Pagu",
        "Anggaran / APBD / Sisa",
        "Anggaran / APBN / Pagu",
        "Anggaran / APBN / Sisa",
    ]


def test_it_takes_in_a_group_name_above_the_heading() -> None:
    table = only_table(
        [None, None, "Lokasi", None],
        ["No", "Kegiatan", "Kecamatan", "Desa"],
        [1, "Jalan", "Puri", "Tangunan"],
        merged=(Area(1, 2, 1, 3),),
    )
    assert table.header_rows == (1, 2)
    assert names(table) == ["No", "Kegiatan", "Lokasi / Kecamatan", "Lokasi / Desa"]


def test_it_leaves_a_merged_title_above_the_heading() -> None:
    table = only_table(["DAFTAR", None, None, None], HEAD, ONE, merged=(Area(1, 0, 1, 3),))
    assert table.header_rows == (2,)


def test_it_passes_over_a_lettered_numbering_row() -> None:
    table = only_table(HEAD, ["(a)", "(b)", "©", "(d)"], ONE)
    assert (table.numbering_row, len(table.rows)) == (2, 1)


def test_it_passes_over_a_numbering_row_with_sums() -> None:
    table = only_table(HEAD, [1, 2, 3, "4=2+3"], ONE)
    assert (table.numbering_row, len(table.rows)) == (2, 1)


def test_it_takes_a_first_row_of_numbers_for_data() -> None:
    table = only_table(["No", "Jumlah", "Rusak"], [1, 20, 3], [2, 10, 1])
    assert (table.numbering_row, len(table.rows)) == (None, 2)


def test_it_reads_an_empty_template() -> None:
    table = only_table(["FORMULIR", None, None], [None], ["No", "Nama", "Desa"])
    assert (table.range, table.rows) == ("A3:C3", ())
    assert [column.kind for column in table.columns] == [Kind.EMPTY] * 3


def test_it_finds_tables_one_below_the_other() -> None:
    other = [["No", "Nama", "Umur"], [1, "Ani", 30]]
    assert ranges(HEAD, ONE, TWO, [None], ["B. Peserta"], *other) == ["A1:D3", "A6:C7"]


def test_it_gives_each_table_its_own_title() -> None:
    found = find_tables(
        sheet(["A. Usulan"], HEAD, ONE, [None], ["B. Peserta"], [None], ["No", "Nama", "Umur"], [1, "Ani", 3])
    )
    assert [table.title for table in found] == ["A. Usulan", "B. Peserta"]


def test_it_splits_tables_with_the_same_heading_where_a_title_comes_between() -> None:
    assert ranges(["Kec. Puri"], HEAD, ONE, [None], ["Kec. Sooko"], HEAD, TWO) == ["A2:D3", "A6:D7"]


def test_it_passes_over_headings_repeated_by_page_breaks() -> None:
    table = only_table(HEAD, ["(1)", "(2)", "(3)", "(4)"], ONE, HEAD, ["(1)", "(2)", "(3)", "(4)"], TWO)
    assert [row.number for row in table.rows] == [3, 6]
    assert "berulang dilewati: baris 4, 5" in said(table)


def test_it_goes_on_after_blank_rows() -> None:
    assert ranges(HEAD, ONE, [None], [None], TWO) == ["A1:D5"]


def test_it_finds_tables_side_by_side() -> None:
    left, right = ["No", "Desa", "Jiwa"], ["No", "Dusun", "KK"]
    assert ranges(
        [*left, None, *right], [1, "Puri", 5, None, 1, "Krajan", 9], [2, "Sooko", 7, None, None]
    ) == [
        "A1:C3",
        "E1:G2",
    ]


def test_it_finds_two_tables_below_a_wide_one() -> None:
    found = ranges(
        ["No", "Desa", "Jiwa", "KK", "RT", "RW", "Luas"],
        [1, "Puri", 5, 2, 3, 1, 8],
        [None],
        ["Rincian"],
        ["No", "Dusun", "KK", None, "No", "Dusun", "RT"],
        [1, "Krajan", 9, None, 1, "Kidul", 2],
    )
    assert found == ["A1:G2", "A5:C6", "E5:G6"]


def test_it_finds_side_tables_that_start_elsewhere() -> None:
    assert ranges(
        ["No", "Desa", "Jiwa"],
        [1, "Puri", 5, None, "Satuan", "Arti"],
        [2, "Sooko", 7, None, "Jiwa", "orang"],
        [3, "Gayaman", 8, None, "Nilai", "angka"],
    ) == ["A1:C4", "E2:F4"]


def test_it_finds_a_table_far_at_the_side() -> None:
    left, right = ["No", "Desa", "Jiwa"], ["Bulan", "Nilai"]
    assert ranges([*left, None, None, *right], [1, "Puri", 5, None, None, "Juli", 3]) == ["A1:C2", "F1:G2"]


def test_it_keeps_remarks_beside_a_table_that_has_none_of_its_own() -> None:
    rows = [["Perhatian", None, "No", "Desa"], ["penting", None, 1, "Puri"], [None, None, 2, "Sooko"]]
    assert ranges(*rows) == ["A1:D3"]


def test_it_keeps_texts_beyond_an_empty_column_with_their_row() -> None:
    assert ranges(["No", "Desa", None, "Alfa", "Beta"], [1, "Puri", None, "x", "y"]) == ["A1:E2"]


def test_it_finds_the_next_table_below_one_without_rows() -> None:
    assert ranges(HEAD, ["B. Peserta"], ["No", "Nama", "Umur", "Desa"], [1, "Ani", 30, "Puri"]) == [
        "A1:D1",
        "A3:D4",
    ]


def test_it_takes_a_last_heading_with_nothing_below_for_a_repetition() -> None:
    assert ranges(["No", "Desa"], [1, "Puri"], ["Lanjutan"], ["No", "Desa"]) == ["A1:B3"]


def test_it_starts_a_new_table_at_a_heading_with_numbered_columns() -> None:
    assert ranges(HEAD, ONE, [None], ["Alfa", "Beta", "Gama"], ["(1)", "(2)", "(3)"], ["x", "y", "z"]) == [
        "A1:D2",
        "A4:C6",
    ]


def test_it_keeps_one_table_together_over_an_empty_column() -> None:
    table = only_table(
        ["No", "Kegiatan", None, "Desa", "Pagu"],
        [1, "Jalan", None, "Puri", 5],
        [2, "Jembatan", None, "Puri", 6],
    )
    assert table.range == "A1:E3"
    assert "Kolom kosong dilewati: C" in said(table)


def test_it_keeps_a_remote_single_column_with_its_table() -> None:
    table = only_table([*HEAD, None, "Ket"], [*ONE, None, "baik"])
    assert names(table) == [*HEAD, "Ket"]
