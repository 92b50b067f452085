"""The plan in force, its phases, the dimensions and the strategies."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from rangkai.domains.masterplans.models import Dimension, Masterplan, PlanPhase, Strategy, SubDimension
from rangkai.domains.masterplans.rules import PhaseFact, PhaseKind
from rangkai.lib.errors import N_, Missing


@dataclass(frozen=True, slots=True)
class SubDimensionFact:
    """One of the three parts of a dimension."""

    id: int
    code: str
    name: str
    name_en: str
    gloss: str
    order: int


@dataclass(frozen=True, slots=True)
class DimensionFact:
    """Colour (#rrggbb), icon and word always go together."""

    id: int
    code: str
    name: str
    name_en: str
    gloss: str
    icon: str
    colour: str
    order: int
    subdimensions: tuple[SubDimensionFact, ...]


@dataclass(frozen=True, slots=True)
class PlanFact:
    """A masterplan; `strategies` is sub-dimension id → text. `rpjmd` is empty where none was chosen."""

    id: int
    ref: str
    version: int
    name: str
    vision: str
    legal_basis: str
    first_year: int
    last_year: int
    rpjmd_id: int | None
    rpjmd: str
    rpjmd_last_year: int | None
    phases: tuple[PhaseFact, ...]
    strategies: Mapping[int, str]
    closed_on: date | None = None

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(range(self.first_year, self.last_year + 1))


def dimensions() -> tuple[DimensionFact, ...]:
    """All dimensions with their sub-dimensions, in the official order; two queries."""
    parts: dict[int, list[SubDimensionFact]] = {}
    rows = SubDimension.objects.live().order_by("order")
    for part in rows:
        fact = SubDimensionFact(part.pk, part.code, part.name, part.name_en, part.gloss, part.order)
        parts.setdefault(part.dimension_id, []).append(fact)
    heads = Dimension.objects.live().order_by("order")
    return tuple(
        DimensionFact(*values, tuple(parts.get(values[0], ())))
        for values in heads.values_list("id", "code", "name", "name_en", "gloss", "icon", "colour", "order")
    )


def masterplans(*, region_id: int) -> QuerySet[Masterplan]:
    """Live plans, the one in force first."""
    rows = Masterplan.objects.live().filter(region_id=region_id).select_related("rpjmd")
    ordered: QuerySet[Masterplan] = rows.order_by("-is_current", "-first_year", "id")
    return ordered


def current_plan(*, region_id: int) -> Masterplan | None:
    """The plan in force, if there is one; one query."""
    return masterplans(region_id=region_id).filter(is_current=True).first()


def plan_by_ref(*, region_id: int, ref: str) -> Masterplan:
    """One query; raises Missing for a ref that no live plan bears."""
    plan = masterplans(region_id=region_id).filter(ref=ref).first()
    if plan is None:
        raise Missing(N_("Rencana induk %(ref)s tidak ada.", ref=ref))
    return plan


def phases_of(*, plan: Masterplan) -> QuerySet[PlanPhase]:
    """Live phases by their end."""
    rows: QuerySet[PlanPhase] = PlanPhase.objects.live().filter(region_id=plan.region_id, plan=plan)
    return rows.order_by("until")


def strategies_of(*, plan: Masterplan) -> QuerySet[Strategy]:
    """Live strategies, one a sub-dimension."""
    rows: QuerySet[Strategy] = Strategy.objects.live().filter(region_id=plan.region_id, plan=plan)
    return rows.select_related("subdimension")


def plan_facts(*, region_id: int, plan: Masterplan | None = None) -> PlanFact | None:
    """The plan asked for, or the one in force (None without one); three queries."""
    chosen = plan or current_plan(region_id=region_id)
    if chosen is None:
        return None
    return PlanFact(
        id=chosen.pk,
        ref=chosen.ref,
        version=chosen.version,
        name=chosen.name,
        vision=chosen.vision,
        legal_basis=chosen.legal_basis,
        first_year=chosen.first_year,
        last_year=chosen.last_year,
        rpjmd_id=chosen.rpjmd_id,
        rpjmd=chosen.rpjmd.name if chosen.rpjmd else "",
        rpjmd_last_year=chosen.rpjmd.last_year if chosen.rpjmd else None,
        phases=tuple(PhaseFact(PhaseKind(p.kind_of), p.until) for p in phases_of(plan=chosen)),
        strategies={s.subdimension_id: s.text for s in strategies_of(plan=chosen)},
        closed_on=chosen.closed_on,
    )


def required_plan(*, region_id: int) -> Masterplan:
    """The plan in force; one query; raises Missing while there is none."""
    plan = current_plan(region_id=region_id)
    if plan is None:
        raise Missing(N_("Belum ada rencana induk. Buat dahulu di halaman Rencana Induk."))
    return plan


def strategy_of(*, plan: Masterplan, subdimension_id: int) -> Strategy | None:
    """What was written for a sub-dimension; one query."""
    return strategies_of(plan=plan).filter(subdimension_id=subdimension_id).first()


def subdimension_by_code(*, code: str) -> SubDimension:
    """One query; raises Missing."""
    part: SubDimension | None = SubDimension.objects.live().filter(code=code).first()
    if part is None:
        raise Missing(N_("Subdimensi %(code)s tidak ada.", code=code))
    return part


def dimension_choices() -> list[tuple[str, str]]:
    """(id, name) in the official order, for forms and filters; one query."""
    rows = Dimension.objects.live().order_by("order").values_list("pk", "name")
    return [(str(pk), name) for pk, name in rows]


def subdimension_choices() -> list[tuple[str, str]]:
    """(id, "Dimension – sub-dimension") in the official order; one query."""
    rows = SubDimension.objects.live().order_by("dimension__order", "order")
    return [
        (str(pk), f"{head} – {name}") for pk, head, name in rows.values_list("pk", "dimension__name", "name")
    ]


def subdimension_by_id(*, subdimension_id: int) -> SubDimension:
    """One query; raises Missing."""
    part: SubDimension | None = SubDimension.objects.live().filter(pk=subdimension_id).first()
    if part is None:
        raise Missing(N_("Subdimensi yang dipilih tidak ada. Pilih sekali lagi."))
    return part
