"""The register of public services."""

from django.apps import AppConfig


class ArchitectureConfig(AppConfig):
    """The register of public services."""

    name = "rangkai.domains.architecture"
    label = "architecture"

    def ready(self) -> None:
        from rangkai.domains.architecture import setup  # noqa: PLC0415 (models are loaded now, not before)

        setup.register()
