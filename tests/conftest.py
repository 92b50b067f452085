"""The small world that the walks share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from django.test import override_settings

from tests.world import World, build


@pytest.fixture(scope="module")
def media(tmp_path_factory) -> Path:
    """The files of the world outlive one test."""
    return tmp_path_factory.mktemp("world")


@pytest.fixture(autouse=True)
def own_files(settings, media):
    settings.MEDIA_ROOT = media


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, media) -> Iterator[World]:
    """Built once a module; every test is rolled back, and the world itself at the end."""
    with override_settings(MEDIA_ROOT=media), django_db_blocker.unblock(), transaction.atomic():
        yield build()
        transaction.set_rollback(True)
