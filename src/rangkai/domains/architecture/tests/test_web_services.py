"""The pages of services: list, record, form, bin, sheets, readiness."""

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from rangkai.domains.accounts.models import User
from rangkai.domains.architecture.actions import delete_services, edit_service
from rangkai.domains.architecture.models import Service
from rangkai.domains.architecture.tests.factories import service
from rangkai.domains.organisations.tests.factories import Actors, actors
from rangkai.kit.policies import Actor

pytestmark = pytest.mark.django_db
LIST = "/35.16/layanan/"
READINESS = f"{LIST}kesiapan/"


@pytest.fixture
def cast() -> Actors:
    return actors()


def client_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def text(response: Any) -> str:
    assert response.status_code == 200, response.content.decode()[:2000]
    return str(response.content.decode())


@pytest.fixture
def several(cast: Actors) -> list[Service]:
    return [
        service(cast.dinkes, digitalisation="manual", lacks_network=True, users=12_500),
        service(cast.dinkes, "Imunisasi", digitalisation="integrated", users=900),
        service(
            cast.dlh, "Bank sampah", lacks_devices=True, lacks_people=True, hindrance_note="Satu timbangan"
        ),
    ]


@pytest.mark.usefixtures("several")
@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"Pendaftaran pasien", "Imunisasi", "Bank sampah"}),
        ("?digitalisasi=manual", {"Pendaftaran pasien"}),
        ("?digitalisasi=-", {"Bank sampah"}),
        ("?digitalisasi=-&digitalisasi=integrated", {"Imunisasi", "Bank sampah"}),
        ("?hambatan=network", {"Pendaftaran pasien"}),
        ("?hambatan=network&hambatan=people", {"Pendaftaran pasien", "Bank sampah"}),
        ("?hambatan=none", {"Imunisasi"}),
        ("?hambatan=devices&digitalisasi=manual", set()),
    ],
)
def test_it_narrows_the_list(cast: Actors, query: str, shown: set[str]) -> None:
    page = text(client_of(cast.lina).get(LIST + query))
    assert {
        name for name in ("Pendaftaran pasien", "Imunisasi", "Bank sampah") if f">{name}<" in page
    } == shown


@pytest.mark.usefixtures("several")
def test_it_lists_services_in_a_counted_number_of_queries(
    cast: Actors, django_assert_max_num_queries: Any
) -> None:
    client = client_of(cast.citra)
    client.get(LIST)
    with django_assert_max_num_queries(12):
        client.get(LIST)


def test_it_shows_nothing_to_another_region(cast: Actors) -> None:
    found = service(cast.dinkes)
    for address in (LIST, f"{LIST}{found.ref}/", READINESS):
        assert client_of(cast.fajar).get(address).status_code == 404


def test_it_shows_a_service_with_what_hinders_it(cast: Actors, several: list[Service]) -> None:
    page = text(client_of(cast.eko).get(f"{LIST}{several[2].ref}/"))
    assert "perangkat, SDM" in page
    assert "Satu timbangan" in page
    assert "belum dinilai" in page


@pytest.mark.parametrize(("who", "may"), [("ani", True), ("eko", False), ("citra", True), ("lina", False)])
def test_it_offers_the_form_to_those_who_keep_the_service(cast: Actors, who: str, may: bool) -> None:
    found = service(cast.dinkes)
    page = text(client_of(getattr(cast, who)).get(f"{LIST}{found.ref}/"))
    assert (f"{LIST}{found.ref}/ubah/" in page) is may


def test_it_links_a_channel_that_is_an_address(cast: Actors) -> None:
    found = service(cast.dinkes, channel="https://antre.contoh.example/")
    assert 'href="https://antre.contoh.example/"' in text(client_of(cast.ani).get(f"{LIST}{found.ref}/"))


def test_it_enters_a_service_through_the_form(cast: Actors) -> None:
    body = {"name": "Imunisasi", "office": cast.dinkes.pk, "users": "900", "lacks_people": "on"}
    response = client_of(cast.ani).post(f"{LIST}baru/", body)
    found = Service.objects.get()
    assert response["Location"] == f"{LIST}{found.ref}/"
    assert (found.users, found.lacks_people, found.lacks_network) == (900, True, False)


def test_it_puts_a_refusal_beside_its_field(cast: Actors) -> None:
    service(cast.dinkes)
    body = {"name": "Pendaftaran Pasien", "office": cast.dinkes.pk}
    response = client_of(cast.ani).post(f"{LIST}baru/", body)
    assert response.status_code == 422
    assert "sudah tercatat sebagai L-2026-00001" in response.content.decode()


def test_it_changes_a_service_through_the_form(cast: Actors) -> None:
    found = service(cast.dinkes)
    body = {"name": found.name, "office": cast.dinkes.pk, "digitalisation": "manual", "version": 1}
    client_of(cast.ani).post(f"{LIST}{found.ref}/ubah/", body)
    found.refresh_from_db()
    assert (found.digitalisation, found.version) == ("manual", 2)


