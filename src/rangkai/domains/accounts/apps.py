"""User and sign-in."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """User and sign-in."""

    name = "rangkai.domains.accounts"
    label = "accounts"
