"""Needs and strategic issues."""

from django.apps import AppConfig


class NeedsConfig(AppConfig):
    """Needs and strategic issues."""

    name = "rangkai.domains.needs"
    label = "needs"

    def ready(self) -> None:
        from rangkai.domains.needs import setup  # noqa: PLC0415 (models are loaded now, not before)

        setup.register()
