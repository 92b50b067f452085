"""What follows from other fields of a need: its priority from USG, its identity from number or content."""

from collections.abc import Mapping
from typing import Any

from rangkai.domains.needs.rules.identity import identity_by_content, identity_by_key
from rangkai.domains.needs.rules.priority import priority

IDENTIFYING = frozenset({"office_id", "area_id", "statement", "place", "source", "source_key"})
SCORES = frozenset({"urgency", "seriousness", "growth"})
DERIVING = IDENTIFYING | SCORES
EMPTY: Mapping[str, object] = dict.fromkeys(DERIVING)


def with_derived(current: Mapping[str, object], values: Mapping[str, object]) -> dict[str, object]:
    """`values` with the priority and the identity that follow from them over `current` (the fields in DERIVING)."""
    given = dict(values)
    merged: dict[str, Any] = {**current, **values}
    if SCORES & set(values):
        given["priority"] = priority(**{name: merged[name] for name in SCORES})
    if IDENTIFYING & set(values):
        given["identity"] = identity_of(merged)
    return given


def identity_of(values: Mapping[str, Any]) -> str:
    """By the number that the source gives, where it gives one; else by content."""
    if values["source_key"]:
        return identity_by_key(source=values["source"] or "", key=values["source_key"])
    return identity_by_content(
        office_id=values["office_id"],
        area_id=values["area_id"],
        statement=values["statement"],
        place=values["place"] or "",
    )
