"""Templates, exports and reports, read back as Excel would."""

from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rangkai.engines.tabular import (
    Fault,
    Heading,
    Kind,
    SheetColumn,
    Value,
    annotate,
    find_tables,
    read_workbook,
    write_csv,
    write_table,
)
from rangkai.engines.tabular.styles import sheet_name
from rangkai.engines.tabular.tests.workbooks import read, sheet, xlsx

COLUMNS = (
    SheetColumn("ID", Kind.CODE, is_hidden=True),
    SheetColumn("Kecamatan", choices=("Puri", "Sooko"), is_required=True, note="Pilih dari daftar."),
    SheetColumn("Pagu", Kind.NUMBER, width=20),
    SheetColumn("Tanggal", Kind.DATE),
)
ROWS: list[list[Value]] = [
    ["K-1", "Puri", 1_250_000_000, date(2022, 7, 6)],
    ["K-2", None, Decimal("1.5"), datetime(2022, 7, 6, 10, 30)],  # noqa: DTZ001
]
RISKY = ["=1+1", "+62812", "-5 persen", "@cmd", "\tx", "=cmd|' /C calc'!A0"]


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(data))


def test_it_writes_what_it_reads_back() -> None:
    (table,) = read(write_table(COLUMNS, ROWS, Heading("Kebutuhan")), "a.xlsx")
    assert [column.name for column in table.columns] == ["ID", "Kecamatan", "Pagu", "Tanggal"]
    assert [list(row.values) for row in table.rows] == ROWS
    assert table.sheet == "Kebutuhan"


def test_it_freezes_the_heading_and_hides_the_id() -> None:
    out = opened(write_table(COLUMNS, ROWS)).active
    assert (out.freeze_panes, out.column_dimensions["A"].hidden, out.column_dimensions["C"].width > 19) == (
        "A2",
        True,
        True,
    )


def test_it_offers_lists_to_choose_from() -> None:
    book = opened(write_table(COLUMNS, []))
    (rule,) = book["Data"].data_validations.dataValidation
    assert (str(rule.sqref), rule.formula1, rule.errorStyle) == ("B2:B2001", "Daftar!$B$1:$B$2", "warning")
    assert (book["Daftar"].sheet_state, book["Daftar"]["B2"].value) == ("hidden", "Sooko")


def test_it_refuses_other_texts_where_the_list_is_strict() -> None:
    book = opened(write_table([SheetColumn("Jenis", choices=("a",), is_strict=True)], []))
    assert book["Data"].data_validations.dataValidation[0].errorStyle in (None, "stop")


def test_it_explains_a_column_at_its_heading() -> None:
    assert "Pilih dari daftar." in opened(write_table(COLUMNS, []))["Data"]["B1"].comment.text


def test_it_adds_a_guide() -> None:
    book = opened(write_table(COLUMNS, [], Heading(guide=("Cara mengisi", "Satu baris satu usulan."))))
    assert book["Petunjuk"]["A2"].value == "Satu baris satu usulan."


@pytest.mark.parametrize("text", RISKY)
def test_it_never_begins_a_formula(text: str) -> None:
    cell = opened(write_table([SheetColumn("Uraian")], [[text]]))["Data"]["A2"]
    assert (cell.data_type, cell.value) == ("s", text)


@pytest.mark.parametrize("text", RISKY)
def test_it_never_begins_a_formula_in_a_csv(text: str) -> None:
    line = write_csv([SheetColumn("Uraian")], [[text]]).decode("utf-8-sig").split("\r\n")[1]
    assert line.lstrip('"').startswith("'")


def test_it_writes_a_csv_for_excel() -> None:
    data = write_csv(COLUMNS, ROWS)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig").split("\r\n")[:3] == [
        "ID;Kecamatan;Pagu;Tanggal",
        "K-1;Puri;1250000000;2022-07-06",
        "K-2;;1,5;2022-07-06T10:30:00",
    ]


INEXACT: list[tuple[Value, str]] = [
    (123456789012345678, "123456789012345678"),
    (Decimal("0.1234567890123456789"), "0,1234567890123456789"),
    (Decimal("NaN"), "NaN"),
    (date(1899, 8, 17), "17 Agustus 1899"),
    (datetime(1899, 8, 17, 10, 0), "17 Agustus 1899"),  # noqa: DTZ001
    ("a\x00b\x0b", "ab"),
    ("x" * 40_000, "x" * 32_767),
]


