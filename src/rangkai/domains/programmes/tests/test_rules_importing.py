"""What saving a sheet of programmes would do."""

import json
from typing import Any

import pytest

from rangkai.domains.programmes.rules.importing.cells import kind_of, parts
from rangkai.domains.programmes.rules.importing.facts import Named
from rangkai.domains.programmes.rules.importing.fields import fields_for, year_and_fund
from rangkai.domains.programmes.rules.parts import Ties
from rangkai.domains.programmes.rules.terms import ProgrammeKind, ProgrammeStatus
from rangkai.domains.programmes.tests.sheets import DLH, FUNDS, PAD, YEARS, facts, known, plan, table
from rangkai.domains.work.rules.columns import guesses
from rangkai.domains.work.rules.options import Chosen, ImportOptions
from rangkai.domains.work.rules.plan import RowPlan
from rangkai.domains.work.rules.terms import Outcome, RowChoice

ROW = {"Program": "Antrean daring", "Dimensi": "Smart Living", "Perangkat daerah": "Dinas Kesehatan"}
OTHER = {"Program": "Bank sampah", "Dimensi": "Smart Environment", "Perangkat daerah": "DLH"}


def only(*, about: Any = None, options: ImportOptions | None = None, **cells: str) -> RowPlan:
    """The plan of one row; a second, good one tells what the columns hold."""
    return plan({**ROW, **cells}, OTHER, about=about, options=options).rows[0]


def lines(row: RowPlan) -> Any:
    return json.loads(str(row.values["lines"]))


def test_it_reads_the_columns_of_a_programme() -> None:
    row = only(
        Uraian="Tanpa antre di loket",
        Jenis="Aplikasi",
        Subdimensi="Prasarana kesehatan",
        **{"Bobot manfaat (1–100)": "80", "Mulai paling awal": "2027", "Quick win": "ya", "Wajib": "tidak"},
    )
    assert row.outcome is Outcome.NEW
    assert row.values == {
        "kind_of": "application",
        "status": "draft",
        "source": "",
        "name": "Antrean daring",
        "description": "Tanpa antre di loket",
        "dimension_id": 5,
        "subdimension_id": 51,
        "office_id": 1,
        "owner_id": 11,
        "value": 80,
        "earliest": 2027,
        "quick_win": True,
        "must": False,
    }


@pytest.mark.parametrize(
    ("cells", "cell", "words"),
    [
        ({"Program": ""}, "A2", "Nama program belum diisi"),
        ({"Program": "a" * 201}, "A2", "201 karakter"),
        ({"Dimensi": "Smart Mobility"}, "B2", "Dimensi “Smart Mobility” tidak dikenal"),
        ({"Dimensi": ""}, "B2", "Dimensi kosong"),
        ({"Perangkat daerah": "Dinas Antah"}, "C2", "“Dinas Antah” tidak dikenal"),
        ({"Perangkat daerah": ""}, "C2", "Perangkat daerah kosong"),
        ({"Jenis": "mantra"}, "D2", "Jenis “mantra” tidak dikenal"),
        ({"Subdimensi": "Prasarana kesehatan", "Dimensi": "Smart Environment"}, "D2", "bukan bagian dari"),
        ({"Bobot manfaat (1–100)": "101"}, "D2", "1 sampai 100"),
        ({"Mulai paling awal": "segera"}, "D2", "“segera” bukan tahun"),
        ({"Wajib": "mungkin"}, "D2", "bukan ya atau tidak"),
        ({"Jabatan penanggung jawab": "Ketua RT"}, "D2", "Jabatan “Ketua RT”"),
        ({"Sasaran": "S1.1.1; S9.9.9"}, "D2", "Sasaran “S9.9.9” tidak dikenal"),
        ({"Kebutuhan yang dijawab": "K-2026-99999"}, "D2", "K-2026-99999 tidak ada"),
        ({"Keluaran": "x" * 201}, "D2", "paling panjang 200"),
        ({"Tahun 2027 / PAD": "-5"}, "D2", "kurang dari nol (-5)"),
        ({"Tahun 2027 / PAD": "lima"}, "D2", "bukan jumlah rupiah"),
        ({"Tahun 2027 / PAD": "2.000.000.000.000.000"}, "D2", "terlalu besar"),
        ({"Pagu 2027": "5"}, "D2", "Sumber dana pagu ini tidak tertulis"),
        ({"Pagu": "5", "Sumber dana": "PAD"}, "D2", "Tahun anggaran pagu ini tidak tertulis"),
        ({"Pagu": "5", "Tahun anggaran": "1927", "Sumber dana": "PAD"}, "E2", "Tahun 1927 di luar"),
        ({"Pagu": "5", "Tahun anggaran": "2027", "Sumber dana": "Arisan"}, "F2", "“Arisan” tidak dikenal"),
        ({"Tahun 2027 / PAD": "5", "Subkegiatan": "9.99"}, "E2", "Subkegiatan “9.99” tidak dikenal"),
        (
            {"Tahun 2027 / PAD": "5", "Subkegiatan": "1.02.02.2.02.01"},
            "E2",
            "1.02.02.2.02.01 tidak berlaku pada tahun 2027",
        ),
        ({"Tahun 2027 / PAD": "5", "Dokumen sumber": "x" * 201}, "E2", "Dokumen paling panjang"),
        ({"Tahun 2027 / PAD": "5", "Perangkat daerah pelaksana": "Dinas Antah"}, "E2", "tidak dikenal"),
    ],
    ids=lambda value: str(value)[:45],
)
def test_it_names_the_cell_that_is_wrong(cells: dict[str, str], cell: str, words: str) -> None:
    row = only(**cells)
    assert row.outcome is Outcome.PROBLEM
    assert cell in {problem.cell for problem in row.problems}
    assert words in " ".join(str(problem.message) for problem in row.problems)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Aplikasi", ProgrammeKind.APPLICATION),
        ("policy", ProgrammeKind.POLICY),
        ("Penyusunan regulasi daerah", ProgrammeKind.POLICY),
        ("Pengembangan sistem informasi", ProgrammeKind.APPLICATION),
        ("Peningkatan kapasitas SDM", ProgrammeKind.PEOPLE),
        ("Integrasi data", ProgrammeKind.DATA),
        ("lain-lain", None),
    ],
)
def test_it_reads_the_kind(text: str, kind: ProgrammeKind | None) -> None:
    assert kind_of(text) is kind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("S1; S2", ["S1", "S2"]),
        ("Dinas A, B dan C; Dinas D", ["Dinas A, B dan C", "Dinas D"]),
        ("S1, S2", ["S1", "S2"]),
        ("S1\nS2;", ["S1", "S2"]),
    ],
)
def test_it_parts_what_a_cell_lists(text: str, found: list[str]) -> None:
    assert parts(text) == found


