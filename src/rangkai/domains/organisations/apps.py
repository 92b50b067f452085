"""Offices, posts, people and teams."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Offices, posts, people and teams."""

    name = "rangkai.domains.organisations"
    label = "organisations"
