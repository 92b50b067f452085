"""Words that find records: the same on both databases."""

import pytest

from rangkai.domains.needs.models import Need
from rangkai.domains.needs.tests.factories import need
from rangkai.domains.organisations.tests.factories import Actors, actors
from rangkai.kit import search

pytestmark = pytest.mark.django_db

SAID = ("Drainase pasar Sooko", "Drainase", "Lampu pasar", "Jembatan")


@pytest.fixture
def cast() -> Actors:
    cast = actors()
    rows = [need(cast.dinkes, text) for text in SAID] + [need(cast.dlh, "Drainase pasar terminal")]
    search.refresh(rows)
    return cast


def found(cast: Actors, *words: str, limit: int = 9) -> list[str]:
    rows = Need.objects.filter(office=cast.dinkes)
    ids = search.likeliest(rows, region_id=cast.place.pk, words=words, limit=limit)
    return [Need.objects.get(pk=pk).statement for pk in ids]


def test_it_finds_what_holds_any_of_the_words_most_words_first(cast: Actors) -> None:
    assert found(cast, "drainase", "pasar")[0] == "Drainase pasar Sooko"
    assert set(found(cast, "drainase", "pasar")) == set(SAID[:3])


def test_it_takes_a_word_for_a_beginning(cast: Actors) -> None:
    assert found(cast, "jemb") == ["Jembatan"]


def test_it_gives_no_more_than_asked_for(cast: Actors) -> None:
    assert len(found(cast, "drainase", limit=1)) == 1


def test_it_finds_nothing_without_words(cast: Actors) -> None:
    assert found(cast) == []
