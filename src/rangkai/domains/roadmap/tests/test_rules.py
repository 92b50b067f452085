"""From what people entered to the engine's problem, and back to a page."""

import pytest

from rangkai.domains.masterplans.rules import PhaseFact, PhaseKind
from rangkai.domains.roadmap.rules.assembling import (
    Candidate,
    Cost,
    CoverageWish,
    Setting,
    assemble,
    fingerprint,
    relative_costs,
)
from rangkai.domains.roadmap.rules.reading import Bar, Roadmap, money_of, moved_costs, phase_kind

SETTING = Setting(
    years=(2027, 2028, 2029),
    phases=(("pendek", 2027), ("menengah", 2029)),
    ceilings={"PAD": {2027: 100, 2028: 50}},
    capacity={"DINKES": 2},
    discount=30,
    pins={"P-1": 2028, "P-9": None},
    coverage=(CoverageWish("living", True, 1, 2028),),
)
CLINIC = Candidate("P-1", 80, "DINKES", "living", (Cost(2027, "PAD", 60),), after=("P-9",), quick_win=True)
ROAD = Candidate("P-2", 50, "DPUPR", "living", (Cost(2028, "DAK", 10),), excludes=("P-1",))


@pytest.mark.parametrize(
    ("costs", "expected"),
    [
        pytest.param([], {}, id="a programme without money"),
        pytest.param([Cost(2029, "PAD", 5)], {"PAD": (5,)}, id="its first year is the first running year"),
        pytest.param(
            [Cost(2027, "PAD", 5), Cost(2029, "PAD", 7)],
            {"PAD": (5, 0, 7)},
            id="a year between costs nothing",
        ),
        pytest.param(
            [Cost(2027, "PAD", 5), Cost(2028, "DAU", 7)],
            {"PAD": (5,), "DAU": (0, 7)},
            id="every fund counts from the same first year",
        ),
        pytest.param(
            [Cost(2027, "PAD", 5), Cost(2027, "PAD", 2)], {"PAD": (7,)}, id="lines of a year add up"
        ),
    ],
)
def test_it_counts_costs_from_the_first_proposed_year(costs, expected):
    assert relative_costs(costs) == expected


def test_it_gives_a_fund_without_a_ceiling_nothing():
    assert assemble(SETTING, [CLINIC, ROAD]).funds == {"DAK": (0, 0, 0), "PAD": (100, 50, 0)}


def test_it_lets_an_office_without_capacity_run_all_and_says_so():
    problem = assemble(SETTING, [CLINIC, ROAD])
    assert (problem.capacity["DPUPR"], "DPUPR" in str(problem.notes[0])) == ((1, 1, 1), True)


def test_it_leaves_out_links_and_pins_of_programmes_that_are_not_there():
    problem = assemble(SETTING, [CLINIC, ROAD])
    assert (problem.programmes[0].after, problem.pins) == ((), {"P-1": 2028})


def test_it_turns_thousandths_into_a_share():
    assert assemble(SETTING, [CLINIC]).discount == 0.03


def test_it_has_the_same_fingerprint_for_the_same_inputs_in_another_order():
    assert fingerprint(SETTING, [CLINIC, ROAD]) == fingerprint(SETTING, [ROAD, CLINIC])


def test_it_has_another_fingerprint_when_a_ceiling_changed():
    richer = Setting(**{**SETTING.__dict__, "ceilings": {"PAD": {2027: 101, 2028: 50}}})
    assert fingerprint(SETTING, [CLINIC]) != fingerprint(richer, [CLINIC])


PHASES = (PhaseFact(PhaseKind.PENDEK, 2027), PhaseFact(PhaseKind.MENENGAH, 2029))
BAR = Bar(
    "P-1",
    "Klinik",
    "living",
    "Dinkes",
    2028,
    2029,
    PhaseKind.MENENGAH,
    True,
    {(2028, "PAD"): 40, (2029, "PAD"): 5},
)


def test_it_moves_costs_with_the_start():
    assert moved_costs({"PAD": (40, 0, 5)}, 2028) == {(2028, "PAD"): 40, (2030, "PAD"): 5}


@pytest.mark.parametrize(
    ("year", "kind"), [(2027, PhaseKind.PENDEK), (2028, PhaseKind.MENENGAH), (2031, None)]
)
def test_it_knows_the_phase_of_a_year(year, kind):
    assert phase_kind(year, PHASES) is kind


def test_it_shows_what_is_left_of_every_fund_and_year():
    money = money_of([BAR], {"PAD": {2028: 50}}, (2028, 2029))
    assert [(m.year, m.used, m.left) for m in money] == [(2028, 40, 10), (2029, 5, -5)]


def test_it_puts_a_programme_into_the_phase_where_it_starts():
    roadmap = Roadmap((BAR,), (), money_of([BAR], {}, (2028, 2029)))
    assert [len(bars) for _, bars in roadmap.by_phase(PHASES)] == [0, 1]
    assert (BAR.total, roadmap.spent(2028)) == (45, 40)
