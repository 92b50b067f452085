"""Which pairs are worth comparing: at most a fixed number a statement, so that the work grows like n·log n.

Two ways lead to a pair. Statements of one activity in one village meet in a block: all of them in a small block, the
neighbours by place in a large one. Statements that share rare words (misspellings included) meet by the product of
two sparse matrices, from which words that stand in more than `COMMON` statements are left out.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from rangkai.engines.similarity.arrays import Ints, row_sums
from rangkai.engines.similarity.corpus import Corpus

BLOCK = 64
"""A block up to this size is compared in full."""
WINDOW = 24
"""In a larger block, so many neighbours in the order of their places."""
COMMON = 256
TOP = 12
LEAST_COVER = 0.1


def candidate_pairs(corpus: Corpus) -> tuple[Ints, Ints]:
    """Positions (a, b) with a < b, each pair once, in ascending order."""
    blocks, rare = _within_blocks(corpus), _by_rare_words(corpus)
    left = np.concatenate([blocks[0], rare[0]])
    right = np.concatenate([blocks[1], rare[1]])
    count = len(corpus)
    pairs = np.sort(np.minimum(left, right) * count + np.maximum(left, right))
    pairs = pairs[np.r_[True, pairs[1:] != pairs[:-1]]] if len(pairs) else pairs
    return pairs // count, pairs % count


def _within_blocks(corpus: Corpus) -> tuple[Ints, Ints]:
    area = np.where(corpus.desa > 0, corpus.desa, -corpus.kecamatan)
    block = area * (len(corpus) + 1) + corpus.activity
    position = np.arange(len(corpus))
    order = np.lexsort((position, corpus.rt, corpus.rw, corpus.dusun, _rarest_name(corpus), block))
    sorted_block = block[order]
    starts = np.flatnonzero(np.r_[True, sorted_block[1:] != sorted_block[:-1]])
    sizes = np.diff(np.r_[starts, len(order)])
    reach = np.repeat(np.where(sizes <= BLOCK, BLOCK, WINDOW), sizes)
    left, right = [position[:0]], [position[:0]]
    for step in range(1, min(BLOCK, len(order))):
        near = np.flatnonzero((sorted_block[step:] == sorted_block[:-step]) & (step <= reach[:-step]))
        if not len(near):
            break
        left.append(order[near])
        right.append(order[near + step])
    return np.concatenate(left), np.concatenate(right)


def _rarest_name(corpus: Corpus) -> Ints:
    """The word that weighs most among the names of each statement; -1 without names."""
    names = corpus.names
    row = np.repeat(np.arange(len(corpus)), np.diff(names.indptr))
    by_weight = np.lexsort((names.indices, names.data, row))
    rarest = np.full(len(corpus), -1, dtype=np.int64)
    rarest[row[by_weight]] = names.indices[by_weight]
    return rarest


def _by_rare_words(corpus: Corpus) -> tuple[Ints, Ints]:
    from sparse_dot_topn import sp_matmul_topn

    said = _unit_rows(corpus.objects + corpus.names)
    rare = corpus.frequency <= COMMON
    if not rare.any():
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    found = sp_matmul_topn(
        said[:, rare], corpus.heard[:, rare].T.tocsr(), top_n=TOP, threshold=LEAST_COVER
    ).tocoo()
    other = found.row != found.col
    return found.row[other].astype(np.int64), found.col[other].astype(np.int64)


def _unit_rows(matrix: Any) -> Any:
    from scipy.sparse import diags

    total = row_sums(matrix)
    return (diags(np.divide(1.0, total, out=np.zeros(len(total)), where=total > 0)) @ matrix).tocsr()
