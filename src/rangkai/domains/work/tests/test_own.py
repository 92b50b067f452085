"""Drafts and saved views: a person's own."""

import json
from typing import Any

import pytest
from django.test import Client

from rangkai.domains.accounts.models import User
from rangkai.domains.organisations.tests.factories import Actors, actors
from rangkai.domains.work.actions.own import drop_draft, drop_view, keep_draft, save_view
from rangkai.domains.work.models import Draft, SavedView
from rangkai.domains.work.queries.own import draft_of, saved_views
from rangkai.kit.policies import Actor
from rangkai.lib.errors import Forbidden, Missing

pytestmark = pytest.mark.django_db
PAGE = "/35.16/kebutuhan/baru/"


@pytest.fixture
def cast() -> Actors:
    return actors()


def test_it_keeps_what_was_typed_last(cast: Actors) -> None:
    keep_draft(cast.ani, page=PAGE, data={"statement": ["Posy"]})
    keep_draft(cast.ani, page=PAGE, data={"statement": ["Posyandu"]})
    assert Draft.objects.get().data == {"statement": ["Posyandu"]}


def test_it_keeps_drafts_of_two_people_apart(cast: Actors) -> None:
    keep_draft(cast.ani, page=PAGE, data={"statement": ["milik Ani"]})
    assert draft_of(cast.eko, page=PAGE) is None


def test_it_forgets_a_draft_and_keeps_a_new_one(cast: Actors) -> None:
    keep_draft(cast.ani, page=PAGE, data={"statement": ["satu"]})
    drop_draft(cast.ani, page=PAGE)
    drop_draft(cast.ani, page=PAGE)
    assert (Draft.objects.get().data, Draft.objects.live().count()) == ({}, 0)
    keep_draft(cast.ani, page=PAGE, data={"statement": ["dua"]})
    assert Draft.objects.live().get().data == {"statement": ["dua"]}


def test_it_keeps_no_draft_of_the_product_itself(cast: Actors) -> None:
    system = Actor.system(cast.place.pk)
    assert keep_draft(system, page=PAGE, data={}) is None
    drop_draft(system, page=PAGE)
    assert not Draft.objects.exists()


def test_it_brings_a_draft_back_into_the_form(cast: Actors) -> None:
    client = Client()
    client.force_login(User.objects.get(pk=cast.ani.user_id))
    data = json.dumps({"statement": ["Posyandu keliling"], "csrfmiddlewaretoken": ["x"]})
    assert client.post("/35.16/draf/", {"page": PAGE, "data": data}).json()["saved_at"]
    assert "Posyandu keliling" in client.get(PAGE).content.decode()
    client.post("/35.16/draf/buang/", {"page": PAGE, "next": PAGE})
    assert "Posyandu keliling" not in client.get(PAGE).content.decode()


def save(actor: Actor, name: str = "Prioritas tinggi", **given: Any) -> SavedView:
    return save_view(
        actor, **{"page": "needs.needs", "name": name, "query": "?q=1", "shared": False, **given}
    )


def names(actor: Actor) -> list[str]:
    return [view.name for view in saved_views(actor, page="needs.needs")]


def test_it_shows_own_and_shared_views_by_name(cast: Actors) -> None:
    save(cast.ani, "Milik Ani")
    save(cast.citra, "Untuk semua", shared=True)
    save(cast.citra, "Milik Citra")
    assert names(cast.ani) == ["Milik Ani", "Untuk semua"]


def test_it_replaces_a_view_of_the_same_name(cast: Actors) -> None:
    save(cast.ani)
    save(cast.ani, query="?q=2")
    assert SavedView.objects.get().query == "?q=2"


def test_it_shows_views_of_the_region_alone(cast: Actors) -> None:
    save(cast.citra, shared=True)
    assert names(cast.fajar) == []


def test_it_drops_only_the_own_view(cast: Actors) -> None:
    view = save(cast.citra, shared=True)
    with pytest.raises(Missing):
        drop_view(cast.ani, view_id=view.pk)
    drop_view(cast.citra, view_id=view.pk)
    assert names(cast.citra) == []


def test_it_asks_for_an_account_to_keep_a_view(cast: Actors) -> None:
    with pytest.raises(Forbidden):
        save(Actor.system(cast.place.pk))


def test_it_keeps_and_drops_views_of_a_list_on_the_page(cast: Actors) -> None:
    client = Client()
    client.force_login(User.objects.get(pk=cast.ani.user_id))
    client.post("/35.16/tampilan/", {"page": "needs.needs", "name": "Tinggi", "query": "?prioritas=tinggi"})
    assert "Tinggi" in client.get("/35.16/kebutuhan/").content.decode()
    client.post(f"/35.16/tampilan/{SavedView.objects.get().pk}/hapus/")
    assert not SavedView.objects.live().exists()
