"""A cascade comes in whole, and again changes nothing."""

from datetime import date
from decimal import Decimal

import pytest

from rangkai.domains.goals.actions import (
    NewGoal,
    NewMeasure,
    NewPlan,
    create_plan,
    delete_goal,
    edit_goal,
    save_cascade,
)
from rangkai.domains.goals.models import Goal
from rangkai.domains.goals.queries import cascade, goal_by_code, plan_in_force
from rangkai.domains.goals.rules import GoalLevel
from rangkai.domains.goals.rules.cascading import GoalLine, cascade_problems
from rangkai.domains.indicators.actions import NewIndicator
from rangkai.domains.indicators.models import IndicatorTarget
from rangkai.domains.organisations.tests.factories import actors
from rangkai.lib.errors import Forbidden, Invalid

TODAY = date(2026, 11, 24)
V, M, T, S = GoalLevel


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        pytest.param([GoalLine("V", V, "Maju"), GoalLine("M1", M, "Layanan", "V")], [], id="whole"),
        pytest.param([GoalLine("", V, "Maju")], ["Kode belum diisi."], id="no code"),
        pytest.param([GoalLine("V", V, " ")], ["Uraian belum diisi."], id="no words"),
        pytest.param(
            [GoalLine("V", V, "a"), GoalLine("V", V, "b")], ["Kode V dipakai dua kali."], id="twice"
        ),
        pytest.param([GoalLine("M1", M, "a", "X")], ["Induk X dari M1 tidak ada."], id="no parent"),
        pytest.param(
            [GoalLine("V", V, "a"), GoalLine("S1", S, "b", "V")],
            ["Sasaran S1 harus berinduk pada Tujuan, bukan pada V."],
            id="a parent two levels up",
        ),
    ],
)
def test_it_names_what_does_not_hold_together(lines, said):
    assert [str(p.message) for p in cascade_problems(lines)] == said


@pytest.fixture
def cast(db):
    return actors()


@pytest.fixture
def plan(cast):
    return create_plan(cast.dewi, plan=NewPlan("RPJMD 2025–2029", 2025, 2029))


GOALS = [
    NewGoal("V", V, "Maju"),
    NewGoal("M1", M, "Layanan", "V"),
    NewGoal("T1", T, "Mutu", "M1"),
    NewGoal("S1", S, "Puas", "T1"),
]
IKM = NewMeasure(
    "S1", NewIndicator("IKM", code="IKU-01", unit="nilai", is_iku=True, targets={2026: Decimal("86.2")})
)


def save(cast, plan, goals=GOALS, measures=(IKM,)):
    return save_cascade(cast.dewi, plan=plan, goals=goals, measures=measures, today=TODAY)


def test_it_brings_a_cascade_in(cast, plan):
    save(cast, plan)
    tree = cascade(region_id=cast.place.pk, plan=plan)
    assert [node.code for node in tree.walk()] == ["V", "M1", "T1", "S1"]
    assert [m.name for node in tree.walk() for m in node.measures] == ["IKM"]


def test_it_changes_nothing_the_second_time(cast, plan):
    save(cast, plan)
    again = save(cast, plan)
    assert (again.new, again.changed, again.unchanged) == (0, 0, 5)


def test_it_takes_new_words_and_targets(cast, plan):
    save(cast, plan)
    richer = NewMeasure("S1", NewIndicator("IKM", code="IKU-01", unit="nilai", targets={2026: Decimal("87")}))
    again = save(cast, plan, [*GOALS[:3], NewGoal("S1", S, "Lebih puas", "T1")], [richer])
    assert (again.changed, IndicatorTarget.objects.get(year=2026).target) == (2, Decimal("87"))


def test_it_writes_nothing_when_one_row_is_wrong(cast, plan):
    with pytest.raises(Invalid):
        save(cast, plan, [*GOALS, NewGoal("S2", S, "", "T9")])
    assert not Goal.objects.exists()


def test_it_refuses_an_indicator_of_an_unknown_goal(cast, plan):
    with pytest.raises(Invalid) as caught:
        save(cast, plan, GOALS, [NewMeasure("S9", NewIndicator("IKM"))])
    assert "S9" in str(caught.value.problems[0].message)


def test_it_refuses_years_that_run_backwards(cast):
    with pytest.raises(Invalid):
        create_plan(cast.dewi, plan=NewPlan("RPJMD", 2029, 2025))


def test_it_edits_the_words_of_a_goal(cast, plan):
    save(cast, plan)
    goal = goal_by_code(region_id=cast.place.pk, year=2026, code="S1")
    edit_goal(cast.dewi, goal=goal, version=1, text="Warga puas")
    assert Goal.objects.get(pk=goal.pk).text == "Warga puas"


def test_it_keeps_a_goal_that_others_stand_below(cast, plan):
    save(cast, plan)
    with pytest.raises(Invalid, match="turunan"):
        delete_goal(cast.dewi, goal=goal_by_code(region_id=cast.place.pk, year=2026, code="M1"), version=1)


def test_it_deletes_a_goal_at_the_end(cast, plan):
    save(cast, plan)
    delete_goal(cast.dewi, goal=goal_by_code(region_id=cast.place.pk, year=2026, code="S1"), version=1)
    assert not Goal.objects.live().filter(code="S1").exists()


def test_it_uses_the_plan_that_holds_the_year(cast, plan):
    create_plan(cast.dewi, plan=NewPlan("RPJMD 2030–2034", 2030, 2034))
    assert plan_in_force(region_id=cast.place.pk, year=2026).pk == plan.pk


def test_it_lets_no_operator_write_goals(cast, plan):
    with pytest.raises(Forbidden):
        save_cascade(cast.ani, plan=plan, goals=GOALS, measures=[], today=TODAY)
