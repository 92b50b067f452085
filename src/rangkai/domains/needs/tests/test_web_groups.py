"""The worklist of proposed groups on its page."""

from typing import Any

import pytest
from django.test import Client

from rangkai.domains.accounts.models import User
from rangkai.domains.needs.actions.groups import propose
from rangkai.domains.needs.models import GroupProposal, Need, StrategicIssue
from rangkai.domains.needs.rules.terms import ProposalState
from rangkai.domains.needs.tests.factories import issue, need
from rangkai.domains.organisations.tests.factories import Actors, actors
from rangkai.kit.policies import Actor

pytestmark = pytest.mark.django_db
GROUPS = "/35.16/kebutuhan/kelompok/"


@pytest.fixture
def cast() -> Actors:
    return actors()


@pytest.fixture
def drains(cast: Actors) -> list[Need]:
    rows = [need(cast.dinkes, "Perbaikan saluran drainase", place=f"Dusun {n}") for n in range(30)]
    propose(cast.citra)
    return rows


def client_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def text(response: Any) -> str:
    assert response.status_code == 200, response.content.decode()[:2000]
    return str(response.content.decode())


def test_it_shows_a_few_needs_of_a_group_with_reason_and_likeness(cast: Actors, drains: list[Need]) -> None:
    page = text(client_of(cast.citra).get(GROUPS))
    for words in ("30 kebutuhan · kemiripan", "objek sama: saluran drainase", "18 lainnya ikut masuk"):
        assert words in page
    assert page.count('name="need"') == 12


def test_it_shows_all_needs_of_one_group(cast: Actors, drains: list[Need]) -> None:
    address = f"{GROUPS}?kelompok={GroupProposal.objects.get().pk}"
    assert text(client_of(cast.citra).get(address)).count('name="need"') == 30


def test_it_leaves_out_only_what_lost_its_tick(cast: Actors, drains: list[Need]) -> None:
    proposal = GroupProposal.objects.get()
    shown = [row.pk for row in drains[:12]]
    data = {"name": "Drainase", "shown": shown, "need": shown[2:]}
    client_of(cast.citra).post(f"{GROUPS}{proposal.pk}/terima/", data)
    issue = StrategicIssue.objects.get()
    assert (issue.name, Need.objects.filter(issue=issue).count()) == ("Drainase", 28)


def test_it_adds_a_group_to_an_issue_that_is_there(cast: Actors, drains: list[Need]) -> None:
    known, proposal = issue(cast.dinkes, "Banjir"), GroupProposal.objects.get()
    data = {"name": proposal.label, "issue": known.pk}
    address = client_of(cast.citra).post(f"{GROUPS}{proposal.pk}/terima/", data).url
    assert (StrategicIssue.objects.count(), Need.objects.filter(issue=known).count()) == (1, 30)
    client_of(cast.citra).post(f"/35.16/perubahan/{address.split('=')[1]}/batalkan/", {"next": GROUPS})
    assert Need.objects.filter(issue=known).count() == 0


def test_it_offers_to_take_the_last_decision_back(cast: Actors, drains: list[Need]) -> None:
    client = client_of(cast.citra)
    proposal = GroupProposal.objects.get()
    address = client.post(f"{GROUPS}{proposal.pk}/tolak/").url
    assert "Batalkan keputusan terakhir" in text(client.get(address))
    client.post(f"/35.16/perubahan/{address.split('=')[1]}/batalkan/", {"next": GROUPS})
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.PROPOSED


def test_it_looks_for_groups_in_the_background(cast: Actors, django_capture_on_commit_callbacks: Any) -> None:
    for n in range(3):
        need(cast.dinkes, "Perbaikan saluran drainase", place=f"Dusun {n}")
    client = client_of(cast.citra)
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(f"{GROUPS}cari/")
    assert client.get(response.url).url == GROUPS
    assert GroupProposal.objects.count() == 1


@pytest.mark.parametrize(("who", "status"), [("ani", 403), ("fajar", 404)])
def test_it_is_a_worklist_of_those_who_consolidate(
    cast: Actors, drains: list[Need], who: str, status: int
) -> None:
    assert client_of(getattr(cast, who)).get(GROUPS).status_code == status


def test_it_costs_few_queries_whatever_the_size_of_the_groups(
    cast: Actors, drains: list[Need], django_assert_max_num_queries: Any
) -> None:
    client = client_of(cast.citra)
    client.get(GROUPS)
    with django_assert_max_num_queries(12):
        text(client.get(GROUPS))
