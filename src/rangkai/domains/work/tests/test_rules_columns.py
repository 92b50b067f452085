"""Which column seems to be which field."""

import re

from rangkai.domains.work.rules.columns import Fields, guesses
from rangkai.engines.tabular import FieldSpec, Kind, read_workbook, tables_of

FIELDS = Fields(
    (
        FieldSpec("ref", "Nomor", (), Kind.CODE),
        FieldSpec("key", "Nomor usulan", ("id",), Kind.CODE),
        FieldSpec("statement", "Kebutuhan", ("kegiatan",), required=True),
        FieldSpec("stated_on", "Tanggal", (), Kind.DATE),
    ),
    exact=frozenset({"ref", "key"}),
    shapes={"ref": re.compile(r"K-[0-9]+")},
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


def test_it_takes_a_running_number_for_no_identity() -> None:
    assert found("Nomor;Kegiatan\n1;MCK\n2;PJU\n") == {"Kegiatan": "statement"}


def test_it_takes_our_numbers_by_their_shape() -> None:
    assert found("Nomor;Kegiatan\nK-1;MCK\nK-2;PJU\n")["Nomor"] == "ref"


def test_it_takes_a_number_of_the_source_by_its_very_name_alone() -> None:
    assert found("ID;Kegiatan\n7;MCK\n8;PJU\n")["ID"] == "key"
    assert "key" not in found("ID desa;Kegiatan\n7;MCK\n8;PJU\n").values()