def test_it_merges_what_two_people_changed(cast: Actors) -> None:
    found = service(cast.dinkes)
    edit_service(cast.citra, service=found, version=1, values={"users": 7})
    body = {"name": "Pendaftaran lansia", "office": cast.dinkes.pk, "version": 1}
    client_of(cast.ani).post(f"{LIST}{found.ref}/ubah/", body)
    found.refresh_from_db()
    assert (found.name, found.users) == ("Pendaftaran lansia", 7)


def test_it_deletes_into_the_bin_and_restores(cast: Actors) -> None:
    found = service(cast.dinkes)
    client = client_of(cast.ani)
    client.post(f"{LIST}{found.ref}/hapus/")
    assert found.name in text(client.get(f"{LIST}sampah/"))
    client.post(f"{LIST}{found.ref}/kembalikan/")
    assert Service.objects.live().count() == 1


def test_it_deletes_the_ticked_and_goes_back_to_the_same_list(cast: Actors, several: list[Service]) -> None:
    response = client_of(cast.citra).post(
        f"{LIST}banyak/hapus/?hambatan=network", {"id": [several[0].pk, several[2].pk]}
    )
    assert response["Location"] == f"{LIST}?hambatan=network"
    assert list(Service.objects.live()) == [several[1]]


@pytest.mark.usefixtures("several")
def test_it_gives_a_workbook_of_what_the_filters_show(cast: Actors) -> None:
    response = client_of(cast.citra).post(f"{LIST}unduh/?digitalisasi=manual", {"all": "1"})
    rows = CalamineWorkbook.from_filelike(BytesIO(response.content)).get_sheet_by_index(0).to_python()
    assert rows[1][:3] == ["L-2026-00001", "Pendaftaran pasien", "Dinas Kesehatan"]


def test_it_gives_a_template_and_leads_to_the_import(cast: Actors) -> None:
    client = client_of(cast.ani)
    assert client.get(f"{LIST}templat/")["Content-Disposition"].endswith('templat-layanan-35.16.xlsx"')
    assert client.get(f"{LIST}impor/")["Location"] == "/35.16/pekerjaan/impor/services/"


def test_it_says_what_belongs_in_empty_pages(cast: Actors) -> None:
    client = client_of(cast.ani)
    assert "Belum ada layanan" in text(client.get(LIST))
    assert "Belum ada layanan" in text(client.get(READINESS))
    assert "Sampah kosong" in text(client.get(f"{LIST}sampah/"))


@pytest.mark.usefixtures("several")
def test_it_leads_every_number_of_the_readiness_to_its_services(cast: Actors) -> None:
    page = text(client_of(cast.lina).get(READINESS))
    assert f'href="{LIST}?digitalisasi=manual&amp;hambatan=network"' in page
    assert f'href="{LIST}?pd={cast.dlh.pk}&amp;hambatan=people"' in page
    assert "Jaringan paling banyak ditunggu: 1 layanan, 12.500 pengguna setahun" in page
    assert "1 layanan menunggu perangkat" in page


@pytest.mark.usefixtures("several")
def test_it_narrows_the_readiness_to_an_office(cast: Actors) -> None:
    page = text(client_of(cast.lina).get(f"{READINESS}?pd={cast.dinkes.pk}"))
    assert f'href="{LIST}?pd={cast.dinkes.pk}&amp;digitalisasi=manual&amp;hambatan=network"' in page
    assert "Bank sampah" not in page


@pytest.mark.usefixtures("several")
@pytest.mark.parametrize("value", ["", "99999999", "x"])
def test_it_shows_the_region_where_the_office_is_none(cast: Actors, value: str) -> None:
    assert "Bank sampah" in text(client_of(cast.lina).get(f"{READINESS}?pd={value}"))


@pytest.mark.usefixtures("several")
def test_it_sums_up_in_a_counted_number_of_queries(cast: Actors, django_assert_max_num_queries: Any) -> None:
    client = client_of(cast.lina)
    client.get(READINESS)
    with django_assert_max_num_queries(12):
        client.get(READINESS)


def test_it_finds_a_service_by_words(cast: Actors) -> None:
    client_of(cast.ani).post(f"{LIST}baru/", {"name": "Imunisasi balita", "office": cast.dinkes.pk})
    client_of(cast.ani).post(f"{LIST}baru/", {"name": "Rawat jalan", "office": cast.dinkes.pk})
    page = text(client_of(cast.ani).get(f"{LIST}?q=balita"))
    assert ("Imunisasi balita" in page, "Rawat jalan" in page) == (True, False)


def test_it_leaves_a_deleted_service_out_of_the_readiness(cast: Actors, several: list[Service]) -> None:
    delete_services(cast.citra, refs=[several[2].ref])
    assert "Bank sampah" not in text(client_of(cast.lina).get(READINESS))
