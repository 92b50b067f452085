"""Offices, posts, people; says who is here on every request."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Offices, posts, people."""

    name = "rangkai.domains.organisations"
    label = "organisations"

    def ready(self) -> None:
        from rangkai.domains.organisations import setup  # noqa: PLC0415 (models are ready only now)

        setup.register()
