"""The example workspace: filling and emptying it."""

from django.apps import AppConfig

from rangkai.kit.registries import register_strip
from rangkai.kit.web.frame import register_frame_link


class ExamplesConfig(AppConfig):
    """The example workspace."""

    name = "rangkai.surfaces.examples"
    label = "examples"

    def ready(self) -> None:
        from rangkai.surfaces.examples.emptying import strip  # noqa: PLC0415 (models are loaded now, not before)

        register_strip(strip)
        register_frame_link("examples", "examples:examples")
