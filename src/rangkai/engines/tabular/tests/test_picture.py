"""The sheet as understood."""

from rangkai.engines.tabular import Role, find_tables, picture
from rangkai.engines.tabular.tests.workbooks import sheet

SHEET = sheet(
    ["DAFTAR"],
    ["No", "Nama", "Jiwa", "Luas", None, "di luar"],
    ["(1)", "(2)", "(3)", "(4)"],
    ["I", "Utara"],
    [1, "Puri", "#REF!", 5],
    [2, None, None, None],
    [3, "Sooko", 7, 6],
    [None, "Jumlah", 7, 11],
    [],
    ["Sumber: BPS"],
)


def roles(row: int) -> list[str]:
    return [cell.role.value for cell in picture(SHEET, find_tables(SHEET)).rows[row - 1].cells]


def test_it_gives_each_cell_its_part() -> None:
    assert roles(1)[0] == "title"
    assert roles(2)[:4] == ["header"] * 4
    assert roles(3)[:4] == ["numbering"] * 4
    assert roles(4)[:2] == ["section"] * 2
    assert roles(5)[:4] == ["data", "data", "problem", "data"]
    assert roles(6)[:2] == ["skipped"] * 2
    assert roles(8)[:2] == ["total"] * 2
    assert roles(9) == ["empty"] * 6
    assert roles(10)[0] == "note"


def test_it_says_which_table_a_cell_belongs_to() -> None:
    drawn = picture(SHEET, find_tables(SHEET))
    assert [row.cells[0].table for row in drawn.rows] == [1] * 8 + [0, 1]


def test_it_shows_a_sheet_without_tables() -> None:
    drawn = picture(SHEET, ())
    assert {cell.role for row in drawn.rows for cell in row.cells} == {Role.OUTSIDE, Role.EMPTY}


def test_it_shows_only_the_first_rows_and_columns() -> None:
    drawn = picture(SHEET, find_tables(SHEET), rows=2, columns=3)
    assert (drawn.letters, len(drawn.rows), drawn.total_rows, drawn.total_columns) == (
        ("A", "B", "C"),
        2,
        10,
        6,
    )


def test_it_shortens_long_texts() -> None:
    assert len(picture(sheet(["x" * 500]), ()).rows[0].cells[0].text) == 60


def test_it_shows_an_empty_sheet() -> None:
    assert picture(sheet(), ()).rows == ()
