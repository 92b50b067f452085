"""User and sign-in."""

from django.apps import AppConfig

from rangkai.kit.web.frame import register_frame_link


class AccountsConfig(AppConfig):
    """User and sign-in."""

    name = "rangkai.domains.accounts"
    label = "accounts"

    def ready(self) -> None:
        register_frame_link("sign-out", "accounts:sign-out")
        register_frame_link("language", "accounts:language")
