"""Which known need a row without a match may be a new wording of; a person decides, nothing is merged here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from rangkai.domains.needs.rules.identity import plain_words

SAME_SOURCE = 80.0
OTHER_SOURCE = 90.0
"""Least token-sort ratio (0..100). A corrected file of the same source may change more words than another file may."""
SHOWN = 3


@dataclass(frozen=True)
class Known:
    """A need that no row of the file is; `words` are `plain_words` of its activity and place."""

    id: int
    words: str
    source: str


@dataclass(frozen=True)
class Likeness:
    """`score` 0..1."""

    id: int
    score: float


def wording(statement: str, place: str) -> str:
    return f"{plain_words(statement)} {plain_words(place)}".strip()


def alike(words: str, source: str, known: Sequence[Known]) -> tuple[Likeness, ...]:
    """The known needs of the same office and area that `words` may be, best first, at most three.

    Between sources, other numbers (RT, RW, Jalan 2) mean another place; within one they may be the correction itself.
    """
    scores = process.extract(
        words,
        [entry.words for entry in known],
        scorer=fuzz.token_sort_ratio,
        limit=None,
        score_cutoff=SAME_SOURCE,
    )
    found = [
        Likeness(known[index].id, round(score / 100, 2))
        for _, score, index in scores
        if _counts(words, source, known[index], score)
    ]
    return tuple(found[:SHOWN])


def _counts(words: str, source: str, entry: Known, score: float) -> bool:
    if entry.source == source:
        return True
    return score >= OTHER_SOURCE and numbers(words.split()) == numbers(entry.words.split())


def numbers(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for word in words if word.isdigit())
