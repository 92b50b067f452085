"""Indicators and their targets."""

from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    """Indicators and their targets."""

    name = "rangkai.domains.indicators"
    label = "indicators"

    def ready(self) -> None:
        from rangkai.domains.indicators import setup  # noqa: PLC0415 (models are loaded now, not before)

        setup.register()
