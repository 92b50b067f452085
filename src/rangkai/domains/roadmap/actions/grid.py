"""Tables of small numbers (ceilings, capacities) saved as a whole: what differs is written, the rest stays."""

from collections.abc import Callable, Hashable, Mapping
from typing import Any

from django.utils import timezone

from rangkai.domains.regions.models import RegionalRecord
from rangkai.kit.actions import Recorder


def replace_rows[K: Hashable, M: RegionalRecord](
    act: Recorder, *, existing: Mapping[K, M], wanted: Mapping[K, Mapping[str, Any]], make: Callable[[K], M]
) -> None:
    """Update the rows whose values differ, create the missing ones, delete softly what is no longer wanted."""
    now = timezone.now()
    gone = [(row, {"deleted_at": now}) for key, row in existing.items() if key not in wanted]
    kept = [(existing[key], values) for key, values in wanted.items() if key in existing]
    act.update_all([*gone, *kept])
    new = []
    for key, values in wanted.items():
        if key not in existing:
            row = make(key)
            for name, value in values.items():
                setattr(row, name, value)
            new.append(row)
    act.create_all(new)
