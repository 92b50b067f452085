"""What the list of programmes reads: rows with their money and their broken ends, and the choices of its filters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery, Sum, Value

from rangkai.domains.masterplans.models import Dimension, SubDimension
from rangkai.domains.organisations.models import Appointment, Organisation
from rangkai.domains.organisations.queries import in_force
from rangkai.domains.programmes.models import (
    Fund,
    FundingLine,
    Programme,
    ProgrammeGoal,
    ProgrammeIndicator,
    ProgrammeNeed,
)
from rangkai.domains.programmes.queries.programmes import programmes
from rangkai.domains.programmes.rules.lacks import Lack, Links, lacks_of
from rangkai.domains.programmes.rules.terms import ProgrammeStatus
from rangkai.kit.policies import Actor, policy_of


def of_programme(model: Any, **live: bool) -> Any:
    """Live rows of a part of the outer programme."""
    return model.objects.live().filter(programme_id=OuterRef("pk"), **live)


def broken_ends(today: date) -> Mapping[str, Exists]:
    """Annotations that tell which links of the chain a programme has."""
    held = Appointment.objects.live().filter(in_force(today), post_id=OuterRef("owner_id"))
    return {
        "has_holder": Exists(held),
        "has_goal": Exists(of_programme(ProgrammeGoal, goal__deleted_at__isnull=True)),
        "has_need": Exists(of_programme(ProgrammeNeed, need__deleted_at__isnull=True)),
        "has_indicator": Exists(of_programme(ProgrammeIndicator, indicator__deleted_at__isnull=True)),
    }


LACKING: Mapping[Lack, Q] = {
    Lack.OWNER: Q(has_holder=False),
    Lack.MONEY: ~Q(pk__in=FundingLine.objects.live().values("programme_id")),
    Lack.GOAL: Q(has_goal=False),
    Lack.NEED: Q(has_need=False),
    Lack.INDICATOR: Q(has_indicator=False),
}
"""Of rows with the annotations of `broken_ends`; conditions that may stand in one aggregate with them."""


def listed(actor: Actor, *, today: date) -> QuerySet[Programme]:
    """Rows for the list: two queries, one of them for all funding lines. `cost` is there to sort by, not to show."""
    sums = of_programme(FundingLine).order_by().values("programme_id").annotate(sum=Sum("amount"))
    lines = FundingLine.objects.live().only("programme_id", "amount", "year")
    rows = programmes(actor).annotate(cost=Subquery(sums.values("sum")), **broken_ends(today))
    return rows.prefetch_related(Prefetch("funding", lines, to_attr="lines"))


def total_of(row: Any) -> int | None:
    """Rupiah of a listed row over every year; None without a line."""
    return sum(line.amount for line in row.lines) if row.lines else None


def years_of(row: Any) -> str:
    """The years that a listed row is paid in."""
    years = [line.year for line in row.lines]
    if not years:
        return ""
    return str(min(years)) if min(years) == max(years) else f"{min(years)}–{max(years)}"


def lacks_of_row(row: Any) -> Sequence[Lack]:
    return lacks_of(
        Links("x" * row.has_holder, len(row.lines), row.has_goal, row.has_need, row.has_indicator)
    )


def paid_by(codes: Sequence[str]) -> Q:
    """Programmes with a line of one of the funds."""
    return Q(pk__in=FundingLine.objects.live().filter(fund__code__in=codes).values("programme_id"))


type Words = list[tuple[str, str]]


@dataclass(frozen=True)
class FilterChoices:
    """(code, word) pairs of everything that a list may be narrowed by."""

    dimensions: Words = field(default_factory=list)
    subdimensions: Words = field(default_factory=list)
    offices: Words = field(default_factory=list)
    funds: Words = field(default_factory=list)


def filter_choices(*, region_id: int, english: bool = False) -> FilterChoices:
    """One query for all four."""
    name = "name_en" if english else "name"
    parts: Mapping[str, tuple[QuerySet[Any], str, str]] = {
        "dimensions": (Dimension.objects.live(), "order", name),
        "subdimensions": (SubDimension.objects.live(), "dimension__order", name),
        "offices": (Organisation.objects.live().filter(region_id=region_id), "version", "name"),
        "funds": (Fund.objects.live().filter(region_id=region_id), "order", "code"),
    }
    selects = [
        rows.order_by().annotate(what=Value(what)).values_list("what", order, word, "code")
        for what, (rows, order, word) in parts.items()
    ]
    found: dict[str, list[tuple[int, str, str]]] = {what: [] for what in parts}
    for what, order, word, code in selects[0].union(*selects[1:], all=True):
        found[what].append((0 if what == "offices" else order, word, code))
    return FilterChoices(
        **{what: [(code, word) for _, word, code in sorted(rows)] for what, rows in found.items()}
    )


@dataclass(frozen=True)
class Waiting:
    """Counts of what is asked of an actor."""

    returned: int
    without_owner: int
    without_money: int
    without_goal: int
    to_approve: int = 0


def waiting(actor: Actor, *, today: date) -> Waiting:
    """One query."""
    policy = policy_of(Programme.kind())
    mine = policy.scope(actor, "edit") & ~Q(status=ProgrammeStatus.STOPPED)
    rows = Programme.objects.live().filter(region_id=actor.region_id).annotate(**broken_ends(today))
    asked = {
        "returned": mine & Q(status=ProgrammeStatus.RETURNED),
        "without_owner": mine & LACKING[Lack.OWNER],
        "without_money": mine & LACKING[Lack.MONEY],
        "without_goal": mine & LACKING[Lack.GOAL],
    }
    if policy.can(actor, "approve"):
        asked["to_approve"] = policy.scope(actor, "approve") & Q(status=ProgrammeStatus.SUBMITTED)
    return Waiting(**count_each(rows, asked))


def count_each(rows: QuerySet[Any], asked: Mapping[str, Q]) -> dict[str, int]:
    """How many rows meet each condition; one query."""
    counted: dict[str, int] = rows.aggregate(**{name: Count("pk", filter=q) for name, q in asked.items()})
    return counted


@dataclass(frozen=True)
class Standing:
    """Where the programmes of a region stand: how many, and rupiah in all."""

    count: int
    total: int


def standing(*, region_id: int) -> Standing:
    """Two queries."""
    rows = Programme.objects.live().filter(region_id=region_id).exclude(status=ProgrammeStatus.STOPPED)
    lines = FundingLine.objects.live().filter(region_id=region_id, programme__in=rows)
    return Standing(rows.count(), sum(lines.values_list("amount", flat=True)))