def test_it_takes_the_dimension_from_the_subdimension() -> None:
    assert only(Dimensi="", Subdimensi="Prasarana kesehatan").values["dimension_id"] == 5


def test_it_links_what_the_cells_name() -> None:
    row = only(
        **{
            "Sasaran": "S1.1.1",
            "Indikator kinerja": "Indeks kepuasan masyarakat",
            "Kebutuhan yang dijawab": "k-2026-00001",
            "Perangkat daerah pendukung": "Dinas Lingkungan Hidup",
            "Keluaran": "Aplikasi antrean",
        }
    )
    assert json.loads(str(row.values["ties"])) == {
        "supporting": [DLH],
        "goals": [71],
        "indicators": [81],
        "needs": [91],
    }
    assert json.loads(str(row.values["outputs"])) == ["Aplikasi antrean"]


LINE = {"office_id": 1, "nomenclature_id": None, "document": ""}


def test_it_reads_money_by_year_and_fund_from_columns() -> None:
    row = only(**{"Tahun 2027 / PAD": "1.250.000", "Tahun 2028 / DAU": "2 juta", "Tahun 2028 / PAD": "-"})
    assert lines(row)["add"] == [
        {"year": 2027, "fund_id": 1, "amount": 1_250_000, **LINE},
        {"year": 2028, "fund_id": 2, "amount": 2_000_000, **LINE},
    ]


def test_it_reads_money_by_year_with_one_fund() -> None:
    row = only(**{"2027": "5.000.000", "Sumber dana": "Dana Alokasi Umum"})
    assert [(line["year"], line["fund_id"]) for line in lines(row)["add"]] == [(2027, 2)]


def test_it_takes_the_fund_chosen_for_the_whole_file() -> None:
    row = only(about=facts(default_fund_id=PAD), **{"Pagu 2027": "5.000.000"})
    assert lines(row)["add"][0]["fund_id"] == PAD


def test_it_joins_rows_that_repeat_the_programme() -> None:
    first = {**ROW, "Tahun anggaran": "2027", "Sumber dana": "PAD", "Pagu": "5.000.000"}
    second = {**ROW, "Tahun anggaran": "2028", "Sumber dana": "DAU", "Pagu": "7.000.000"}
    found = plan(first, second, {**OTHER, "Pagu": "1", "Tahun anggaran": "2027", "Sumber dana": "PAD"})
    assert [row.label for row in found.rows] == ["Antrean daring", "Bank sampah"]
    assert [line["amount"] for line in lines(found.rows[0])["add"]] == [5_000_000, 7_000_000]
    assert any("beberapa baris" in str(note) for note in found.notes)


