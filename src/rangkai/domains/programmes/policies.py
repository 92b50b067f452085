"""Who may do what with programmes: an office with its own, the secretariat and Bappeda with those of the region.

Funding lines, risks, outputs and links follow their programme.
"""

from collections.abc import Mapping
from typing import Any

from rangkai.domains.organisations.rules import Role
from rangkai.kit.policies import ANYONE, Actor, Policy, Reach

WRITERS: Mapping[str, Reach] = {
    Role.OPERATOR: Reach.OFFICE,
    Role.OFFICE_PLANNER: Reach.OFFICE,
    Role.OFFICE_HEAD: Reach.OFFICE,
    Role.SECRETARIAT: Reach.REGION,
    Role.PLANNER: Reach.REGION,
}
READERS: Mapping[str, Reach] = {
    **WRITERS,
    Role.LEADER: Reach.REGION,
    Role.WALIDATA: Reach.REGION,
    Role.ORGANISATION_UNIT: Reach.REGION,
    Role.LEGAL_UNIT: Reach.REGION,
    Role.INSPECTORATE: Reach.REGION,
    Role.INTERNAL_ASSESSOR: Reach.REGION,
    Role.EXTERNAL_ASSESSOR: Reach.REGION,
    Role.MENTOR: Reach.REGION,
    Role.NATIONAL_ADMIN: Reach.NATION,
}
KEEPERS: Mapping[str, Reach] = {Role.SECRETARIAT: Reach.REGION, Role.PLANNER: Reach.REGION}

PROGRAMME = Policy(
    "programme",
    {
        "view": READERS,
        "create": WRITERS,
        "edit": WRITERS,
        "delete": WRITERS,
        "submit": WRITERS,
        "approve": {Role.OFFICE_HEAD: Reach.OFFICE},
        "return": {Role.OFFICE_HEAD: Reach.OFFICE, **KEEPERS},
        "stop": {Role.OFFICE_HEAD: Reach.OFFICE, **KEEPERS},
        "mend": {Role.OFFICE_HEAD: Reach.OFFICE, **KEEPERS},
    },
)


class PartPolicy(Policy):
    """Of rows that follow their programme, whatever office they name themselves."""

    def can(self, actor: Actor, verb: str, row: Any = None) -> bool:
        return PROGRAMME.can(actor, verb, row and row.programme)


PART = PartPolicy("programme_part", PROGRAMME.table, office_lookup="programme__office_id")


# Funds and nomenclature are read by everyone of the region and kept by the secretariat and Bappeda.
FUND = Policy(
    "fund",
    {
        "view": {ANYONE: Reach.REGION, Role.NATIONAL_ADMIN: Reach.NATION},
        "create": KEEPERS,
        "edit": KEEPERS,
        "delete": KEEPERS,
    },
    office_lookup="",
)

# The old plan was published: everyone of the region reads it; the secretariat and Bappeda decide on it.
PRIOR = Policy(
    "prior_programme",
    {
        "view": {ANYONE: Reach.REGION, Role.NATIONAL_ADMIN: Reach.NATION},
        "create": KEEPERS,
        "edit": KEEPERS,
        "decide": KEEPERS,
    },
    office_lookup="",
)
