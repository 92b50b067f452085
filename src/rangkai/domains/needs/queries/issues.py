"""Strategic issues with what stands behind them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet, Sum

from rangkai.domains.needs.models import Need, StrategicIssue
from rangkai.domains.needs.queries.needs import needs
from rangkai.kit import search
from rangkai.kit.policies import Actor, policy_of
from rangkai.lib.errors import N_, Missing

LIVE = Q(needs__deleted_at__isnull=True)


@dataclass(frozen=True)
class IssueFact:
    """An issue and its needs in figures, for programmes, roadmap and books."""

    id: int
    ref: str
    name: str
    dimension_id: int | None
    subdimension_id: int | None
    need_count: int
    beneficiaries: int


def issues(actor: Actor, *, q: str = "", dimension: str = "") -> QuerySet[StrategicIssue]:
    """Live issues with the count of their needs, beneficiaries and the best priority, all of the region."""
    rows = (
        StrategicIssue.objects.live()
        .filter(policy_of(StrategicIssue.kind()).scope(actor))
        .select_related("dimension", "subdimension")
    )
    if dimension == "none":
        rows = rows.filter(dimension__isnull=True)
    elif dimension:
        rows = rows.filter(dimension__code=dimension)
    if q:
        rows = search.narrow(rows, region_id=actor.region_id, kind=StrategicIssue.kind(), query=q)
    return rows.annotate(
        need_count=Count("needs", filter=LIVE),
        people=Sum("needs__beneficiaries", filter=LIVE),
        area_count=Count("needs__area", filter=LIVE, distinct=True),
    )


def issue_by_ref(actor: Actor, *, ref: str) -> StrategicIssue:
    """One live issue; raises Missing."""
    issue = issues(actor).filter(ref=ref).first()
    if issue is None:
        raise Missing(N_("Isu strategis ini tidak ada di daerah Anda."))
    return issue


def issue_needs(actor: Actor, *, issue: StrategicIssue) -> QuerySet[Need]:
    """Needs of an issue that the actor may see."""
    return needs(actor).filter(issue=issue)


def hidden_needs(actor: Actor, *, issue: StrategicIssue) -> int:
    """How many needs of an issue belong to offices that the actor may not look into."""
    rows = Need.objects.live().filter(region_id=actor.region_id, issue=issue)
    return rows.exclude(policy_of(Need.kind()).scope(actor)).count()


def issue_facts(*, region_id: int, ids: Sequence[int] | None = None) -> tuple[IssueFact, ...]:
    """Every live issue of a region in figures, by name; one query."""
    rows = StrategicIssue.objects.live().filter(region_id=region_id)
    if ids is not None:
        rows = rows.filter(pk__in=ids)
    counted = rows.annotate(
        count=Count("needs", filter=LIVE), people=Sum("needs__beneficiaries", filter=LIVE)
    )
    return tuple(
        IssueFact(
            issue.pk,
            issue.ref,
            issue.name,
            issue.dimension_id,
            issue.subdimension_id,
            issue.count,
            issue.people or 0,
        )
        for issue in counted.order_by("name", "id")
    )
