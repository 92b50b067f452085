"""Workbooks that go out and come back."""

from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from rangkai.engines.tabular import (
    Fillable,
    Kind,
    Sheet,
    SheetColumn,
    read_workbook,
    table_under,
    write_fillable,
)
from rangkai.engines.tabular.fillable import SEAL_SHEET

COLUMNS = (
    SheetColumn("Nomor", Kind.CODE, is_hidden=True),
    SheetColumn("Kebutuhan", is_required=True),
    SheetColumn("Kantor"),
    SheetColumn("Sumber", choices=("musrenbang", "keluhan"), is_strict=True),
    SheetColumn("Jumlah", Kind.NUMBER),
)
ROWS = [
    ("K-2026-00001", "=HYPERLINK(1)", "Dinas", "keluhan", Decimal("2.5")),
    ("K-2026-00002", "Genset", None, None, 3),
]
HEADINGS = [column.name for column in COLUMNS]
FORM = Fillable("Kebutuhan", ("Cara mengisi",), "rangkai:35.16:1:2~x", frozenset({"Kantor"}))


@pytest.fixture(scope="module")
def content() -> bytes:
    return write_fillable(COLUMNS, ROWS, FORM)


@pytest.fixture(scope="module")
def sheet(content):
    return load_workbook(BytesIO(content)).worksheets[0]


def test_it_comes_back_as_it_went_out(content):
    table = table_under(read_workbook(content, "a.xlsx").sheets[0], HEADINGS)
    assert table is not None
    assert [row.values for row in table.rows] == [
        ("K-2026-00001", "=HYPERLINK(1)", "Dinas", "keluhan", Decimal("2.5")),
        ("K-2026-00002", "Genset", None, None, 3),
    ]


def test_it_never_writes_a_formula(sheet):
    assert sheet["B2"].data_type == "s"


def test_it_locks_numbers_and_what_only_shows(sheet):
    assert sheet.protection.sheet
    locked = {cell: sheet[cell].protection.locked for cell in ("A2", "B2", "C2", "C3", "E2")}
    assert locked == {"A2": True, "B2": False, "C2": True, "C3": True, "E2": False}


def test_it_leaves_room_below_for_new_rows(sheet):
    locked = {name: sheet.column_dimensions[name].protection.locked for name in "ABCD"}
    assert locked == {"A": True, "B": False, "C": True, "D": False}


def test_it_offers_lists_and_refuses_words_for_numbers(sheet):
    rules = {str(rule.sqref): rule.type for rule in sheet.data_validations.dataValidation}
    assert {key.split(":")[0]: kind for key, kind in rules.items()} == {"D2": "list", "E2": "decimal"}


def test_it_bears_its_code_on_a_hidden_sheet_and_in_the_guide(content):
    found = [
        s.name
        for s in read_workbook(content, "a.xlsx").sheets
        if [FORM.seal] in [list(r)[:1] for r in s.grid]
    ]
    assert found == ["Petunjuk", SEAL_SHEET]


def test_it_takes_every_row_for_a_row():
    """No total, no group heading, no note: what stands in the form was entered."""
    grid = [
        ["Kebutuhan", "Jumlah"],
        ["A", 1],
        ["Jumlah", None],
        [None, None],
        ["Catatan: hanya satu sel"],
        ["Total", 1],
    ]
    table = table_under(Sheet("a", grid), ["Kebutuhan", "Jumlah"])
    assert table is not None
    assert [row.number for row in table.rows] == [2, 3, 5, 6]


def test_it_finds_moved_columns_and_lower_headings():
    grid = [
        ["catatan"],
        [],
        [None, "JUMLAH", "x", "kebutuhan", "Kebutuhan"],
        [None, "7", "y", "Genset", "lain"],
    ]
    table = table_under(Sheet("a", grid), ["Kebutuhan", "Jumlah"])
    assert table is not None
    assert [(cell.address, cell.raw) for cell in table.rows[0].cells] == [("B4", "7"), ("D4", "Genset")]


@pytest.mark.parametrize(
    "grid", [[], [["Kebutuhan"]], [["A", "B"], [1, 2]]], ids=["empty", "one heading", "others"]
)
def test_it_finds_nothing_without_the_headings(grid):
    assert table_under(Sheet("a", grid), ["Kebutuhan", "Jumlah"]) is None


def test_it_reads_a_form_without_rows():
    table = table_under(Sheet("a", [["Kebutuhan", "Jumlah"]]), ["Kebutuhan", "Jumlah"])
    assert table is not None
    assert table.rows == ()


def test_it_names_cells_that_cannot_be_taken():
    table = table_under(Sheet("a", [["Kebutuhan", "Jumlah"], ["Genset", "#REF!"]]), ["Kebutuhan", "Jumlah"])
    assert table is not None
    assert [problem.cell for problem in table.problems] == ["B2"]
