"""Every page opens for the secretariat, as a page and as what htmx asks for, at a stated cost."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from rangkai.domains.accounts.models import User
from rangkai.domains.organisations.rules import Role
from tests.addresses import Address, addresses

pytestmark = pytest.mark.django_db

FRAME = 7
"""Statements that every page pays: session, user, place (four), draft or saved views."""
PAGE = 12
ABOVE = {
    "home:home": 24,  # what every noun asks (the old plan and sheets among it), the figures, and what changed
    "chain:chain": 13,
    "programmes:funding": 14,  # the programme with all its parts, so that a conflict can be merged
    "programmes:risks": 14,
    "programmes:outputs": 14,
    "programmes:ties": 16,
    "programmes:programme": 22,  # a programme with the names of all that it is tied to
    "roadmap:front": 20,  # leads to the adopted scenario
    "roadmap:scenario": 20,  # the facts of every programme, and the plan
    "roadmap:capacities": 20,
    "roadmap:ceilings": 20,
    "roadmap:adopt": 20,
    "books:book": 28,  # everything that the book would print, to say what changed since the last edition
}
"""Pages that read more than a list, and what they may cost beyond the frame."""
OPEN = {200, 302}
CLOSED = {"api-v1:api-root": 404, "needs:approval": 403, "roadmap:adopt": 403}
"""What the secretariat may not open."""

PAGES = [a for a in addresses() if not a.name.startswith("accounts:sign")]


@pytest.fixture
def secretariat(world) -> Client:
    client = Client()
    client.force_login(
        User.objects.get(pk=world.people[Role.SECRETARIAT].user_id),
        backend="rangkai.domains.accounts.backends.AnyNameBackend",
    )
    return client


def url_in(world, address: Address) -> str:
    return address.url(world.spots["own"], world.people[Role.SECRETARIAT].user_id or 0)


def fitting(address: Address, status: int) -> bool:
    return status == 405 or status in ({CLOSED[address.name]} if address.name in CLOSED else OPEN)


@pytest.mark.parametrize("address", PAGES, ids=lambda a: a.name)
def test_it_opens_every_page(address, world, secretariat):
    assert fitting(address, secretariat.get(url_in(world, address)).status_code)


@pytest.mark.parametrize("address", PAGES, ids=lambda a: a.name)
def test_it_answers_htmx(address, world, secretariat):
    answer = secretariat.get(url_in(world, address), headers={"HX-Request": "true"})
    assert fitting(address, answer.status_code)


@pytest.mark.parametrize("address", PAGES, ids=lambda a: a.name)
def test_it_asks_the_database_seldom(address, world, secretariat):
    url = url_in(world, address)
    secretariat.get(url)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        secretariat.get(url)
    shown = [q["sql"] for q in asked if "SAVEPOINT" not in q["sql"]]
    assert len(shown) <= FRAME + ABOVE.get(address.name, PAGE), "\n".join(shown)
