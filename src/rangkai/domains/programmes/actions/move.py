"""Programmes go their way: submitted, approved by the head of the lead office, returned, stopped, taken up again."""

from collections.abc import Sequence

from rangkai.domains.needs.rules.fate import Ended
from rangkai.domains.programmes.actions.serving import needs_of, release, serve
from rangkai.domains.programmes.models import Programme
from rangkai.domains.programmes.policies import PROGRAMME
from rangkai.domains.programmes.queries.programmes import by_refs
from rangkai.domains.programmes.rules.status import MOVES, Step
from rangkai.domains.programmes.rules.terms import ProgrammeStatus
from rangkai.kit.actions import Recorder, recording
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
        count = act.update_all(moved)
        _tell_needs(act, programmes=[programme for programme, _ in moved], step=step)
        return count


def _tell_needs(act: Recorder, *, programmes: Sequence[Programme], step: Step) -> None:
    """The needs of stopped programmes are open again; those of resumed ones are in a programme again."""
    region_id = act.actor.region_id
    if step is Step.STOP:
        needs = needs_of(region_id=region_id, programmes=programmes)
        release(act, region_id=region_id, needs=needs, ended=Ended.STOPPED)
    elif step is Step.RESUME:
        for programme in programmes:
            serve(act, programme=programme, needs=needs_of(region_id=region_id, programmes=[programme]))
