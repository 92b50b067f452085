"""The answer, its payload, and the watch that counts the steps to it."""

import pytest

from rangkai.engines.phasing import Coverage, Solution, Status, solve, to_payload
from rangkai.engines.phasing.objective import Objective
from rangkai.engines.phasing.problem import Goal
from rangkai.engines.phasing.solution import Change, Clash, Mend
from rangkai.engines.phasing.solvers.base import Outcome, Solver
from rangkai.engines.phasing.solvers.registry import SOLVERS
from rangkai.engines.phasing.tests.examples import problem, programme
from rangkai.engines.phasing.watch import Watch
from rangkai.engines.phasing.words import spelled
from rangkai.lib.errors import N_, Unavailable

KEYS = {
    "status",
    "objective",
    "bound",
    "gap",
    "seconds",
    "solver",
    "start",
    "why",
    "value",
    "work",
    "seed",
    "notes",
}


def solution(**given):
    return Solution(
        **{
            "status": Status.FEASIBLE,
            "objective": 10.0,
            "value": 10.0,
            "bound": 11.0,
            "seconds": 1.23456,
            "solver": "greedy",
            "start": {"A": 2027, "B": None},
            **given,
        }
    )


@pytest.mark.parametrize(
    ("objective", "bound", "gap"),
    [
        pytest.param(10.0, 11.0, 0.1, id="a plan under its bound"),
        pytest.param(10.0, 10.0, 0.0, id="a plan at its bound"),
        pytest.param(None, 10.0, None, id="no plan"),
        pytest.param(10.0, None, None, id="no bound"),
        pytest.param(0.0, 1.0, None, id="a plan worth nothing"),
        pytest.param(-1.0, 1.0, None, id="a plan below nothing"),
    ],
)
def test_it_measures_the_gap_as_a_share_of_the_plan(objective, bound, gap):
    assert solution(objective=objective, bound=bound).gap == (None if gap is None else pytest.approx(gap))


def test_it_writes_the_keys_of_the_format():
    found = to_payload(
        solution(why={"B": N_("Tidak masuk: %(why)s", why="penuh")}, notes=(N_("Catatan."),), work=3, seed=7)
    )
    assert found.keys() == KEYS
    assert (found["status"], found["gap"], found["seconds"]) == ("feasible", pytest.approx(0.1), 1.235)
    assert (found["start"], found["why"]) == ({"A": 2027, "B": None}, {"B": "Tidak masuk: penuh"})
    assert (found["work"], found["seed"], found["notes"]) == (3, 7, ["Catatan."])


def test_it_writes_the_clash_of_an_impossible_problem():
    mend = Mend("money", (Change("PAD", 2027, 5),), N_("pagu PAD 2027 kurang Rp5"), least=False)
    found = to_payload(
        solution(
            status=Status.INFEASIBLE,
            objective=None,
            clash=Clash((N_("program A wajib masuk"),), (mend,), irreducible=False),
        )
    )
    assert found.keys() == KEYS | {"clash"}
    assert found["clash"] == {
        "constraints": ["program A wajib masuk"],
        "irreducible": False,
        "mend": [
            {
                "kind": "money",
                "changes": [{"subject": "PAD", "year": 2027, "amount": 5}],
                "message": "pagu PAD 2027 kurang Rp5",
                "least": False,
            }
        ],
    }


def test_it_answers_with_plan_value_bound_and_reasons():
    case = problem(programme("A"), programme("B", value=5.0), capacity={"Kominfo": (1, 1, 0)})
    found = solve(case, seconds=2, seed=4)
    assert (found.status, found.start) == (Status.OPTIMAL, {"A": 2027, "B": 2028})
    assert (found.objective, found.value, found.gap) == (pytest.approx(14.5), pytest.approx(14.5), 0.0)
    assert (found.seed, found.clash, found.seconds < 2) == (4, None, True)
    assert {name: str(why) for name, why in found.why.items()} == {
        "B": "Mulai 2028, bukan 2027: Kominfo sudah penuh pada 2027."
    }


def test_it_answers_an_impossible_problem_with_its_clash():
    found = solve(problem(programme(must=True), funds={"PAD": (0, 0, 0)}), seconds=2)
    assert (found.status, found.objective, found.start) == (Status.INFEASIBLE, None, {"A": None})
    assert found.clash is not None
    assert str(found.clash.constraints[0]) == "program A wajib masuk"


