"""Page patterns are tested without any noun: no rooms, no links of upper rings, only the kit's own addresses."""

import pytest

from rangkai.kit import registries
from rangkai.kit.web import drafts, frame, saved_views


@pytest.fixture
def bare_kit(monkeypatch, settings):
    """Nobody has registered anything."""
    settings.ROOT_URLCONF = "rangkai.kit.tests.urls"
    for owner, name in (
        (registries, "_rooms"),
        (registries, "_panels"),
        (frame, "_entries"),
        (drafts, "_store"),
        (saved_views, "_store"),
    ):
        monkeypatch.setattr(owner, name, [])
    monkeypatch.setattr(frame, "_links", {})
    monkeypatch.setattr(registries, "_asks", {})
