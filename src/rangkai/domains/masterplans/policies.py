"""The masterplan is read by everyone of the region and kept by Bappeda and the secretariat."""

from rangkai.domains.organisations.rules import Role
from rangkai.kit.policies import ANYONE, Policy, Reach

KEEPERS: dict[str, Reach] = {Role.PLANNER: Reach.REGION, Role.SECRETARIAT: Reach.REGION}

MASTERPLAN = Policy(
    "masterplan",
    {
        "view": {ANYONE: Reach.REGION, Role.NATIONAL_ADMIN: Reach.NATION},
        "create": KEEPERS,
        "edit": KEEPERS,
        "delete": KEEPERS,
    },
    office_lookup="",
)
