"""All statements as arrays, so that many pairs are compared by one matrix operation.

Shapes: n statements, m distinct words (roots). Weights of words lie in 0 to 1: ln(1 + n/df) / ln(1 + n), where df is
the number of statements that say the word, times what kind of word it is.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np

from rangkai.engines.similarity import vocabulary as v
from rangkai.engines.similarity.arrays import Flags, Floats, Ints, codes, row_sums
from rangkai.engines.similarity.statements import Reading
from rangkai.engines.similarity.twins import twin_matrix

ACTION_WEIGHT = 0.3
GENERIC_WEIGHT = 0.4
KIND_WEIGHT = 0.25


@dataclass(frozen=True)
class Corpus:
    """`objects` and `names` (n × m, sparse) hold weights; `heard` (n × m, sparse, 0 to 1) says how surely a
    statement contains a word in either role, misspellings included. Codes are 0 where nothing is said."""

    readings: Sequence[Reading]
    words: tuple[str, ...]
    frequency: Floats
    objects: Any
    names: Any
    heard: Any
    object_total: Floats
    name_total: Floats
    rt: Ints
    rw: Ints
    dusun: Ints
    ordinal: Ints
    either: Flags
    whole: Flags
    empty: Flags
    desa: Ints
    kecamatan: Ints
    office: Ints
    activity: Ints
    wording: Ints

    def __len__(self) -> int:
        return len(self.readings)


def build(readings: Sequence[Reading]) -> Corpus:
    """Count, weigh and lay out; linear in the number of words."""
    column: dict[str, int] = {}
    objects = [_columns(reading.objects, column) for reading in readings]
    names = [_columns(row, column) for row in _in_one_spelling(readings)]
    words = tuple(column)
    either_role = [sorted({*row, *others}) for row, others in zip(objects, names, strict=True)]
    counted = Counter(chain.from_iterable(either_role))
    frequency = np.array([counted[position] for position in range(len(words))], dtype=np.float64)
    rarity = np.log1p(len(readings) / frequency) / math.log1p(len(readings)) if words else frequency
    object_weights = _sparse(objects, rarity * _factors(words, _object_factor))
    name_weights = _sparse(names, rarity * _factors(words, _name_factor))
    heard = _sparse(either_role, np.ones(len(words))) @ twin_matrix(words, frequency)
    heard.data = np.minimum(heard.data, 1.0)
    return Corpus(
        readings=readings,
        words=words,
        frequency=frequency,
        objects=object_weights,
        names=name_weights,
        heard=heard.tocsr(),
        object_total=row_sums(object_weights),
        name_total=row_sums(name_weights),
        rt=_numbers(readings, lambda reading: reading.place.rt),
        rw=_numbers(readings, lambda reading: reading.place.rw),
        dusun=_numbers(readings, lambda reading: reading.place.dusun),
        ordinal=_numbers(readings, lambda reading: reading.place.ordinal),
        either=_numbers(readings, lambda reading: reading.place.either).astype(np.bool_),
        whole=_numbers(readings, lambda reading: reading.place.whole).astype(np.bool_),
        empty=_numbers(readings, lambda reading: reading.place.empty).astype(np.bool_),
        desa=codes(reading.area.desa.replace(" ", "") for reading in readings),
        kecamatan=codes(reading.area.kecamatan.replace(" ", "") for reading in readings),
        office=codes(reading.office for reading in readings),
        activity=codes(reading.objects for reading in readings),
        wording=codes(reading.wording for reading in readings),
    )


def _columns(row: Sequence[str], column: dict[str, int]) -> list[int]:
    return [column.setdefault(word, len(column)) for word in dict.fromkeys(row)]


def _sparse(rows: Sequence[Sequence[int]], weights: Floats) -> Any:
    from scipy.sparse import csr_matrix

    ends = np.cumsum([0, *map(len, rows)])
    columns = np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=int(ends[-1]))
    matrix = csr_matrix((weights[columns], columns, ends), shape=(len(rows), len(weights)))
    matrix.sort_indices()
    return matrix


def _numbers(readings: Sequence[Reading], of: Callable[[Reading], int]) -> Ints:
    return np.fromiter((of(reading) for reading in readings), dtype=np.int64, count=len(readings))


def _factors(words: Sequence[str], of: Callable[[str], float]) -> Floats:
    return np.fromiter((of(word) for word in words), dtype=np.float64, count=len(words))


def _object_factor(word: str) -> float:
    if word in v.ACTIONS:
        return ACTION_WEIGHT
    return GENERIC_WEIGHT if word in v.GENERIC else 1.0


def _name_factor(word: str) -> float:
    return KIND_WEIGHT if word in v.PLACE_KINDS or word in v.GENERIC or word in v.ACTIONS else 1.0


def _in_one_spelling(readings: Sequence[Reading]) -> list[list[str]]:
    """Names as the others write them: "bojong menteng" is joined where somebody writes "bojongmenteng".

    A word that is also asked for ("saluran") takes its root; names proper are no Indonesian words and stay.
    """
    known = set(chain.from_iterable(reading.place.names for reading in readings))
    asked = {(reading.said, reading.objects) for reading in readings}
    roots = {word: root for said, objects in asked for word, root in zip(said, objects, strict=True)}
    return [_joined(reading.place.names, known, roots) for reading in readings]


def _joined(row: tuple[str, ...], known: set[str], roots: Mapping[str, str]) -> list[str]:
    words: list[str] = []
    position = 0
    while position < len(row):
        both = "".join(row[position : position + 2])
        if position + 1 < len(row) and both in known:
            words.append(both)
            position += 2
        else:
            words.append(roots.get(row[position], row[position]))
            position += 1
    return words
