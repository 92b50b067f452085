"""What the HiGHS solver does where the solver's course depends on the clock or a hair: HiGHS played by a script."""

from types import SimpleNamespace
from typing import Any

import pytest

from rangkai.engines.phasing.model import Model, model_of
from rangkai.engines.phasing.objective import Objective
from rangkai.engines.phasing.solution import Status
from rangkai.engines.phasing.solvers import highs as solver
from rangkai.engines.phasing.solvers.base import Task
from rangkai.engines.phasing.solvers.best import Best
from rangkai.engines.phasing.tests.examples import problem, programme
from rangkai.engines.phasing.watch import Watch
from rangkai.engines.phasing.windows import windows_of

ALL_AT_ONCE = {"A": 2027, "B": 2027, "C": 2027}
"""Three million where two are there."""
ONE_EACH = {"A": 2027, "B": 2028, "C": 2029}


def ended(status: str) -> Any:
    """How HiGHS says that a run has ended."""
    import highspy

    return highspy.HighsModelStatus.__members__[status]


class Callback:
    """Takes a listener as HiGHS does."""

    def __init__(self) -> None:
        self.listeners: list[Any] = []

    def __iadd__(self, listener: Any) -> "Callback":
        self.listeners.append(listener)
        return self


class Scripted:
    """A HiGHS that ends each run with the next of its statuses and points."""

    def __init__(self, *runs: tuple[Any, list[float]]) -> None:
        self.runs, self.cuts, self.given = list(runs), [], []
        self.cbMipInterrupt, self.cbMipImprovingSolution = Callback(), Callback()

    def setSolution(self, solution: Any) -> None:
        self.given.append(list(solution.col_value))

    def setOptionValue(self, name: str, value: float) -> None:
        assert name == "time_limit"
        assert value > 0

    def getRunTime(self) -> float:
        return 0.0

    def run(self) -> None:
        self.status, self.point = self.runs.pop(0)

    def getModelStatus(self) -> Any:
        return self.status

    def getSolution(self) -> Any:
        return SimpleNamespace(col_value=self.point)

    def addRow(self, lower: float, upper: float, size: int, places: list[int], ones: list[float]) -> None:
        assert (lower, size, ones) == (float("-inf"), len(places), [1.0] * size)
        self.cuts.append((upper, places))


@pytest.fixture
def task() -> Task:
    case = problem(programme("A"), programme("B"), programme("C"), capacity={"Kominfo": (3, 3, 3)})
    return Task(case, windows_of(case), Objective(case), Watch(60.0))


@pytest.fixture
def model(task: Task) -> Model:
    return model_of(task.problem, task.windows, task.objective)


def test_it_names_the_columns_that_broke_a_ceiling(task: Task, model: Model) -> None:
    assert solver.covers(model, task.problem, ALL_AT_ONCE) == [
        [model.place[name, 2027] for name in ("A", "B", "C")]
    ]
    assert solver.covers(model, task.problem, ONE_EACH) == []


def test_it_forbids_a_plan_that_breaks_a_ceiling_and_goes_on(
    task: Task, model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    highs = Scripted(
        (ended("kOptimal"), model.point(ALL_AT_ONCE)), (ended("kOptimal"), model.point(ONE_EACH))
    )
    monkeypatch.setattr(solver, "loaded", lambda *_, **__: highs)
    outcome = solver.branch_and_cut(task, model, Best(task))
    assert (outcome.status, outcome.start) == (Status.OPTIMAL, ONE_EACH)
    assert highs.cuts == [(2, [model.place[name, 2027] for name in ("A", "B", "C")])]


def test_it_starts_from_the_best_plan_it_has(task: Task, model: Model) -> None:
    best = Best(task)
    best.offer(ONE_EACH)
    highs = Scripted((ended("kOptimal"), model.point(ONE_EACH)))
    solver.step(highs, task, model, best)
    assert highs.given == [model.point(ONE_EACH)]


def test_it_shows_the_best_plan_where_the_clock_ended_the_search(task: Task, model: Model) -> None:
    best = Best(task)
    best.offer(ONE_EACH)
    outcome = solver.step(Scripted((ended("kTimeLimit"), [])), task, model, best)
    assert outcome is not None
    assert (outcome.status, outcome.start, task.watch.stopped) == (Status.FEASIBLE, ONE_EACH, True)


def test_it_says_that_no_plan_can_be(task: Task, model: Model) -> None:
    outcome = solver.step(Scripted((ended("kInfeasible"), [])), task, model, Best(task))
    assert outcome is not None
    assert (outcome.status, outcome.start) == (Status.INFEASIBLE, None)


class Event:
    """What HiGHS tells its listeners."""

    def __init__(self, **told: Any) -> None:
        self.data_out = SimpleNamespace(**told)
        self.interrupted = False

    def interrupt(self) -> None:
        self.interrupted = True


def heard(task: Task, model: Model, best: Best) -> Event:
    """HiGHS finds a plan, then makes one of its checks."""
    highs = Scripted()
    solver.listen(highs, task, model, best)
    (better,), (count,) = highs.cbMipImprovingSolution.listeners, highs.cbMipInterrupt.listeners
    better(Event(mip_solution=model.point(ONE_EACH)))
    event = Event(mip_dual_bound=1e6)
    count(event)
    return event


def test_it_takes_what_was_found_at_the_next_check(task: Task, model: Model) -> None:
    best = Best(task)
    event = heard(task, model, best)
    assert (best.plan, best.bound, event.interrupted) == (ONE_EACH, 1e6, False)


def test_it_drops_what_was_found_past_the_clock_and_stops(task: Task, model: Model) -> None:
    task.watch.expire()
    best = Best(task)
    event = heard(task, model, best)
    assert (best.plan, best.bound, event.interrupted) == (None, None, True)
