"""Many proposals about one object, wherever they are: what rolls up into a strategic issue.

Statements that ask for the same words are one point. Points are compared by the cosine of their object words; places
do not count. Rarity alone would let the name of a street outweigh "drainase", so words that few say weigh less.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np

from rangkai.engines.similarity import vocabulary as v
from rangkai.engines.similarity.arrays import Floats, row_sums
from rangkai.engines.similarity.linkage import average_linkage
from rangkai.engines.similarity.reasons import names_an_object
from rangkai.engines.similarity.statements import Reading
from rangkai.engines.similarity.words import is_root

FAMILIAR = 5
"""From so many statements on, a word weighs in full."""
STRANGE_WEIGHT = 0.5
"""An unfamiliar word that the language does not know is most likely a name."""
GENERIC_WEIGHT = 0.3
LEAST_POINTS = 100
"""In a short list a word of many points must not count as commonplace."""
NEIGHBOURS = 64
LEAST_COSINE = 0.2


@dataclass(frozen=True)
class Topic:
    """Statements (positions, ascending) about one object. `centre` is the most typical one; `score` the mean cosine
    of all with it; `roots` the words that most of them say, in the order of the centre."""

    members: tuple[int, ...]
    centre: int
    score: float
    roots: tuple[str, ...]


def topics(readings: Sequence[Reading], *, threshold: float, shared: float) -> list[Topic]:
    """Topics of two statements or more. `shared` is the share of members from which a word belongs to the name."""
    points: dict[tuple[str, ...], list[int]] = {}
    for position, reading in enumerate(readings):
        if signature := _signature(reading.objects):
            points.setdefault(signature, []).append(position)
    if not points:
        return []
    signatures, members = list(points), list(points.values())
    sizes = [len(positions) for positions in members]
    vectors = _vectors(signatures, sizes)
    clusters = average_linkage(sizes, _edges(vectors), threshold=threshold)
    joined = set(chain.from_iterable(clusters))
    clusters += [[point] for point, size in enumerate(sizes) if size > 1 and point not in joined]
    return [_topic(readings, cluster, members, vectors, shared) for cluster in clusters]


def _signature(objects: Sequence[str]) -> tuple[str, ...]:
    """What is asked for: the words that name an object, else the generic ones."""
    named = sorted({root for root in objects if names_an_object(root)})
    return tuple(named or sorted({root for root in objects if root in v.GENERIC}))


def _vectors(signatures: Sequence[tuple[str, ...]], sizes: Sequence[int]) -> Any:
    """One row a point, of length 1."""
    from scipy.sparse import csr_matrix, diags

    said: Counter[str] = Counter()
    for signature, size in zip(signatures, sizes, strict=True):
        said.update(dict.fromkeys(signature, size))
    kinds = Counter(chain.from_iterable(signatures))
    column = {word: position for position, word in enumerate(said)}
    weight = np.array(
        [_weight(word, said[word], kinds[word], max(len(signatures), LEAST_POINTS)) for word in column]
    )
    ends = np.cumsum([0, *map(len, signatures)])
    columns = np.array([column[word] for word in chain.from_iterable(signatures)], dtype=np.int64)
    rows = csr_matrix((weight[columns], columns, ends), shape=(len(signatures), len(column)))
    return (diags(1.0 / np.sqrt(row_sums(rows.multiply(rows)))) @ rows).tocsr()


def _weight(word: str, statements: int, kinds: int, points: int) -> float:
    rarity = math.log1p(points / kinds) / math.log1p(points)
    familiar = min(1.0, math.log1p(statements) / math.log1p(FAMILIAR))
    if word in v.GENERIC:
        return GENERIC_WEIGHT * rarity
    if statements < FAMILIAR and not is_root(word):
        familiar *= STRANGE_WEIGHT
    return rarity * familiar


def _edges(vectors: Any) -> list[tuple[int, int, float]]:
    from sparse_dot_topn import sp_matmul_topn

    found = sp_matmul_topn(vectors, vectors.T.tocsr(), top_n=NEIGHBOURS, threshold=LEAST_COSINE).tocoo()
    likeness = np.round(found.data, 6).tolist()
    pairs = {
        (min(left, right), max(left, right)): cosine
        for left, right, cosine in zip(found.row.tolist(), found.col.tolist(), likeness, strict=True)
        if left != right
    }
    return [(left, right, pairs[left, right]) for left, right in sorted(pairs)]


def _topic(
    readings: Sequence[Reading],
    cluster: Sequence[int],
    members: Sequence[list[int]],
    vectors: Any,
    shared: float,
) -> Topic:
    sizes = np.array([len(members[point]) for point in cluster], dtype=np.float64)
    rows = vectors[list(cluster)]
    centre_point = int(np.argmax(np.round(rows @ (rows.T @ sizes), 9)))
    cosines: Floats = np.asarray((rows @ rows[centre_point].T).todense()).ravel()
    positions = sorted(chain.from_iterable(members[point] for point in cluster))
    centre = members[cluster[centre_point]][0]
    counted = Counter(chain.from_iterable(set(readings[position].objects) for position in positions))
    roots = tuple(
        root
        for root in dict.fromkeys(readings[centre].objects)
        if root not in v.ACTIONS and root not in v.MEASURES and counted[root] >= shared * len(positions)
    )
    score = float(cosines @ sizes / sizes.sum())
    return Topic(tuple(positions), centre, round(min(score, 1.0), 4), roots)
