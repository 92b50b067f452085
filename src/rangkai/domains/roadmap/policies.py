"""The roadmap is read by everyone of the region; Bappeda and the secretariat work on it; the leader decides."""

from rangkai.domains.organisations.rules import Role
from rangkai.kit.policies import ANYONE, Policy, Reach

PLANNERS: dict[str, Reach] = {Role.PLANNER: Reach.REGION, Role.SECRETARIAT: Reach.REGION}

SCENARIO = Policy(
    "scenario",
    {
        "view": {ANYONE: Reach.REGION, Role.NATIONAL_ADMIN: Reach.NATION},
        "create": PLANNERS,
        "edit": PLANNERS,
        "delete": PLANNERS,
        "solve": PLANNERS,
        "decide": {Role.LEADER: Reach.REGION},
    },
    office_lookup="",
)
