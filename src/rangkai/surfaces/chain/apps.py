"""The chain forward and back from any record."""

from django.apps import AppConfig


class ChainConfig(AppConfig):
    """The chain forward and back from any record."""

    name = "rangkai.surfaces.chain"
    label = "chain"