def test_it_goes_on_with_the_programme_above_a_row_without_name() -> None:
    code = "1.02.02.2.02.0001 Pengelolaan Pelayanan Kesehatan"
    first = {**ROW, "Tahun anggaran": "2027", "Sumber dana": "PAD", "Pagu": "5.000.000", "Subkegiatan": code}
    further = {"Tahun anggaran": "2028", "Sumber dana": "PAD", "Pagu": "6.000.000", "Subkegiatan": code}
    (row,) = plan(first, further).rows
    assert [(line["year"], line["nomenclature_id"]) for line in lines(row)["add"]] == [(2027, 31), (2028, 31)]


def test_it_finds_a_subkegiatan_by_its_name() -> None:
    row = only(**{"Tahun 2027 / PAD": "5", "Subkegiatan": "Pengelolaan pelayanan kesehatan"})
    assert lines(row)["add"][0]["nomenclature_id"] == 31


def test_it_has_a_problem_with_money_of_nobody() -> None:
    row = plan({**ROW, "Program": "", "Perangkat daerah": "", "Tahun 2027 / PAD": "5"}, OTHER).rows[0]
    assert "Nama program belum diisi" in str(row.problems[0].message)


def test_it_names_the_cell_in_which_two_rows_of_a_programme_differ() -> None:
    row = plan({**ROW, "Jenis": "Layanan"}, {**ROW, "Jenis": "Aplikasi"}).rows[0]
    assert row.outcome is Outcome.PROBLEM
    assert [(problem.cell, str(problem.message)) for problem in row.problems] == [
        ("D3", "Berbeda dengan baris 2 untuk program yang sama.")
    ]


def test_it_counts_a_row_that_stands_twice_once() -> None:
    twin = {**ROW, "Tahun 2027 / PAD": "5.000.000"}
    row = plan(twin, twin).rows[0]
    assert (row.outcome, len(lines(row)["add"])) == (Outcome.NEW, 1)


def test_it_lets_a_further_row_fill_what_the_first_left_empty() -> None:
    row = plan({**ROW, "Uraian": ""}, {**ROW, "Uraian": "Tanpa antre"}, OTHER).rows[0]
    assert row.values["description"] == "Tanpa antre"


KNOWN_LINE = (7, 2027, PAD, 1, 31, 5_000_000, "RKPD")


def test_it_leaves_a_known_programme_that_says_nothing_new() -> None:
    about = facts(known=(known(lines=[KNOWN_LINE]),))
    assert only(about=about, **{"Tahun 2027 / PAD": "5.000.000"}).outcome is Outcome.UNCHANGED


def test_it_shows_what_changes_cell_by_cell() -> None:
    about = facts(known=(known(lines=[KNOWN_LINE]),))
    row = only(about=about, Uraian="Baru", **{"Tahun 2027 / PAD": "6.000.000", "Tahun 2028 / PAD": "1.000"})
    assert row.target is not None
    assert (row.outcome, row.target.ref, row.target.version) == (Outcome.CHANGED, "P-2026-00001", 3)
    assert lines(row)["update"] == {"7": {"amount": 6_000_000}}
    assert [(str(change.label), change.before, change.after) for change in row.target.changes] == [
        ("Uraian", "", "Baru"),
        ("Pendanaan 2027 PAD", "Rp 5.000.000", "Rp 6.000.000"),
        ("Pendanaan 2028 PAD", "", "Rp 1.000"),
    ]


def test_it_keeps_lines_links_and_outputs_that_the_sheet_does_not_name() -> None:
    about = facts(
        known=(known(lines=[KNOWN_LINE], ties={"goals": frozenset({71})}, outputs=frozenset({"A"})),)
    )
    row = only(about=about, Sasaran="S1.1.1", Keluaran="A")
    assert row.outcome is Outcome.UNCHANGED


def test_it_adds_links_and_outputs_to_a_known_programme() -> None:
    row = only(about=facts(known=(known(),)), Sasaran="S1.1.1", Keluaran="A")
    assert row.target is not None
    assert [(change.field, change.after) for change in row.target.changes] == [
        ("goals", "S1.1.1"),
        ("outputs", "A"),
    ]


