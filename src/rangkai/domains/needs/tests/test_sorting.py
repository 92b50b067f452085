"""The page of proposed dimensions: what a person accepts, corrects or passes over."""

from typing import Any

import pytest
from django.test import Client

from rangkai.domains.accounts.models import User
from rangkai.domains.masterplans.tests.factories import dimension, subdimension
from rangkai.domains.needs.models import Need
from rangkai.domains.needs.queries.sorting import sorting
from rangkai.domains.needs.tests.factories import need
from rangkai.domains.organisations.tests.factories import Actors, actors
from rangkai.kit.policies import Actor

pytestmark = pytest.mark.django_db
PAGE = "/35.16/kebutuhan/usulan-dimensi/"


@pytest.fixture
def cast() -> Actors:
    return actors()


@pytest.fixture
def parts() -> tuple[int, int]:
    return subdimension("waste", name="Sampah").pk, subdimension("water", name="Air bersih").pk


def client_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def part_of(row: Need) -> int | None:
    row.refresh_from_db()
    return row.subdimension_id


def test_it_proposes_and_sets_nothing_by_itself(cast: Actors, parts: tuple[int, int]) -> None:
    row = need(cast.dinkes, "Angkutan sampah")
    page = client_of(cast.ani).get(PAGE).content.decode()
    assert "karena kata: sampah" in page
    assert f'<option value="{parts[0]}" selected>' in page
    assert part_of(row) is None


def test_it_says_that_it_is_not_sure(cast: Actors, parts: tuple[int, int]) -> None:
    need(cast.dinkes, "Drainase")
    page = client_of(cast.ani).get(PAGE).content.decode()
    assert "Belum yakin" in page
    assert "belum pernah diatur" in page


def test_it_sets_all_needs_of_one_wording_with_the_dimension(cast: Actors, parts: tuple[int, int]) -> None:
    rows = [need(cast.dinkes, "Angkutan sampah", place=f"RT {n}") for n in range(3)]
    key = rows[0].ref
    answer = client_of(cast.ani).post(PAGE, {"key": [key], f"part-{key}": parts[0]})
    assert (answer.status_code, {part_of(row) for row in rows}) == (302, {parts[0]})
    assert rows[0].dimension is not None


def test_it_sets_only_the_row_whose_button_was_pressed(cast: Actors, parts: tuple[int, int]) -> None:
    one, other = need(cast.dinkes, "Angkutan sampah"), need(cast.dinkes, "Sumur air")
    data = {
        "key": [one.ref, other.ref],
        f"part-{one.ref}": parts[0],
        f"part-{other.ref}": parts[1],
        "only": other.ref,
    }
    client_of(cast.ani).post(PAGE, data)
    assert (part_of(one), part_of(other)) == (None, parts[1])


def test_it_learns_a_correction(cast: Actors, parts: tuple[int, int]) -> None:
    first = need(cast.dinkes, "Drainase lingkungan")
    client_of(cast.ani).post(PAGE, {"key": [first.ref], f"part-{first.ref}": parts[1]})
    for n in range(4):
        need(cast.dinkes, "Drainase", place=f"RT {n}", dimension=first.dimension, subdimension_id=parts[1])
    need(cast.dinkes, "Drainase kota")
    (row,) = sorting(cast.ani).rows
    assert row.perhaps_id == parts[1]


def test_it_takes_a_decision_back(cast: Actors, parts: tuple[int, int]) -> None:
    row, client = need(cast.dinkes, "Angkutan sampah"), client_of(cast.citra)
    address = client.post(PAGE, {"key": [row.ref], f"part-{row.ref}": parts[0]}).url
    assert "Batalkan keputusan terakhir" in client.get(address).content.decode()
    client.post(f"/35.16/perubahan/{address.split('=')[1]}/batalkan/", {"next": PAGE})
    assert part_of(row) is None


@pytest.mark.parametrize("part", ["", "0", "999999"])
def test_it_refuses_a_choice_that_is_none(cast: Actors, parts: tuple[int, int], part: str) -> None:
    row = need(cast.dinkes, "Angkutan sampah")
    answer = client_of(cast.ani).post(PAGE, {"key": [row.ref], f"part-{row.ref}": part})
    assert (answer.status_code, part_of(row)) == (422, None)


def test_it_leaves_other_offices_alone(cast: Actors, parts: tuple[int, int]) -> None:
    row = need(cast.dlh, "Angkutan sampah")
    client_of(cast.ani).post(PAGE, {"key": [row.ref], f"part-{row.ref}": parts[0]})
    assert (part_of(row), sorting(cast.ani).rows) == (None, ())


def test_it_learns_nothing_from_another_region(cast: Actors, parts: tuple[int, int]) -> None:
    need(cast.dinkes, "Drainase", dimension=dimension(), subdimension_id=parts[0])
    from_there = sorting(cast.fajar)
    assert from_there.rows == ()


def test_it_says_so_when_nothing_is_left(cast: Actors, parts: tuple[int, int]) -> None:
    assert "Semua kebutuhan sudah berdimensi" in client_of(cast.ani).get(PAGE).content.decode()


@pytest.mark.parametrize(("who", "status"), [("lina", 403), ("fajar", 404), ("eko", 200)])
def test_it_is_for_those_who_sort_needs(cast: Actors, parts: tuple[int, int], who: str, status: int) -> None:
    assert client_of(getattr(cast, who)).get(PAGE).status_code == status


def test_it_costs_few_queries(
    cast: Actors, parts: tuple[int, int], django_assert_max_num_queries: Any
) -> None:
    for n in range(30):
        need(cast.dinkes, f"Angkutan sampah jenis{n}")
    client = client_of(cast.ani)
    client.get(PAGE)
    with django_assert_max_num_queries(12):
        client.get(PAGE)
