"""The way of a programme out of its office."""

import pytest

from rangkai.domains.programmes.rules.status import MOVES, Step
from rangkai.domains.programmes.rules.terms import ProgrammeStatus as S
from rangkai.lib.errors import Invalid
from rangkai.lib.moves import after, steps_from

WAY = [
    (S.DRAFT, Step.SUBMIT, S.SUBMITTED),
    (S.RETURNED, Step.SUBMIT, S.SUBMITTED),
    (S.SUBMITTED, Step.APPROVE, S.APPROVED),
    (S.SUBMITTED, Step.RETURN, S.RETURNED),
    (S.APPROVED, Step.RETURN, S.RETURNED),
    (S.DRAFT, Step.STOP, S.STOPPED),
    (S.SUBMITTED, Step.STOP, S.STOPPED),
    (S.APPROVED, Step.STOP, S.STOPPED),
    (S.RETURNED, Step.STOP, S.STOPPED),
    (S.STOPPED, Step.RESUME, S.DRAFT),
]


@pytest.mark.parametrize(("status", "step", "then"), WAY)
def test_it_goes(status: S, step: Step, then: S) -> None:
    assert after(MOVES, step, status, ref="P-1", reason="pagu belum ada") is then


@pytest.mark.parametrize(
    ("status", "step"),
    [(status, step) for status in S for step in Step if (status, step) not in {(a, b) for a, b, _ in WAY}],
)
def test_it_refuses_a_step_out_of_turn_and_names_the_programme(status: S, step: Step) -> None:
    with pytest.raises(Invalid, match="P-1"):
        after(MOVES, step, status, ref="P-1", reason="x")


@pytest.mark.parametrize("step", [Step.RETURN, Step.STOP])
def test_it_asks_for_a_reason(step: Step) -> None:
    with pytest.raises(Invalid) as refused:
        after(MOVES, step, S.SUBMITTED, ref="P-1", reason=" ")
    assert refused.value.problems[0].field == "reason"


def test_it_offers_the_steps_of_a_state_in_order() -> None:
    assert steps_from(MOVES, S.SUBMITTED) == (Step.APPROVE, Step.RETURN, Step.STOP)


def test_it_has_a_move_for_every_step() -> None:
    assert set(MOVES) == set(Step)
