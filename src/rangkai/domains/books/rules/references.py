"""References to parts that a book does not hold (a chapter was hidden) become words, so that no book breaks."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from rangkai.engines.typeset.document import Appendix, Chapter, CrossReference

ELSEWHERE = "bagian yang tidak dicetak"

type Part = Chapter | Appendix


def settled(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts with every dangling cross-reference replaced; those that lead somewhere stay."""
    known = frozenset(_keys(parts))
    settled_parts: tuple[Part, ...] = _settle(parts, known)
    return settled_parts


def _keys(value: Any) -> list[str]:
    if isinstance(value, tuple):
        return [key for one in value for key in _keys(one)]
    own: str = getattr(value, "key", "")
    return ([own] if own else []) + _keys(getattr(value, "blocks", ()))


def _settle(value: Any, known: frozenset[str]) -> Any:
    if isinstance(value, CrossReference):
        return value if value.key in known else ELSEWHERE
    if isinstance(value, tuple):
        return tuple(_settle(one, known) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {
        field.name: new
        for field in fields(value)
        if field.name in _HOLDERS
        and (new := _settle(old := getattr(value, field.name), known)) is not old
        and new != old
    }
    return replace(value, **changed) if changed else value


_HOLDERS = frozenset({"blocks", "text", "items"})
"""Fields in which a cross-reference may stand; rows of tables hold none of ours."""
