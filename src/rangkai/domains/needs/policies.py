"""Who sees, writes, approves and consolidates needs. An office sees its own; strategic issues are open to all."""

from typing import Any

from rangkai.domains.organisations.rules import Role
from rangkai.kit.policies import ANYONE, Actor, Policy, Reach

type Reaches = dict[str, Reach]

OFFICE: Reaches = dict.fromkeys((Role.OPERATOR, Role.OFFICE_PLANNER, Role.OFFICE_HEAD), Reach.OFFICE)
READERS: Reaches = dict.fromkeys(
    (
        Role.SECRETARIAT,
        Role.PLANNER,
        Role.LEADER,
        Role.WALIDATA,
        Role.ORGANISATION_UNIT,
        Role.LEGAL_UNIT,
        Role.INSPECTORATE,
        Role.INTERNAL_ASSESSOR,
        Role.EXTERNAL_ASSESSOR,
        Role.MENTOR,
    ),
    Reach.REGION,
)
NATION: Reaches = {Role.NATIONAL_ADMIN: Reach.NATION}
SECRETARIAT: Reaches = {Role.SECRETARIAT: Reach.REGION}
CONSOLIDATORS: Reaches = {**SECRETARIAT, Role.PLANNER: Reach.REGION}

NEED = Policy(
    "need",
    {
        "view": {**OFFICE, **READERS, **NATION},
        "create": {**OFFICE, **SECRETARIAT},
        "edit": {**OFFICE, **SECRETARIAT},
        "delete": {**OFFICE, **SECRETARIAT},
        "rank": {**OFFICE, **CONSOLIDATORS},
        "classify": {**OFFICE, **CONSOLIDATORS},
        "check": {Role.OFFICE_PLANNER: Reach.OFFICE},
        "approve": {Role.OFFICE_HEAD: Reach.OFFICE},
        "return": {Role.OFFICE_PLANNER: Reach.OFFICE, Role.OFFICE_HEAD: Reach.OFFICE, **SECRETARIAT},
        "consolidate": CONSOLIDATORS,
    },
)


class AttachmentPolicy(Policy):
    """Of files attached to a need: whoever sees the need sees them, whoever edits it attaches and detaches."""

    def can(self, actor: Actor, verb: str, row: Any = None) -> bool:
        return NEED.can(actor, verb, row and row.need)


ATTACHMENT = AttachmentPolicy("attachment", NEED.table, office_lookup="need__office_id")

ISSUE = Policy(
    "issue",
    {
        "view": {ANYONE: Reach.REGION, **NATION},
        "create": CONSOLIDATORS,
        "edit": CONSOLIDATORS,
        "delete": CONSOLIDATORS,
    },
    office_lookup="",
)

# Proposed groups and what was decided on them: a worklist of those who consolidate.
GROUPING = Policy(
    "grouping",
    dict.fromkeys(("view", "create", "edit", "delete"), CONSOLIDATORS),
    office_lookup="",
)
