"""Governments and areas."""

from django.apps import AppConfig


class RegionsConfig(AppConfig):
    """Governments and areas."""

    name = "rangkai.domains.regions"
    label = "regions"
