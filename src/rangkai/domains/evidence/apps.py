"""Documents."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """Documents."""

    name = "rangkai.domains.evidence"
    label = "evidence"

    def ready(self) -> None:
        from rangkai.domains.evidence import setup  # noqa: PLC0415 (models are loaded now, not before)

        setup.register()
