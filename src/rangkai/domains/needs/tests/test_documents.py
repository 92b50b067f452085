"""Files attached to a need: whoever edits it attaches, whoever sees it fetches."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from rangkai.domains.accounts.models import User
from rangkai.domains.evidence.models import Document
from rangkai.domains.evidence.rules.files import MOST_BYTES, PDF, PNG
from rangkai.domains.needs.actions import attach_file, detach_file
from rangkai.domains.needs.actions.attach import MOST
from rangkai.domains.needs.models import NeedDocument
from rangkai.domains.needs.tests.factories import need
from rangkai.domains.organisations.tests.factories import Actors, actors
from rangkai.kit.history import undo
from rangkai.kit.models import Change
from rangkai.kit.policies import Actor
from rangkai.lib.errors import Forbidden, Invalid, Missing

pytestmark = pytest.mark.django_db
PAGE = "/35.16/kebutuhan/K-2026-00001/"


@pytest.fixture
def cast() -> Actors:
    return actors()


def client_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def upload(actor: Actor, content: bytes, name: str = "Foto lokasi.png") -> Any:
    return client_of(actor).post(f"{PAGE}lampiran/", {"file": SimpleUploadedFile(name, content)}, follow=True)


def test_it_attaches_a_file_and_shows_it(cast: Actors) -> None:
    need(cast.dinkes)
    page = upload(cast.ani, PNG).content.decode()
    found = NeedDocument.objects.get()
    assert "Berkas terlampir." in page
    assert f'href="{PAGE}lampiran/{found.pk}/"' in page
    assert "melampirkan berkas" in page


def test_it_gives_the_file_as_a_download_under_its_name(cast: Actors) -> None:
    found = attach_file(cast.ani, need=need(cast.dinkes), name="Surat Ké.pdf", content=PDF)
    response = client_of(cast.lina).get(f"{PAGE}lampiran/{found.pk}/")
    assert response.content == PDF
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == "attachment; filename*=utf-8''Surat%20K%C3%A9.pdf"
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("who", ["eko", "fajar"])
def test_it_gives_no_file_to_those_who_do_not_see_the_need(cast: Actors, who: str) -> None:
    found = attach_file(cast.ani, need=need(cast.dinkes), name="a.pdf", content=PDF)
    assert client_of(getattr(cast, who)).get(f"{PAGE}lampiran/{found.pk}/").status_code == 404


def test_it_gives_no_file_of_another_need_under_ones_own(cast: Actors) -> None:
    need(cast.dinkes)
    theirs = attach_file(cast.eko, need=need(cast.dlh, "Bank sampah"), name="a.pdf", content=PDF)
    assert client_of(cast.ani).get(f"{PAGE}lampiran/{theirs.pk}/").status_code == 404


def test_it_uses_one_document_for_the_same_file_on_two_needs(cast: Actors) -> None:
    for statement in ("Antrean", "Loket"):
        attach_file(cast.ani, need=need(cast.dinkes, statement), name=f"{statement}.pdf", content=PDF)
    assert Document.objects.count() == 1
    assert list(NeedDocument.objects.values_list("name", flat=True)) == ["Antrean.pdf", "Loket.pdf"]


def test_it_refuses_the_same_file_twice_on_one_need(cast: Actors) -> None:
    found = need(cast.dinkes)
    attach_file(cast.ani, need=found, name="a.pdf", content=PDF)
    with pytest.raises(Invalid, match="sudah terlampir"):
        attach_file(cast.ani, need=found, name="b.pdf", content=PDF)


def test_it_refuses_one_file_too_many(cast: Actors) -> None:
    found = need(cast.dinkes)
    for number in range(MOST):
        attach_file(cast.ani, need=found, name="a.pdf", content=PDF + bytes([number]))
    with pytest.raises(Invalid, match="paling banyak 20 berkas"):
        attach_file(cast.ani, need=found, name="b.pdf", content=PDF)


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"MZ\x90", "tidak diterima"), (PDF + b"x" * MOST_BYTES, "lebih besar dari 10 MB")],
    ids=["program", "too large"],
)
def test_it_says_why_a_file_is_not_taken(cast: Actors, content: bytes, words: str) -> None:
    need(cast.dinkes)
    response = upload(cast.ani, content, "surat.pdf")
    assert (response.status_code, words in response.content.decode()) == (422, True)
    assert not Document.objects.exists()


def test_it_asks_for_a_file_where_none_was_chosen(cast: Actors) -> None:
    need(cast.dinkes)
    response = client_of(cast.ani).post(f"{PAGE}lampiran/")
    assert (response.status_code, "Belum ada berkas" in response.content.decode()) == (422, True)


def test_it_keeps_what_was_signed_as_it_is(cast: Actors) -> None:
    found = need(cast.dinkes, status="approved")
    with pytest.raises(Invalid, match="sudah diparaf atau disetujui"):
        attach_file(cast.ani, need=found, name="a.pdf", content=PDF)
    assert "Lampirkan" not in client_of(cast.ani).get(PAGE).content.decode()


def test_it_lets_no_reader_attach_or_detach(cast: Actors) -> None:
    found = need(cast.dinkes)
    with pytest.raises(Forbidden):
        attach_file(cast.lina, need=found, name="a.pdf", content=PDF)
    attached = attach_file(cast.ani, need=found, name="a.pdf", content=PDF)
    with pytest.raises(Missing):
        detach_file(cast.eko, attachment=attached)


def test_it_detaches_and_takes_it_back(cast: Actors) -> None:
    found = attach_file(cast.ani, need=need(cast.dinkes), name="a.pdf", content=PDF)
    page = client_of(cast.ani).post(f"{PAGE}lampiran/{found.pk}/lepas/", follow=True).content.decode()
    assert "Belum ada berkas." in page
    undo(cast.ani, batch=Change.objects.filter(action="needs.detach").latest("id").batch)
    assert NeedDocument.objects.live().count() == 1
