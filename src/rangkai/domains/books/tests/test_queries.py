"""What a book is printed from, and how many queries that takes."""

from datetime import timedelta

import pytest

from rangkai.domains.books.queries import (
    book_facts,
    edition_by_ref,
    is_behind_decision,
    next_number,
    outline,
)
from rangkai.domains.books.rules.terms import BookNumber
from rangkai.domains.books.tests.factories import NOW, adopt, ready
from rangkai.domains.masterplans.tests.factories import masterplan
from rangkai.domains.needs.rules.terms import NeedStatus
from rangkai.domains.needs.tests.factories import need
from rangkai.domains.organisations.tests.factories import actors
from rangkai.domains.programmes.tests.factories import funding, programme
from rangkai.domains.roadmap.tests.factories import BILLION
from rangkai.lib.errors import Missing

pytestmark = pytest.mark.django_db
QUERIES = 32


@pytest.fixture
def world():
    return ready()


def test_it_gathers_the_plan_in_constant_queries(world, django_assert_num_queries):
    with django_assert_num_queries(QUERIES):
        book_facts(plan=world.small.plan, at=NOW)
    for number in range(5):
        funding(programme(world.cast.dlh, f"Program {number}"), 2028)
        need(world.cast.dlh, f"Kebutuhan {number}", status=NeedStatus.APPROVED)
    with django_assert_num_queries(QUERIES):
        book_facts(plan=world.small.plan, at=NOW)


def test_it_places_programmes_as_the_roadmap_does(world):
    facts = book_facts(plan=world.small.plan, at=NOW)
    assert [(one.ref, one.start, one.phase) for one in facts.placed] == [
        (world.small.queue.ref, 2027, "pendek")
    ]
    assert all(one.reason for one in facts.left_out)


def test_it_sums_money_as_the_funding_lines_do(world):
    facts = book_facts(plan=world.small.plan, at=NOW)
    assert sum(one.total for one in facts.programmes) == 4 * BILLION
    assert sum(one.used for one in facts.money) == sum(one.total for one in facts.placed)


def test_it_names_place_and_answer_of_a_need(world):
    found = book_facts(plan=world.small.plan, at=NOW).needs
    assert [(one.ref, one.village, one.kecamatan, one.programmes) for one in found] == [
        (world.flood.ref, "Japan", "Sooko", (world.small.queue.ref,))
    ]


def test_it_withholds_what_an_office_still_drafts(world):
    facts = book_facts(plan=world.small.plan, at=NOW)
    assert (facts.withheld, "Masih disusun" in str(facts)) == (1, False)


def test_it_shows_instants_in_the_time_zone_of_the_region(world):
    assert book_facts(plan=world.small.plan, at=NOW).as_of.isoformat() == "2026-11-24T16:30:00+07:00"


def test_it_reads_goals_and_strategies(world):
    facts = book_facts(plan=world.small.plan, at=NOW)
    assert facts.goal_plan is not None
    assert [(goal.code, goal.depth) for goal in facts.goal_plan.goals] == [
        ("V", 0),
        ("M1", 1),
        ("T1.1", 2),
        ("S1.1.1", 3),
    ]
    assert facts.dimensions[0].parts[0].strategy == "Mendekatkan layanan."


def test_it_says_that_the_roadmap_is_stale_and_gives_newcomers_a_reason(world):
    funding(programme(world.cast.dlh, "Sesudah dihitung"), 2028)
    facts = book_facts(plan=world.small.plan, at=NOW)
    assert facts.scenario is not None
    assert facts.scenario.is_stale
    assert facts.programmes[-1].reason.startswith("belum ikut dihitung")


def test_it_knows_the_decision_of_an_adopted_roadmap(world):
    adopt(world)
    scenario = book_facts(plan=world.small.plan, at=NOW).scenario
    assert scenario is not None
    assert scenario.decision is not None
    assert (scenario.is_stale, scenario.decision.text) == (False, "Paling berdampak")


def test_it_gathers_a_plan_without_roadmap_or_goals():
    plan = masterplan(actors().place)
    facts = book_facts(plan=plan, at=NOW)
    assert (facts.scenario, facts.goal_plan, facts.programmes, facts.money) == (None, None, (), ())


def test_it_shows_the_frame_until_a_chapter_is_changed(world):
    assert [one.key for one in outline(plan=world.small.plan, book=BookNumber.THREE)] == ["ringkasan"]


def test_it_counts_editions_from_one(world):
    assert next_number(plan=world.small.plan, book=BookNumber.TWO) == 1


def test_it_knows_when_a_book_is_older_than_the_decision(world):
    plan = world.small.plan
    assert not is_behind_decision(plan=plan, book=BookNumber.TWO)
    adopt(world)
    assert is_behind_decision(plan=plan, book=BookNumber.TWO)


def test_it_finds_no_edition_of_another_region(world):
    with pytest.raises(Missing, match="B-2026-00001"):
        edition_by_ref(region_id=world.cast.elsewhere.pk, ref="B-2026-00001")


def test_it_takes_the_moment_it_is_given(world):
    later = NOW + timedelta(days=400)
    assert book_facts(plan=world.small.plan, at=later).as_of.year == 2027
