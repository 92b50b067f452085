"""What saving a sheet of needs would do."""

from typing import Any

import pytest

from rangkai.domains.needs.rules.importing.facts import KnownNeed
from rangkai.domains.needs.rules.terms import NeedStatus
from rangkai.domains.needs.tests.sheets import HEADINGS, facts, known, plan, row
from rangkai.domains.work.rules.options import Chosen, ImportOptions
from rangkai.domains.work.rules.plan import RowPlan
from rangkai.domains.work.rules.terms import Outcome, RowChoice


def only(**given: Any) -> RowPlan:
    """The plan of one row; a second, good one tells what the columns hold."""
    return plan([row(**given.pop("cells", {})), row(Lokasi="Balai desa")], **given).rows[0]


def test_it_reads_every_column_of_a_row() -> None:
    values = only().values
    assert values == {
        "source_kind": "office",
        "status": "draft",
        "source": "",
        "statement": "Pembangunan MCK",
        "place": "RT 1",
        "unit": "unit",
        "quantity": "2",
        "estimate": 50_000_000,
        "stated_on": "2022-07-06",
        "office_id": 1,
        "area_id": 11,
    }


@pytest.mark.parametrize(
    ("cells", "cell", "words", "suggestion"),
    [
        ({"OPD": "Dinas Kesehatn"}, "E2", "“Dinas Kesehatn” tidak dikenal", "Dinas Kesehatan"),
        ({"OPD": ""}, "E2", "Perangkat daerah kosong", ""),
        ({"Kecamatan": "Puriii"}, "B2", "Kecamatan “Puriii” tidak ada", "Puri"),
        ({"Kebutuhan": ""}, "A2", "Kebutuhan kosong", ""),
        ({"Kebutuhan": "a" * 1_500}, "A2", "1500 karakter", ""),
        ({"Biaya": "-5"}, "H2", "tidak boleh kurang dari nol", ""),
        ({"Biaya": "banyak"}, "H2", "“banyak” bukan jumlah rupiah", ""),
        ({"Volume": "dua"}, "F2", "“dua” bukan angka", ""),
        ({"Tanggal": "31 Februari 2022"}, "I2", "31 Februari", ""),
        ({"Tanggal": "kemarin"}, "I2", "“kemarin” bukan tanggal", ""),
        ({"Biaya": "#REF!"}, "H2", "#REF!", ""),
    ],
    ids=lambda value: str(value)[:40],
)
def test_it_names_the_cell_that_is_wrong(
    cells: dict[str, str], cell: str, words: str, suggestion: str
) -> None:
    found = only(cells=cells)
    assert found.outcome is Outcome.PROBLEM
    problem = found.problems[0]
    assert (problem.cell, problem.row) == (cell, 2)
    assert words in str(problem.message)
    assert (problem.suggestions or ("",))[0] == suggestion


def test_it_names_an_unknown_desa_and_keeps_the_need_at_its_kecamatan() -> None:
    found = only(cells={"Desa": "Sumber Girng"})
    assert (found.outcome, found.values["area_id"]) == (Outcome.NEW, 10)
    assert found.values["place"] == "RT 1, Sumber Girng"
    assert (found.problems[0].cell, found.problems[0].suggestions[0]) == ("C2", "Sumber Girang")


@pytest.mark.parametrize(
    ("kecamatan", "desa", "area"),
    [
        ("Kec. PURI", "Desa Sumbergirang", 12),
        ("puri", "", 10),
        ("", "Kedung Maling", 21),
        ("-", "-- Silahkan Pilih --", None),
    ],
    ids=["other writing", "kecamatan alone", "desa alone, once in the region", "nothing said"],
)
def test_it_finds_the_area(kecamatan: str, desa: str, area: int | None) -> None:
    assert only(cells={"Kecamatan": kecamatan, "Desa": desa}).values.get("area_id") == area


