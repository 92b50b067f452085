"""What a programme may point at in its region: ids, gathered once before the rules judge."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from rangkai.domains.goals.models import Goal
from rangkai.domains.indicators.models import Indicator
from rangkai.domains.masterplans.models import Dimension, SubDimension
from rangkai.domains.needs.models import Need, StrategicIssue
from rangkai.domains.organisations.models import Organisation, Post
from rangkai.domains.organisations.rules import Role
from rangkai.domains.programmes.models import Fund, Nomenclature
from rangkai.domains.programmes.rules.money import Validity
from rangkai.domains.regions.models import Area


@dataclass(frozen=True, slots=True)
class Known:
    """`heads` is office id → post of its head, `subdimensions` sub-dimension id → dimension id."""

    offices: Mapping[int, str]
    posts: frozenset[int]
    heads: Mapping[int, int]
    dimensions: frozenset[int]
    subdimensions: Mapping[int, int]
    funds: frozenset[int]


def known(*, region_id: int) -> Known:
    """Five queries."""
    posts: set[int] = set()
    heads: dict[int, int] = {}
    rows = Post.objects.live().filter(region_id=region_id).order_by("id")
    for pk, office_id, roles in rows.values_list("pk", "organisation_id", "roles"):
        posts.add(pk)
        if office_id is not None and Role.OFFICE_HEAD in roles:
            heads.setdefault(office_id, pk)
    return Known(
        offices=dict(Organisation.objects.live().filter(region_id=region_id).values_list("pk", "name")),
        posts=frozenset(posts),
        heads=heads,
        dimensions=frozenset(Dimension.objects.live().values_list("pk", flat=True)),
        subdimensions=dict(SubDimension.objects.live().values_list("pk", "dimension_id")),
        funds=frozenset(Fund.objects.live().filter(region_id=region_id).values_list("pk", flat=True)),
    )


def validities(*, ids: Collection[int]) -> Mapping[int, Validity]:
    """In which budget years the named codes may be used; a code ended during a year holds for that year no more."""
    rows = Nomenclature.objects.live().filter(pk__in=ids)
    return {
        pk: Validity(code, first.year, last.year - 1 if last else None)
        for pk, code, first, last in rows.values_list("pk", "code", "valid_from", "valid_to")
    }


TARGETS = {
    "needs": Need,
    "issues": StrategicIssue,
    "goals": Goal,
    "indicators": Indicator,
    "supporting": Organisation,
    "areas": Area,
}
"""Kind of tie → what it points at."""


def strangers(*, region_id: int, kind: str, ids: Collection[int]) -> set[int]:
    """Those of `ids` that are no live record of the region; one query."""
    target: Any = TARGETS[kind]
    there = target.objects.live().filter(region_id=region_id, pk__in=ids)
    return set(ids) - set(there.values_list("pk", flat=True))