def test_it_says_where_no_plan_was_found():
    """Greed counts A for the first rule, and A excludes the only programme of the second."""
    case = problem(
        programme("A", dimension="governance"),
        programme("B", dimension="governance", value=1.0),
        programme("C", dimension="living", value=1.0, excludes=("A",)),
        coverage=(Coverage(1, 2029, "governance"), Coverage(1, 2029, "living")),
    )
    with pytest.raises(Unavailable, match=r"dalam 1 detik\. Tidak ada yang berubah"):
        solve(case, seconds=1, solver="greedy")


def test_it_never_shows_a_plan_that_the_checker_faults(monkeypatch):
    overfull = Outcome(Status.FEASIBLE, {"A": 2027, "B": 2027}, None)
    monkeypatch.setitem(SOLVERS, "greedy", Solver("greedy", lambda _: overfull, proves=False))
    case = problem(programme("A"), programme("B"), capacity={"Kominfo": (1, 1, 1)})
    with pytest.raises(AssertionError, match="Kominfo menjalankan 2 program pada 2027"):
        solve(case, seconds=1, solver="greedy")


def test_it_prices_broken_promises_apart_from_value():
    case = problem(
        programme("A"),
        programme("B"),
        previous={"A": 2028, "B": None, "Z": 2027},
        goals=(Goal("keep_previous", 3.0),),
    )
    objective = Objective(case)
    assert objective.promised == {"A": 2028}
    assert objective.offset == -3.0
    assert objective.value({"A": 2027, "B": None}) == 10.0
    assert objective.of({"A": 2027, "B": None}) == 7.0
    assert objective.of({"A": 2028, "B": None}) == 9.0


@pytest.mark.parametrize(
    ("years", "text"),
    [
        pytest.param((), "", id="none"),
        pytest.param((2027,), "2027", id="one"),
        pytest.param((2031, 2027, 2029, 2030), "2027, 2029–2031", id="one and a run"),
    ],
)
def test_it_spells_years(years, text):
    assert spelled(years) == text


def test_it_counts_until_the_work_is_done():
    watch = Watch(1e-9, work=2)
    assert watch.left() == float("inf")
    assert [watch.count() for _ in range(3)] == [True, True, False]
    assert (watch.done, watch.stopped, watch.was_cancelled) == (2, True, False)


def test_it_counts_the_first_step_however_late():
    watch = Watch(0.0)
    assert [watch.count() for _ in range(3)] == [True, False, False]
    assert (watch.done, watch.stopped, watch.left()) == (1, True, 0.0)


def test_it_counts_on_while_the_clock_runs():
    watch = Watch(60.0)
    assert [watch.count() for _ in range(3)] == [True] * 3
    assert (watch.done, watch.stopped, watch.left() > 50) == (3, False, True)


def test_it_counts_nothing_after_it_expired():
    watch = Watch(60.0)
    watch.expire()
    assert (watch.count(), watch.done, watch.was_cancelled) == (False, 0, False)


def test_it_stops_where_it_is_cancelled():
    answers = iter((False, True))
    watch = Watch(60.0, cancelled=lambda: next(answers))
    assert [watch.count() for _ in range(3)] == [True, True, False]
    assert (watch.done, watch.was_cancelled) == (2, True)


def test_it_remembers_what_was_seen():
    watch = Watch(60.0)
    watch.saw(value=1.0)
    watch.saw(bound=2.0)
    watch.saw(value=1.5)
    assert (watch.value, watch.bound) == (1.5, 2.0)


@pytest.mark.parametrize(
    ("value", "bound", "gap"),
    [
        pytest.param(10.0, 12.0, pytest.approx(0.2), id="a plan and a bound"),
        pytest.param(10.0, 9.0, 0.0, id="a bound that rounding put below"),
        pytest.param(None, 12.0, None, id="no plan yet"),
        pytest.param(10.0, None, None, id="no bound yet"),
        pytest.param(0.0, 12.0, None, id="a plan worth nothing"),
    ],
)
def test_it_tells_value_bound_gap_and_share(value, bound, gap):
    heard = []
    watch = Watch(
        60.0, work=4, progress=lambda *told: heard.append(told), every=0.0, value=value, bound=bound
    )
    watch.count()
    assert heard == [(value, bound, gap, 0.25)]


def test_it_tells_the_share_of_the_clock_and_never_more_than_all():
    heard = []
    watch = Watch(1e-9, progress=lambda *told: heard.append(told[-1]), every=0.0)
    watch.count()
    assert heard == [1.0]


def test_it_tells_nothing_too_often():
    heard = []
    watch = Watch(60.0, progress=lambda *told: heard.append(told), every=30.0)
    watch.count()
    assert heard == []
