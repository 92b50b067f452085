"""What is asked of me."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """What is asked of me."""

    name = "rangkai.surfaces.home"
    label = "home"
