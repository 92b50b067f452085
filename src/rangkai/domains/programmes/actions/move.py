"""Programmes go their way: submitted, approved by the head of the lead office, returned, stopped, taken up again."""

from collections.abc import Sequence

from rangkai.domains.programmes.policies import PROGRAMME
from rangkai.domains.programmes.queries.programmes import by_refs
from rangkai.domains.programmes.rules.status import MOVES, Step
from rangkai.domains.programmes.rules.terms import ProgrammeStatus
from rangkai.kit.actions import recording
from rangkai.kit.policies import Actor
from rangkai.lib.moves import after

KEEPS_REASON = frozenset({Step.RETURN, Step.STOP})


def move_programmes(actor: Actor, *, refs: Sequence[str], step: Step, reason: str = "") -> int:
    """Take one step with several programmes, all or none; returns how many. The reason of a return or stop stays."""
    PROGRAMME.require(actor, MOVES[step].verb)
    with recording(f"programmes.{step}", actor, reason=reason.strip()) as act:
        moved = []
        for programme in by_refs(actor, refs=refs, verb=MOVES[step].verb):
            target = after(MOVES, step, ProgrammeStatus(programme.status), ref=programme.ref, reason=reason)
            kept = reason.strip()[:300] if step in KEEPS_REASON else ""
            moved.append((programme, {"status": target, "status_reason": kept}))
        return act.update_all(moved)
