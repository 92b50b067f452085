"""Finds the background work of every domain once all are loaded."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class KitConfig(AppConfig):
    """Machinery that knows no noun."""

    name = "rangkai.kit"
    label = "kit"

    def ready(self) -> None:
        autodiscover_modules("tasks")
