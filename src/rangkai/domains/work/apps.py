"""Asks, notices, drafts, saved views, imports."""

from django.apps import AppConfig


class WorkConfig(AppConfig):
    """Asks, notices, drafts, saved views, imports."""

    name = "rangkai.domains.work"
    label = "work"