def test_it_names_a_new_document_of_a_line() -> None:
    about = facts(known=(known(lines=[KNOWN_LINE]),))
    row = only(about=about, **{"Tahun 2027 / PAD": "5.000.000", "Dokumen sumber": "DPA 2027"})
    assert lines(row)["update"] == {"7": {"document": "DPA 2027"}}


TWO_LINES = [(7, 2027, PAD, 1, 31, 5_000_000, ""), (8, 2027, PAD, 2, None, 2_000_000, "")]


def test_it_compares_a_cell_with_the_sum_of_several_lines() -> None:
    about = facts(known=(known(lines=TWO_LINES),))
    assert only(about=about, **{"Tahun 2027 / PAD": "7.000.000"}).outcome is Outcome.UNCHANGED


def test_it_asks_which_of_several_lines_changed() -> None:
    about = facts(known=(known(lines=TWO_LINES),))
    row = only(about=about, **{"Tahun 2027 / PAD": "8.000.000"})
    assert row.outcome is Outcome.PROBLEM
    assert [(problem.cell, "2 baris pendanaan" in str(problem.message)) for problem in row.problems] == [
        ("D2", True)
    ]


def test_it_knows_a_programme_by_our_number_and_empties_what_was_emptied() -> None:
    about = facts(known=(known("Nama lama", description="Lama", quick_win=True, value=70),))
    row = only(
        about=about,
        Nomor="P-2026-00001",
        Uraian="",
        **{"Quick win": "", "Bobot manfaat (1–100)": "", "Perangkat daerah": ""},
    )
    assert dict(row.values) == {"name": "Antrean daring", "description": "", "quick_win": False}


def test_it_refuses_a_number_that_nobody_has() -> None:
    row = only(Nomor="P-2026-00009")
    assert "Tidak ada program bernomor P-2026-00009" in str(row.problems[0].message)


def test_it_knows_a_programme_by_the_number_of_its_source() -> None:
    about = facts(source="Renja", known=(known("Lama", source="Renja", source_key="12"),))
    row = only(about=about, **{"Nomor di sumber": "12"})
    assert (row.outcome, row.values["name"]) == (Outcome.CHANGED, "Antrean daring")


def test_it_refuses_a_programme_twice_under_number_and_name() -> None:
    about = facts(known=(known(),))
    found = plan({**ROW, "Nomor": "P-2026-00001"}, {**ROW, "Nomor": ""}, about=about)
    assert "adalah program yang sama" in str(found.rows[1].problems[0].message)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"may_write": frozenset({DLH})}, "bukan perangkat daerah Anda"),
        ({"known": (known(status=ProgrammeStatus.STOPPED),)}, "dihentikan"),
        ({"known": (known(status=ProgrammeStatus.APPROVED),)}, "sudah disetujui"),
    ],
    ids=["another office", "stopped", "approved"],
)
def test_it_refuses(given: dict[str, Any], words: str) -> None:
    row = only(about=facts(**given), Uraian="Baru")
    assert words in str(row.problems[0].message)


def test_it_refuses_a_number_of_another_office() -> None:
    about = facts(may_write=frozenset({DLH}), own_office_id=DLH, known=(known(),))
    row = only(about=about, Nomor="P-2026-00001", **{"Perangkat daerah": ""})
    assert "milik perangkat daerah lain" in str(row.problems[0].message)


@pytest.mark.parametrize(("may_mend", "outcome"), [(True, Outcome.CHANGED), (False, Outcome.PROBLEM)])
def test_it_mends_an_approved_programme_only_for_those_who_may(may_mend: bool, outcome: Outcome) -> None:
    about = facts(may_mend=may_mend, known=(known(status=ProgrammeStatus.APPROVED),))
    assert only(about=about, Uraian="Baru").outcome is outcome


def test_it_asks_for_an_owner_where_the_office_has_no_head() -> None:
    row = only(about=facts(heads={DLH: 12}))
    assert "belum mempunyai jabatan kepala" in str(row.problems[0].message)


def test_it_takes_the_office_chosen_for_the_whole_file() -> None:
    row = only(about=facts(own_office_id=DLH), **{"Perangkat daerah": ""})
    assert row.values["office_id"] == DLH


LIKE = facts(known=(known("Antrean daring puskesmas"), known("Antrean daring rumah sakit", 2)))


def test_it_offers_what_a_row_may_be_a_new_wording_of() -> None:
    row = only(about=LIKE, Program="Antrean daring puskesmas dan pustu")
    assert row.outcome is Outcome.ALIKE
    assert row.candidates[0].ref == "P-2026-00001"


