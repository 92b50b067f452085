"""The combined solver on problems too large for branch and cut alone, and the edges of the HiGHS solver."""

import random
from dataclasses import replace

import numpy as np
import pytest

from rangkai.engines.phasing import Coverage, Problem, Programme, Status, solve
from rangkai.engines.phasing.check import violations
from rangkai.engines.phasing.model import model_of
from rangkai.engines.phasing.objective import Objective
from rangkai.engines.phasing.solvers import combined, highs
from rangkai.engines.phasing.solvers.base import Task
from rangkai.engines.phasing.solvers.best import Best
from rangkai.engines.phasing.solvers.highs import bound_at_root, branch_and_cut, counted, forbid
from rangkai.engines.phasing.solvers.milp import loaded, milp_of
from rangkai.engines.phasing.solvers.relaxation import Relaxation, relax
from rangkai.engines.phasing.tests.examples import problem, programme
from rangkai.engines.phasing.watch import Watch
from rangkai.engines.phasing.windows import windows_of

YEARS = tuple(range(2027, 2033))


def crowd(count: int = 64, *, funds: bool = True, ceiling: int = 400) -> Problem:
    """More programmes than money and seats, six years, two funds, six offices; the same at every call."""
    draw = random.Random(7)  # noqa: S311
    programmes = []
    for number in range(count):
        years = draw.randint(1, 3)
        fund = draw.choice(("PAD", "DAK"))
        costs = {fund: tuple(draw.randint(10, 97) for _ in range(years))} if funds else {}
        programmes.append(
            Programme(
                id=f"P{number:02d}",
                value=draw.randint(5, 60),
                owner=f"PD{draw.randint(1, 6)}",
                costs=costs,
                dimension="living",
                after=(f"P{number - 3:02d}",) if number > 3 and draw.random() < 0.2 else (),
            )
        )
    return Problem(
        years=YEARS,
        funds={"PAD": (ceiling,) * 6, "DAK": (ceiling,) * 6} if funds else {},
        capacity={f"PD{number}": (3,) * 6 for number in range(1, 7)},
        programmes=tuple(programmes),
        discount=0.05,
    )


def task_of(case: Problem, watch: Watch | None = None) -> Task:
    return Task(case, windows_of(case), Objective(case), watch or Watch(60.0))


def search_of(task: Task) -> combined._Search:
    model = model_of(task.problem, task.windows, task.objective)
    relaxation = relax(task, model, 60.0)
    assert isinstance(relaxation, Relaxation)
    best = Best(task)
    best.offer({item.id: None for item in task.problem.programmes})
    return combined._Search(task, model, best, relaxation, random.Random(0))  # noqa: S311


def stopped() -> Watch:
    watch = Watch(60.0)
    watch.expire()
    return watch


def test_it_raises_the_greedy_plan_and_lowers_its_bound() -> None:
    case = crowd()
    greedy, found = solve(case, seconds=60, solver="greedy"), solve(case, seconds=60, work=24)
    assert violations(case, found.start) == ()
    assert found.objective > greedy.objective
    assert found.objective <= found.bound < greedy.bound


def test_it_replays_a_search_that_the_clock_stopped() -> None:
    first = solve(crowd(), seconds=1.0)
    again = solve(crowd(), seconds=1.0, work=first.work)
    assert (again.start, again.bound, again.work) == (first.start, first.bound, first.work)


@pytest.mark.parametrize("work", [1, 2, 3, 8], ids=["greedy", "relaxation", "rounding", "search"])
def test_it_shows_a_plan_wherever_it_is_stopped(work: int) -> None:
    found = solve(crowd(), seconds=60, work=work)
    assert (found.status, found.work) == (Status.FEASIBLE, work)
    assert violations(crowd(), found.start) == ()


def test_it_shows_the_greedy_plan_where_there_is_no_time() -> None:
    assert solve(crowd(), seconds=1e-9).objective > 0


def test_it_proves_the_best_plan_of_a_loose_problem() -> None:
    case = crowd(ceiling=100_000)
    found = solve(replace(case, capacity=dict.fromkeys(case.capacity, (64,) * 6)), seconds=60)
    assert (found.status, found.gap) == (Status.OPTIMAL, 0.0)


def test_it_searches_where_no_money_is_asked() -> None:
    found = solve(crowd(funds=False), seconds=60, work=12)
    assert violations(crowd(funds=False), found.start) == ()


def test_it_asks_for_a_first_plan_where_rounding_finds_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(combined, "ROUNDINGS", 0)
    task = task_of(crowd(), Watch(60.0, work=8))
    best = Best(task)
    combined.search(task, model_of(task.problem, task.windows, task.objective), best)
    assert best.plan is not None


