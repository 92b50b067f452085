"""RPJMD and Renstra: the plan, its goals, and the indicators that measure them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rangkai.domains.goals.models import Goal, GoalIndicator, GoalPlan
from rangkai.domains.goals.policies import GOAL
from rangkai.domains.goals.rules import GoalLevel, PlanKind
from rangkai.domains.goals.rules.cascading import GoalLine, cascade_problems
from rangkai.domains.indicators.actions import NewIndicator, add_indicators, set_targets
from rangkai.domains.indicators.models import Indicator
from rangkai.kit.actions import Recorder, recording
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Invalid, Problem


@dataclass(frozen=True)
class NewPlan:
    """The document and the years that it holds."""

    name: str
    first_year: int
    last_year: int
    kind: PlanKind = PlanKind.RPJMD
    legal_basis: str = ""
    is_example: bool = False


@dataclass(frozen=True)
class NewGoal:
    """A goal by codes."""

    code: str
    level: GoalLevel
    text: str
    parent: str = ""
    place: str = ""
    is_example: bool = False


@dataclass(frozen=True)
class NewMeasure:
    """An indicator measures the goal with the code."""

    goal: str
    indicator: NewIndicator


@dataclass(frozen=True)
class Saved:
    """How many goals and indicators were new, changed, or the same."""

    new: int
    changed: int
    unchanged: int


def create_plan(actor: Actor, *, plan: NewPlan) -> GoalPlan:
    """Add an RPJMD or a Renstra; refuses years that run backwards."""
    GOAL.require(actor, "create")
    if plan.first_year > plan.last_year:
        message = N_("Tahun akhir tidak boleh sebelum tahun awal.")
        raise Invalid(message, [Problem(message, field="last_year")])
    with recording("goals.create_plan", actor) as act:
        return act.create(
            GoalPlan(
                region_id=actor.region_id,
                kind_of=plan.kind,
                name=plan.name,
                legal_basis=plan.legal_basis,
                first_year=plan.first_year,
                last_year=plan.last_year,
                is_example=plan.is_example,
            )
        )


def edit_plan(actor: Actor, *, plan: GoalPlan, version: int, values: Mapping[str, object]) -> GoalPlan:
    """Save name, legal basis and years."""
    GOAL.require(actor, "edit", plan)
    first, last = values.get("first_year", plan.first_year), values.get("last_year", plan.last_year)
    if isinstance(first, int) and isinstance(last, int) and first > last:
        message = N_("Tahun akhir tidak boleh sebelum tahun awal.")
        raise Invalid(message, [Problem(message, field="last_year")])
    with recording("goals.edit_plan", actor) as act:
        return act.update(plan, version=version, **values)


def edit_goal(actor: Actor, *, goal: Goal, version: int, text: str) -> Goal:
    """Change the words of a goal."""
    GOAL.require(actor, "edit", goal)
    if not text.strip():
        message = N_("Uraian belum diisi.")
        raise Invalid(message, [Problem(message, field="text")])
    with recording("goals.edit_goal", actor) as act:
        return act.update(goal, version=version, text=text.strip())


def delete_goal(actor: Actor, *, goal: Goal, version: int) -> None:
    """Take a goal out; refuses while other goals stand below it."""
    GOAL.require(actor, "delete", goal)
    if goal.children.live().exists():
        raise Invalid(
            N_("%(code)s masih memiliki turunan. Hapus atau pindahkan turunannya dahulu.", code=goal.code)
        )
    with recording("goals.delete_goal", actor) as act:
        act.delete(goal, version=version)


def save_cascade(
    actor: Actor, *, plan: GoalPlan, goals: Sequence[NewGoal], measures: Sequence[NewMeasure], today: date
) -> Saved:
    """Put a whole cascade in, goals and indicators by code. All or nothing; the same again changes nothing."""
    GOAL.require(actor, "edit", plan)
    known = {goal.code: goal for goal in Goal.objects.live().filter(plan=plan)}
    lines = [GoalLine(g.code, g.level, g.text, g.parent, g.place) for g in goals]
    given = {g.code for g in goals}
    lines += [
        GoalLine(goal.code, GoalLevel(goal.level), goal.text, goal.parent.code if goal.parent else "")
        for code, goal in known.items()
        if code not in given
    ]
    problems = [*cascade_problems(lines), *_measure_problems(measures, {line.code for line in lines})]
    if problems:
        raise Invalid(
            N_("Tujuan dan sasaran belum disimpan; tidak ada yang berubah. Perbaiki baris berikut."), problems
        )
    with recording("goals.save_cascade", actor) as act:
        return put_cascade(act, plan=plan, goals=goals, measures=measures, today=today)


def _measure_problems(measures: Sequence[NewMeasure], codes: set[str]) -> list[Problem]:
    return [
        Problem(
            N_(
                "Sasaran %(goal)s untuk indikator %(name)s tidak ada.",
                goal=m.goal or "–",
                name=m.indicator.name,
            ),
            m.indicator.code,
        )
        for m in measures
        if m.goal not in codes
    ]


def put_cascade(
    act: Recorder, *, plan: GoalPlan, goals: Sequence[NewGoal], measures: Sequence[NewMeasure], today: date
) -> Saved:
    """The same inside another action's transaction, of lines that were judged before."""
    known = {goal.code: goal for goal in Goal.objects.live().filter(plan=plan)}
    changed = act.update_all([(known[g.code], {"text": g.text}) for g in goals if g.code in known])
    fresh = [g for g in goals if g.code not in known]
    # Level by level, so that a parent has its id before its children are written.
    for level in GoalLevel:
        rows = [
            Goal(
                region_id=plan.region_id,
                plan=plan,
                level=g.level,
                code=g.code,
                text=g.text,
                parent=known.get(g.parent),
                order=order,
                is_example=g.is_example,
            )
            for order, g in enumerate(goals)
            if g in fresh and g.level is level
        ]
        act.create_all(rows)
        known.update({row.code: row for row in rows})
    new, renewed = _save_measures(act, plan, known, measures, today)
    total = len(goals) + len(measures)
    return Saved(len(fresh) + new, changed + renewed, total - len(fresh) - new - changed - renewed)


def _save_measures(
    act: Recorder, plan: GoalPlan, goals: Mapping[str, Goal], measures: Sequence[NewMeasure], today: date
) -> tuple[int, int]:
    links = GoalIndicator.objects.live().filter(region_id=plan.region_id, goal__plan=plan)
    known = {link.indicator.code: link.indicator for link in links.select_related("indicator")}
    fresh = [m for m in measures if m.indicator.code not in known]
    rows = add_indicators(act, indicators=[m.indicator for m in fresh], today=today)
    act.create_all(
        [
            GoalIndicator(
                region_id=plan.region_id, goal=goals[m.goal], indicator=row, is_example=m.indicator.is_example
            )
            for m, row in zip(fresh, rows, strict=True)
        ]
    )
    changed = 0
    for measure in measures:
        row = known.get(measure.indicator.code)
        if row is not None:
            changed += _renew(act, row, measure.indicator)
    return len(fresh), changed


def _renew(act: Recorder, row: Indicator, new: NewIndicator) -> int:
    before = len(act.changes)
    act.update_all([(row, {"name": new.name, "unit": new.unit, "direction": new.direction})])
    set_targets(act, indicator=row, targets=new.targets)
    return int(len(act.changes) > before)
