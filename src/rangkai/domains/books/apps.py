"""Books and their editions."""

from django.apps import AppConfig


class BooksConfig(AppConfig):
    """Books and their editions."""

    name = "rangkai.domains.books"
    label = "books"
