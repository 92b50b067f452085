"""The way of a need out of its office."""

import pytest

from rangkai.domains.needs.rules.status import MOVES, Step
from rangkai.domains.needs.rules.terms import NeedStatus
from rangkai.lib.errors import Invalid
from rangkai.lib.moves import after, steps_from

WAY = [
    (NeedStatus.DRAFT, Step.SUBMIT, NeedStatus.SUBMITTED),
    (NeedStatus.SUBMITTED, Step.CHECK, NeedStatus.CHECKED),
    (NeedStatus.CHECKED, Step.APPROVE, NeedStatus.APPROVED),
    (NeedStatus.SUBMITTED, Step.APPROVE, NeedStatus.APPROVED),
    (NeedStatus.SUBMITTED, Step.RETURN, NeedStatus.RETURNED),
    (NeedStatus.CHECKED, Step.RETURN, NeedStatus.RETURNED),
    (NeedStatus.APPROVED, Step.RETURN, NeedStatus.RETURNED),
    (NeedStatus.RETURNED, Step.SUBMIT, NeedStatus.SUBMITTED),
]


@pytest.mark.parametrize(("status", "step", "then"), WAY)
def test_it_goes(status: NeedStatus, step: Step, then: NeedStatus) -> None:
    assert after(MOVES, step, status, ref="K-2027-00001", reason="perbaiki volume") is then


@pytest.mark.parametrize(
    ("status", "step"),
    [(s, t) for s in NeedStatus for t in Step if (s, t) not in {(a, b) for a, b, _ in WAY}],
)
def test_it_refuses_a_step_out_of_turn_and_names_the_need(status: NeedStatus, step: Step) -> None:
    with pytest.raises(Invalid, match="K-2027-00001"):
        after(MOVES, step, status, ref="K-2027-00001", reason="x")


def test_it_asks_for_the_reason_of_a_return() -> None:
    with pytest.raises(Invalid) as refused:
        after(MOVES, Step.RETURN, NeedStatus.SUBMITTED, ref="K-1", reason="  ")
    assert refused.value.problems[0].field == "reason"


def test_it_offers_the_steps_of_a_state_in_order() -> None:
    assert steps_from(MOVES, NeedStatus.SUBMITTED) == (Step.CHECK, Step.APPROVE, Step.RETURN)


def test_it_has_a_move_for_every_step() -> None:
    assert set(MOVES) == set(Step)
