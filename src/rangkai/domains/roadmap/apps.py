"""Scenarios and decisions."""

from django.apps import AppConfig


class RoadmapConfig(AppConfig):
    """Scenarios and decisions."""

    name = "rangkai.domains.roadmap"
    label = "roadmap"

    def ready(self) -> None:
        from rangkai.domains.roadmap import setup  # noqa: PLC0415 (models are loaded now, not before)

        setup.register()
