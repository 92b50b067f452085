"""Who may open what: every address × role × whose record it is, as `permissions.csv` says.

RANGKAI_WRITE_PERMISSIONS=1 writes the table from what the product answers; read the difference before you commit it.
"""

import csv
import os
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from rangkai.domains.accounts.models import User
from rangkai.domains.organisations.rules import Role
from rangkai.kit.models import Change
from tests.addresses import Address, addresses
from tests.world import World

TABLE = Path(__file__).with_name("permissions.csv")
WRITE = os.environ.get("RANGKAI_WRITE_PERMISSIONS") == "1"
BACKEND = "rangkai.domains.accounts.backends.AnyNameBackend"
ROLES = ["visitor", *(role.value for role in Role)]
PLACES = ["own", "other_office", "other_region"]
OK = {200, 204, 302, 409, 422}
WORDS = {401: "sign-in", 403: "forbidden", 404: "missing", 405: "no-method"}

pytestmark = pytest.mark.django_db

type Key = tuple[str, str, str]
type Row = dict[str, str]


@cache
def read_table() -> dict[Key, Row]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {
            (row.pop("address"), row.pop("method"), row.pop("place")): row for row in csv.DictReader(file)
        }


def write_table(rows: Mapping[Key, Row]) -> None:
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["address", "method", "place", *ROLES])
        order = {place: number for number, place in enumerate(PLACES)}
        for key in sorted(rows, key=lambda k: (k[0], k[1], order[k[2]])):
            writer.writerow([*key, *(rows[key][role] for role in ROLES)])


@pytest.fixture(scope="module")
def written() -> Iterator[dict[Key, Row]]:
    """What was answered; becomes the table in the writing mode."""
    rows: dict[Key, Row] = {}
    yield rows
    if WRITE and rows:
        write_table(rows)


@pytest.fixture(scope="module")
def people(world) -> dict[str, tuple[str, int]]:
    """Of each role: the cookie of a signed-in session, and the id of its user."""
    found = {"visitor": ("", 0)}
    for role, actor in world.people.items():
        client = Client()
        client.force_login(User.objects.get(pk=actor.user_id), backend=BACKEND)
        found[role.value] = (client.cookies[settings.SESSION_COOKIE_NAME].value, actor.user_id or 0)
    return found


def outcome(response: HttpResponse) -> str:
    """ok, forbidden, missing, sign-in or no-method; anything else by its number."""
    status = response.status_code
    if status == 302 and response["Location"].startswith("/masuk/"):
        return "sign-in"
    return "ok" if status in OK else WORDS.get(status, f"status-{status}")


def ask(url: str, method: str, session: str, body: dict[str, object]) -> str:
    """One request of a browser that keeps nothing of the last one; taken back afterwards."""
    client = Client(raise_request_exception=False)
    client.cookies[settings.SESSION_COOKIE_NAME] = session
    with transaction.atomic():
        response = client.get(url) if method == "GET" else client.post(url, body)
        transaction.set_rollback(True)
    return outcome(response)


def places_of(address: Address, world: World) -> list[str]:
    """The places that this address tells apart."""
    seen: dict[str, str] = {}
    for place in PLACES:
        spot = world.spots[place]
        seen.setdefault(f"{address.url(spot)} {address.body(spot)}", place)
    return list(seen.values())


@pytest.mark.parametrize("address", addresses(), ids=lambda a: a.name)
def test_it_answers_every_role_as_the_table_says(address, world, people, written):
    answers: dict[Key, Row] = {}
    for method in address.methods():
        for place in places_of(address, world):
            spot = world.spots[place]
            row = {
                role: ask(address.url(spot, user), method, session, address.body(spot))
                for role, (session, user) in people.items()
            }
            if set(row.values()) != {"no-method"}:
                answers[address.name, method, place] = row
    written.update(answers)
    if WRITE:
        return
    expected = {key: row for key, row in read_table().items() if key[0] == address.name}
    assert answers == expected


def test_it_has_no_line_for_an_address_that_is_gone():
    assert WRITE or {key[0] for key in read_table()} - {a.name for a in addresses()} == set()


def test_it_answers_nothing_but_the_four_words():
    words = {word for row in read_table().values() for word in row.values()} if not WRITE else set()
    assert words <= {"ok", "forbidden", "missing", "sign-in"}


NUMBERED = [a for a in addresses() if any(b.endswith("_id") or b == "batch" for b in a.blanks)]


@pytest.mark.parametrize("address", NUMBERED, ids=lambda a: a.name)
def test_it_finds_no_number_of_another_region_under_ones_own_address(address, world, people):
    session, user_id = people[Role.SECRETARIAT.value]
    theirs = world.spots["other_region"]
    url = address.url(theirs, user_id).replace("/35.15/", "/35.16/")
    answers = {ask(url, method, session, address.body(theirs)) for method in address.methods()}
    assert answers <= {"missing", "no-method"}


BULK = [a for a in addresses() if ":bulk-" in a.name]


@pytest.mark.parametrize("address", BULK, ids=lambda a: a.name)
def test_it_changes_nothing_of_another_office_by_ticking_it(address, world, people):
    session, user_id = people[Role.OPERATOR.value]
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = session
    spot = world.spots["other_office"]
    client.post(address.url(spot), address.body(spot))
    assert not Change.objects.filter(actor_id=user_id).exists()
