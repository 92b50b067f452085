"""Needs and strategic issues."""

from django.apps import AppConfig


class NeedsConfig(AppConfig):
    """Needs and strategic issues."""

    name = "rangkai.domains.needs"
    label = "needs"
