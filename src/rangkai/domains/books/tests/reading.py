"""Reading blocks in tests: their words, their tables."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from rangkai.engines.typeset.document import Table, Timeline


def every(value: Any) -> Iterator[Any]:
    """A block and everything inside it."""
    if isinstance(value, tuple | list):
        for one in value:
            yield from every(one)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            yield from every(getattr(value, field.name))


def said(value: Any) -> str:
    """Every text in it, one after the other."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple | list):
        return " ".join(said(one) for one in value)
    if is_dataclass(value):
        return " ".join(said(getattr(value, field.name)) for field in fields(value))
    return "" if value is None else str(value)


def tables(value: Any) -> dict[str, Table]:
    """Tables by their captions."""
    return {one.caption: one for one in every(value) if isinstance(one, Table)}


def timelines(value: Any) -> list[Timeline]:
    return [one for one in every(value) if isinstance(one, Timeline)]
