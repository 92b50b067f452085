"""Reading the cells of one row."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from rangkai.domains.work.rules.options import ImportOptions
from rangkai.domains.work.rules.reading import (
    Columns,
    RowReader,
    SheetRow,
    columns_of,
    is_nothing,
    sheet_rows,
)
from rangkai.engines.tabular import Cell, read_workbook, tables_of
from rangkai.lib.errors import N_


def reader(raw: str, value: Any = None, **given: Any) -> RowReader:
    cell = Cell(4, 2, raw, value)
    return RowReader(SheetRow(4, {"x": (cell,)}), Columns({"x": (2,)}, {"x": ("Isi",)}), **given)


@pytest.mark.parametrize(
    ("read", "raw", "value", "result"),
    [
        (RowReader.number, "12", 12, 12),
        (RowReader.number, "12,5", None, Decimal("12.5")),
        (RowReader.number, "-", None, None),
        (RowReader.whole, "1.200", 1200, 1200),
        (RowReader.rupiah, "52.000.000.000", None, 52_000_000_000),
        (RowReader.rupiah, "1,25 miliar", None, 1_250_000_000),
        (RowReader.rupiah, "2,6", Decimal("2.6"), 3),
        (RowReader.day, "22 NOPEMBER 2022", None, date(2022, 11, 22)),
        (RowReader.day, "6/7/2022", date(2022, 7, 6), date(2022, 7, 6)),
        (RowReader.day, "6/7/2022 10:00", datetime(2022, 7, 6, 10), date(2022, 7, 6)),  # noqa: DTZ001
        (RowReader.year, "TA 2027", None, 2027),
        (RowReader.year, "6 Juli 2022", date(2022, 7, 6), 2022),
        (RowReader.text, "  dua   pintu ", None, "dua pintu"),
    ],
)
def test_it_reads(read: Callable[[RowReader, str], object], raw: str, value: Any, result: object) -> None:
    found = reader(raw, value)
    assert read(found, "x") == result
    assert found.problems == []


@pytest.mark.parametrize(
    ("read", "raw", "words"),
    [
        (RowReader.number, "dua", "bukan angka"),
        (RowReader.whole, "2,5", "bilangan bulat"),
        (RowReader.rupiah, "banyak", "bukan jumlah rupiah"),
        (RowReader.day, "31 Februari 2022", "tidak ada di kalender"),
        (RowReader.day, "kemarin", "bukan tanggal"),
        (RowReader.year, "2026 atau 2027", "bukan tahun"),
    ],
)
def test_it_names_what_it_cannot_read(read: Callable[[RowReader, str], object], raw: str, words: str) -> None:
    found = reader(raw)
    assert read(found, "x") is None
    assert [(p.cell, p.column, p.value) for p in found.problems] == [("C4", "Isi", raw)]
    assert words in str(found.problems[0].message)


def test_it_reads_nothing_of_a_field_without_a_column() -> None:
    found = reader("1")
    assert (found.number("y"), found.day("y"), found.raw("y"), found.has("y")) == (None, None, "", False)
    assert found.written_key("y") == ""


def test_it_names_a_fault_of_the_row_where_the_field_has_no_column() -> None:
    found = reader("1")
    found.fault("y", N_("kosong"))
    assert (found.problems[0].cell, found.problems[0].row) == ("", 4)


def test_it_tells_what_the_engine_found_wrong_and_once() -> None:
    found = reader("#REF!", troubles={"C4": N_("Rumus gagal.")})
    assert found.number("x") is None
    assert found.raw("x") == ""
    assert [str(p.message) for p in found.problems] == ["Rumus gagal."]


def test_it_takes_the_value_that_was_chosen_instead() -> None:
    options = ImportOptions(replace={"x": {"dua": "2"}})
    assert reader("Dua", "Dua", options=options).number("x") == 2


def test_it_cuts_a_long_value_in_a_message() -> None:
    found = reader("a" * 40_000)
    found.number("x")
    assert len(found.problems[0].value) == 120


@pytest.mark.parametrize("text", ["", "-", "n/a", "NIHIL", "-- Silahkan Pilih --"])
def test_it_knows_the_words_for_nothing(text: str) -> None:
    assert is_nothing(text)


@pytest.mark.parametrize("text", ["0", "tidak ada air bersih di dusun itu sejak kemarau panjang", "--x"])
def test_it_takes_other_words_for_something(text: str) -> None:
    assert not is_nothing(text)


def test_it_leaves_totals_and_unknown_columns_out() -> None:
    sheet = "Kegiatan;Biaya\nMCK;5000\nPJU;7000\nJumlah;12000\n"
    table = tables_of(read_workbook(sheet.encode(), "a.csv"))[0]
    columns = columns_of(table, {"Kegiatan": "statement", "Hilang": "place", "Biaya": ""})
    assert [row.cells["statement"][0].raw for row in sheet_rows(table, columns)] == ["MCK", "PJU"]
    assert set(columns.places) == {"statement"}
