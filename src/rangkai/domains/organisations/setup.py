"""What organisations offers to the kit: policies, the rail, and who is here."""

from rangkai.domains.organisations.here import resolve
from rangkai.domains.organisations.policies import ORGANISATION
from rangkai.kit.policies import register_policy
from rangkai.kit.registries import Room, register_room
from rangkai.kit.web.context import register_resolver
from rangkai.lib.errors import N_

KINDS = ("organisation", "formername", "person", "personprivate", "post", "appointment", "team", "teammember")


def register() -> None:
    register_resolver(resolve)
    for kind in KINDS:
        register_policy(f"organisations.{kind}", ORGANISATION)
    register_room(
        Room(
            "settings",
            N_("Pengaturan"),
            "settings",
            "organisations:list",
            130,
            lambda actor: ORGANISATION.can(actor, "edit"),
        )
    )
