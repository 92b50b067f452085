"""Books are read by everyone of the region; the secretariat and Bappeda write and print them, the leader may print."""

from rangkai.domains.organisations.rules import Role
from rangkai.kit.policies import ANYONE, Policy, Reach

WRITERS: dict[str, Reach] = {Role.SECRETARIAT: Reach.REGION, Role.PLANNER: Reach.REGION}

BOOK = Policy(
    "book",
    {
        "view": {ANYONE: Reach.REGION, Role.NATIONAL_ADMIN: Reach.NATION},
        "create": WRITERS,
        "edit": WRITERS,
        "delete": WRITERS,
        "build": {**WRITERS, Role.LEADER: Reach.REGION},
    },
    office_lookup="",
)
