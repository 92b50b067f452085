"""Commands that need the database call this first; engine commands never do."""

import os


def set_up() -> None:
    """Load the settings and the apps."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rangkai.config.settings")
    import django

    django.setup()


def migrate() -> None:
    """Bring the tables to this release; quick when there is nothing to do."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
