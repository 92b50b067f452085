"""What is asked of me."""

from django.apps import AppConfig

from rangkai.kit.registries import Room, register_room, settings_for
from rangkai.kit.web.frame import register_frame_link
from rangkai.lib.errors import N_


class HomeConfig(AppConfig):
    """The first page."""

    name = "rangkai.surfaces.home"
    label = "home"

    def ready(self) -> None:
        register_frame_link("home", "home:home")
        register_frame_link("asks", "home:asks")
        register_frame_link("search", "home:search")
        register_frame_link("sign-out", "accounts:sign-out")
        register_frame_link("language", "accounts:language")
        register_room(Room("home", N_("Beranda"), "home", "home:home", 10, lambda actor: True))
        register_room(
            Room(
                "settings",
                N_("Pengaturan"),
                "settings",
                "home:settings",
                130,
                lambda actor: bool(settings_for(actor)),
            )
        )
        for place in ("home", "asks", "search"):
            register_frame_link(place, f"home:{place}")
