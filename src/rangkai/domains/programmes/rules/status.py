"""The way of a programme: konsep → diajukan → disetujui by the head of its lead office, or dikembalikan with a reason.

A programme may be stopped with a reason, and taken up again as konsep.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from rangkai.domains.programmes.rules.terms import ProgrammeStatus
from rangkai.lib.errors import N_, Invalid, Message, Problem
from rangkai.lib.terms import Term


class Step(Term):
    """What can be done with a programme on its way; the label is the button."""

    SUBMIT = "submit", "Ajukan"
    APPROVE = "approve", "Setujui"
    RETURN = "return", "Kembalikan"
    STOP = "stop", "Hentikan"
    RESUME = "resume", "Lanjutkan lagi"


@dataclass(frozen=True)
class Move:
    """From which states a step leads where; `verb` is what the policy asks for; some ask for a reason."""

    sources: frozenset[ProgrammeStatus]
    target: ProgrammeStatus
    verb: str
    needs_reason: bool = False


S = ProgrammeStatus
MOVES: Mapping[Step, Move] = {
    Step.SUBMIT: Move(frozenset({S.DRAFT, S.RETURNED}), S.SUBMITTED, "submit"),
    Step.APPROVE: Move(frozenset({S.SUBMITTED}), S.APPROVED, "approve"),
    Step.RETURN: Move(frozenset({S.SUBMITTED, S.APPROVED}), S.RETURNED, "return", needs_reason=True),
    Step.STOP: Move(
        frozenset({S.DRAFT, S.SUBMITTED, S.APPROVED, S.RETURNED}), S.STOPPED, "stop", needs_reason=True
    ),
    Step.RESUME: Move(frozenset({S.STOPPED}), S.DRAFT, "stop"),
}

OPEN_TO_OFFICE = frozenset({S.DRAFT, S.SUBMITTED, S.RETURNED})
"""While a programme is here its office may still change it."""


def steps_from(status: ProgrammeStatus) -> tuple[Step, ...]:
    """What may follow, in the order of the buttons."""
    return tuple(step for step, move in MOVES.items() if status in move.sources)


def after(step: Step, status: ProgrammeStatus, *, ref: str, reason: str = "") -> ProgrammeStatus:
    """The state after `step`; raises Invalid naming the programme when it is not the turn of that step."""
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
    if move.needs_reason and not reason.strip():
        message = N_("Tulis alasannya, agar perangkat daerah tahu apa yang perlu diperbaiki.")
        raise Invalid(message, [Problem(message, field="reason")])
    return move.target
