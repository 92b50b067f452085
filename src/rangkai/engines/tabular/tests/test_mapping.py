"""Which column is which field."""

import pytest

from rangkai.engines.tabular import FieldSpec, Kind, fingerprint, missing_fields, propose_mapping
from rangkai.engines.tabular.tests.workbooks import only_table

FIELDS = (
    FieldSpec("title", "Uraian kebutuhan", ("kegiatan", "usulan", "nama kegiatan"), required=True),
    FieldSpec("district", "Kecamatan", ("kec",), required=True),
    FieldSpec("village", "Desa/Kelurahan", ("desa", "kelurahan")),
    FieldSpec("office", "Perangkat Daerah", ("opd", "skpd", "dinas")),
    FieldSpec("cost", "Perkiraan biaya", ("pagu", "anggaran", "biaya"), Kind.NUMBER),
    FieldSpec("stated_on", "Tanggal usulan", ("tanggal input", "tanggal"), Kind.DATE),
)
ROW = [1, "DISPERKIM", "Jalan desa", "Puri", "Tangunan", 5, "6 Juli 2022"]


def mapped(*header: str) -> dict[str, str]:
    table = only_table(list(header), ROW[: len(header)])
    return {
        name: table.columns[one.column_index].name for name, one in propose_mapping(table, FIELDS).items()
    }


def reason(header: list[str], row: list[object], field: str) -> str:
    return str(propose_mapping(only_table(header, row), FIELDS)[field].reason)


def test_it_knows_columns_by_what_offices_call_them() -> None:
    assert mapped("No", "OPD", "Kegiatan", "Kec.", "desa_kelurahan", "Pagu", "tanggal_input") == {
        "office": "OPD",
        "title": "Kegiatan",
        "district": "Kec.",
        "village": "desa_kelurahan",
        "cost": "Pagu",
        "stated_on": "tanggal_input",
    }


def test_it_forgives_a_slip_of_the_pen() -> None:
    assert mapped("No", "SKPD", "Nama Kegitan", "Kecamatn")["district"] == "Kecamatn"


def test_it_knows_a_column_by_the_last_part_of_its_name() -> None:
    table = only_table(
        ["No", "Uraian kebutuhan", "Lokasi", ""],
        ["", "", "Kecamatan", "Desa"],
        [1, "Jalan", "Puri", "Tangunan"],
    )
    assert propose_mapping(table, FIELDS)["district"].column_index == 2


def test_it_gives_a_column_to_one_field_only() -> None:
    table = only_table(["No", "Desa", "Kelurahan"], [1, "Puri", "Wates"])
    assert [one.column_index for one in propose_mapping(table, FIELDS).values()] == [1]


def test_it_leaves_strange_columns_alone() -> None:
    assert mapped("No", "Qwerty", "Zxcv") == {}


def test_it_prefers_the_column_that_holds_numbers_for_money() -> None:
    table = only_table(["Sumber biaya", "Biaya", "Pagu"], ["APBD", "APBD", 5], ["APBN", "DAK", 6])
    assert propose_mapping(table, FIELDS)["cost"].column_index == 2


def test_it_passes_over_columns_without_words() -> None:
    assert mapped("No", "OPD", "%", "Kecamatan") == {"office": "OPD", "district": "Kecamatan"}


def test_it_gives_its_reason_in_words() -> None:
    assert reason(["No", "OPD"], [1, "a"], "office") == "Judul kolom sama dengan “opd”; isinya teks."
    assert reason(["No", "Nama Kegitan"], [1, "a"], "title") == (
        "Judul kolom “Nama Kegitan” mirip “nama kegiatan”; isinya teks."
    )


def test_it_asks_to_check_a_column_that_holds_something_else() -> None:
    assert reason(["No", "Pagu"], [1, "menyusul"], "cost") == (
        "Judul kolom mirip “pagu”, tetapi isinya teks. Periksa pilihan ini."
    )


def test_it_lists_required_fields_that_were_not_found() -> None:
    table = only_table(["No", "Kecamatan"], [1, "Puri"])
    assert [spec.name for spec in missing_fields(propose_mapping(table, FIELDS), FIELDS)] == ["title"]


@pytest.mark.parametrize(
    ("header", "same"),
    [
        (["NO.", "Desa / Kelurahan"], True),
        (["no", "desa-kelurahan "], True),
        (["Desa/Kelurahan", "No"], False),
        (["No", "Desa"], False),
    ],
)
def test_it_knows_the_same_headings_again(header: list[str], same: bool) -> None:
    first = only_table(["No", "Desa/Kelurahan"], [1, "Puri"])
    assert (fingerprint(only_table(header, [1, "Puri"])) == fingerprint(first)) is same
