"""What waits for a paraf or a signature."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from rangkai.domains.needs.models import Need
from rangkai.domains.needs.queries.needs import needs
from rangkai.domains.needs.rules.status import MOVES, Step
from rangkai.domains.needs.rules.terms import Fate, NeedStatus
from rangkai.kit.policies import Actor, policy_of


@dataclass(frozen=True)
class Waiting:
    """The step that the person takes, and the needs that wait for it."""

    step: Step
    needs: QuerySet[Need]


def waiting_for(actor: Actor) -> Waiting | None:
    """For the head of an office: to approve; for its planner: to initial; None for others. No query."""
    for step in (Step.APPROVE, Step.CHECK):
        move = MOVES[step]
        if policy_of(Need.kind()).can(actor, move.verb):
            rows = needs(actor).filter(
                policy_of(Need.kind()).scope(actor, move.verb), status__in=move.sources
            )
            return Waiting(step, rows.order_by("-priority", "id"))
    return None


UNDONE = {
    "returned": ("edit", Q(status=NeedStatus.RETURNED)),
    "bare": ("consolidate", Q(dimension__isnull=True)),
    "open": ("consolidate", Q(fate=Fate.OPEN)),
}
"""What is left to do with needs, and the verb of those who do it."""


def undone(actor: Actor) -> dict[str, int]:
    """Needs that came back with a reason, without a dimension or a fate: what the actor may mend. One query."""
    policy = policy_of(Need.kind())
    asked = {
        name: Count("pk", filter=policy.scope(actor, verb) & condition)
        for name, (verb, condition) in UNDONE.items()
        if policy.can(actor, verb)
    }
    found: dict[str, int] = needs(actor).order_by().aggregate(**asked) if asked else {}
    return {name: found.get(name, 0) for name in UNDONE}


def fate_counts(*, region_id: int) -> tuple[int, int]:
    """(all live needs, those whose fate is decided); one query."""
    rows = Need.objects.live().filter(region_id=region_id)
    found = rows.aggregate(every=Count("pk"), open=Count("pk", filter=Q(fate=Fate.OPEN)))
    return found["every"], found["every"] - found["open"]
