"""The JSON lists: their shape, who may read them, and what they cost."""

import pytest
from django.test import Client

from rangkai.domains.accounts.models import User
from rangkai.domains.needs.models import Need
from rangkai.domains.organisations.tests.factories import actors
from rangkai.domains.programmes.tests.factories import funding, programme
from rangkai.kit.actions import recording
from rangkai.kit.policies import Actor
from rangkai.surfaces.api.schemas import NeedList, ProgrammeList

pytestmark = pytest.mark.django_db

NEEDS, PROGRAMMES = "/api/v1/35.16/needs", "/api/v1/35.16/programmes"


@pytest.fixture
def cast():
    return actors()


def signed_in(actor):
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def state(place, office, number, words="Sumur warga keruh"):
    """A need, written with its entry for the search."""
    need = Need(
        region=place,
        office=office,
        ref=f"K-2026-{number:05d}",
        statement=words,
        identity=f"need-{number}",
        source_kind="musrenbang",
    )
    with recording("needs.create", Actor.system(place.pk)) as act:
        return act.create(need)


def queries_of(client, url, counter):
    with counter as seen:
        client.get(url)
    return len(seen)


def test_it_answers_needs_in_the_described_shape(cast):
    state(cast.place, cast.dinkes, 1)
    body = signed_in(cast.citra).get(NEEDS).json()
    assert [need.ref for need in NeedList.model_validate(body).needs] == ["K-2026-00001"]


def test_it_answers_programmes_with_their_funding_in_the_described_shape(cast):
    funding(programme(cast.dinkes), amount=5_000_000)
    body = signed_in(cast.citra).get(PROGRAMMES).json()
    assert ProgrammeList.model_validate(body).programmes[0].funding[0].amount == 5_000_000


@pytest.mark.parametrize("url", [NEEDS, PROGRAMMES])
def test_it_hides_another_region(cast, url):
    assert signed_in(cast.fajar).get(url).status_code == 404


@pytest.mark.parametrize("url", [NEEDS, PROGRAMMES])
def test_it_asks_a_visitor_to_sign_in(cast, url):
    assert Client().get(url).status_code in (302, 401)


def test_it_shows_an_operator_the_needs_of_the_own_office_alone(cast):
    state(cast.place, cast.dinkes, 1)
    state(cast.place, cast.dlh, 2)
    refs = [need["ref"] for need in signed_in(cast.ani).get(NEEDS).json()["needs"]]
    assert refs == ["K-2026-00001"]


def test_it_narrows_needs_by_words(cast):
    state(cast.place, cast.dinkes, 1)
    state(cast.place, cast.dinkes, 2, "Jalan desa gelap")
    body = signed_in(cast.citra).get(NEEDS, {"q": "gelap"}).json()
    assert body["count"] == 1


def test_it_asks_the_same_number_of_queries_for_one_need_and_for_ten(cast, django_assert_max_num_queries):
    client = signed_in(cast.citra)
    state(cast.place, cast.dinkes, 1)
    one = queries_of(client, NEEDS, django_assert_max_num_queries(12))
    for number in range(2, 11):
        state(cast.place, cast.dinkes, number)
    assert queries_of(client, NEEDS, django_assert_max_num_queries(12)) == one


def test_it_describes_its_operations():
    paths = Client().get("/api/v1/openapi.json").json()["paths"]
    assert {path["get"]["summary"] for path in paths.values()} == {"Kebutuhan", "Program"}
