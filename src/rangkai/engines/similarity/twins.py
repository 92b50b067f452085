"""Misspelt twins among the words of a corpus: "gnadasoli" is heard as "gandasoli".

TF-IDF over the character 2- and 3-grams of words (never of statements: there the template words drown the place)
finds the neighbours; a pair counts when one letter is missing, added, changed or two are swapped, in a word of five
letters or more that begins alike, unless the language knows both ("limbah", "lembah").
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from rangkai.engines.similarity.arrays import Floats, row_sums
from rangkai.engines.similarity.words import LONGEST, is_root

SHORTEST = 5
NEIGHBOURS = 16
LEAST_COSINE = 0.2

SLIP = 0.9
"""A word that is rare beside its twin is most likely a slip of the pen."""
LIKE = 0.6
"""Two words in common use may as well be two places."""


def twin_matrix(words: Sequence[str], frequency: Floats) -> Any:
    """m × m, sparse: 1 for a word and itself, `SLIP` or `LIKE` for twins, symmetric."""
    from scipy.sparse import csr_matrix, identity

    same = identity(len(words), format="csr", dtype=np.float64)
    left, right = _one_slip_apart(words)
    if not len(left):
        return same
    rarer = np.minimum(frequency[left], frequency[right])
    commoner = np.maximum(frequency[left], frequency[right])
    sure = np.where((rarer <= 2) | (rarer * 10 <= commoner), SLIP, LIKE)
    twins = csr_matrix((sure, (left, right)), shape=same.shape)
    return (same + twins + twins.T).tocsr()


def _one_slip_apart(words: Sequence[str]) -> tuple[Any, Any]:
    """Positions of twins, the lower first."""
    left, right = _neighbours(words)
    if not len(left):
        return left, right
    distance = cpdist(
        [words[i] for i in left], [words[i] for i in right], scorer=OSA.distance, score_cutoff=1
    )
    near = distance == 1
    return left[near], right[near]


def _neighbours(words: Sequence[str]) -> tuple[Any, Any]:
    from sparse_dot_topn import sp_matmul_topn

    long = np.array([i for i, word in enumerate(words) if SHORTEST <= len(word) <= LONGEST], dtype=np.int64)
    if len(long) < 2:
        return long[:0], long[:0]
    grams = _gram_rows([words[position] for position in long])
    found = sp_matmul_topn(grams, grams.T.tocsr(), top_n=NEIGHBOURS, threshold=LEAST_COSINE).tocoo()
    left, right = long[found.row], long[found.col]
    length = np.array([len(word) for word in words])
    known = np.array([is_root(word) for word in words])
    fit = (left < right) & (np.abs(length[left] - length[right]) <= 1)
    fit &= ~(known[left] & known[right])
    return left[fit], right[fit]


def _gram_rows(words: Sequence[str]) -> Any:
    """TF-IDF rows of length 1 over the 2- and 3-grams of " word ", kept apart by the first letter of the word."""
    from scipy.sparse import csr_matrix, diags

    column: dict[str, int] = {}
    rows = [[column.setdefault(gram, len(column)) for gram in _grams(word)] for word in words]
    ends = np.cumsum([0, *map(len, rows)])
    columns = np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=int(ends[-1]))
    counts = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), len(column)))
    counts.sum_duplicates()
    frequency = np.bincount(counts.indices, minlength=len(column))
    weighted = (counts @ diags(1.0 + np.log((1 + len(rows)) / (1 + frequency)))).tocsr()
    return (diags(1.0 / np.sqrt(row_sums(weighted.multiply(weighted)))) @ weighted).tocsr()


def _grams(word: str) -> list[str]:
    padded = f" {word} "
    return [
        word[0] + padded[start : start + size] for size in (2, 3) for start in range(len(padded) - size + 1)
    ]
