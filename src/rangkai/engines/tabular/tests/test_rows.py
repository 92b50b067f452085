"""The rows and columns of a table: notes, totals, group headings, outlines, names."""

from rangkai.engines.tabular import RowKind, Table
from rangkai.engines.tabular.addresses import Area
from rangkai.engines.tabular.tests.workbooks import only_table

HEAD = ["No", "Kegiatan", "Desa", "Pagu"]
ONE = [1, "Jalan desa", "Puri", 1000]
TWO = [2, "Jembatan", "Sooko", 2500]


def names(table: Table) -> list[str]:
    return [column.name for column in table.columns]


def said(table: Table) -> str:
    return " ".join(str(note) for note in table.notes)


def test_it_sets_notes_below_the_table_apart() -> None:
    table = only_table(
        HEAD, ONE, TWO, [None], ["Catatan: <i>angka sementara</i> per 6 Juli 2022"], ["Sumber: Bappeda"]
    )
    assert table.range == "A1:D3"
    assert [line.text for line in table.footnotes] == [
        "Catatan: angka sementara per 6 Juli 2022",
        "Sumber: Bappeda",
    ]


def test_it_sets_a_note_right_below_the_rows_apart() -> None:
    table = only_table(HEAD, ONE, TWO, ["*) angka sementara", None, None, None])
    assert [line.cell for line in table.footnotes] == ["A4"]


def test_it_sets_signatures_apart() -> None:
    table = only_table(
        HEAD,
        ONE,
        TWO,
        [None],
        [None, None, None, "Mojokerto, 6 Juli 2022"],
        [None, None, None, "Kepala Dinas"],
        [None],
        [None, None, None, "NIP. 19850317 201001 1 001"],
    )
    assert [row.number for row in table.rows] == [2, 3]
    assert [line.cell for line in table.footnotes] == ["D5", "D6", "D8"]


def test_it_sets_a_last_lone_text_apart() -> None:
    table = only_table(HEAD, ONE, TWO, ["dicetak dari aplikasi", None, None, None])
    assert [line.text for line in table.footnotes] == ["dicetak dari aplikasi"]


def test_it_keeps_a_row_whose_first_text_looks_like_an_office() -> None:
    table = only_table(
        ["Jabatan", "Nama", "Golongan", "Umur"],
        ["Kepala Dinas", "Ani", "IV/a", 50],
        ["Sekretaris", "Budi", "III/d", 45],
    )
    assert len(table.data) == 2


def test_it_marks_totals() -> None:
    table = only_table(HEAD, ONE, TWO, [None, "J U M L A H", None, 3500])
    assert [row.kind for row in table.rows] == [RowKind.DATA, RowKind.DATA, RowKind.TOTAL]


def test_it_marks_a_merged_total_with_more_words() -> None:
    table = only_table(HEAD, ONE, ["Jumlah Belanja Modal", None, None, 1000], merged=(Area(3, 0, 3, 2),))
    assert table.rows[-1].kind is RowKind.TOTAL


def test_it_keeps_an_indicator_that_begins_with_jumlah() -> None:
    table = only_table(
        ["No", "Indikator", "Satuan", "Target"],
        [1, "Jumlah penduduk miskin", "orang", 5],
        [2, "Total", "x", 1],
    )
    assert [row.kind for row in table.rows] == [RowKind.DATA, RowKind.TOTAL]


def test_it_marks_a_last_row_that_sums_a_column() -> None:
    rows = [[f"Desa {place}", place * 100, place] for place in range(1, 7)]
    table = only_table(["Desa", "Jiwa", "RT"], *rows, ["Kecamatan Puri", 2100, 3])
    assert table.rows[-1].kind is RowKind.TOTAL
    assert "Baris 8 memuat jumlah kolom Jiwa" in said(table)


def test_it_keeps_a_numbered_last_row_that_happens_to_sum() -> None:
    rows = [[place, f"Desa {place}", 100 * place] for place in range(1, 7)]
    table = only_table(["No", "Desa", "Jiwa"], *rows, [7, "Desa 7", 2100])
    assert len(table.data) == 7


def test_it_marks_group_headings() -> None:
    table = only_table(
        HEAD, ["I", "Kecamatan Puri", None, None], ONE, ["Bidang Jalan", None, None, None], TWO
    )
    assert [row.kind.value for row in table.rows] == ["section", "data", "section", "data"]


def test_it_keeps_an_unfinished_row() -> None:
    table = only_table(HEAD, ONE, [2, "Jembatan", None, None], [3, "Irigasi", "Puri", 5])
    assert [row.kind for row in table.rows] == [RowKind.DATA] * 3