def test_it_asks_for_the_kecamatan_of_a_desa_that_stands_twice() -> None:
    found = only(cells={"Kecamatan": "", "Desa": "Kebonagung"})
    assert found.outcome is Outcome.PROBLEM
    assert "Ada 2 desa" in str(found.problems[0].message)


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        ({"Kecamatan": "", "Desa": "Atlantis"}, "RT 1, Atlantis"),
        ({"Desa": "Atlantis", "Lokasi": ""}, "Atlantis"),
        ({"Desa": "Atlantis", "Lokasi": "Dusun ATLANTIS"}, "Dusun ATLANTIS"),
    ],
    ids=["without a kecamatan", "as the only place", "said already"],
)
def test_it_loses_no_name_of_a_desa_that_nobody_knows(cells: dict[str, str], place: str) -> None:
    found = only(cells=cells)
    assert (found.outcome, found.values["place"], found.problems[0].blocks) == (Outcome.NEW, place, False)


def test_it_takes_one_choice_for_every_same_unknown_name() -> None:
    rows = [row(OPD="Dinkesmas"), row(OPD="DINKESMAS", Lokasi="RT 2")]
    options = ImportOptions(replace={"office": {"dinkesmas": "Dinas Kesehatan"}})
    assert {r.values["office_id"] for r in plan(rows, options=options).rows} == {1}


def test_it_takes_the_choice_for_a_desa_within_its_kecamatan_alone() -> None:
    rows = [row(Desa="Girang"), row(Kecamatan="Sooko", Desa="Girang")]
    options = ImportOptions(replace={"village": {"puri/girang": "Sumber Girang"}})
    assert [r.values["area_id"] for r in plan(rows, options=options).rows] == [12, 20]


def test_it_makes_an_unknown_office_only_when_asked() -> None:
    rows = [row(OPD="DINAS BARU"), row(OPD="Dinas Baru", Lokasi="RT 2")]
    found = plan(rows, options=ImportOptions(create=frozenset({"office"})))
    assert [(new.name, new.rows) for new in found.new_names] == [("DINAS BARU", 2)]
    assert {r.outcome for r in found.rows} == {Outcome.NEW}


def test_it_lets_no_operator_make_an_office_or_write_for_another() -> None:
    rows = [row(OPD="Dinas Baru"), row(OPD="DLH", Lokasi="RT 2")]
    options = ImportOptions(create=frozenset({"office"}))
    found = plan(rows, options=options, may_write=frozenset({1}))
    assert [r.outcome for r in found.rows] == [Outcome.PROBLEM, Outcome.PROBLEM]


def test_it_enters_for_the_own_office_where_the_sheet_names_none() -> None:
    assert only(cells={"OPD": ""}, own_office_id=2).values["office_id"] == 2


def test_it_knows_the_same_row_again() -> None:
    assert only(known=[known()]).outcome is Outcome.UNCHANGED


def test_it_shows_a_corrected_cell_before_and_after() -> None:
    found = only(cells={"Biaya": "Rp 60.000.000"}, known=[known()])
    assert found.outcome is Outcome.CHANGED
    assert found.target is not None
    assert [(c.field, c.before, c.after) for c in found.target.changes] == [
        ("estimate", "Rp 50.000.000", "Rp 60.000.000")
    ]


def test_it_takes_nothing_away_where_a_cell_is_left_empty() -> None:
    assert only(cells={"Biaya": "", "Satuan": "-"}, known=[known()]).outcome is Outcome.UNCHANGED


def test_it_leaves_alone_what_the_sheet_has_no_column_for() -> None:
    assert only(known=[known(detail="dua pintu", urgency=5)]).outcome is Outcome.UNCHANGED


def test_it_offers_a_row_that_is_only_alike_and_merges_nothing() -> None:
    found = only(cells={"Lokasi": "RT 1 RW 2"}, known=[known()])
    assert found.outcome is Outcome.ALIKE
    assert [(c.ref, c.changes[0].field) for c in found.candidates] == [("K-2026-00001", "place")]


