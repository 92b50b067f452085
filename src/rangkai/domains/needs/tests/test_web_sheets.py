"""The pages of Sebar–kumpul, with needs."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from rangkai.domains.accounts.models import User
from rangkai.domains.needs.tests.returning import (
    TODAY,
    cell,
    dropped,
    edit_here,
    filled,
    named,
    sent,
    without_codes,
    workbook,
)
from rangkai.domains.needs.tests.returning import cast as cast
from rangkai.domains.organisations.tests.factories import Actors
from rangkai.domains.work.actions.sheets.gathering import save_gathering
from rangkai.domains.work.models import Gathering, ImportSession, OfficeSheet, SheetRound
from rangkai.domains.work.setup import asks
from rangkai.engines.typeset.pictures import kind_of
from rangkai.kit.policies import Actor

pytestmark = pytest.mark.django_db


@pytest.fixture
def citra(cast: Actors) -> Client:
    return client_of(cast.citra)


def client_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def address(name: str, **kwargs: int) -> str:
    return reverse(f"work:{name}", kwargs={"region_code": "35.16", **kwargs})


def text(response: Any) -> str:
    assert response.status_code == 200, response.content.decode()[:2000]
    return str(response.content.decode())


def pile_page(pile: Gathering, name: str = "gathering", **more: int) -> str:
    return address(name, gathering_id=pile.pk, **more)


def test_it_says_what_the_page_is_for_while_nothing_was_sent(citra):
    assert "Belum ada lembar yang disebar" in text(citra.get(address("rounds")))


def test_it_makes_the_workbooks_of_all_ticked_offices(cast, citra, django_capture_on_commit_callbacks):
    form = {
        "noun": "needs",
        "title": "Kebutuhan 2027",
        "due": "2126-12-10",
        "offices": [cast.dinkes.pk, cast.dlh.pk],
    }
    with django_capture_on_commit_callbacks(execute=True):
        response = citra.post(address("round-create"), form)
    assert response.status_code == 302
    assert OfficeSheet.objects.filter(state="waiting").count() == 2


def test_it_names_what_is_missing_beside_its_field(citra):
    response = citra.post(address("round-create"), {"noun": "needs", "title": "Kebutuhan"})
    assert response.status_code == 422
    assert "Pilih paling sedikit satu perangkat daerah." in response.content.decode()


def test_it_ticks_every_office_beforehand(citra):
    assert text(citra.get(address("round-create"))).count("checked") >= 4


def test_it_shows_each_office_with_its_state_and_text(cast, citra, django_assert_max_num_queries):
    found = sent(cast, cast.dinkes, cast.dlh, cast.diskominfo)
    with django_assert_max_num_queries(12):
        page = text(citra.get(address("round", round_id=found.pk)))
    assert page.count("belum kembali") >= 3
    assert "Yth. Kepala Dinas Kesehatan" in page


def test_it_lists_rounds_with_what_came_back(cast, citra):
    found = sent(cast, cast.dinkes, cast.dlh)
    save_gathering(cast.citra, gathering=dropped(cast.citra, workbook(found, cast.dinkes)), today=TODAY)
    assert "1 dari 2" in text(citra.get(address("rounds")))


def test_it_packs_all_workbooks_with_an_index(cast, citra):
    found = sent(cast, cast.dinkes, cast.dlh)
    archive = ZipFile(BytesIO(citra.get(address("round-zip", round_id=found.pk)).content))
    assert [name.split("-")[0] for name in archive.namelist()] == ["00", "kebutuhan", "kebutuhan"]


def test_it_gives_each_workbook_alone(cast, citra):
    found = sent(cast)
    response = citra.get(address("sheet", sheet_id=OfficeSheet.objects.get().pk))
    assert response.content == workbook(found, cast.dinkes)


def test_it_draws_the_status_as_a_picture(cast, citra):
    found = sent(cast, cast.dinkes, cast.dlh)
    save_gathering(cast.citra, gathering=dropped(cast.citra, workbook(found, cast.dinkes)), today=TODAY)
    assert kind_of(citra.get(address("round-picture", round_id=found.pk)).content) == "png"


def test_it_takes_a_round_back(cast, citra):
    found = sent(cast)
    citra.post(address("round-drop", round_id=found.pk))
    assert not SheetRound.objects.live().exists()


def test_it_reads_several_files_dropped_in_at_once(cast, citra, django_capture_on_commit_callbacks):
    content = workbook(sent(cast), cast.dinkes)
    files = [SimpleUploadedFile("WA (1).xlsx", content), SimpleUploadedFile("foto.xlsx", b"bukan lembar")]
    with django_capture_on_commit_callbacks(execute=True):
        citra.post(address("gather"), {"workbooks": files})
    pile = Gathering.objects.get()
    assert (pile.state, len(pile.files)) == ("read", 2)


def test_it_asks_for_a_file(citra):
    response = citra.post(address("gather"), {})
    assert response.status_code == 422
    assert "Pilih paling sedikit satu berkas." in response.content.decode()


@pytest.fixture
def clash(cast: Actors) -> Gathering:
    content = filled(workbook(sent(cast), cast.dinkes), cell("C2", "Versi kantor"))
    edit_here(cast.citra, named("Antrean daring"), detail="Versi sekretariat")
    return dropped(cast.citra, content)


def test_it_shows_both_texts_of_a_conflict(clash, citra, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        page = text(citra.get(pile_page(clash)))
    assert "Versi kantor" in page
    assert "Versi sekretariat" in page
    assert "sel C2" in page


def test_it_saves_what_was_answered(clash, citra, django_capture_on_commit_callbacks):
    citra.post(pile_page(clash, "gathering-choose"), {"every": "theirs"})
    with django_capture_on_commit_callbacks(execute=True):
        citra.post(pile_page(clash, "gathering-save"))
    assert named("Antrean daring").detail == "Versi kantor"
    assert "Pertentangan dijawab" in text(citra.get(pile_page(clash)))


def test_it_does_not_save_before_all_is_answered(clash, citra):
    assert citra.post(pile_page(clash, "gathering-save")).status_code == 422
    assert named("Antrean daring").detail == "Versi sekretariat"


def test_it_undoes_a_whole_gathering(clash, citra, django_capture_on_commit_callbacks):
    citra.post(pile_page(clash, "gathering-choose"), {"every": "theirs"})
    with django_capture_on_commit_callbacks(execute=True):
        citra.post(pile_page(clash, "gathering-save"))
    clash.refresh_from_db()
    citra.post(reverse("kit:undo", kwargs={"region_code": "35.16", "batch": clash.summary["batch"]}))
    assert named("Antrean daring").detail == "Versi sekretariat"
    assert OfficeSheet.objects.get().state == "waiting"


@pytest.fixture
def faulty(cast: Actors) -> Gathering:
    """A kecamatan that nobody knows."""
    return dropped(cast.citra, filled(workbook(sent(cast), cast.dinkes), cell("E2", "Purri")))


def test_it_names_the_faulty_cell_and_the_text_that_asks_to_mend_it(faulty, citra):
    page = text(citra.get(pile_page(faulty)))
    assert "<strong>E2</strong>" in page
    assert "Mungkin maksudnya Puri." in page


def test_it_reads_again_with_the_value_that_was_chosen(faulty, citra, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        citra.post(pile_page(faulty, "gathering-choose"), {"value:kecamatan:purri": "Puri"})
    assert "Siap disimpan" in text(citra.get(pile_page(faulty)))


def test_it_reads_again_on_demand(faulty, citra, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        assert citra.post(pile_page(faulty, "gathering-reread")).status_code == 302


def test_it_throws_a_pile_away(faulty, citra):
    citra.post(pile_page(faulty, "gathering-drop"))
    assert citra.get(pile_page(faulty)).status_code == 302


def test_it_leads_to_the_job_while_files_are_read(cast, citra):
    job = sent(cast).job
    pile = Gathering.objects.create(region=cast.place, job=job)
    wanted = reverse("kit:job", kwargs={"region_code": "35.16", "job_id": job.pk})
    assert citra.get(pile_page(pile))["Location"] == wanted


def test_it_hands_a_file_without_a_code_to_the_normal_import(cast, citra):
    pile = dropped(cast.citra, filled(workbook(sent(cast), cast.dinkes), without_codes))
    assert "Impor biasa sebagai Kebutuhan" in text(citra.get(pile_page(pile)))
    citra.post(pile_page(pile, "gathering-import", place=0), {"noun": "needs"})
    assert ImportSession.objects.get().filename == "dari WA 1.xlsx"


def test_it_knows_no_other_file_for_the_normal_import(cast, citra):
    pile = dropped(cast.citra, workbook(sent(cast), cast.dinkes))
    assert citra.post(pile_page(pile, "gathering-import", place=7), {"noun": "needs"}).status_code == 404


def test_it_reminds_of_workbooks_that_are_out(cast):
    sent(cast, cast.dinkes, cast.dlh)
    (ask,) = asks(cast.citra, TODAY)
    assert str(ask.title) == "2 perangkat daerah belum mengembalikan “Kebutuhan 2027”"


def test_it_reminds_nobody_else(cast):
    sent(cast)
    assert asks(cast.ani, TODAY) == []


def test_it_shows_nothing_to_another_region(cast):
    found = sent(cast)
    assert client_of(cast.fajar).get(address("round", round_id=found.pk)).status_code == 404


def test_it_refuses_an_operator(cast):
    assert client_of(cast.ani).get(address("rounds")).status_code == 403
