"""Sheets of services: what each row would do, and why."""

import pytest

from rangkai.domains.architecture.rules.importing import KnownService
from rangkai.domains.architecture.tests.sheets import HEADINGS, known, plan, row
from rangkai.domains.work.rules.options import Chosen, ImportOptions
from rangkai.domains.work.rules.terms import Outcome, RowChoice

WITH_REF = ("Nomor", *HEADINGS)


def said(found):
    """What is wrong, in words."""
    return [problem.message.text % problem.message.params for problem in found.problems]


def test_it_enters_a_service_with_its_degree_and_hindrances():
    found = plan([row()]).rows[0]
    assert found.outcome is Outcome.NEW
    assert found.values == {
        "name": "Pendaftaran pasien",
        "office_id": 1,
        "users": 12_500,
        "digitalisation": "manual",
        "lacks_network": True,
        "lacks_devices": False,
        "lacks_people": True,
        "hindrance_note": "Satu loket",
    }


def test_it_knows_a_service_by_its_name_within_its_office():
    found = plan([row(name="PENDAFTARAN  PASIEN", users="9")], known=[known()]).rows[0]
    assert (found.outcome, found.target.ref) == (Outcome.CHANGED, "L-2026-00001")


def test_it_finds_nothing_to_change_in_the_same_sheet():
    assert plan([row()], known=[known()]).rows[0].outcome is Outcome.UNCHANGED


def test_it_keeps_the_service_of_another_office_apart():
    assert plan([row(office="DLH")], known=[known()]).rows[0].outcome is Outcome.NEW


def test_it_shows_a_change_in_words():
    change = plan([row(degree="terintegrasi")], known=[known()]).rows[0].target.changes[0]
    assert (change.field, change.before, change.after) == ("digitalisation", "manual", "terintegrasi")


def test_it_shows_a_hindrance_as_yes_or_no():
    changes = plan([row(hindrances="jaringan")], known=[known()]).rows[0].target.changes
    assert [(c.field, c.before, c.after) for c in changes] == [("lacks_people", "ya", "tidak")]


def test_it_shows_another_office_by_name():
    found = plan([("L-2026-00001", *row(office="DLH"))], headings=WITH_REF, known=[known()])
    changes = found.rows[0].target.changes
    assert [(c.before, c.after) for c in changes] == [("Dinas Kesehatan", "Dinas Lingkungan Hidup")]


@pytest.mark.parametrize(
    ("word", "code"),
    [("luring", "manual"), ("Informasi", "informed"), ("TRANSAKSI", "transacted"), ("terpadu", "integrated")],
)
def test_it_reads_the_degree_by_the_names_it_goes_by(word, code):
    assert plan([row(degree=word)]).rows[0].values["digitalisation"] == code


def test_it_leaves_an_empty_cell_alone():
    found = plan([row(users="", hindrances="", note="")], known=[known()])
    assert found.rows[0].outcome is Outcome.UNCHANGED


def test_it_empties_what_a_sheet_of_our_own_empties():
    cells = row(users="", degree="", hindrances="", note="")
    found = plan([("L-2026-00001", *cells)], headings=WITH_REF, known=[known()]).rows[0]
    assert found.values == {
        "users": None,
        "digitalisation": "",
        "lacks_network": False,
        "lacks_people": False,
        "hindrance_note": "",
    }


def test_it_keeps_the_rest_of_a_hindrance_as_the_note():
    values = plan([row(hindrances="Internet lambat dan listrik padam", note="")]).rows[0].values
    assert (values["lacks_network"], values["hindrance_note"]) == (True, "Internet lambat dan listrik padam")


def test_it_makes_no_note_of_bare_hindrances():
    assert "hindrance_note" not in plan([row(hindrances="kurang SDM dan alat", note="")]).rows[0].values


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (row(degree="canggih"), "Tingkat digitalisasi “canggih” tidak dikenal."),
        (row(hindrances="cuaca"), "Hambatan “cuaca” tidak dikenal; pakai jaringan, perangkat, atau SDM."),
        (row(office="Dinas Ajaib"), "Perangkat daerah “Dinas Ajaib” tidak dikenal."),
        (row(office=""), "Perangkat daerah kosong. Isilah dengan penyelenggara layanan ini."),
        (row(name=""), "Nama layanan kosong. Isilah, atau hapus barisnya."),
        (row(users="-5"), "Pengguna setahun tidak boleh kurang dari nol."),
    ],
    ids=["degree", "hindrance", "office", "no office", "no name", "users"],
)
def test_it_says_what_is_wrong_with_a_cell(cells, words):
    found = plan([cells]).rows[0]
    assert (found.outcome, said(found)) == (Outcome.PROBLEM, [words])


def test_it_skips_faulty_rows_when_asked():
    found = plan([row(degree="canggih")], options=ImportOptions(skip_problems=True))
    assert found.rows[0].outcome is Outcome.SKIPPED


def test_it_skips_a_row_that_the_person_leaves_out():
    options = ImportOptions(rows={2: Chosen(RowChoice.SKIP)})
    assert plan([row()], options=options).rows[0].outcome is Outcome.SKIPPED


def test_it_refuses_a_number_that_is_not_ours():
    found = plan([("L-2026-00009", *row())], headings=WITH_REF).rows[0]
    assert said(found) == ["Tidak ada layanan bernomor L-2026-00009. Kosongkan bila ini layanan baru."]


def test_it_refuses_the_same_service_twice():
    found = plan([row(), row(users="5")])
    assert said(found.rows[1]) == ["Layanan pada baris 3 sama dengan baris 2."]


def test_it_refuses_one_number_on_two_rows():
    rows = [("L-2026-00001", *row()), ("L-2026-00001", *row(name="Pendaftaran lansia"))]
    found = plan(rows, headings=WITH_REF, known=[known()])
    assert said(found.rows[1]) == ["Layanan pada baris 3 sama dengan baris 2."]


def test_it_refuses_another_office_to_an_operator():
    found = plan([row(office="DLH")], may_write=frozenset({1}))
    assert said(found.rows[0]) == ["Dinas Lingkungan Hidup bukan perangkat daerah Anda."]


def test_it_refuses_the_number_of_another_office_to_an_operator():
    theirs = KnownService(7, "L-2026-00007", 1, {**known().values, "office_id": 2})
    found = plan([("L-2026-00007", *row())], headings=WITH_REF, known=[theirs], may_write=frozenset({1}))
    assert said(found.rows[0]) == ["L-2026-00007 milik perangkat daerah lain."]


def test_it_enters_for_ones_own_office_where_the_sheet_names_none():
    assert plan([row(office="")], own_office_id=1).rows[0].values["office_id"] == 1


def test_it_reads_a_sheet_of_names_alone():
    found = plan(
        [("Pendaftaran pasien", "Dinkes")], headings=("Layanan", "Perangkat daerah"), known=[known()]
    )
    assert found.rows[0].outcome is Outcome.UNCHANGED
