"""One suite for every solver: what it answers holds, and what it claims is so."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rangkai.engines.phasing import Coverage, Goal, Problem, Programme, Solution, Status, solve
from rangkai.engines.phasing.check import violations
from rangkai.engines.phasing.solvers.registry import NAMES, SOLVERS
from rangkai.engines.phasing.tests.examples import MILLION, best_by_hand, problem, programme
from rangkai.lib.errors import Invalid, Unavailable

PROVING = [name for name, solver in SOLVERS.items() if solver.proves]
every_solver = pytest.mark.parametrize("solver", SOLVERS)
every_proving_solver = pytest.mark.parametrize("solver", PROVING)
slowly = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Up to five programmes in three years, with every kind of constraint, ceilings in odd rupiah."""
    names = ["A", "B", "C", "D", "E"][: draw(st.integers(0, 5))]
    amounts = st.integers(0, 3 * MILLION + 1)
    years = st.sampled_from((2027, 2028, 2029))
    programmes = []
    for place, name in enumerate(names):
        costs = draw(
            st.dictionaries(st.sampled_from(("PAD", "DAK")), st.lists(amounts, max_size=2).map(tuple))
        )
        programmes.append(
            Programme(
                id=name,
                value=draw(st.integers(0, 20)),
                owner=draw(st.sampled_from(("Kominfo", "Dinkes"))),
                costs=costs,
                dimension=draw(st.sampled_from(("living", "economy"))),
                earliest=draw(st.none() | years),
                latest=draw(st.none() | years),
                must=draw(st.integers(0, 9)) == 0,
                quick_win=draw(st.booleans()),
                after=tuple(draw(st.lists(st.sampled_from(names[:place]), max_size=1))) if place else (),
                excludes=tuple(
                    draw(st.lists(st.sampled_from([other for other in names if other != name]), max_size=1))
                )
                if len(names) > 1 and draw(st.booleans())
                else (),
            )
        )
    rule = st.builds(
        Coverage,
        at_least=st.integers(0, 2),
        by=years,
        dimension=st.none() | st.sampled_from(("living", "economy")),
        quick_win=st.booleans(),
    )
    some = st.dictionaries(st.sampled_from(names), st.none() | years, max_size=2) if names else st.just({})
    return Problem(
        years=(2027, 2028, 2029),
        funds={"PAD": tuple(draw(st.lists(amounts, min_size=3, max_size=3))), "DAK": (2 * MILLION,) * 3},
        capacity={
            "Kominfo": tuple(draw(st.lists(st.integers(0, 3), min_size=3, max_size=3))),
            "Dinkes": (1, 1, 1),
        },
        programmes=tuple(programmes),
        discount=draw(st.sampled_from((0.0, 0.05, 0.5))),
        coverage=tuple(draw(st.lists(rule, max_size=2))),
        pins=draw(st.just({}) | some),
        previous=draw(some),
        goals=draw(
            st.just(()) | st.builds(lambda weight: (Goal("keep_previous", weight),), st.integers(0, 5))
        ),
    )


def answer(case: Problem, solver: str) -> Solution | None:
    try:
        return solve(case, seconds=20, solver=solver)
    except Unavailable:
        return None


@every_solver
@given(case=problems())
@slowly
def test_it_never_breaks_a_constraint(solver: str, case: Problem) -> None:
    found = answer(case, solver)
    if found is not None and found.objective is not None:
        assert violations(case, found.start) == ()


@every_solver
@given(case=problems())
@slowly
def test_it_never_claims_a_bound_below_the_best_plan(solver: str, case: Problem) -> None:
    found, best = answer(case, solver), best_by_hand(case)
    if found is not None and best is not None:
        assert found.bound is not None
        assert found.bound >= best - 1e-6


@every_proving_solver
@given(case=problems())
@slowly
def test_it_finds_the_best_plan_of_a_small_problem(solver: str, case: Problem) -> None:
    found, best = answer(case, solver), best_by_hand(case)
    assert found is not None
    assert found.status is (Status.INFEASIBLE if best is None else Status.OPTIMAL)
    assert found.objective == (None if best is None else pytest.approx(best, abs=1e-6))


@every_solver
@given(case=problems())
@slowly
def test_it_gives_a_reason_to_whoever_is_out_or_waits(solver: str, case: Problem) -> None:
    found = answer(case, solver)
    if found is None or found.objective is None:
        return
    for item in case.programmes:
        year = found.start[item.id]
        if year is None or year > max(case.years[0], item.earliest or 0):
            assert str(found.why[item.id])


@every_solver
def test_it_answers_an_empty_list(solver: str) -> None:
    found = solve(problem(), seconds=5, solver=solver)
    assert (found.status, found.objective, found.gap, found.start) == (Status.OPTIMAL, 0.0, 0.0, {})


@every_solver
def test_it_replays_a_run_from_its_work(solver: str) -> None:
    case = problem(*(programme(f"P{number}", value=float(10 + number)) for number in range(9)))
    first = solve(case, seconds=5, solver=solver)
    again = solve(case, seconds=1e-9, solver=solver, work=first.work)
    assert (again.start, again.bound, again.work) == (first.start, first.bound, first.work)


@every_solver
def test_it_stops_where_it_is_asked_to(solver: str) -> None:
    case = problem(programme("A"), programme("B", value=1e9, costs={"PAD": (9 * MILLION,)}))
    found = solve(case, seconds=5, solver=solver, cancelled=lambda: True)
    assert found.status in (Status.CANCELLED, Status.OPTIMAL)


def test_it_refuses_a_solver_it_does_not_have() -> None:
    with pytest.raises(Invalid, match="tidak dikenal"):
        solve(problem(), seconds=1, solver="cplex")


def test_it_names_the_default_among_its_solvers() -> None:
    assert ("default", *SOLVERS) == NAMES
