"""Where a strategic issue comes from: groups that were accepted into it, sources of its needs, kecamatan."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from rangkai.domains.needs.models import GroupProposal, Need, StrategicIssue
from rangkai.domains.needs.rules.terms import NeedSource, ProposalState
from rangkai.domains.regions.queries import area_facts
from rangkai.kit.messages import load
from rangkai.lib.errors import Message


@dataclass(frozen=True)
class GroupOrigin:
    """A proposed group that became part of the issue: `kept` of its `size` needs are in it today."""

    label: str
    size: int
    kept: int
    percent: int
    reasons: tuple[Message | str, ...]
    decided_at: datetime


@dataclass(frozen=True)
class Origin:
    """`places` is (kecamatan, needs), most needs first; `nowhere` has no place; `alone` came in without a group."""

    groups: tuple[GroupOrigin, ...]
    sources: tuple[tuple[NeedSource, int], ...]
    places: tuple[tuple[str, int], ...]
    nowhere: int
    alone: int


def origin_of(*, issue: StrategicIssue) -> Origin:
    """Counts of all needs of an issue, whoever may read them; four queries."""
    rows = Need.objects.live().filter(region_id=issue.region_id, issue=issue)
    kinds = rows.values_list("source_kind").annotate(count=Count("pk")).order_by()
    sources = Counter({NeedSource(kind): count for kind, count in kinds})
    spots = rows.values_list("area_id").annotate(count=Count("pk")).order_by()
    places, nowhere = _places(issue, dict(spots))
    groups = _groups(issue)
    inside = sum(group.kept for group in groups)
    return Origin(groups, tuple(sources.most_common()), places, nowhere, max(0, sources.total() - inside))


def _places(issue: StrategicIssue, counts: dict[int | None, int]) -> tuple[tuple[tuple[str, int], ...], int]:
    areas = {area.id: area for area in area_facts(region_id=issue.region_id)}
    found: Counter[str] = Counter()
    nowhere = 0
    for area_id, count in counts.items():
        area = areas.get(area_id or 0)
        head = areas.get(area.parent_id, area) if area and area.parent_id else area
        if head is None:
            nowhere += count
        else:
            found[head.name] += count
    return tuple(sorted(found.items(), key=lambda entry: (-entry[1], entry[0]))), nowhere


def _groups(issue: StrategicIssue) -> tuple[GroupOrigin, ...]:
    inside = Q(
        members__deleted_at__isnull=True, members__need__issue=issue, members__need__deleted_at__isnull=True
    )
    rows = (
        GroupProposal.objects.live()
        .filter(region_id=issue.region_id, issue=issue, state=ProposalState.ACCEPTED)
        .annotate(kept=Count("members", filter=inside))
        .order_by("id")
    )
    return tuple(
        GroupOrigin(
            row.label,
            row.size,
            row.kept,
            round(row.score * 100),
            tuple(load(reason) for reason in row.reasons),
            row.updated_at,
        )
        for row in rows
    )
