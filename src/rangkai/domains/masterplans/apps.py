"""The masterplan, its phases and dimensions."""

from django.apps import AppConfig


class MasterplansConfig(AppConfig):
    """The masterplan, its phases and dimensions."""

    name = "rangkai.domains.masterplans"
    label = "masterplans"

    def ready(self) -> None:
        from rangkai.domains.masterplans import setup  # noqa: PLC0415 (models are loaded now, not before)

        setup.register()