@pytest.mark.parametrize(("value", "text"), INEXACT, ids=[text[:20] for _, text in INEXACT])
def test_it_writes_in_words_what_a_cell_cannot_hold(value: Value, text: str) -> None:
    assert opened(write_table([SheetColumn("Nilai")], [[value]]))["Data"]["A2"].value == text


def test_it_does_not_group_years() -> None:
    book = opened(write_table([SheetColumn("Tahun", Kind.NUMBER)], [[2026], [20_000]]))
    assert [book["Data"][cell].number_format for cell in ("A2", "A3")] == ["0", "#,##0"]


@pytest.mark.parametrize(
    ("name", "shown"), [("Kec. Puri/Sooko [a]", "Kec. Puri-Sooko (a)"), ("'", "Lembar"), ("x" * 40, "x" * 31)]
)
def test_it_names_a_sheet_as_excel_allows(name: str, shown: str) -> None:
    assert sheet_name(name) == shown


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=20
)


@given(st.lists(st.tuples(TEXTS, st.integers(-(10**14), 10**14)), min_size=1, max_size=5))
@settings(max_examples=25, deadline=None)
def test_it_brings_texts_and_numbers_through_a_workbook(rows: list[tuple[str, int]]) -> None:
    data = write_table([SheetColumn("Uraian"), SheetColumn("Nilai", Kind.NUMBER)], rows)
    grid = read_workbook(data, "a.xlsx").sheets[0].grid
    assert [(row[0], row[1]) for row in grid[1:]] == [(text, float(number)) for text, number in rows]


BOOK = read_workbook(
    xlsx({"Usulan": [["JUDUL"], ["No", "Tanggal"], [1, "31 Februari 2022"], [2, None]]}), "a.xlsx"
)
FAULTS = [
    Fault("Usulan", "B3", "Tanggal ini tidak ada."),
    Fault("Usulan", "B3", "Perbaiki."),
    Fault("Usulan", "B4", "Sebaiknya diisi.", is_warning=True),
    Fault("Usulan", "C9", "Kosong.", is_warning=True),
    Fault("Lain", "A1", "Lembar ini tidak ada."),
]


def test_it_returns_the_workbook_with_every_cell_at_its_address() -> None:
    out = opened(annotate(BOOK, FAULTS))["Usulan"]
    assert [out[cell].value for cell in ("A1", "B2", "B3", "A4")] == [
        "JUDUL",
        "Tanggal",
        "31 Februari 2022",
        2,
    ]


def test_it_colours_and_comments_faulty_cells() -> None:
    out = opened(annotate(BOOK, FAULTS))["Usulan"]
    assert out["B3"].comment.text == "Tanggal ini tidak ada.\nPerbaiki."
    assert [out[cell].fill.start_color.rgb for cell in ("B3", "B4", "C9")] == [
        "FFF8D7DA",
        "FFFFF3CD",
        "FFFFF3CD",
    ]
    assert out["A3"].comment is None


def test_it_lists_the_faults_on_a_sheet_of_their_own() -> None:
    rows = list(opened(annotate(BOOK, FAULTS))["Daftar masalah"].iter_rows(values_only=True))
    assert rows[0] == ("Lembar", "Sel", "Isi", "Masalah")
    assert rows[1] == ("Usulan", "B3", "31 Februari 2022", "Tanggal ini tidak ada.")
    assert rows[-1] == ("Lain", "A1", "", "Lembar ini tidak ada.")


def test_it_tells_sheets_apart_that_excel_would_confuse() -> None:
    from dataclasses import replace

    book = replace(
        BOOK,
        sheets=(sheet(["a"], name="Data"), sheet(["b"], name="data"), sheet(["c"], name="Daftar masalah")),
    )
    assert opened(annotate(book, [])).sheetnames == [
        "Data",
        "data (2)",
        "Daftar masalah (2)",
        "Daftar masalah",
    ]


def test_it_returns_truths_clock_times_and_odd_numbers_as_text() -> None:
    book = replace(BOOK, sheets=(sheet([True, time(10, 30), float("inf"), 0.1, date(2022, 7, 6)]),))
    (row,) = opened(annotate(book, []))["Lembar1"].iter_rows(values_only=True)
    assert row == ("TRUE", "10.30", "inf", 0.1, datetime(2022, 7, 6))  # noqa: DTZ001


def test_it_never_begins_a_formula_in_a_report() -> None:
    book = read_workbook(b"Uraian;Nilai\n=1+1;2\n", "a.csv")
    assert opened(annotate(book, []))["a"]["A2"].data_type == "s"
    assert find_tables(book.sheets[0])[0].rows[0].values[0] == "=1+1"
