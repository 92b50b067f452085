"""Books and their editions."""

from django.apps import AppConfig


class BooksConfig(AppConfig):
    """Books and their editions."""

    name = "rangkai.domains.books"
    label = "books"

    def ready(self) -> None:
        from rangkai.domains.books import setup  # noqa: PLC0415 (models are loaded now, not before)

        setup.register()
