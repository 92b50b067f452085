"""Offices, posts and teams are open to everyone of the region; the secretariat keeps them."""

from rangkai.domains.organisations.rules import Role
from rangkai.kit.policies import ANYONE, Policy, Reach

KEEPERS: dict[str, Reach] = {Role.SECRETARIAT: Reach.REGION, Role.ORGANISATION_UNIT: Reach.REGION}

ORGANISATION = Policy(
    "organisation",
    {
        "view": {ANYONE: Reach.REGION, Role.NATIONAL_ADMIN: Reach.NATION},
        "create": KEEPERS,
        "edit": KEEPERS,
        "delete": KEEPERS,
    },
    office_lookup="",
)

# NIP, rank and phone: shown to few (UU 27/2022).
PERSONAL_DATA = Policy(
    "personal_data",
    {"view": KEEPERS, "edit": KEEPERS},
    office_lookup="",
)
