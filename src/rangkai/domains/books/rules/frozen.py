"""The content of an edition as plain JSON and back, without loss: what is frozen is exactly what was printed."""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from rangkai.domains.books.rules.facts import EditionContent

SCHEMA = 1
"""Raised when the shape of the facts changes, so that older editions are still told apart."""


def to_json(content: EditionContent) -> dict[str, Any]:
    """Dataclasses become objects, tuples lists, decimals and instants text."""
    plain: dict[str, Any] = _plain(content)
    return plain


def from_json(body: Mapping[str, Any]) -> EditionContent:
    """What `to_json` wrote; raises KeyError or ValueError for anything else."""
    content: EditionContent = _typed(EditionContent, body)
    return content


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        kind: Any = type(value)
        return {name: _plain(getattr(value, name)) for name in _hints(kind)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


@cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _typed(kind: Any, value: Any) -> Any:
    if get_origin(kind) in {Union, types.UnionType}:
        return None if value is None else _typed(get_args(kind)[0], value)
    if get_origin(kind) is tuple:
        return tuple(_typed(get_args(kind)[0], one) for one in value)
    if isinstance(kind, type) and is_dataclass(kind):
        return kind(**{name: _typed(hint, value[name]) for name, hint in _hints(kind).items()})
    if kind is datetime or kind is date:
        return kind.fromisoformat(value)
    return Decimal(value) if kind is Decimal else value
