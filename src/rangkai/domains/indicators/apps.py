"""Indicators and their targets."""

from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    """Indicators and their targets."""

    name = "rangkai.domains.indicators"
    label = "indicators"
