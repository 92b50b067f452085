"""What masterplans offers to the kit."""

from rangkai.domains.masterplans.policies import MASTERPLAN
from rangkai.domains.organisations.rules import Role
from rangkai.kit.policies import register_policy
from rangkai.kit.registries import Room, register_room
from rangkai.lib.errors import N_

KINDS = ("masterplan", "planphase", "strategy", "dimension", "subdimension")


def register() -> None:
    for kind in KINDS:
        register_policy(f"masterplans.{kind}", MASTERPLAN)
    register_room(
        Room(
            "plan",
            N_("Rencana Induk"),
            "map",
            "masterplans:plan",
            40,
            lambda actor: Role.OPERATOR not in actor.roles(),
        )
    )
