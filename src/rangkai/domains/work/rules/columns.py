"""Which column seems to be which field: what the engine proposes, held to what a field insists on.

A field that identifies a row is never guessed: a running number taken for one would turn one office's rows into
another's.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from rangkai.engines.tabular import Column, FieldSpec, Table, propose_mapping
from rangkai.lib.errors import Message
from rangkai.lib.text import words


@dataclass(frozen=True)
class Fields:
    """What a sheet of a noun may fill.

    `exact` are fields that only a heading of their very name gives; `shapes` what all samples of a column look like.
    """

    specs: tuple[FieldSpec, ...]
    exact: frozenset[str] = frozenset()
    shapes: Mapping[str, re.Pattern[str]] = field(default_factory=dict)

    def __iter__(self) -> Iterator[FieldSpec]:
        return iter(self.specs)

    def takes(self, spec: FieldSpec, column: Column) -> bool:
        """Whether the column may be this field at all."""
        if spec.name in self.exact and words(column.name) not in names_of(spec):
            return False
        shape = self.shapes.get(spec.name)
        return shape is None or all(shape.fullmatch(sample.strip()) for sample in column.samples)


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """A column of a table, by place, taken for a field."""

    place: int
    field: str
    reason: Message


def names_of(spec: FieldSpec) -> frozenset[str]:
    """What a heading of the field may say, folded."""
    return frozenset(words(name) for name in (spec.label, *spec.synonyms))


def guesses(table: Table, fields: Fields) -> tuple[ColumnGuess, ...]:
    """At most one column a field and one field a column, in the order of the columns."""
    by_name = {spec.name: spec for spec in fields}
    found = [
        ColumnGuess(hit.column_index, name, hit.reason)
        for name, hit in propose_mapping(table, fields.specs).items()
        if fields.takes(by_name[name], table.columns[hit.column_index])
    ]
    return tuple(sorted(found, key=lambda guess: guess.place))
