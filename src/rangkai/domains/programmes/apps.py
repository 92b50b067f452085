"""Programmes and what pays for them."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """Programmes and what pays for them."""

    name = "rangkai.domains.programmes"
    label = "programmes"
