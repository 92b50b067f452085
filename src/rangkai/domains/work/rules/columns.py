"""Which column seems to be which field: what the engine proposes, and headings that leave no doubt.

The engine holds back a heading whose cells look wrong; a heading that says the very name is taken all the same, so that
the cells are named one by one rather than passed over with their column.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rangkai.engines.tabular import FieldSpec, Table, propose_mapping
from rangkai.lib.errors import N_, Message
from rangkai.lib.text import words


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """A column of a table, by place, taken for a field."""

    place: int
    field: str
    reason: Message


def guesses(table: Table, fields: Sequence[FieldSpec]) -> tuple[ColumnGuess, ...]:
    """At most one column a field and one field a column, in the order of the columns."""
    proposals = propose_mapping(table, fields)
    found = [ColumnGuess(hit.column_index, name, hit.reason) for name, hit in proposals.items()]
    taken = {guess.place for guess in found}
    for spec in fields:
        if spec.name in proposals:
            continue
        names = {words(name) for name in (spec.label, *spec.synonyms)}
        place = next(
            (p for p, column in enumerate(table.columns) if p not in taken and words(column.name) in names),
            None,
        )
        if place is not None:
            taken.add(place)
            reason = N_("Judul kolom sama, tetapi isinya tidak seperti biasanya. Periksa pilihan ini.")
            found.append(ColumnGuess(place, spec.name, reason))
    return tuple(sorted(found, key=lambda guess: guess.place))
