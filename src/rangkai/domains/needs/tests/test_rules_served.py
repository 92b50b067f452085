"""Which service a row of a sheet improves, who benefits, and whose authority it is."""

import pytest

from rangkai.domains.needs.tests.sheets import HEADINGS, ROW, known, plan
from rangkai.domains.work.rules.terms import Outcome

SERVED = (*HEADINGS, "Layanan yang diperbaiki", "Siapa yang menerima manfaat", "Kewenangan")
WITH_REF = ("Nomor", *SERVED)


def row(service: str = "", who: str = "", authority: str = "", office: str = "Dinas Kesehatan"):
    cells = [office if heading == "OPD" else cell for heading, cell in zip(HEADINGS, ROW, strict=True)]
    return (*cells, service, who, authority)


def values(*cells: str, **more: str):
    return plan([row(*cells, **more)], headings=SERVED).rows[0].values


@pytest.mark.parametrize(
    "text",
    ["Pendaftaran pasien", "PENDAFTARAN  PASIEN", "L-2026-00001", "L-2026-00001 Pendaftaran pasien"],
)
def test_it_finds_a_service_by_name_or_number(text):
    assert values(text)["service_id"] == 1


@pytest.mark.parametrize(("office", "service"), [("Dinas Kesehatan", 2), ("Dinas Lingkungan Hidup", 3)])
def test_it_takes_a_shared_name_for_the_service_of_the_rows_own_office(office, service):
    assert values("Pengaduan", office=office)["service_id"] == service


def test_it_finds_the_service_of_another_office():
    assert values("Pendaftaran pasien", office="Dinas Lingkungan Hidup")["service_id"] == 1


def test_it_keeps_a_row_whose_service_is_not_registered():
    found = plan([row("Pendaftaran pasein")], headings=SERVED).rows[0]
    assert (found.outcome, "service_id" in found.values) == (Outcome.NEW, False)
    problem = found.problems[0]
    assert (
        str(problem.message)
        == "Layanan “Pendaftaran pasein” belum terdaftar; kebutuhan dicatat tanpa layanan."
    )
    assert (problem.blocks, problem.suggestions[0]) == (False, "Pendaftaran pasien")


@pytest.mark.parametrize(
    ("text", "code"),
    [("Desa", "village"), ("kabupaten", "regency"), ("Pemprov", "province"), ("PUSAT", "nation")],
)
def test_it_reads_whose_authority_it_is(text, code):
    assert values("", "", text)["authority"] == code


def test_it_refuses_an_authority_that_there_is_not():
    found = plan([row("", "", "RT")], headings=SERVED).rows[0]
    assert (found.outcome, str(found.problems[0].message)) == (
        Outcome.PROBLEM,
        "Kewenangan “RT” tidak dikenal.",
    )


def test_it_reads_who_benefits():
    assert values("", "Pasien puskesmas")["for_whom"] == "Pasien puskesmas"


def test_it_shows_the_changes_in_words():
    was = known(service_id=2, authority="village")
    changes = (
        plan([row("Pendaftaran pasien", "", "pusat")], headings=SERVED, known=[was]).rows[0].target.changes
    )
    assert {change.field: (change.before, change.after) for change in changes} == {
        "service_id": ("Pengaduan", "Pendaftaran pasien"),
        "authority": ("desa", "pusat"),
    }


def test_it_empties_what_a_sheet_of_our_own_empties():
    was = known(service_id=2, for_whom="Pasien", authority="village")
    found = plan([("K-2026-00001", *row())], headings=WITH_REF, known=[was]).rows[0]
    assert found.values == {"service_id": None, "for_whom": "", "authority": ""}


def test_it_leaves_empty_cells_alone_in_a_sheet_of_others():
    was = known(service_id=2, for_whom="Pasien", authority="village")
    assert plan([row()], headings=SERVED, known=[was]).rows[0].outcome is Outcome.UNCHANGED
