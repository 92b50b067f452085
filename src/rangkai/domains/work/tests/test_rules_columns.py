"""Which column seems to be which field."""

from rangkai.domains.work.rules.columns import guesses
from rangkai.engines.tabular import FieldSpec, Kind, read_workbook, tables_of

FIELDS = (
    FieldSpec("statement", "Kebutuhan", ("kegiatan",), required=True),
    FieldSpec("stated_on", "Tanggal", (), Kind.DATE),
)


def found(sheet: str) -> dict[str, str]:
    table = tables_of(read_workbook(sheet.encode(), "a.csv"))[0]
    return {table.columns[hit.place].name: hit.field for hit in guesses(table, FIELDS)}


def test_it_takes_the_proposals_of_the_engine() -> None:
    assert found("Kegiatan;Tanggal\nMCK;6 Juli 2022\nPJU;7 Juli 2022\n") == {
        "Kegiatan": "statement",
        "Tanggal": "stated_on",
    }


def test_it_takes_a_heading_that_leaves_no_doubt_whatever_the_cells_hold() -> None:
    assert found("Kegiatan;Tanggal\nMCK;kemarin\nPJU;entah\n")["Tanggal"] == "stated_on"


def test_it_leaves_other_columns_alone() -> None:
    assert found("Kegiatan;Warna\nMCK;merah\nPJU;biru\n") == {"Kegiatan": "statement"}
