"""The way of a need out of an office: konsep → diajukan → diparaf → disetujui, or dikembalikan with a reason.

The head may approve without the paraf of the planner, for not every office has one; the page says that it is missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from rangkai.domains.needs.rules.terms import NeedStatus
from rangkai.lib.errors import N_, Invalid, Message, Problem
from rangkai.lib.terms import Term


class Step(Term):
    """What can be done with a need on its way; the label is the button."""

    SUBMIT = "submit", "Ajukan"
    CHECK = "check", "Paraf"
    APPROVE = "approve", "Setujui"
    RETURN = "return", "Kembalikan"


@dataclass(frozen=True)
class Move:
    """From which states a step leads where; `verb` is what the policy asks for."""

    sources: frozenset[NeedStatus]
    target: NeedStatus
    verb: str


MOVES: Mapping[Step, Move] = {
    Step.SUBMIT: Move(frozenset({NeedStatus.DRAFT, NeedStatus.RETURNED}), NeedStatus.SUBMITTED, "edit"),
    Step.CHECK: Move(frozenset({NeedStatus.SUBMITTED}), NeedStatus.CHECKED, "check"),
    Step.APPROVE: Move(frozenset({NeedStatus.SUBMITTED, NeedStatus.CHECKED}), NeedStatus.APPROVED, "approve"),
    Step.RETURN: Move(
        frozenset({NeedStatus.SUBMITTED, NeedStatus.CHECKED, NeedStatus.APPROVED}),
        NeedStatus.RETURNED,
        "return",
    ),
}

OPEN_TO_OFFICE = frozenset({NeedStatus.DRAFT, NeedStatus.SUBMITTED, NeedStatus.RETURNED})
"""While a need is here its office may still change its words."""


def steps_from(status: NeedStatus) -> tuple[Step, ...]:
    """What may follow, in the order of the buttons."""
    return tuple(step for step, move in MOVES.items() if status in move.sources)


def after(step: Step, status: NeedStatus, *, ref: str, reason: str = "") -> NeedStatus:
    """The state after `step`; raises Invalid naming the need when it is not the turn of that step."""
    move = MOVES[step]
    if status not in move.sources:
        raise Invalid(
            N_(
                "%(ref)s berstatus “%(status)s”, jadi tidak dapat diproses dengan “%(step)s”.",
                ref=ref,
                status=Message(status.label),
                step=Message(step.label),
            )
        )
    if step is Step.RETURN and not reason.strip():
        message = N_("Tulis alasan pengembalian, agar perangkat daerah tahu apa yang perlu diperbaiki.")
        raise Invalid(message, [Problem(message, field="reason")])
    return move.target
