"""A plan, its counts, and its way through JSON."""

import json
from decimal import Decimal

from rangkai.domains.work.rules.plan import (
    Candidate,
    CellChange,
    CellProblem,
    NewName,
    Plan,
    RowPlan,
    repeated,
)
from rangkai.domains.work.rules.plan_json import plan_from_json, plan_to_json
from rangkai.domains.work.rules.terms import Outcome
from rangkai.lib.errors import N_


def problem(cell: str, key: str = "dinas x") -> CellProblem:
    return CellProblem(
        N_("“%(value)s” tidak dikenal.", value="x"), 2, cell, "OPD", "office", "x", ("Y",), key=key
    )


CANDIDATE = Candidate(
    5, "K-1", 2, "MCK", 0.9, {"place": "RT 2"}, (CellChange("place", N_("Lokasi"), "RT 1", "RT 2"),)
)
PLAN = Plan(
    "Lembar 1",
    (
        RowPlan(2, Outcome.NEW, "MCK", "A2", {"statement": "MCK", "estimate": 5}, shown=("MCK", "Puri")),
        RowPlan(3, Outcome.CHANGED, "MCK", values={"place": "RT 2"}, target=CANDIDATE),
        RowPlan(4, Outcome.ALIKE, "MCK", candidates=(CANDIDATE,)),
        RowPlan(5, Outcome.PROBLEM, "MCK", problems=(problem("E5"), problem("E6"), problem("E7", "z"))),
    ),
    (N_("Kebutuhan"),),
    (NewName("office", "Dinas X", 2),),
    (N_("Baris %(row)s dilewati: %(why)s", row=1, why=N_("judul")),),
)


def test_it_comes_back_from_json_as_it_was() -> None:
    assert plan_from_json(json.loads(json.dumps(plan_to_json(PLAN)))) == PLAN


def test_it_keeps_the_value_of_a_message_that_json_lacks_as_text() -> None:
    plan = Plan("x", (), notes=(N_("%(value)s", value=Decimal("1.5")),))
    assert str(plan_from_json(plan_to_json(plan)).notes[0]) == "1.5"


def test_it_counts_rows_by_outcome_and_open_questions() -> None:
    assert (PLAN.counts[Outcome.NEW], PLAN.counts[Outcome.SKIPPED], PLAN.open_questions()) == (1, 0, 2)


def test_it_gathers_the_problems_of_all_rows() -> None:
    assert [p.cell for p in PLAN.problems] == ["E5", "E6", "E7"]


def test_it_offers_one_choice_for_the_same_unknown_value() -> None:
    groups = repeated((*PLAN.problems, problem("E8", key="")))
    assert [(g.problem.key, g.cells) for g in groups] == [("dinas x", ("E5", "E6")), ("z", ("E7",))]
