"""RPJMD and Renstra."""

from django.apps import AppConfig


class GoalsConfig(AppConfig):
    """RPJMD and Renstra."""

    name = "rangkai.domains.goals"
    label = "goals"

    def ready(self) -> None:
        from rangkai.domains.goals import setup  # noqa: PLC0415 (models are loaded now, not before)

        setup.register()
