"""Programmes and what pays for them."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """Programmes and what pays for them."""

    name = "rangkai.domains.programmes"
    label = "programmes"

    def ready(self) -> None:
        from rangkai.domains.programmes import setup  # noqa: PLC0415 (models are ready only now)

        setup.register()
