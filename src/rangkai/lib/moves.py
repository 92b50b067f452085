"""The way of a record through its states: which step leads where, and the refusal of a step out of turn."""

from collections.abc import Mapping
from dataclasses import dataclass

from rangkai.lib.errors import N_, Invalid, Message, Problem
from rangkai.lib.terms import Term


@dataclass(frozen=True)
class Move[State: Term]:
    """From which states a step leads where; `verb` is what the policy asks for, `ask` the words that want a reason."""

    sources: frozenset[State]
    target: State
    verb: str
    ask: Message | None = None


def steps_from[Step: Term, State: Term](moves: Mapping[Step, Move[State]], status: State) -> tuple[Step, ...]:
    """What may follow, in the order of the buttons."""
    return tuple(step for step, move in moves.items() if status in move.sources)


def after[Step: Term, State: Term](
    moves: Mapping[Step, Move[State]], step: Step, status: State, *, ref: str, reason: str = ""
) -> State:
    """The state after `step`; raises Invalid naming the record when it is not the turn of that step."""
    move = moves[step]
    if status not in move.sources:
        raise Invalid(
            N_(
                "%(ref)s berstatus “%(status)s”, jadi tidak dapat diproses dengan “%(step)s”.",
                ref=ref,
                status=Message(status.label),
                step=Message(step.label),
            )
        )
    if move.ask and not reason.strip():
        raise Invalid(move.ask, [Problem(move.ask, field="reason")])
    return move.target
