"""What a person began is theirs alone (the queries see to that); whoever has a place in the region may begin.

Rounds of sheets belong to those who gather for the whole region.
"""

from rangkai.domains.organisations.rules import Role
from rangkai.kit.policies import ANYONE, Policy, Reach

OWN = Policy(
    "own_work",
    {verb: {ANYONE: Reach.REGION} for verb in ("view", "create", "edit", "delete")},
    office_lookup="",
)
KINDS = ("importsession", "importmapping", "draft", "savedview")

WRITERS: dict[str, Reach] = {
    Role.SECRETARIAT: Reach.REGION,
    Role.PLANNER: Reach.REGION,
    Role.OFFICE_PLANNER: Reach.OFFICE,
}

LETTER = Policy(
    "letter",
    {
        "view": {
            **WRITERS,
            Role.OPERATOR: Reach.OFFICE,
            Role.OFFICE_HEAD: Reach.OFFICE,
            Role.LEADER: Reach.REGION,
            Role.INSPECTORATE: Reach.REGION,
        },
        "create": WRITERS,
        "edit": WRITERS,
        "delete": WRITERS,
    },
)
"""Paraf and signature are not held by a role but by the post that the letter names: see
`queries.letter_access`."""

LETTERHEAD = Policy(
    "letterhead",
    {
        "view": {ANYONE: Reach.REGION},
        **{verb: {Role.SECRETARIAT: Reach.REGION} for verb in ("create", "edit", "delete")},
    },
    office_lookup="",
)


SHEETS = Policy(
    "sheets",
    {
        verb: {Role.SECRETARIAT: Reach.REGION, Role.PLANNER: Reach.REGION}
        for verb in ("view", "create", "edit", "delete")
    },
    office_lookup="",
)
SHEET_KINDS = ("sheetround", "officesheet", "gathering")
