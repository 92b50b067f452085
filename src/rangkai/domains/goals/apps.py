"""RPJMD and Renstra."""

from django.apps import AppConfig


class GoalsConfig(AppConfig):
    """RPJMD and Renstra."""

    name = "rangkai.domains.goals"
    label = "goals"
