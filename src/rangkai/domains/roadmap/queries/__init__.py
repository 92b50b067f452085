"""What is read of the roadmap."""

from rangkai.domains.roadmap.queries.plans import adopted_scenario, decisions, roadmap_of
from rangkai.domains.roadmap.queries.scenarios import (
    ScenarioFacts,
    facts_of,
    scenario_by_ref,
    scenarios,
    suggested_ceilings,
)

__all__ = [
    "ScenarioFacts",
    "adopted_scenario",
    "decisions",
    "facts_of",
    "roadmap_of",
    "scenario_by_ref",
    "scenarios",
    "suggested_ceilings",
]
