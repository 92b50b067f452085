"""The chain forward and back from any record."""

from django.apps import AppConfig

from rangkai.kit.registries import Room, register_room
from rangkai.lib.errors import N_


class ChainConfig(AppConfig):
    """The chain as a whole."""

    name = "rangkai.surfaces.chain"
    label = "chain"

    def ready(self) -> None:
        register_room(
            Room(
                "chain",
                N_("Rangkaian"),
                "link",
                "chain:chain",
                120,
                lambda actor: "operator" not in actor.roles(),
            )
        )
