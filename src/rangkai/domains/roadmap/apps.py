"""Scenarios and decisions."""

from django.apps import AppConfig


class RoadmapConfig(AppConfig):
    """Scenarios and decisions."""

    name = "rangkai.domains.roadmap"
    label = "roadmap"
