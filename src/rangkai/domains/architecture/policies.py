"""Who keeps the register of services: each office its own, the secretariat the region's; everyone there may read it."""

from rangkai.domains.organisations.rules import Role
from rangkai.kit.policies import ANYONE, Policy, Reach

KEEPERS: dict[str, Reach] = {
    **dict.fromkeys((Role.OPERATOR, Role.OFFICE_PLANNER, Role.OFFICE_HEAD), Reach.OFFICE),
    Role.SECRETARIAT: Reach.REGION,
}

SERVICE = Policy(
    "service",
    {
        "view": {ANYONE: Reach.REGION, Role.NATIONAL_ADMIN: Reach.NATION},
        "create": KEEPERS,
        "edit": KEEPERS,
        "delete": KEEPERS,
    },
)
