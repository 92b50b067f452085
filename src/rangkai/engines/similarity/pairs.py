"""Pairs of statements that are likely one proposal, with a score and the reasons in words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from rangkai.engines.similarity import corpus as corpora
from rangkai.engines.similarity import reasons
from rangkai.engines.similarity.arrays import Flags, Floats, Ints
from rangkai.engines.similarity.candidates import candidate_pairs
from rangkai.engines.similarity.corpus import Corpus
from rangkai.engines.similarity.scoring import compare
from rangkai.engines.similarity.statements import Statement, read_all
from rangkai.lib.errors import N_, Invalid, Message

THRESHOLD = 0.5
PER_ITEM = 20

type IdPair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """`a` stands before `b` in the input; `score` is 0 to 1, and 1 only for the same sentence."""

    a: str
    b: str
    score: float
    reasons: tuple[Message, ...]


@dataclass(frozen=True)
class Scored:
    """Pairs as positions in a corpus, the surest first, then in the order of the input."""

    corpus: Corpus
    left: Ints
    right: Ints
    score: Floats


def similar_pairs(
    statements: Sequence[Statement],
    *,
    threshold: float = THRESHOLD,
    per_item: int = PER_ITEM,
    rejected: Collection[IdPair] = (),
) -> tuple[Pair, ...]:
    """Pairs that score `threshold` or more, the surest first.

    A pair is kept when it is among the `per_item` best of either of its statements. `rejected` pairs, in either
    order, never come back. Grows like n·log n. Raises `Invalid` when an id stands twice.
    """
    scored = score_pairs(statements, threshold=threshold, per_item=per_item, rejected=rejected)
    readings = scored.corpus.readings
    written = reasons.Written(readings)
    return tuple(
        Pair(readings[a].id, readings[b].id, score, reasons.of_pair(written, readings[a], readings[b]))
        for a, b, score in zip(
            scored.left.tolist(), scored.right.tolist(), scored.score.tolist(), strict=True
        )
    )


def score_pairs(
    statements: Sequence[Statement],
    *,
    threshold: float = THRESHOLD,
    per_item: int = PER_ITEM,
    rejected: Collection[IdPair] = (),
) -> Scored:
    """`similar_pairs` without the words, for callers that need positions and scores only."""
    refuse_repeated_ids(statements)
    corpus = corpora.build(read_all(statements))
    left, right = candidate_pairs(corpus)
    score = compare(corpus, left, right)
    keep = (score >= threshold) & ~_is_rejected(corpus, left, right, rejected)
    left, right, score = left[keep], right[keep], score[keep]
    keep = _among_best(left, right, score, per_item)
    left, right, score = left[keep], right[keep], score[keep]
    order = np.lexsort((right, left, -score))
    return Scored(corpus, left[order], right[order], score[order])


def refuse_repeated_ids(statements: Sequence[Statement]) -> None:
    seen: set[str] = set()
    for statement in statements:
        if statement.id in seen:
            raise Invalid(N_("Id %(id)s dipakai lebih dari satu usulan.", id=statement.id))
        seen.add(statement.id)


def _is_rejected(corpus: Corpus, left: Ints, right: Ints, rejected: Collection[IdPair]) -> Flags:
    position = {reading.id: index for index, reading in enumerate(corpus.readings)}
    known = [(position[a], position[b]) for a, b in rejected if a in position and b in position]
    keys = np.array([min(pair) * len(corpus) + max(pair) for pair in known], dtype=np.int64)
    return np.isin(left * len(corpus) + right, keys)


def _among_best(left: Ints, right: Ints, score: Floats, per_item: int) -> Flags:
    """Whether a pair is among the best `per_item` of one of its two ends; ties go to the nearer in the input."""
    pair = np.concatenate([np.arange(len(left)), np.arange(len(left))])
    end, other = np.concatenate([left, right]), np.concatenate([right, left])
    order = np.lexsort((other, -score[pair], end))
    ends = end[order]
    starts = np.flatnonzero(np.r_[True, ends[1:] != ends[:-1]]) if len(ends) else ends
    rank = np.arange(len(ends)) - np.repeat(starts, np.diff(np.r_[starts, len(ends)]))
    keep = np.zeros(len(left), dtype=np.bool_)
    keep[pair[order[rank < per_item]]] = True
    return keep
