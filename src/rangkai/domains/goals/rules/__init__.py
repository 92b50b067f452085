"""Pure rules of goals."""

from rangkai.domains.goals.rules.terms import PARENT_LEVEL, GoalLevel, PlanKind

__all__ = ["PARENT_LEVEL", "GoalLevel", "PlanKind"]
