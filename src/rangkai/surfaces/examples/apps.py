"""The example workspace: filling and emptying it."""

from django.apps import AppConfig


class ExamplesConfig(AppConfig):
    """The example workspace: filling and emptying it."""

    name = "rangkai.surfaces.examples"
    label = "examples"
