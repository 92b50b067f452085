"""One action empties the examples; offices, people, funds and codes stay, for they are the region's own to edit."""

from rangkai.domains.organisations.rules import Role
from rangkai.kit.actions import recording
from rangkai.kit.examples import has_examples, sweep_examples
from rangkai.kit.policies import Actor, Policy, Reach

EXAMPLES = Policy(
    "examples", {"view": {Role.SECRETARIAT: Reach.REGION}, "empty": {Role.SECRETARIAT: Reach.REGION}}
)

COUNTED = (
    *("needs.need", "programmes.programme", "roadmap.scenario", "goals.goal", "masterplans.masterplan"),
    "architecture.service",
)
"""Kinds whose number is told before they go."""

HANGING = (
    *("needs.strategicissue", "needs.groupproposal", "indicators.indicator", "indicators.indicatortarget"),
    *("goals.goalindicator", "masterplans.planphase", "masterplans.strategy"),
    *("programmes.programmeneed", "programmes.programmeissue", "programmes.programmegoal"),
    *("programmes.programmeindicator", "programmes.programmelink", "programmes.programmearea"),
    *("programmes.supportingoffice", "programmes.programmeoutput", "programmes.programmerisk"),
    *("programmes.fundingline", "roadmap.ceiling", "roadmap.capacity", "roadmap.coverage", "roadmap.pin"),
    *("roadmap.placement",),
)
"""Kinds that go with them."""


def empty_examples(actor: Actor) -> int:
    """Take every example of the region away, in one transaction that can be taken back; returns how many rows."""
    EXAMPLES.require(actor, "empty")
    with recording("examples.empty", actor) as act:
        return sweep_examples(act, (*HANGING, *COUNTED))


def strip(region_id: int) -> str:
    """ "example" while example needs or programmes are there; at most two queries."""
    return "example" if has_examples(region_id, COUNTED[:2]) else ""
