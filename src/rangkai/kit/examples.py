"""Example rows: whether there are any, and taking them away at once."""

from collections.abc import Iterable, Mapping

from django.apps import apps
from django.utils import timezone

from rangkai.kit.actions import Recorder


def count_examples(region_id: int, kinds: Iterable[str]) -> Mapping[str, int]:
    """Live example rows by kind; one query a kind."""
    return {kind: _rows(kind, region_id).count() for kind in kinds}


def has_examples(region_id: int, kinds: Iterable[str]) -> bool:
    """Whether any of the kinds has a live example; at most one query a kind."""
    return any(_rows(kind, region_id).exists() for kind in kinds)


def sweep_examples(act: Recorder, kinds: Iterable[str]) -> int:
    """Delete softly every live example of the kinds in the actor's region; returns how many. One call, one undo."""
    now = timezone.now()
    return sum(
        act.update_all([(row, {"deleted_at": now}) for row in _rows(kind, act.actor.region_id)])
        for kind in kinds
    )


def _rows(kind: str, region_id: int):  # type: ignore[no-untyped-def]
    return apps.get_model(kind)._default_manager.live().filter(region_id=region_id, is_example=True)