@pytest.mark.parametrize(
    ("chosen", "outcome"),
    [
        (Chosen(RowChoice.NEW), Outcome.NEW),
        (Chosen(RowChoice.SAME, "K-2026-00001"), Outcome.CHANGED),
        (Chosen(RowChoice.SKIP), Outcome.SKIPPED),
    ],
)
def test_it_does_with_an_alike_row_what_was_chosen(chosen: Chosen, outcome: Outcome) -> None:
    options = ImportOptions(rows={2: chosen})
    assert only(cells={"Lokasi": "RT 1 RW 2"}, known=[known()], options=options).outcome is outcome


def test_it_does_with_all_alike_rows_what_was_chosen_for_all() -> None:
    options = ImportOptions(alike=RowChoice.SAME)
    assert only(cells={"Lokasi": "RT 1 RW 2"}, known=[known()], options=options).outcome is Outcome.CHANGED


def test_it_offers_no_need_that_another_row_of_the_file_is() -> None:
    found = plan([row(), row(Lokasi="RT 1 RW 2")], known=[known()])
    assert [r.outcome for r in found.rows] == [Outcome.UNCHANGED, Outcome.NEW]


def test_it_leaves_out_a_row_that_says_the_very_same_again() -> None:
    found = plan([row(), row()])
    assert [r.outcome for r in found.rows] == [Outcome.NEW, Outcome.SKIPPED]
    assert "Baris 3" in str(found.rows[1].problems[0].message)


def test_it_names_both_rows_that_are_one_need_with_other_content() -> None:
    found = plan([row(), row(Biaya="1")])
    assert found.rows[1].outcome is Outcome.PROBLEM
    assert "Baris 3 dan 2" in str(found.rows[1].problems[0].message)


def test_it_leaves_faulty_rows_out_when_asked_to() -> None:
    assert only(cells={"Biaya": "-1"}, options=ImportOptions(skip_problems=True)).outcome is Outcome.SKIPPED


NUMBERED = ("ID Usulan", *HEADINGS)


def test_it_knows_a_numbered_row_by_its_number_whatever_it_says() -> None:
    before = known(source="e-RKPD", source_key="77")
    found = plan(
        [("77", *row(Kebutuhan="Rehab MCK umum", Lokasi="RT 9"))],
        headings=NUMBERED,
        known=[before],
        source="e-RKPD",
    )
    assert found.rows[0].outcome is Outcome.CHANGED


def test_it_offers_no_likeness_between_numbers_of_one_source() -> None:
    before = known(source="e-RKPD", source_key="77")
    found = plan([("78", *row())], headings=NUMBERED, known=[before], source="e-RKPD")
    assert found.rows[0].outcome is Outcome.NEW


def test_it_offers_the_same_words_from_another_source() -> None:
    before = known(source="Reses", source_key="5")
    found = plan([("78", *row())], headings=NUMBERED, known=[before], source="e-RKPD")
    assert found.rows[0].candidates[0].score == 1.0


def test_it_names_a_number_that_stands_twice() -> None:
    found = plan([("77", *row()), ("77", *row(Lokasi="RT 2"))], headings=NUMBERED)
    problem = found.rows[1].problems[0]
    assert (problem.cell, str(problem.message)) == ("A3", "Nomor pada baris 3 sama dengan baris 2.")


def test_it_refuses_a_number_that_another_office_uses_for_something_else() -> None:
    before = known(source="x", source_key="77", office_id=2, statement="Bank sampah")
    found = plan([("77", *row())], headings=NUMBERED, known=[before], source="x")
    assert "Beri nama sumber lain" in str(found.rows[0].problems[0].message)


OWN = ("Nomor", *HEADINGS)


def test_it_knows_a_row_of_our_own_export_by_our_number() -> None:
    found = plan([("K-2026-00001", *row(Lokasi="RT 9"))], headings=OWN, known=[known()])
    assert found.rows[0].values == {"place": "RT 9"}


def test_it_empties_what_was_emptied_in_our_own_export() -> None:
    found = plan([("K-2026-00001", *row(Biaya="", Satuan=""))], headings=OWN, known=[known()])
    assert found.rows[0].values == {"estimate": None, "unit": ""}


def test_it_never_empties_what_a_need_cannot_be_without() -> None:
    found = plan([("K-2026-00001", *row(Kebutuhan=""))], headings=OWN, known=[known()])
    assert found.rows[0].outcome is Outcome.UNCHANGED


