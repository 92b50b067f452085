"""Needs go their way out of an office: submitted, initialled, approved, or returned with a reason."""

from collections.abc import Sequence

from rangkai.domains.needs.queries.needs import by_refs
from rangkai.domains.needs.rules.status import MOVES, Step
from rangkai.domains.needs.rules.terms import NeedStatus
from rangkai.kit.actions import recording
from rangkai.kit.policies import Actor
from rangkai.lib.moves import after


def move_needs(actor: Actor, *, refs: Sequence[str], step: Step, reason: str = "") -> int:
    """Take one step with several needs, all or none; returns how many. The reason stays with a returned need."""
    with recording(f"needs.{step}", actor, reason=reason.strip()) as act:
        found = by_refs(actor, refs=refs, verb=MOVES[step].verb)
        moved = []
        for need in found:
            target = after(MOVES, step, NeedStatus(need.status), ref=need.ref, reason=reason)
            kept = reason.strip() if step is Step.RETURN else ""
            moved.append((need, {"status": target, "status_reason": kept}))
        return act.update_all(moved)
