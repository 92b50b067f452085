"""What goals offers to the kit."""

from rangkai.domains.goals.imports import GOALS_IMPORT
from rangkai.domains.goals.policies import GOAL
from rangkai.domains.organisations.rules import Role
from rangkai.domains.work.actions.imports.nouns import register_import
from rangkai.kit.policies import register_policy
from rangkai.kit.registries import Room, register_room
from rangkai.lib.errors import N_

KINDS = ("goal", "goalplan", "goalindicator")


def register() -> None:
    for kind in KINDS:
        register_policy(f"goals.{kind}", GOAL)
    register_import(GOALS_IMPORT)
    register_room(
        Room(
            "goals",
            N_("Tujuan"),
            "target",
            "goals:tree",
            42,
            lambda actor: Role.OPERATOR not in actor.roles(),
        )
    )
