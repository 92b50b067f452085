"""The cascade of goals as a tree, with the indicators that measure it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from rangkai.domains.goals.models import Goal, GoalIndicator, GoalPlan
from rangkai.domains.goals.rules import PlanKind
from rangkai.domains.indicators.queries import IndicatorFact, indicator_facts
from rangkai.lib.errors import N_, Missing


@dataclass(frozen=True, slots=True)
class GoalNode:
    """One goal with what measures it and what lies below it."""

    id: int
    version: int
    level: str
    code: str
    text: str
    parent_id: int | None
    order: int
    measures: tuple[IndicatorFact, ...] = ()
    children: tuple["GoalNode", ...] = ()

    def walk(self) -> Iterator["GoalNode"]:
        """Itself, then everything below it, depth first."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Cascade:
    """A plan of goals and its tree."""

    plan_id: int
    plan_version: int
    kind: str
    name: str
    legal_basis: str
    first_year: int
    last_year: int
    roots: tuple[GoalNode, ...]

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(range(self.first_year, self.last_year + 1))

    def walk(self) -> Iterator[GoalNode]:
        """Every goal, depth first."""
        for root in self.roots:
            yield from root.walk()


def goal_plans(*, region_id: int, kind: PlanKind | None = None) -> QuerySet[GoalPlan]:
    """Live plans, the youngest first."""
    rows: QuerySet[GoalPlan] = GoalPlan.objects.live().filter(region_id=region_id)
    if kind is not None:
        rows = rows.filter(kind_of=kind)
    return rows.order_by("-first_year", "kind_of", "id")


def plan_in_force(*, region_id: int, year: int) -> GoalPlan | None:
    """The RPJMD that holds `year`, else the youngest one; one query."""
    plans = list(goal_plans(region_id=region_id, kind=PlanKind.RPJMD))
    holding = (plan for plan in plans if plan.first_year <= year <= plan.last_year)
    return next(holding, plans[0] if plans else None)


def plan_by_id(*, region_id: int, plan_id: int) -> GoalPlan:
    """One query; raises Missing for a plan that is not of the region."""
    plan = goal_plans(region_id=region_id).filter(pk=plan_id).first()
    if plan is None:
        raise Missing(N_("Dokumen tujuan ini tidak ada."))
    return plan


def goals(*, region_id: int, plan_id: int | None = None) -> QuerySet[Goal]:
    """Live goals in the order of their plan."""
    rows: QuerySet[Goal] = Goal.objects.live().filter(region_id=region_id, plan__deleted_at__isnull=True)
    if plan_id is not None:
        rows = rows.filter(plan_id=plan_id)
    return rows.order_by("order", "code", "id")


def goal_by_id(*, region_id: int, goal_id: int) -> Goal:
    """One query; raises Missing for a goal that is not of the region."""
    goal = goals(region_id=region_id).filter(pk=goal_id).select_related("plan").first()
    if goal is None:
        raise Missing(N_("Tujuan atau sasaran ini tidak ada."))
    return goal


def measures_of(*, region_id: int, plan_id: int) -> Mapping[int, list[int]]:
    """Goal id → ids of the live indicators that measure it; one query."""
    rows = GoalIndicator.objects.live().filter(
        region_id=region_id, goal__plan_id=plan_id, indicator__deleted_at__isnull=True
    )
    found: dict[int, list[int]] = {}
    for goal_id, indicator_id in rows.order_by("id").values_list("goal_id", "indicator_id"):
        found.setdefault(goal_id, []).append(indicator_id)
    return found


def cascade(*, region_id: int, plan: GoalPlan) -> Cascade:
    """The tree of one plan; four queries whatever its size. A goal whose parent was deleted stands at the root."""
    measured = measures_of(region_id=region_id, plan_id=plan.pk)
    wanted = {indicator_id for ids in measured.values() for indicator_id in ids}
    known = indicator_facts(region_id=region_id, ids=wanted)
    rows = list(goals(region_id=region_id, plan_id=plan.pk))
    ids = {goal.pk for goal in rows}
    below: dict[int | None, list[Goal]] = {}
    for goal in rows:
        below.setdefault(goal.parent_id if goal.parent_id in ids else None, []).append(goal)

    def node(goal: Goal) -> GoalNode:
        return GoalNode(
            id=goal.pk,
            version=goal.version,
            level=goal.level,
            code=goal.code,
            text=goal.text,
            parent_id=goal.parent_id,
            order=goal.order,
            measures=tuple(known[pk] for pk in measured.get(goal.pk, ()) if pk in known),
            children=tuple(node(child) for child in below.get(goal.pk, ())),
        )

    return Cascade(
        plan_id=plan.pk,
        plan_version=plan.version,
        kind=plan.kind_of,
        name=plan.name,
        legal_basis=plan.legal_basis,
        first_year=plan.first_year,
        last_year=plan.last_year,
        roots=tuple(node(goal) for goal in below.get(None, ())),
    )


def goal_by_code(*, region_id: int, year: int, code: str) -> Goal:
    """A goal of the document in force; two queries; raises Missing."""
    plan = plan_in_force(region_id=region_id, year=year)
    goal = goals(region_id=region_id, plan_id=plan.pk).filter(code=code).first() if plan else None
    if goal is None:
        raise Missing(N_("Tujuan atau sasaran %(code)s tidak ada.", code=code))
    return goal
