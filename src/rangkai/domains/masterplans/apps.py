"""The masterplan, its phases and dimensions."""

from django.apps import AppConfig


class MasterplansConfig(AppConfig):
    """The masterplan, its phases and dimensions."""

    name = "rangkai.domains.masterplans"
    label = "masterplans"
