"""Goals of a sheet are recorded as the preview showed them, or not at all."""

from datetime import date
from decimal import Decimal

from rangkai.domains.goals.actions.cascade import NewGoal, NewMeasure, put_cascade
from rangkai.domains.goals.models import GoalPlan
from rangkai.domains.goals.policies import GOAL
from rangkai.domains.goals.rules import GoalLevel
from rangkai.domains.goals.rules.importing import IKU
from rangkai.domains.indicators.actions import NewIndicator
from rangkai.domains.indicators.rules import Direction
from rangkai.domains.work.rules.plan import Plan, RowPlan
from rangkai.domains.work.rules.terms import Outcome
from rangkai.kit.actions import Recorder


def record_import(act: Recorder, *, document: GoalPlan, plan: Plan, today: date) -> None:
    """New and changed goals and indicators, in the transaction of the import."""
    GOAL.require(act.actor, "edit", document)
    rows = plan.of(Outcome.NEW, Outcome.CHANGED)
    goals = [
        NewGoal(_said(row, "code"), GoalLevel(_said(row, "level")), _said(row, "text"), _said(row, "parent"))
        for row in rows
        if row.values["level"] != IKU
    ]
    measures = [_measure(row) for row in rows if row.values["level"] == IKU]
    put_cascade(act, plan=document, goals=goals, measures=measures, today=today)


def _said(row: RowPlan, name: str) -> str:
    return str(row.values.get(name) or "")


def _measure(row: RowPlan) -> NewMeasure:
    targets = {
        int(name.removeprefix("target_")): Decimal(str(value))
        for name, value in row.values.items()
        if name.startswith("target_")
    }
    year, _, figure = _said(row, "baseline").partition(":")
    return NewMeasure(
        _said(row, "parent"),
        NewIndicator(
            _said(row, "text"),
            code=_said(row, "code"),
            unit=_said(row, "unit"),
            direction=Direction(_said(row, "direction") or Direction.UP),
            is_iku=True,
            targets=targets,
            actuals={int(year): Decimal(figure)} if figure else {},
        ),
    )
