"""Programmes with everything that hangs on them, as the roadmap and the books take them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from rangkai.domains.organisations.models import Appointment, Post
from rangkai.domains.organisations.queries import in_force
from rangkai.domains.programmes.models import Programme
from rangkai.domains.programmes.queries.ties import (
    FundingFact,
    OutputFact,
    Programmes,
    RiskFact,
    TieFact,
    areas_of,
    funding_of,
    links_of,
    outputs_of,
    risks_of,
    ties_of,
)
from rangkai.domains.programmes.rules.terms import ProgrammeStatus


@dataclass(frozen=True, slots=True)
class ProgrammeFact:
    """One live programme. Money is whole rupiah; ids are of the tables, refs and codes are what people see.

    `earliest` and `latest` bound the start year (None: free). `excludes` is symmetric. `owner_name` is who holds the
    owner post on the day asked for, empty while it is vacant. No area means the whole region.
    """

    id: int
    ref: str
    version: int
    updated_at: datetime
    is_example: bool
    name: str
    description: str
    kind: str
    status: str
    status_reason: str
    dimension_id: int
    dimension: str
    dimension_name: str
    subdimension_id: int | None
    subdimension: str
    subdimension_name: str
    office_id: int
    office_code: str
    office: str
    office_short: str
    owner_post_id: int
    owner_title: str
    value: int
    earliest: int | None
    latest: int | None
    must: bool
    quick_win: bool
    owner_name: str = ""
    funding: tuple[FundingFact, ...] = ()
    outputs: tuple[OutputFact, ...] = ()
    risks: tuple[RiskFact, ...] = ()
    after: tuple[int, ...] = ()
    excludes: tuple[int, ...] = ()
    needs: tuple[TieFact, ...] = ()
    issues: tuple[TieFact, ...] = ()
    goals: tuple[TieFact, ...] = ()
    indicators: tuple[TieFact, ...] = ()
    supporting: tuple[TieFact, ...] = ()
    areas: tuple[TieFact, ...] = ()

    @property
    def total(self) -> int:
        """Rupiah over every year and fund."""
        return sum(line.amount for line in self.funding)

    @property
    def need_refs(self) -> tuple[str, ...]:
        return tuple(tie.code for tie in self.needs)

    @property
    def issue_refs(self) -> tuple[str, ...]:
        return tuple(tie.code for tie in self.issues)

    @property
    def goal_codes(self) -> tuple[str, ...]:
        return tuple(tie.code for tie in self.goals)

    @property
    def indicator_names(self) -> tuple[str, ...]:
        return tuple(tie.name for tie in self.indicators)


COLUMNS: Mapping[str, str] = {
    "id": "id",
    "ref": "ref",
    "version": "version",
    "updated_at": "updated_at",
    "is_example": "is_example",
    "name": "name",
    "description": "description",
    "kind": "kind_of",
    "status": "status",
    "status_reason": "status_reason",
    "dimension_id": "dimension_id",
    "dimension": "dimension__code",
    "dimension_name": "dimension__name",
    "subdimension_id": "subdimension_id",
    "subdimension": "subdimension__code",
    "subdimension_name": "subdimension__name",
    "office_id": "office_id",
    "office_code": "office__code",
    "office": "office__name",
    "office_short": "office__short_name",
    "owner_post_id": "owner_id",
    "owner_title": "owner__title",
    "value": "value",
    "earliest": "earliest",
    "latest": "latest",
    "must": "must",
    "quick_win": "quick_win",
}
"""Field of ProgrammeFact → column."""


def owner_names(*, region_id: int, today: date) -> dict[int, str]:
    """Post id → name with titles of who holds it today; one query."""
    held = Appointment.objects.live().filter(in_force(today), region_id=region_id)
    rows = held.order_by("valid_from", "id").values_list(
        "post_id", "person__title_before", "person__name", "person__title_after"
    )
    names = {}
    for post_id, before, name, after in rows:
        head = f"{before} {name}".strip()
        names[post_id] = f"{head}, {after}" if after else head
    return names


def owner_titles(ids: Iterable[int]) -> dict[int, str]:
    """Post id → title, for history; one query."""
    return dict(Post.objects.filter(pk__in=ids).values_list("pk", "title"))


def programme_facts(
    *,
    region_id: int,
    today: date,
    visible: Q | None = None,
    ids: Collection[int] | None = None,
    statuses: Collection[ProgrammeStatus] | None = None,
) -> tuple[ProgrammeFact, ...]:
    """Live programmes in the order of dimension and ref, with all that hangs on them.

    Nine queries whatever the number. `visible` is a policy's scope (None: every row of the region); `statuses`
    keeps those states only (None: all, stopped ones too).
    """
    chosen = Programme.objects.live().filter(region_id=region_id)
    if visible is not None:
        chosen = chosen.filter(visible)
    if ids is not None:
        chosen = chosen.filter(pk__in=ids)
    if statuses is not None:
        chosen = chosen.filter(status__in=statuses)
    heads = list(chosen.order_by("dimension__order", "ref").values_list(*COLUMNS.values()))
    return tuple(_assembled(heads, region_id=region_id, programmes=chosen.values("pk"), today=today))


def _assembled(
    heads: list[tuple[Any, ...]], *, region_id: int, programmes: Programmes, today: date
) -> Iterator[ProgrammeFact]:
    names = owner_names(region_id=region_id, today=today)
    links = links_of(region_id)
    hung: dict[str, Mapping[int, list[Any]]] = {
        "funding": funding_of(region_id, programmes),
        "outputs": outputs_of(region_id, programmes),
        "risks": risks_of(region_id, programmes),
        "after": links.after,
        "excludes": links.excludes,
        **ties_of(region_id, programmes),
        "areas": areas_of(region_id, programmes),
    }
    for head in heads:
        own: dict[str, Any] = dict(zip(COLUMNS, head, strict=True))
        own["subdimension"] = own["subdimension"] or ""
        own["subdimension_name"] = own["subdimension_name"] or ""
        own["owner_name"] = names.get(own["owner_post_id"], "")
        own |= {name: tuple(rows.get(own["id"], ())) for name, rows in hung.items()}
        yield ProgrammeFact(**own)