def test_it_leaves_out_form_rows_with_only_a_number() -> None:
    table = only_table(HEAD, ONE, [2, None, None, None], [3, None, None, None])
    assert [row.number for row in table.rows] == [2]
    assert table.range == "A1:D4"
    assert "2 baris hanya berisi nomor urut dan dianggap belum diisi: baris 3-4" in said(table)


def test_it_names_a_single_unused_form_row() -> None:
    assert "belum diisi: baris 3." in said(only_table(HEAD, ONE, [2, None, None, None]))


def test_it_makes_names_unique_and_says_so() -> None:
    table = only_table(["No", "Desa", "Jml", "Jml", "Jml (2)"], [1, "Puri", 1, 2, 3])
    assert names(table) == ["No", "Desa", "Jml", "Jml (2)", "Jml (2) (2)"]
    assert "diberi nomor: Jml (2), Jml (2) (2)" in said(table)


def test_it_names_a_column_without_a_heading_by_its_letter() -> None:
    table = only_table(["No", "Desa", "Jiwa", None], [1, "Puri", 5, 7], [2, "Sooko", 5, 8])
    assert names(table)[-1] == "Kolom D"
    assert "menurut hurufnya: Kolom D" in said(table)


def test_it_fills_merged_cells_down() -> None:
    table = only_table(
        HEAD, ONE, [2, "Jembatan", None, 5], [3, "Irigasi", None, 6], merged=(Area(2, 2, 4, 2),)
    )
    assert [row.values[2] for row in table.rows] == ["Puri"] * 3
    assert [row.cells[2].address for row in table.rows] == ["C2", "C3", "C4"]
    assert "diisikan ke setiap barisnya: baris 3, 4" in said(table)


def test_it_fills_merged_cells_down_only_where_rows_are() -> None:
    table = only_table(
        HEAD, ONE, [None] * 4, [2, "Irigasi", None, 6], merged=(Area(2, 2, 4, 2), Area(2, 3, 3, 3))
    )
    assert [row.values[2:] for row in table.rows] == [("Puri", 1000), ("Puri", 6)]


def test_it_passes_over_merged_cells_without_text_in_the_heading() -> None:
    table = only_table(
        ["No", "Kegiatan", None, "Pagu"],
        [None] * 4,
        [1, "Jalan", None, 5],
        merged=(Area(1, 2, 2, 2), Area(1, 0, 2, 0)),
    )
    assert names(table) == ["No", "Kegiatan", "Pagu"]


def test_it_reads_an_outline_over_merged_columns_as_one() -> None:
    table = only_table(
        ["No", "Uraian", None, None, "Pagu"],
        [1, "Belanja", None, None, None],
        [None, None, "-", "Belanja pegawai", 5],
        [None, None, "-", "Belanja modal", 6],
        merged=(Area(1, 1, 1, 3),),
    )
    assert names(table) == ["No", "Uraian", "Pagu"]
    assert [row.values[1] for row in table.rows] == ["Belanja", "Belanja pegawai", "Belanja modal"]
    assert [(row.level, row.cells[1].address) for row in table.rows] == [(0, "B2"), (2, "D3"), (2, "D4")]


def test_it_keeps_columns_under_one_name_apart_where_both_are_filled() -> None:
    table = only_table(
        ["No", "Lokasi", None, "Pagu"],
        [1, "Puri", "Tangunan", 5],
        [2, "Sooko", "Brangkal", 6],
        merged=(Area(1, 1, 1, 2),),
    )
    assert names(table) == ["No", "Lokasi", "Lokasi (2)", "Pagu"]


def test_it_keeps_numbers_under_one_name_apart() -> None:
    table = only_table(
        ["No", "Desa", "Jiwa", None], [1, "Puri", None, 4], [2, "Sooko", 5, 6], merged=(Area(1, 2, 1, 3),)
    )
    assert names(table) == ["No", "Desa", "Jiwa", "Jiwa (2)"]


def test_it_takes_letters_apart_for_looks_together() -> None:
    assert names(only_table(["No", "U R A I A N", "Pagu"], [1, "Jalan", 5]))[1] == "URAIAN"


def test_it_cuts_headings_free_of_tags_and_line_breaks() -> None:
    assert names(only_table(["No", "Nama\nKegiatan<br>", "Pagu"], [1, "Jalan", 5]))[1] == "Nama Kegiatan"


def test_it_looks_up_a_column_by_name() -> None:
    table = only_table(HEAD, ONE)
    assert (table.column("Desa"), table.column("Tidak ada")) == (2, None)


def test_it_lists_only_the_first_of_many_rows() -> None:
    rows = [
        row
        for place in range(12)
        for row in (["Kelompok", None, None, None], [place + 1, "Jalan", "Puri", place])
    ]
    assert "dan 4 lagi" in said(only_table(HEAD, *rows))