def test_it_names_a_number_of_ours_that_does_not_exist() -> None:
    found = plan([("K-2026-00009", *row())], headings=OWN, known=[known()])
    assert (found.rows[0].problems[0].cell, found.rows[0].outcome) == ("A2", Outcome.PROBLEM)


def test_it_takes_a_row_without_a_number_in_our_export_as_new() -> None:
    found = plan([("", *row(Lokasi="Balai desa"))], headings=OWN)
    assert found.rows[0].outcome is Outcome.NEW


def test_it_keeps_an_operator_from_changing_what_was_signed() -> None:
    signed = known(status=NeedStatus.APPROVED)
    found = only(cells={"Biaya": "1"}, known=[signed], may_write=frozenset({1}))
    assert "sudah diparaf atau disetujui" in str(found.problems[0].message)


def test_it_lets_the_secretariat_change_what_was_signed() -> None:
    signed = known(status=NeedStatus.APPROVED)
    assert only(cells={"Biaya": "1"}, known=[signed], may_mend=True).outcome is Outcome.CHANGED


def test_it_lets_a_signed_row_pass_that_changes_nothing() -> None:
    signed = known(status=NeedStatus.APPROVED)
    assert only(known=[signed], may_write=frozenset({1})).outcome is Outcome.UNCHANGED


def test_it_does_not_show_a_need_of_another_office() -> None:
    theirs = known(office_id=2, statement="Rahasia")
    found = plan([("K-2026-00001", *row())], headings=OWN, known=[theirs], may_write=frozenset({1}))
    assert found.rows[0].target is None
    assert "milik perangkat daerah lain" in str(found.rows[0].problems[0].message)


MORE = (*HEADINGS, "Dimensi", "Subdimensi", "Tahapan", "Tahun Anggaran", "Urgensi")


@pytest.mark.parametrize(
    ("cells", "field", "value"),
    [
        (("Living", "", "", "", ""), "dimension_id", 1),
        (("", "Health", "", "", ""), "dimension_id", 1),
        (("", "prasarana kesehatan", "", "", ""), "subdimension_id", 1),
        (("", "", "Musrenbang Desa", "", ""), "source_kind", "musrenbang"),
        (("", "", "", "TA 2027", ""), "year", 2027),
        (("", "", "", "", "4"), "urgency", 4),
    ],
)
def test_it_reads_the_further_columns(cells: tuple[str, ...], field: str, value: object) -> None:
    assert plan([(*row(), *cells)], headings=MORE).rows[0].values[field] == value


@pytest.mark.parametrize(
    ("cells", "cell", "words"),
    [
        (("Mobility", "", "", "", ""), "J2", "Dimensi “Mobility” tidak dikenal"),
        (("", "Kesehatan jiwa raga", "", "", ""), "K2", "tidak dikenal"),
        (("Environment", "Health", "", "", ""), "K2", "bukan bagian dari Smart Environment"),
        (("", "", "rapat RT", "", ""), "L2", "“rapat RT” tidak dikenal"),
        (("", "", "", "2 tahun", ""), "M2", "“2 tahun” bukan tahun"),
        (("", "", "", "", "6"), "N2", "1 sampai 5"),
        (("", "", "", "", "2,5"), "N2", "harus bilangan bulat"),
    ],
)
def test_it_names_the_further_cell_that_is_wrong(cells: tuple[str, ...], cell: str, words: str) -> None:
    rows = [(*row(), *cells), (*row(Lokasi="Balai desa"), "", "", "", "2027", "3")]
    problem = plan(rows, headings=MORE).rows[0].problems[0]
    assert problem.cell == cell
    assert words in str(problem.message)


