"""Asks, notices, drafts, saved views, imports."""

from django.apps import AppConfig


class WorkConfig(AppConfig):
    """Asks, notices, drafts, saved views, imports."""

    name = "rangkai.domains.work"
    label = "work"

    def ready(self) -> None:
        from rangkai.domains.work import setup  # noqa: PLC0415 (models are ready only now)

        setup.register()