def test_it_proves_impossible_what_only_halves_could_do() -> None:
    """Two triangles of rivals: three halves and three halves make three, but only two may be in."""
    rivals = [
        programme(name, owner="PD1", costs={}, dimension="trap", excludes=tuple(set("ABC") - {name}))
        for name in "ABC"
    ] + [
        programme(name, owner="PD2", costs={}, dimension="trap", excludes=tuple(set("DEF") - {name}))
        for name in "DEF"
    ]
    case = crowd()
    case = replace(
        case,
        programmes=(*case.programmes, *rivals),
        coverage=(Coverage(at_least=3, by=2032, dimension="trap"),),
    )
    task = task_of(case)
    best = Best(task)
    combined.search(task, model_of(case, task.windows, task.objective), best)
    assert best.outcome().status is Status.INFEASIBLE


def test_it_leaves_a_problem_without_relaxation_to_branch_and_cut() -> None:
    case = replace(crowd(), coverage=(Coverage(at_least=64, by=2027),))
    assert solve(case, seconds=60).status is Status.INFEASIBLE


def test_it_drops_a_step_that_does_not_count() -> None:
    search = search_of(task_of(crowd(), stopped()))
    before = search.best.value
    search.step()
    assert search.best.value == before


def test_it_passes_over_a_part_that_the_bound_rules_out() -> None:
    search = search_of(task_of(crowd()))
    hopeless = np.full_like(search.relaxation.reduced, -1.0)
    search.relaxation = replace(search.relaxation, bound=search.best.value, reduced=hopeless)
    search.step()
    assert (search.best.value, search.idle, search.task.watch.done) == (0.0, 1, 0)


def test_it_frees_anyone_where_a_kind_finds_no_one() -> None:
    search = search_of(task_of(crowd(funds=False)))
    search.weight = {"fund": 1.0}
    search.step()
    assert search.best.value > 0


def test_it_shrinks_a_part_that_it_could_not_finish() -> None:
    search = search_of(task_of(crowd()))
    highs = loaded(milp_of(search.model), time_limit=0.0)
    highs.run()
    search.learn("year", False, highs)
    assert search.size["year"] < search.size["fund"]


@pytest.mark.parametrize("kind", ["slack", "unlike", "year", "fund", "office", "any"])
def test_it_picks_programmes_by_every_kind(kind: str) -> None:
    search = search_of(task_of(crowd()))
    search.weight = {kind: 1.0}
    search.step()
    assert search.best.value > 0


def test_it_tightens_the_bound_at_the_root() -> None:
    task = task_of(crowd())
    model = model_of(task.problem, task.windows, task.objective)
    relaxation = relax(task, model, 60.0)
    assert isinstance(relaxation, Relaxation)
    best = Best(task)
    bound_at_root(task, model, best)
    assert best.bound is not None
    assert best.bound < relaxation.bound


def test_it_drops_a_bound_that_does_not_count() -> None:
    task = task_of(crowd(), stopped())
    best = Best(task)
    bound_at_root(task, model_of(task.problem, task.windows, task.objective), best)
    assert best.bound is None


def test_it_counts_no_run_that_the_clock_of_highs_cut_short() -> None:
    task = task_of(crowd())
    highs = loaded(milp_of(model_of(task.problem, task.windows, task.objective)), time_limit=0.0)
    highs.run()
    assert not counted(task, highs)
    assert task.watch.stopped


def test_it_stops_at_a_first_plan_where_that_is_asked() -> None:
    task = task_of(crowd())
    best = Best(task)
    branch_and_cut(task, model_of(task.problem, task.windows, task.objective), best, first_plan=True)
    assert best.plan is not None


def test_it_forbids_together_those_that_broke_a_ceiling() -> None:
    case = problem(
        programme("A"), programme("B"), programme("C", costs={"PAD": (1,)}), capacity={"Kominfo": (3, 3, 3)}
    )
    task = task_of(case)
    model = model_of(case, task.windows, task.objective)
    highs = loaded(milp_of(model))
    rows = highs.getNumRow()
    forbid(highs, model, case, {"A": 2027, "B": 2027, "C": 2027})
    assert highs.getNumRow() == rows + 1


@pytest.mark.parametrize("solver", ["highs", "combined"])
def test_it_never_exceeds_a_ceiling_that_a_float_cannot_see(solver: str) -> None:
    """Sums so large that one rupiah is lost in a float."""
    huge = 10**16
    case = problem(
        programme("A", costs={"PAD": (huge + 1,)}, latest=2027),
        programme("B", costs={"PAD": (huge,)}, latest=2027, value=9.0),
        funds={"PAD": (2 * huge, 0, 0)},
    )
    found = solve(case, seconds=20, solver=solver)
    assert (found.status, found.objective, found.start) == (Status.OPTIMAL, 10.0, {"A": 2027, "B": None})


def test_it_goes_on_after_a_plan_that_the_checker_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    task = task_of(problem(programme("A"), programme("B")))
    model = model_of(task.problem, task.windows, task.objective)
    forbidden: list[object] = []

    class Strict(Best):
        def offer(self, plan: dict[str, int | None] | None) -> bool:
            return bool(forbidden) and super().offer(plan)

    monkeypatch.setattr(highs, "forbid", lambda _highs, _model, _problem, plan: forbidden.append(plan))
    outcome = branch_and_cut(task, model, Strict(task))
    assert forbidden == [outcome.start]
    assert outcome.status is Status.OPTIMAL
