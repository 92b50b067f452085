"""While somebody types: needs that are already there, as far as they may be seen."""

from typing import Any

import pytest
from django.test import Client

from rangkai.domains.accounts.models import User
from rangkai.domains.needs.models import Need
from rangkai.domains.needs.queries.hints import alike_while_typing
from rangkai.domains.needs.tests.factories import need
from rangkai.domains.organisations.tests.factories import Actors, actors, area
from rangkai.domains.work.models import Draft
from rangkai.kit import search
from rangkai.kit.policies import Actor
from rangkai.lib.errors import Message

pytestmark = pytest.mark.django_db

NEW = "/35.16/kebutuhan/baru/"
HINT = f"{NEW}serupa/"


@pytest.fixture
def cast() -> Actors:
    return actors()


def known(office: Any, statement: str, **given: Any) -> Need:
    row = need(office, statement, **given)
    search.refresh([row])
    return row


def client_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def test_it_says_which_need_is_alike_and_why(cast: Actors) -> None:
    puri = area(cast.place, "35.16.10", "Puri")
    there = known(
        cast.dinkes,
        "Perbaikan drainase",
        place="Kp. Sawo",
        area=area(cast.place, "35.16.10.2001", "Wates", puri),
    )
    (found,) = alike_while_typing(cast.ani, statement="drainase", place="Sawo")
    assert (found.ref, found.area) == (there.ref, "Desa Wates, Kec. Puri")
    assert [reason.text for reason in found.reasons] == ["objek sama: %(words)s", "tempat sama: %(place)s"]
    assert isinstance(found.reasons[0], Message)


def test_it_shows_an_office_its_own_needs_only(cast: Actors) -> None:
    known(cast.dlh, "Perbaikan drainase")
    assert alike_while_typing(cast.ani, statement="drainase") == []
    assert len(alike_while_typing(cast.citra, statement="drainase")) == 1


def test_it_shows_nothing_of_another_region(cast: Actors) -> None:
    known(cast.dinkes, "Perbaikan drainase")
    assert alike_while_typing(cast.fajar, statement="drainase") == []


def test_it_keeps_quiet_about_the_bin(cast: Actors) -> None:
    known(cast.dinkes, "Perbaikan drainase", deleted_at="2026-11-01T00:00Z")
    assert alike_while_typing(cast.ani, statement="drainase") == []


def test_it_waits_for_a_few_letters(cast: Actors, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert alike_while_typing(cast.ani, statement="dra") == []


def test_it_prefers_the_chosen_village(cast: Actors) -> None:
    puri = area(cast.place, "35.16.10", "Puri")
    wates, sooko = (
        area(cast.place, f"35.16.10.200{n}", name, puri) for n, name in enumerate(("Wates", "Sooko"))
    )
    known(cast.dinkes, "Perbaikan drainase", area=wates)
    there = known(cast.dinkes, "Perbaikan drainase", area=sooko)
    found = alike_while_typing(cast.ani, statement="drainase", area_id=sooko.pk)
    assert found[0].ref == there.ref


def test_it_asks_three_queries(cast: Actors, django_assert_num_queries: Any) -> None:
    for n in range(9):
        known(cast.dinkes, "Perbaikan drainase", place=f"Dusun {n}")
    with django_assert_num_queries(3):
        assert len(alike_while_typing(cast.ani, statement="perbaikan drainase")) == 5


def test_it_offers_to_go_to_the_known_need_instead(cast: Actors) -> None:
    there = known(cast.dinkes, "Perbaikan drainase")
    answer = client_of(cast.ani).get(HINT, {"statement": "drainase", "area": "x"}).content.decode()
    for words in ("Mungkin sudah tercatat", there.ref, "Ini sama", "kemiripan", "<section"):
        assert words in answer
    assert "<html" not in answer


def test_it_says_nothing_where_nothing_is_alike(cast: Actors) -> None:
    assert client_of(cast.ani).get(HINT, {"statement": "jembatan gantung"}).content.decode().strip() == ""


def test_it_throws_the_draft_away_when_it_is_the_same(cast: Actors) -> None:
    client, target = client_of(cast.ani), "/35.16/kebutuhan/K-2026-00001/"
    client.post("/35.16/draf/", {"page": NEW, "data": '{"statement": ["drainase"]}'})
    answer = client.post("/35.16/draf/buang/", {"page": NEW, "next": target, "statement": "drainase"})
    assert (answer.url, Draft.objects.live().count()) == (target, 0)


def test_it_asks_for_the_hint_from_the_form(cast: Actors) -> None:
    page = client_of(cast.ani).get(NEW).content.decode()
    assert f'hx-get="{HINT}"' in page
    assert 'id="alike"' in page
