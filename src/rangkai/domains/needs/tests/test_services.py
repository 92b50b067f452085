"""A need improves a service: on its form and page, in its list, on the page of the service, out and in again."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from rangkai.domains.accounts.models import User
from rangkai.domains.architecture.actions import delete_services
from rangkai.domains.architecture.tests.factories import service
from rangkai.domains.needs.actions import NewNeed, create_need, edit_need
from rangkai.domains.needs.models import Need
from rangkai.domains.needs.queries.sheets import needs_workbook
from rangkai.domains.needs.tests.factories import TODAY, need
from rangkai.domains.needs.tests.sheets import HEADINGS, ROW, csv_bytes
from rangkai.domains.organisations.models import Organisation
from rangkai.domains.organisations.tests.factories import Actors, actors, area
from rangkai.domains.work.actions.imports.direct import Direct, import_directly
from rangkai.domains.work.actions.imports.upload import Upload
from rangkai.domains.work.rules.options import ImportOptions
from rangkai.domains.work.rules.terms import Outcome
from rangkai.kit.policies import Actor
from rangkai.lib.errors import Invalid

pytestmark = pytest.mark.django_db
LIST = "/35.16/kebutuhan/"


@pytest.fixture
def cast() -> Actors:
    people = actors()
    puri = area(people.place, "35.16.10", "Puri")
    area(people.place, "35.16.10.2001", "Kebonagung", puri)
    return people


def page(actor: Actor, address: str) -> str:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    response: Any = client.get(address)
    assert response.status_code == 200
    return str(response.content.decode())


def test_it_records_the_service_the_people_and_the_authority(cast: Actors) -> None:
    found = service(cast.dinkes)
    wish = NewNeed(
        "Antrean daring", cast.dinkes.pk, service_id=found.pk, for_whom="Pasien", authority="regency"
    )
    made = create_need(cast.ani, need=wish, today=TODAY)
    text = page(cast.ani, f"{LIST}{made.ref}/")
    assert f'href="/35.16/layanan/{found.ref}/"' in text
    assert "Pasien" in text
    assert "kabupaten/kota" in text


def test_it_refuses_a_service_of_another_region(cast: Actors) -> None:
    theirs = service(Organisation.objects.get(region=cast.elsewhere, code="dinkes"))
    with pytest.raises(Invalid, match="tidak ada lagi di daerah ini"):
        create_need(cast.ani, need=NewNeed("Antrean", cast.dinkes.pk, service_id=theirs.pk), today=TODAY)
    with pytest.raises(Invalid, match="tidak ada lagi di daerah ini"):
        edit_need(cast.ani, need=need(cast.dinkes), version=1, values={"service_id": theirs.pk})


def test_it_lets_a_need_leave_its_service(cast: Actors) -> None:
    found = need(cast.dinkes, service=service(cast.dinkes))
    assert edit_need(cast.ani, need=found, version=1, values={"service_id": None}).service_id is None


def test_it_says_that_a_service_was_deleted(cast: Actors) -> None:
    found = service(cast.dinkes)
    improving = need(cast.dinkes, service=found)
    delete_services(cast.ani, refs=[found.ref])
    assert "Pendaftaran pasien (dihapus)" in page(cast.ani, f"{LIST}{improving.ref}/")


def test_it_shows_on_a_service_the_needs_that_improve_it(cast: Actors) -> None:
    found = service(cast.dinkes)
    need(cast.dinkes, "Antrean daring", service=found)
    need(cast.dinkes, "Kursi tunggu")
    text = page(cast.ani, f"/35.16/layanan/{found.ref}/")
    assert ("Antrean daring" in text, "Kursi tunggu" in text) == (True, False)
    assert f"{LIST}baru/?layanan={found.pk}" in text


def test_it_shows_on_a_service_no_need_of_another_office(cast: Actors) -> None:
    found = service(cast.dinkes)
    need(cast.dinkes, "Antrean daring", service=found)
    text = page(cast.eko, f"/35.16/layanan/{found.ref}/")
    assert "Antrean daring" not in text
    assert "Belum ada kebutuhan yang terlihat oleh Anda." in text


def test_it_counts_the_needs_that_do_not_fit_the_panel(cast: Actors) -> None:
    found = service(cast.dinkes)
    for number in range(12):
        need(cast.dinkes, f"Antrean {number}", service=found)
    assert "2 lainnya" in page(cast.ani, f"/35.16/layanan/{found.ref}/")


def test_it_opens_the_form_with_the_service_chosen(cast: Actors) -> None:
    found = service(cast.dinkes)
    assert f'<option value="{found.pk}" selected>' in page(cast.ani, f"{LIST}baru/?layanan={found.pk}")


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("?layanan=%s", {"Antrean daring"}),
        ("?layanan=-", {"Kursi tunggu"}),
        ("?kewenangan=village", {"Antrean daring"}),
        ("?kewenangan=-", {"Kursi tunggu"}),
        ("?kewenangan=nation", set()),
    ],
)
def test_it_narrows_the_list(cast: Actors, query: str, shown: set[str]) -> None:
    found = service(cast.dinkes)
    need(cast.dinkes, "Antrean daring", service=found, authority="village")
    need(cast.dinkes, "Kursi tunggu")
    text = page(cast.ani, LIST + query.replace("%s", str(found.pk)))
    assert {name for name in ("Antrean daring", "Kursi tunggu") if f">{name}<" in text} == shown


def test_it_lists_them_as_columns(cast: Actors) -> None:
    need(cast.dinkes, service=service(cast.dinkes), authority="village", for_whom="Pasien lansia")
    text = page(cast.ani, f"{LIST}?kolom=layanan&kolom=siapa&kolom=kewenangan")
    assert all(word in text for word in ("Pendaftaran pasien", "Pasien lansia", ">desa<"))


def test_it_comes_in_from_a_sheet_and_goes_out_unchanged(cast: Actors) -> None:
    found = service(cast.dinkes)
    heads = (*HEADINGS, "Layanan", "Siapa yang menerima manfaat", "Kewenangan")
    content = csv_bytes([heads, (*ROW, "pendaftaran pasien", "Pasien", "desa")])
    wanted = Direct("needs", Upload("usulan.csv", content), ImportOptions())
    import_directly(cast.citra, wanted=wanted, today=TODAY)
    made = Need.objects.get()
    assert (made.service_id, made.for_whom, made.authority) == (found.pk, "Pasien", "village")
    book = needs_workbook(cast.citra, rows=Need.objects.live().order_by("id"))
    again = import_directly(cast.citra, wanted=replace(wanted, upload=Upload("k.xlsx", book)), today=TODAY)
    assert again.plan.counts[Outcome.UNCHANGED] == 1


def test_it_changes_the_service_from_a_sheet(cast: Actors) -> None:
    found, other = service(cast.dinkes), service(cast.dinkes, "Imunisasi")
    need(cast.dinkes, service=found)
    book = csv_bytes([("Nomor", "Kebutuhan", "Layanan"), ("K-2026-00001", "Pembangunan MCK", "Imunisasi")])
    import_directly(cast.citra, wanted=Direct("needs", Upload("u.csv", book), ImportOptions()), today=TODAY)
    assert Need.objects.get().service_id == other.pk
