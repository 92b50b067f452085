"""What a column holds, and which of its cells are problems."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from rangkai.engines.tabular import Kind, Limits, Table, find_tables
from rangkai.engines.tabular.kinds import exact
from rangkai.engines.tabular.tests.workbooks import column, sheet

MOMENT = datetime(2022, 7, 6, 10, 30)  # noqa: DTZ001

COLUMNS: dict[str, tuple[str, list[Any], Kind, list[Any]]] = {
    "numbers of a workbook": ("Pagu", [5.0, 1.5, 7], Kind.NUMBER, [5, Decimal("1.5"), 7]),
    "numbers as text": (
        "Pagu",
        ["52.000.000.000", "1.234,56"],
        Kind.NUMBER,
        [52_000_000_000, Decimal("1234.56")],
    ),
    "rupiah": ("Pagu", ["Rp 1.250.000,-", "(1.000)"], Kind.NUMBER, [1_250_000, -1000]),
    "scales in words": (
        "Biaya",
        ["150 juta", "Rp 2 Miliar", 500],
        Kind.NUMBER,
        [150_000_000, 2_000_000_000, 500],
    ),
    "a lone m may be metres": ("Panjang", ["150 m", "2 m"], Kind.TEXT, ["150 m", "2 m"]),
    "per cent": ("Capaian", ["12,5%", "80 %"], Kind.NUMBER, [Decimal("12.5"), 80]),
    "English style once told": ("Nilai", ["1,234.5", "1,234"], Kind.NUMBER, [Decimal("1234.5"), 1234]),
    "exact decimals": ("Nilai", [Decimal("1.10"), Decimal("2.0")], Kind.NUMBER, [Decimal("1.10"), 2]),
    "gaps marked by dashes": ("Target", [5, "-", "n/a", "…"], Kind.NUMBER, [5, None, None, None]),
    "dates of a workbook": ("Tanggal", [date(2022, 7, 6), MOMENT], Kind.DATE, [date(2022, 7, 6), MOMENT]),
    "midnight is no clock time": ("Tanggal", [datetime(2022, 7, 6)], Kind.DATE, [date(2022, 7, 6)]),  # noqa: DTZ001
    "dates as text": (
        "Tgl",
        ["22 NOPEMBER 2022", "6 Juli 2022"],
        Kind.DATE,
        [date(2022, 11, 22), date(2022, 7, 6)],
    ),
    "month first": ("Tgl", ["07/06/2022", "07/22/2022"], Kind.DATE, [date(2022, 7, 6), date(2022, 7, 22)]),
    "serials among dates": ("Tgl", ["6 Juli 2022", 44748.0], Kind.DATE, [date(2022, 7, 6), date(2022, 7, 6)]),
    "serials alone are numbers": ("Pagu", [44748.0], Kind.NUMBER, [44748]),
    "region codes": (
        "Wilayah",
        ["35.16.01.2001", "35.16.01.2002"],
        Kind.CODE,
        ["35.16.01.2001", "35.16.01.2002"],
    ),
    "codes by their name": ("Kode", ["1", 4.1], Kind.CODE, ["1", "4.1"]),
    "codes that look like dates": ("Kode Rekening", ["1.02.2020", "5"], Kind.CODE, ["1.02.2020", "5"]),
    "identity numbers": ("Pegawai", ["198503172010011001"], Kind.CODE, ["198503172010011001"]),
    "telephone numbers": (
        "Kontak",
        ["0812-3456-7890", "+62 812 3456"],
        Kind.CODE,
        ["0812-3456-7890", "+62 812 3456"],
    ),
    "leading zeros": ("Blok", ["001", "010", "100"], Kind.CODE, ["001", "010", "100"]),
    "one odd zero in many numbers": ("Jiwa", [*range(30), "007"], Kind.NUMBER, [*range(30), "007"]),
    "texts": ("Desa", ["Puri ", " Sooko\xa0Utara"], Kind.TEXT, ["Puri", "Sooko Utara"]),
    "mixed": ("Target", [5.0, "2 paket", "3 unit"], Kind.TEXT, ["5", "2 paket", "3 unit"]),
    "line breaks": ("Ket", ["a \r\n\n b", "x_x000D_\ny"], Kind.TEXT, ["a\nb", "x\ny"]),
    "truths": ("Aktif", [True, False], Kind.TEXT, ["TRUE", "FALSE"]),
    "clock times": ("Jam", [time(10, 30), timedelta(hours=25, minutes=5)], Kind.TEXT, ["10.30", "25.05"]),
    "nothing": ("Ket", [None, "-", " "], Kind.EMPTY, [None, None, None]),
}


def value_column(table: Table) -> list[Any]:
    return [row.values[1] for row in table.rows]


@pytest.mark.parametrize(("name", "cells", "kind", "values"), COLUMNS.values(), ids=COLUMNS.keys())
def test_it_types(name: str, cells: list[Any], kind: Kind, values: list[Any]) -> None:
    (table,) = find_tables(
        sheet(["No", name, "Desa"], *([place, cell, "Puri"] for place, cell in enumerate(cells)))
    )
    assert table.columns[1].kind is kind
    assert value_column(table) == values
    assert table.problems == ()


def test_it_lets_totals_have_no_say_in_the_kind() -> None:
    (table,) = find_tables(
        sheet(["No", "Desa", "Jiwa"], [1, "Puri", 5], [2, "Sooko", 6], ["Jumlah", None, 11])
    )
    assert table.columns[0].kind is Kind.NUMBER
    assert table.rows[2].values == ("Jumlah", None, 11)
    assert [str(note) for note in table.notes] == ["Baris jumlah ditandai dan bukan data: baris 4."]


def test_it_lets_group_headings_speak_where_nothing_else_does() -> None:
    (table,) = find_tables(sheet(["No", "Uraian", "Jiwa"], ["I", "Utara", None], [None, "Puri", 5]))
    assert (table.columns[0].kind, table.rows[0].values[0]) == (Kind.TEXT, "I")


def test_it_keeps_what_the_office_wrote_with_its_address() -> None:
    cell = column("Pagu", "Rp 1.250.000,-").rows[0].cells[1]
    assert (cell.address, cell.raw, cell.value) == ("B2", "Rp 1.250.000,-", 1_250_000)


def test_it_remembers_the_unit() -> None:
    assert column("Capaian", "12,5%", "80%").columns[1].unit == "%"
    assert column("Pagu", "Rp 5.000", "Rp6.000").columns[1].unit == "Rp"


def test_it_gives_a_few_different_samples() -> None:
    assert column("Desa", "a", "a", "-", "b", "c", "d").columns[1].samples == ("a", "b", "c")


PROBLEMS = {
    "a day that does not exist": (
        "Tanggal",
        ["6 Juli 2022", "7 Juli 2022", "8 Juli 2022", "9 Juli 2022", "31 Februari 2022"],
        "B6",
        "Sel B6 berisi tanggal 31 Februari 2022, padahal hari itu tidak ada. Perbaiki tanggalnya.",
    ),
    "a formula error": (
        "Pagu",
        [5, "#REF!"],
        "B3",
        "Sel B3 berisi galat rumus #REF!. Perbaiki rumusnya di Excel.",
    ),
    "an error of LibreOffice": (
        "Pagu",
        [5, "Err:502"],
        "B3",
        "Sel B3 berisi galat rumus Err:502. Perbaiki rumusnya di Excel.",
    ),
    "a bare error mark": (
        "Pagu",
        [5, "#NAME?"],
        "B3",
        "Sel B3 berisi galat rumus #NAME?. Perbaiki rumusnya di Excel.",
    ),
    "digits lost": (
        "NIP",
        ["1", 1.98503172010011e17],
        "B3",
        "Angka 198503172010011008 di sel B3 lebih dari 15 digit, sehingga digit terakhirnya sudah hilang di Excel. "
        "Ubah format sel menjadi Teks lalu ketik ulang.",
    ),
}


@pytest.mark.parametrize(("name", "cells", "cell", "message"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_it_names_the_cell_of(name: str, cells: list[Any], cell: str, message: str) -> None:
    (problem,) = column(name, *cells).problems
    assert (problem.cell, problem.column, str(problem.message)) == (cell, name, message)
    assert problem.as_problem().field == f"Lembar1!{cell}"


def test_it_takes_no_value_from_a_faulty_cell() -> None:
    table = column("Pagu", 5, "#REF!")
    assert value_column(table) == [5, None]
    assert table.rows[1].cells[1].raw == "#REF!"


def test_it_names_an_impossible_day_in_a_column_of_text() -> None:
    problem = column("Ket", "lunas", "belum", "6 Juli 2022", "31 Februari 2022").problems[0]
    assert problem.cell == "B5"


def test_it_cuts_a_cell_of_forty_thousand_characters_and_says_so() -> None:
    table = column("Uraian", "x" * 40_000, "pendek")
    assert len(str(table.rows[0].values[1])) == 32_767
    assert "Isi sel B2 panjangnya 40.000 karakter; hanya 32.767 karakter pertama yang dibaca." in str(
        table.problems[0].message
    )
    assert len(table.problems[0].value) == 80


def test_it_stops_counting_problems_at_a_thousand() -> None:
    table = column("Pagu", *["#REF!"] * 900, *["x" * 20] * 900)
    (long,) = find_tables(sheet(["No", "A", "B"], *([1, "#REF!", "#REF!"] for _ in range(800))), Limits())
    assert len(table.problems) == 900
    assert len(long.problems) == 1000


def test_it_says_which_cells_do_not_fit() -> None:
    table = column("Target", *range(9), "satu paket")
    assert value_column(table)[-1] == "satu paket"
    assert [str(note) for note in table.notes] == [
        "Kolom Target dibaca sebagai angka; 1 sel bukan angka dan tetap teks, misalnya B11: satu paket."
    ]


def test_it_says_which_numbers_do_not_fit_dates() -> None:
    table = column("Tanggal", *[date(2022, 7, day) for day in range(1, 10)], "menyusul")
    assert "dibaca sebagai tanggal; 1 sel bukan tanggal" in str(table.notes[0])


def test_it_keeps_a_truth_among_numbers_as_text() -> None:
    assert value_column(column("Jumlah", *range(9), True))[-1] == "TRUE"


NOTES = {
    "month first": (["07/22/2022"], "Tanggal di kolom Nilai ditulis bulan/hari/tahun dan dibaca demikian."),
    "decimal points": (["12.5"], "Angka di kolom Nilai memakai titik sebagai tanda desimal."),
    "per cent": (["12,5%"], "Kolom Nilai ditulis dengan tanda persen; 12,5% dibaca 12,5."),
}


@pytest.mark.parametrize(("cells", "note"), NOTES.values(), ids=NOTES.keys())
def test_it_says_how_it_read(cells: list[Any], note: str) -> None:
    assert [str(line) for line in column("Nilai", *cells).notes] == [note]


@pytest.mark.parametrize(
    ("number", "value"), [(True, 1), (5.0, 5), (0.1, Decimal("0.1")), (Decimal("2.0"), 2)]
)
def test_it_takes_numbers_at_their_shortest_writing(number: Any, value: Any) -> None:
    assert exact(number) == value


def test_it_keeps_numbers_that_are_none_as_they_show() -> None:
    assert value_column(column("Nilai", 1, 2, 3, 4, float("inf"))) == [1, 2, 3, 4, "inf"]
