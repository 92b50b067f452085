"""Teams by SK."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rangkai.domains.organisations.models import Team, TeamMember
from rangkai.domains.organisations.policies import ORGANISATION
from rangkai.kit.actions import recording
from rangkai.kit.policies import Actor


@dataclass(frozen=True)
class Member:
    """A seat: the post, what it is in the team, and whom the SK names."""

    post_id: int
    position: str = ""
    named_id: int | None = None


@dataclass(frozen=True)
class NewTeam:
    """A team as its SK sets it."""

    code: str
    name: str
    decree: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    is_example: bool = False


def create_team(actor: Actor, *, team: NewTeam, members: Sequence[Member]) -> Team:
    """Add a team with its members; two inserts."""
    ORGANISATION.require(actor, "create")
    with recording("organisations.create_team", actor) as act:
        row = act.create(
            Team(
                region_id=actor.region_id,
                code=team.code,
                name=team.name,
                decree=team.decree,
                valid_from=team.valid_from,
                valid_to=team.valid_to,
                is_example=team.is_example,
            )
        )
        act.create_all(
            [
                TeamMember(
                    region_id=actor.region_id,
                    team=row,
                    post_id=m.post_id,
                    named_id=m.named_id,
                    position=m.position,
                    order=order,
                    is_example=team.is_example,
                )
                for order, m in enumerate(members, 1)
            ]
        )
    return row
