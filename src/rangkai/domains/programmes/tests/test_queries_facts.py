"""Programmes as the roadmap and the books take them."""

import pytest

from rangkai.domains.goals.tests.factories import small_cascade
from rangkai.domains.indicators.tests.factories import indicator
from rangkai.domains.masterplans.tests.factories import subdimension
from rangkai.domains.organisations.tests.factories import Actors, actors, area
from rangkai.domains.programmes.models import (
    Programme,
    ProgrammeArea,
    ProgrammeGoal,
    ProgrammeIndicator,
    ProgrammeLink,
    ProgrammeOutput,
    ProgrammeRisk,
    SupportingOffice,
)
from rangkai.domains.programmes.policies import PROGRAMME
from rangkai.domains.programmes.queries import ProgrammeFact, programme_facts
from rangkai.domains.programmes.rules.terms import LinkKind, ProgrammeStatus
from rangkai.domains.programmes.tests.factories import TODAY, funding, nomenclature, programme

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Actors:
    return actors()


def only(cast: Actors) -> ProgrammeFact:
    (fact,) = programme_facts(region_id=cast.place.pk, today=TODAY)
    return fact


def test_it_tells_whose_a_programme_is(cast: Actors) -> None:
    programme(cast.dinkes, subdimension=subdimension())
    fact = only(cast)
    assert (fact.office, fact.owner_title, fact.owner_name) == ("Dinas Kesehatan", "Operator PD Ani", "Ani")
    assert (fact.dimension, fact.subdimension, fact.kind) == ("living", "health", "service")


def test_it_leaves_the_bounds_of_the_start_free(cast: Actors) -> None:
    programme(cast.dinkes)
    fact = only(cast)
    assert (fact.earliest, fact.latest, fact.subdimension_id, fact.subdimension) == (None, None, None, "")


def test_it_holds_the_money_by_year(cast: Actors) -> None:
    row = programme(cast.dinkes)
    funding(row, 2028, 5)
    funding(row, 2027, 7, nomenclature=nomenclature(), document="RKPD 2027")
    fact = only(cast)
    assert [(line.year, line.fund, line.amount) for line in fact.funding] == [
        (2027, "PAD", 7),
        (2028, "PAD", 5),
    ]
    assert (fact.total, fact.funding[0].nomenclature_code, fact.funding[1].nomenclature_code) == (
        12,
        "1.02.02.2.02.0001",
        "",
    )


def test_it_holds_what_hangs_on_it(cast: Actors) -> None:
    row = programme(cast.dinkes)
    place = {"region": cast.place, "programme": row}
    ProgrammeGoal.objects.create(goal=small_cascade(cast.place)["sasaran"], **place)
    ProgrammeIndicator.objects.create(indicator=indicator(cast.place), **place)
    ProgrammeOutput.objects.create(text="Aplikasi antrean", **place)
    ProgrammeRisk.objects.create(risk="Jaringan putus", likelihood=3, impact=4, **place)
    SupportingOffice.objects.create(office=cast.diskominfo, **place)
    ProgrammeArea.objects.create(area=area(cast.place, "35.16.01", "Jatirejo"), **place)
    fact = only(cast)
    assert (fact.goal_codes, fact.indicator_names) == (("S1.1.1",), ("Indeks kepuasan masyarakat",))
    assert [output.text for output in fact.outputs] == ["Aplikasi antrean"]
    assert [(risk.likelihood, risk.impact, risk.owner) for risk in fact.risks] == [(3, 4, "")]
    assert [office.code for office in fact.supporting] == ["diskominfo"]
    assert [place.name for place in fact.areas] == ["Jatirejo"]


def link(first: Programme, kind: LinkKind, second: Programme) -> None:
    ProgrammeLink.objects.create(region=first.region, programme=first, other=second, kind_of=kind)


def test_it_shows_an_exclusion_from_both_sides(cast: Actors) -> None:
    first, second = programme(cast.dinkes), programme(cast.dlh, "Kartu antre")
    link(first, LinkKind.EXCLUDES, second)
    facts = {fact.id: fact.excludes for fact in programme_facts(region_id=cast.place.pk, today=TODAY)}
    assert facts == {first.pk: (second.pk,), second.pk: (first.pk,)}


def test_it_forgets_a_predecessor_that_was_deleted(cast: Actors) -> None:
    first, second = programme(cast.dinkes), programme(cast.dlh, "Jaringan puskesmas")
    link(first, LinkKind.AFTER, second)
    assert programme_facts(region_id=cast.place.pk, today=TODAY, ids=[first.pk])[0].after == (second.pk,)
    Programme.objects.filter(pk=second.pk).update(deleted_at=second.created_at)
    assert only(cast).after == ()


def test_it_keeps_the_states_asked_for(cast: Actors) -> None:
    programme(cast.dinkes, status=ProgrammeStatus.STOPPED)
    programme(cast.dinkes, "Ambulans cepat", status=ProgrammeStatus.APPROVED)
    kept = programme_facts(region_id=cast.place.pk, today=TODAY, statuses=[ProgrammeStatus.APPROVED])
    assert [fact.name for fact in kept] == ["Ambulans cepat"]


def test_it_keeps_to_the_region_and_to_what_the_actor_may_see(cast: Actors) -> None:
    programme(cast.dinkes)
    programme(cast.dlh, "Bank sampah")
    seen = programme_facts(region_id=cast.place.pk, today=TODAY, visible=PROGRAMME.scope(cast.eko))
    assert [fact.name for fact in seen] == ["Bank sampah"]
    assert programme_facts(region_id=cast.elsewhere.pk, today=TODAY) == ()


@pytest.mark.parametrize("count", [1, 6])
def test_it_asks_nine_queries_whatever_the_number(
    cast: Actors, count: int, django_assert_num_queries
) -> None:
    for number in range(count):
        funding(programme(cast.dinkes, f"Program {number}"))
    with django_assert_num_queries(9):
        programme_facts(region_id=cast.place.pk, today=TODAY)