@pytest.mark.parametrize(
    ("chosen", "outcome", "ref"),
    [
        (Chosen(RowChoice.NEW), Outcome.NEW, None),
        (Chosen(RowChoice.SAME, "P-2026-00001"), Outcome.CHANGED, "P-2026-00001"),
        (Chosen(RowChoice.SAME), Outcome.CHANGED, "P-2026-00001"),
        (Chosen(RowChoice.SKIP), Outcome.SKIPPED, None),
    ],
    ids=["another one", "that one", "the likest", "leave it out"],
)
def test_it_does_as_the_person_decides(chosen: Chosen, outcome: Outcome, ref: str | None) -> None:
    row = only(
        about=LIKE, options=ImportOptions(rows={2: chosen}), Program="Antrean daring puskesmas dan pustu"
    )
    assert (row.outcome, row.target.ref if row.target else None) == (outcome, ref)


def test_it_skips_problems_on_demand() -> None:
    assert only(options=ImportOptions(skip_problems=True), Dimensi="").outcome is Outcome.SKIPPED


def test_it_takes_defaults_for_the_whole_file() -> None:
    row = only(options=ImportOptions(defaults={"kind": "data", "status": "submitted"}))
    assert (row.values["kind_of"], row.values["status"]) == ("data", "submitted")


def test_it_proposes_each_money_column_for_its_own_year_and_fund() -> None:
    found = table(
        {"Program": "A", "Tahun 2027 / PAD": "1", "2028 / DAU": "2", "Tahun 2028": "3", "2031 / PAD": "4"},
        {"Program": "B", "Tahun 2027 / PAD": "1", "2028 / DAU": "2", "Tahun 2028": "3", "2031 / PAD": "4"},
    )
    fields = [hit.field for hit in guesses(found, fields_for(YEARS, FUNDS))]
    assert fields == ["name", "money_2027_PAD", "money_2028_DAU", "money_2028"]


@pytest.mark.parametrize(
    ("field", "expected"), [("money_2027", (2027, "")), ("money_2027_BKK_PROV", (2027, "BKK_PROV"))]
)
def test_it_knows_year_and_fund_of_a_field(field: str, expected: tuple[int, str]) -> None:
    assert year_and_fund(field) == expected


def test_it_links_several_from_one_cell() -> None:
    about = facts(goals=(Named(71, ("S1.1.1",)), Named(72, ("S1.1.2",))))
    row = only(about=about, Sasaran="S1.1.1; S1.1.2")
    assert json.loads(str(row.values["ties"])) == {"goals": [71, 72]}


def test_it_takes_the_owner_that_the_sheet_names() -> None:
    row = only(**{"Jabatan penanggung jawab": "Kepala Dinas Lingkungan Hidup"})
    assert row.values["owner_id"] == 12


def test_it_shows_a_flag_in_words() -> None:
    row = only(about=facts(known=(known(),)), Wajib="ya")
    assert row.target is not None
    assert [(change.before, change.after) for change in row.target.changes] == [("tidak", "ya")]


def test_it_sets_only_the_kinds_of_ties_that_are_given() -> None:
    assert Ties(goals=frozenset({1}), needs=None).given() == {"goals": frozenset({1})}


def test_it_names_an_unknown_subkegiatan_once_a_row() -> None:
    row = only(**{"Tahun 2027 / PAD": "5", "Tahun 2028 / PAD": "6", "Subkegiatan": "entah"})
    assert [str(problem.message) for problem in row.problems] == ["Subkegiatan “entah” tidak dikenal."]


def test_it_shows_names_and_words_for_ids_and_codes() -> None:
    row = only(
        about=facts(known=(known(),)),
        Subdimensi="Prasarana kesehatan",
        Jenis="Data",
        **{"Mulai paling awal": "2027"},
    )
    assert row.target is not None
    assert {(change.field, change.before, change.after) for change in row.target.changes} == {
        ("subdimension_id", "", "Prasarana kesehatan"),
        ("kind_of", "Layanan", "Data"),
        ("earliest", "", "2027"),
    }


def test_it_meets_each_of_two_equal_lines_once() -> None:
    twins = [(7, 2027, PAD, 1, None, 5_000_000, ""), (8, 2027, PAD, 1, None, 5_000_000, "")]
    money = {"Tahun anggaran": "2027", "Sumber dana": "PAD", "Dokumen sumber": "A"}
    rows = [{**ROW, **money, "Pagu": "5.000.000"}, {**ROW, **money, "Pagu": "6.000.000"}]
    row = plan(*rows, about=facts(known=(known(lines=twins),))).rows[0]
    assert lines(row)["update"] == {
        "7": {"document": "A"},
        "8": {"amount": 6_000_000, "document": "A"},
    }
