"""What is done with goals."""

from rangkai.domains.goals.actions.cascade import (
    NewGoal,
    NewMeasure,
    NewPlan,
    create_plan,
    delete_goal,
    edit_goal,
    edit_plan,
    save_cascade,
)

__all__ = [
    "NewGoal",
    "NewMeasure",
    "NewPlan",
    "create_plan",
    "delete_goal",
    "edit_goal",
    "edit_plan",
    "save_cascade",
]
