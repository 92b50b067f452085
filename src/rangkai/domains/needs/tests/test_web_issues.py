"""The pages of strategic issues."""

from typing import Any

import pytest
from django.test import Client

from rangkai.domains.accounts.models import User
from rangkai.domains.masterplans.tests.factories import dimension, subdimension
from rangkai.domains.needs.actions.groups import accept_group, propose
from rangkai.domains.needs.models import GroupProposal, Need, StrategicIssue
from rangkai.domains.needs.tests.factories import TODAY, issue, need
from rangkai.domains.organisations.tests.factories import Actors, actors, area
from rangkai.kit.policies import Actor

pytestmark = pytest.mark.django_db
ISSUES = "/35.16/kebutuhan/isu/"


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
def sanitation(cast: Actors) -> StrategicIssue:
    puri = area(cast.place, "35.16.10", "Puri")
    village = area(cast.place, "35.16.10.2001", "Kebonagung", puri)
    found = issue(cast.dinkes, "Sanitasi layak", dimension=dimension())
    need(cast.dinkes, "Pembangunan MCK", area=village, issue=found, beneficiaries=40)
    need(cast.dlh, "Instalasi air limbah", area=puri, issue=found, beneficiaries=1_500)
    return found


def test_it_lists_issues_with_what_stands_behind_them(cast: Actors, sanitation: StrategicIssue) -> None:
    page = text(client_of(cast.citra).get(ISSUES))
    for words in ("Sanitasi layak", "1.540"):
        assert words in page


def test_it_shows_the_needs_people_and_kecamatan_of_an_issue(
    cast: Actors, sanitation: StrategicIssue
) -> None:
    page = text(client_of(cast.citra).get(f"{ISSUES}{sanitation.ref}/"))
    for words in ("Pembangunan MCK", "Instalasi air limbah", "1.540", "Puri", "Jadikan program"):
        assert words in page


def test_it_shows_an_operator_the_issue_and_only_the_own_needs(
    cast: Actors, sanitation: StrategicIssue
) -> None:
    page = text(client_of(cast.ani).get(f"{ISSUES}{sanitation.ref}/"))
    assert ("Pembangunan MCK" in page, "Instalasi air limbah" in page) == (True, False)
    assert "Jadikan program" not in page


def test_it_shows_no_issue_to_another_region(cast: Actors, sanitation: StrategicIssue) -> None:
    assert client_of(cast.fajar).get(f"{ISSUES}{sanitation.ref}/").status_code == 404


def test_it_says_how_many_needs_are_not_listed(cast: Actors, sanitation: StrategicIssue) -> None:
    for n in range(120):
        need(cast.dinkes, "Pembangunan MCK", place=f"Dusun {n}", issue=sanitation)
    assert "dan 22 kebutuhan lagi" in text(client_of(cast.citra).get(f"{ISSUES}{sanitation.ref}/"))


def test_it_makes_renames_and_dissolves_an_issue(cast: Actors) -> None:
    client = client_of(cast.citra)
    data = {"name": "Sanitasi", "summary": "", "dimension": dimension().pk, "subdimension": subdimension().pk}
    address = client.post(f"{ISSUES}baru/", data).url
    client.post(f"{address}ubah/", {**data, "name": "Sanitasi layak", "version": 1})
    assert StrategicIssue.objects.get().name == "Sanitasi layak"
    client.post(f"{address}bubarkan/")
    assert not StrategicIssue.objects.live().exists()


def test_it_lets_no_operator_make_or_dissolve_an_issue(cast: Actors, sanitation: StrategicIssue) -> None:
    client = client_of(cast.ani)
    assert client.get(f"{ISSUES}baru/").status_code == 403
    assert client.post(f"{ISSUES}{sanitation.ref}/bubarkan/").status_code == 403
    assert Need.objects.filter(issue=sanitation).count() == 2


def test_it_costs_few_queries_to_list_issues(cast: Actors, django_assert_max_num_queries: Any) -> None:
    for n in range(60):
        need(cast.dinkes, f"Kebutuhan {n}", issue=issue(cast.dinkes, f"Isu {n}"))
    client = client_of(cast.citra)
    client.get(ISSUES)
    with django_assert_max_num_queries(12):
        text(client.get(ISSUES))


def test_it_tells_the_kecamatan_and_sources_that_an_issue_comes_from(
    cast: Actors, sanitation: StrategicIssue
) -> None:
    need(cast.dlh, "Sanitasi pasar", issue=sanitation)
    page = text(client_of(cast.citra).get(f"{ISSUES}{sanitation.ref}/"))
    for words in ("1 kecamatan", "Menurut kecamatan", "tanpa wilayah", "3 kebutuhan dimasukkan sendiri"):
        assert words in page


def test_it_tells_which_group_became_the_issue(cast: Actors) -> None:
    for n in range(3):
        need(cast.dinkes, "Perbaikan saluran drainase", place=f"Dusun {n}")
    propose(cast.citra)
    proposal = GroupProposal.objects.get()
    ids = list(Need.objects.values_list("pk", flat=True))
    made = accept_group(cast.citra, proposal=proposal, keep=ids[1:], name="Drainase", today=TODAY).issue
    page = text(client_of(cast.citra).get(f"{ISSUES}{made.ref}/"))
    assert "3 kebutuhan, diterima" in page
    assert "2 di antaranya ada di isu ini" in page
    assert "objek sama: saluran drainase" in page
