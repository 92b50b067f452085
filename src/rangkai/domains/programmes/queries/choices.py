"""What the forms of a programme offer to choose from."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rangkai.domains.goals.models import Goal, GoalIndicator
from rangkai.domains.goals.queries import plan_in_force
from rangkai.domains.goals.rules import GoalLevel
from rangkai.domains.indicators.queries import indicators
from rangkai.domains.organisations.models import Organisation, Post
from rangkai.domains.programmes.models import Fund, Nomenclature, Programme
from rangkai.domains.programmes.queries.facts import owner_names
from rangkai.domains.regions.queries import area_facts
from rangkai.domains.regions.rules import AreaKind
from rangkai.kit.policies import Actor, policy_of
from rangkai.lib.errors import N_, Missing

type Pairs = list[tuple[int, str]]
type Groups = list[tuple[str, Pairs]]


@dataclass(frozen=True)
class Lead:
    """A programme that an office would lead, for the policy to judge."""

    region_id: int
    office_id: int


def offices(*, region_id: int) -> Pairs:
    """Every office by name; one query."""
    rows = Organisation.objects.live().filter(region_id=region_id).order_by("name")
    return list(rows.values_list("pk", "name"))


def offices_to_lead(actor: Actor) -> Pairs:
    """Offices for which the actor may make programmes; one query."""
    policy = policy_of(Programme.kind())
    return [
        (pk, name)
        for pk, name in offices(region_id=actor.region_id)
        if policy.can(actor, "create", Lead(actor.region_id, pk))
    ]


def owners(*, region_id: int, today: date) -> Groups:
    """Posts by office, with who holds them today; two queries."""
    names = owner_names(region_id=region_id, today=today)
    rows = Post.objects.live().filter(region_id=region_id, organisation__isnull=False)
    groups: dict[str, Pairs] = {}
    for pk, title, office in rows.order_by("organisation__name", "title").values_list(
        "pk", "title", "organisation__name"
    ):
        holder = names.get(pk)
        groups.setdefault(office, []).append((pk, f"{title} – {holder}" if holder else title))
    return list(groups.items())


def funds(*, region_id: int) -> Pairs:
    """Sources of money in their order; one query."""
    rows = Fund.objects.live().filter(region_id=region_id).order_by("order", "code")
    return list(rows.values_list("pk", "code"))


def goals(*, region_id: int, year: int) -> Groups:
    """Sasaran of the RPJMD that holds `year`, under their tujuan; two queries."""
    plan = plan_in_force(region_id=region_id, year=year)
    if plan is None:
        return []
    rows = Goal.objects.live().filter(region_id=region_id, plan=plan, level=GoalLevel.SASARAN)
    groups: dict[str, Pairs] = {}
    for pk, code, text, above_code, above in rows.order_by("parent__order", "order", "code").values_list(
        "pk", "code", "text", "parent__code", "parent__text"
    ):
        groups.setdefault(f"{above_code} {above}", []).append((pk, f"{code} {text}"))
    return list(groups.items())


def measures(*, region_id: int) -> Pairs:
    """Indicators, those of goals first; two queries."""
    tied = set(
        GoalIndicator.objects.live().filter(region_id=region_id).values_list("indicator_id", flat=True)
    )
    rows = list(indicators(region_id=region_id).select_related(None))
    rows.sort(key=lambda row: row.pk not in tied)
    return [(row.pk, f"{row.code} {row.name}".strip()) for row in rows]


def kecamatan(*, region_id: int) -> Pairs:
    """By name; one query."""
    rows = [area for area in area_facts(region_id=region_id) if area.kind == AreaKind.KECAMATAN]
    return sorted(((area.id, area.name) for area in rows), key=lambda pair: pair[1])


@dataclass(frozen=True)
class CodeFact:
    """A code of the nomenclature between two days; `last` is the last budget year that it holds, None for no end."""

    id: int
    code: str
    name: str
    first: int
    last: int | None

    def holds(self, year: int) -> bool:
        return self.first <= year and (self.last is None or year <= self.last)


def codes(*, wanted: Collection[str]) -> Mapping[str, Sequence[CodeFact]]:
    """Code → its rows by validity, youngest first; one query."""
    rows = Nomenclature.objects.live().filter(code__in=wanted).order_by("-valid_from")
    found: dict[str, list[CodeFact]] = {}
    for pk, code, name, first, end in rows.values_list("pk", "code", "name", "valid_from", "valid_to"):
        found.setdefault(code, []).append(CodeFact(pk, code, name, first.year, end.year - 1 if end else None))
    return found


def fund_by_code(*, region_id: int, code: str) -> Fund:
    """One query; raises Missing."""
    fund: Fund | None = Fund.objects.live().filter(region_id=region_id, code=code).first()
    if fund is None:
        raise Missing(N_("Sumber dana %(code)s tidak ada.", code=code))
    return fund
