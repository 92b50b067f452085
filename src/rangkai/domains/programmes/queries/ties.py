"""What hangs on programmes, by programme: one query a kind whatever the number of programmes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import F, Model, QuerySet, Value

from rangkai.domains.programmes.models import (
    FundingLine,
    ProgrammeArea,
    ProgrammeGoal,
    ProgrammeIndicator,
    ProgrammeIssue,
    ProgrammeLink,
    ProgrammeNeed,
    ProgrammeOutput,
    ProgrammeRisk,
    SupportingOffice,
)
from rangkai.domains.programmes.rules.terms import LinkKind
from rangkai.domains.regions.queries import area_facts


@dataclass(frozen=True, slots=True)
class FundingFact:
    """One baris pendanaan; `amount` is whole rupiah. Codes and names are empty where no nomenclature was chosen."""

    id: int
    year: int
    fund: str
    fund_name: str
    office_id: int
    office: str
    amount: int
    nomenclature_code: str
    nomenclature_name: str
    document: str


@dataclass(frozen=True, slots=True)
class OutputFact:
    """What will have been delivered."""

    id: int
    text: str
    quantity: Decimal | None
    unit: str
    year: int | None


@dataclass(frozen=True, slots=True)
class RiskFact:
    """`likelihood` and `impact` are 1..5; `owner_id` is a post, `owner` its title, or empty."""

    id: int
    risk: str
    cause: str
    likelihood: int
    impact: int
    mitigation: str
    owner_id: int | None
    owner: str


@dataclass(frozen=True, slots=True)
class TieFact:
    """The other end of a link: `code` is its ref or code, `name` its words."""

    id: int
    code: str
    name: str


type Programmes = QuerySet[Any]
"""Ids of the programmes asked for, as a subselect."""


def rows_by_programme(
    model: type[Model], region_id: int, programmes: Programmes, *fields: str
) -> Iterable[tuple[Any, ...]]:
    """(programme id, *fields) of the live rows; one query."""
    manager: Any = model._default_manager
    rows = manager.live().filter(region_id=region_id, programme_id__in=programmes)
    found: Iterable[tuple[Any, ...]] = rows.order_by("programme_id", "id").values_list(
        "programme_id", *fields
    )
    return found


def funding_of(region_id: int, programmes: Programmes) -> Mapping[int, list[FundingFact]]:
    """Funding lines by year, then fund; one query."""
    rows = rows_by_programme(
        FundingLine,
        region_id,
        programmes,
        "id",
        "year",
        "fund__code",
        "fund__name",
        "office_id",
        "office__name",
        "amount",
        "nomenclature__code",
        "nomenclature__name",
        "document",
    )
    found: dict[int, list[FundingFact]] = defaultdict(list)
    for programme_id, *values in rows:
        values[-3:-1] = [text or "" for text in values[-3:-1]]
        found[programme_id].append(FundingFact(*values))
    for lines in found.values():
        lines.sort(key=lambda line: (line.year, line.fund, line.id))
    return found


def outputs_of(region_id: int, programmes: Programmes) -> Mapping[int, list[OutputFact]]:
    rows = rows_by_programme(ProgrammeOutput, region_id, programmes, "id", "text", "quantity", "unit", "year")
    found: dict[int, list[OutputFact]] = defaultdict(list)
    for programme_id, *values in rows:
        found[programme_id].append(OutputFact(*values))
    return found


def risks_of(region_id: int, programmes: Programmes) -> Mapping[int, list[RiskFact]]:
    fields = ("id", "risk", "cause", "likelihood", "impact", "mitigation", "owner_id", "owner__title")
    found: dict[int, list[RiskFact]] = defaultdict(list)
    for programme_id, *values in rows_by_programme(ProgrammeRisk, region_id, programmes, *fields):
        values[-1] = values[-1] or ""
        found[programme_id].append(RiskFact(*values))
    return found


TIES: Mapping[str, tuple[type[Model], str, str, str]] = {
    "needs": (ProgrammeNeed, "need_id", "need__ref", "need__statement"),
    "issues": (ProgrammeIssue, "issue_id", "issue__ref", "issue__name"),
    "goals": (ProgrammeGoal, "goal_id", "goal__code", "goal__text"),
    "indicators": (ProgrammeIndicator, "indicator_id", "indicator__ref", "indicator__name"),
    "supporting": (SupportingOffice, "office_id", "office__code", "office__name"),
}
"""Link of the chain → its table and the fields of a TieFact."""


def ties_of(region_id: int, programmes: Programmes) -> Mapping[str, Mapping[int, list[TieFact]]]:
    """Every link of TIES, by its name and programme, in the order of code; one query."""
    parts = []
    for what, (model, *fields) in TIES.items():
        manager: Any = model._default_manager
        rows = manager.live().filter(region_id=region_id, programme_id__in=programmes)
        parts.append(
            rows.annotate(what=Value(what)).values_list("what", "programme_id", *(F(name) for name in fields))
        )
    found: dict[str, dict[int, list[TieFact]]] = {what: defaultdict(list) for what in TIES}
    for what, programme_id, *values in parts[0].union(*parts[1:], all=True):
        found[what][programme_id].append(TieFact(*values))
    for ties in found.values():
        for of_programme in ties.values():
            of_programme.sort(key=lambda tie: tie.code)
    return found


def areas_of(region_id: int, programmes: Programmes) -> Mapping[int, list[TieFact]]:
    """Under the codes and names of today; two queries."""
    names = {area.id: TieFact(area.id, area.code, area.name) for area in area_facts(region_id=region_id)}
    found: dict[int, list[TieFact]] = defaultdict(list)
    for programme_id, area_id in rows_by_programme(ProgrammeArea, region_id, programmes, "area_id"):
        if area_id in names:
            found[programme_id].append(names[area_id])
    return found


@dataclass(frozen=True, slots=True)
class LinkFacts:
    """Ids of other live programmes, by programme; `excludes` holds both directions."""

    after: Mapping[int, list[int]]
    excludes: Mapping[int, list[int]]


def links_of(region_id: int) -> LinkFacts:
    """Every link between live programmes of the region; one query."""
    rows = (
        ProgrammeLink.objects.live()
        .filter(region_id=region_id, programme__deleted_at__isnull=True, other__deleted_at__isnull=True)
        .order_by("id")
        .values_list("programme_id", "other_id", "kind_of")
    )
    after: dict[int, list[int]] = defaultdict(list)
    excludes: dict[int, list[int]] = defaultdict(list)
    for programme_id, other_id, kind in rows:
        if kind == LinkKind.AFTER:
            after[programme_id].append(other_id)
        else:
            excludes[programme_id].append(other_id)
            excludes[other_id].append(programme_id)
    return LinkFacts(after, excludes)
