"""What is done with scenarios."""

from rangkai.domains.roadmap.actions.adopt import adopt_scenario
from rangkai.domains.roadmap.actions.scenarios import (
    ScenarioWish,
    copy_scenario,
    create_scenario,
    delete_scenario,
    edit_scenario,
)
from rangkai.domains.roadmap.actions.settings import pin_programme, set_capacities, set_ceilings, set_coverage
from rangkai.domains.roadmap.actions.solving import ask_to_solve, record_solution, solve_now

__all__ = [
    "ScenarioWish",
    "adopt_scenario",
    "ask_to_solve",
    "copy_scenario",
    "create_scenario",
    "delete_scenario",
    "edit_scenario",
    "pin_programme",
    "record_solution",
    "set_capacities",
    "set_ceilings",
    "set_coverage",
    "solve_now",
]
