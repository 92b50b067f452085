"""What programmes serve: asked from below through registries, and by pages of goals and indicators."""

from dataclasses import dataclass

from django.db.models import QuerySet

from rangkai.domains.needs.models import Need
from rangkai.domains.programmes.models import (
    Programme,
    ProgrammeGoal,
    ProgrammeIndicator,
    ProgrammeIssue,
    ProgrammeNeed,
)
from rangkai.domains.programmes.queries.programmes import programmes
from rangkai.domains.programmes.rules.terms import ProgrammeStatus
from rangkai.kit.policies import Actor, policy_of


def served_goals(region_id: int) -> frozenset[int]:
    """Goals that a live programme serves; one query."""
    rows = ProgrammeGoal.objects.live().filter(region_id=region_id, programme__deleted_at__isnull=True)
    return frozenset(rows.values_list("goal_id", flat=True).distinct())


def served_indicators(region_id: int) -> frozenset[int]:
    """Indicators that a live programme claims to move; one query."""
    rows = ProgrammeIndicator.objects.live().filter(region_id=region_id, programme__deleted_at__isnull=True)
    return frozenset(rows.values_list("indicator_id", flat=True).distinct())


def running_ties(*, region_id: int) -> QuerySet[ProgrammeNeed]:
    """Ties of needs to programmes that are neither deleted nor stopped."""
    rows: QuerySet[ProgrammeNeed] = ProgrammeNeed.objects.live().filter(
        region_id=region_id, programme__deleted_at__isnull=True
    )
    return rows.exclude(programme__status=ProgrammeStatus.STOPPED)


def served_needs(region_id: int) -> frozenset[int]:
    """Needs that a running programme serves; one query."""
    return frozenset(running_ties(region_id=region_id).values_list("need_id", flat=True).distinct())


@dataclass(frozen=True)
class IssueNeeds:
    """Needs of an issue: (id, words) of those that the actor may see, ids of the others."""

    visible: tuple[tuple[int, str], ...]
    hidden: frozenset[int]


def needs_of_issue(actor: Actor, *, issue_id: int) -> IssueNeeds:
    """Two queries."""
    rows = Need.objects.live().filter(region_id=actor.region_id, issue_id=issue_id)
    seen = rows.filter(policy_of(Need.kind()).scope(actor)).order_by("-priority", "id")
    visible = tuple(
        (pk, f"{statement} ({ref})") for pk, ref, statement in seen.values_list("pk", "ref", "statement")
    )
    ids = {pk for pk, _ in visible}
    return IssueNeeds(visible, frozenset(rows.values_list("pk", flat=True)) - ids)


def programmes_of_need(actor: Actor, *, need_id: int) -> QuerySet[Programme]:
    """Programmes that serve a need and that the actor may see; one query."""
    ties = ProgrammeNeed.objects.live().filter(region_id=actor.region_id, need_id=need_id)
    return programmes(actor).filter(pk__in=ties.values("programme_id")).order_by("ref")


def programmes_of_issue(actor: Actor, *, issue_id: int) -> QuerySet[Programme]:
    """Programmes that answer an issue and that the actor may see; one query."""
    ties = ProgrammeIssue.objects.live().filter(region_id=actor.region_id, issue_id=issue_id)
    return programmes(actor).filter(pk__in=ties.values("programme_id")).order_by("ref")
