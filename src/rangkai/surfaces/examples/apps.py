"""The example workspace: filling and emptying it."""

from django.apps import AppConfig

from rangkai.kit.registries import Setting, register_setting, register_strip
from rangkai.kit.web.frame import register_frame_link
from rangkai.lib.errors import N_


class ExamplesConfig(AppConfig):
    """The example workspace."""

    name = "rangkai.surfaces.examples"
    label = "examples"

    def ready(self) -> None:
        from rangkai.surfaces.examples.emptying import EXAMPLES, strip  # noqa: PLC0415 (models are loaded now, not before)

        register_strip(strip)
        register_frame_link("examples", "examples:examples")
        register_setting(
            Setting(
                N_("Contoh"),
                N_("Kebutuhan, program, dan tujuan bertanda contoh; dapat dikosongkan sekali jalan."),
                "bulb",
                "examples:examples",
                90,
                lambda actor: EXAMPLES.can(actor, "view"),
            )
        )