def test_it_keeps_several_descriptions_with_their_headings() -> None:
    from rangkai.domains.needs.rules.importing.decide import decide
    from rangkai.domains.needs.tests.sheets import table

    found = table([("MCK", "Dinkes", "PAMSIMAS", "unit MCK")], ("Kebutuhan", "OPD", "Program", "Indikator"))
    mapping = {"Kebutuhan": "statement", "OPD": "office", "Program": "detail", "Indikator": "detail"}
    values = decide(found, mapping, facts(), ImportOptions()).rows[0].values
    assert values["detail"] == "Program: PAMSIMAS; Indikator: unit MCK"


def test_it_takes_the_defaults_of_the_file() -> None:
    options = ImportOptions(defaults={"source_kind": "pokir", "status": "submitted", "year": "2027"})
    values = only(options=options).values
    assert (values["source_kind"], values["status"], values["year"]) == ("pokir", "submitted", 2027)


@pytest.mark.parametrize(("cell", "area"), [("Kebonagung, Kec. Sooko", 22), ("Kec. Puri", 10), ("", None)])
def test_it_reads_an_area_as_our_own_lists_print_it(cell: str, area: int | None) -> None:
    found = plan(
        [("MCK", "Dinkes", cell), ("PJU", "Dinkes", "Kec. Puri")], headings=("Kebutuhan", "OPD", "Wilayah")
    )
    assert found.rows[0].values.get("area_id") == area


def test_it_names_an_area_that_does_not_exist() -> None:
    found = plan([("MCK", "Dinkes", "Japan, Kec. Puri")], headings=("Kebutuhan", "OPD", "Wilayah"))
    assert found.rows[0].problems[0].cell == "C2"


def test_it_takes_a_column_of_money_for_no_source_of_needs() -> None:
    found = plan([("MCK", "Dinkes", "Pagu Indikatif")], headings=("Kebutuhan", "OPD", "Sumber Anggaran"))
    assert found.rows[0].outcome is Outcome.NEW


def test_it_says_every_changed_field_in_words() -> None:
    before = known(source="x", source_key="7", quantity="1.5", urgency=1)
    sheet = ("ID Usulan", *MORE)
    changed = {
        "OPD": "DLH",
        "Desa": "Sumber Girang",
        "Volume": "2,5",
        "Tanggal": "7 Juli 2022",
        "Satuan": "m",
    }
    rows = [
        ("7", *row(**changed), "", "Health", "Pokir", "", "5"),
        ("8", *row(Lokasi="Balai desa"), "Living", "", "Pokir", "2027", "3"),
    ]
    found = plan(rows, headings=sheet, known=[before], source="x", may_mend=True).rows[0]
    assert found.target is not None
    assert {c.field: (c.before, c.after) for c in found.target.changes} == {
        "unit": ("unit", "m"),
        "quantity": ("1,5", "2,5"),
        "urgency": ("1", "5"),
        "stated_on": ("6 Juli 2022", "7 Juli 2022"),
        "office_id": ("Dinas Kesehatan", "Dinas Lingkungan Hidup"),
        "area_id": ("Kebonagung, Kec. Puri", "Sumber Girang, Kec. Puri"),
        "dimension_id": ("", "Smart Living"),
        "subdimension_id": ("", "Prasarana kesehatan"),
        "source_kind": ("Perangkat daerah", "Pokok pikiran DPRD"),
    }


def test_it_leaves_the_office_of_a_known_need_where_our_export_has_no_column_for_it() -> None:
    found = plan([("K-2026-00001", "Pembangunan MCK")], headings=("Nomor", "Kebutuhan"), known=[known()])
    assert found.rows[0].outcome is Outcome.UNCHANGED


@pytest.mark.parametrize(
    ("before", "changed"),
    [
        (known(dimension_id=1, subdimension_id=1), {}),
        (known(dimension_id=2), {"dimension_id": 1}),
        (known(dimension_id=2, subdimension_id=7), {"dimension_id": 1, "subdimension_id": None}),
    ],
    ids=["the same dimension", "another one", "another one than that of the sub-dimension"],
)
def test_it_leaves_no_subdimension_under_another_dimension(
    before: KnownNeed, changed: dict[str, object]
) -> None:
    found = plan([(*row(), "Living")], headings=(*HEADINGS, "Dimensi"), known=[before])
    assert found.rows[0].values == changed
