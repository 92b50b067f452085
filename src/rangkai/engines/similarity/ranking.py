"""Like needs while someone types: a few hundred candidates of the search index, put in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from rangkai.engines.similarity import reasons
from rangkai.engines.similarity import vocabulary as v
from rangkai.engines.similarity.statements import Reading, Statement, read
from rangkai.engines.similarity.twins import SHORTEST as SHORTEST_TWIN
from rangkai.engines.similarity.words import stem, tokens
from rangkai.lib.errors import Message

LEAST = 0.4
"""Below this the hint would disturb more than help."""
ASKED, ANSWERED = 0.75, 0.25
"""What counts more: that the candidate says what was typed, than that it says nothing else."""
OTHER_DESA = 0.6
NEARLY_WORD = 0.7
ACTION_WEIGHT, GENERIC_WEIGHT = 0.3, 0.4
SHORTEST_BEGINNING = 2

_read = lru_cache(maxsize=1 << 13)(read)
"""The same candidates come with every letter that is typed."""


@dataclass(frozen=True, slots=True)
class Ranked:
    id: str
    score: float
    reasons: tuple[Message, ...]


def rank_candidates(
    text: str, candidates: Sequence[Statement], limit: int, *, area: str = ""
) -> tuple[Ranked, ...]:
    """The best `limit` candidates that score `LEAST` or more, the likest first, ties in the order given.

    The last word may be a beginning ("drain"). About 40 µs a candidate.
    """
    typed = read(Statement("", text, area=area))
    asked = _words(typed)
    if not asked:
        return ()
    unfinished = tokens(text)[-1:] if text and not text[-1].isspace() else ()
    readings = [_read(candidate) for candidate in candidates]
    written = reasons.Written(readings)
    found = []
    for candidate in readings:
        score = _score(typed, asked, unfinished, candidate)
        if score >= LEAST:
            found.append((score, candidate))
    found.sort(key=lambda entry: -entry[0])
    return tuple(
        Ranked(candidate.id, score, _why(written, typed, candidate)) for score, candidate in found[:limit]
    )


def telling_words(text: str) -> tuple[str, ...]:
    """The roots by which candidates are looked for: what is asked for and where, each once, in order.

    What is done to it ("bangun") and what stands everywhere ("sarana") are asked for only where nothing else is said.
    """
    said = _words(read(Statement("", text)))
    telling = tuple(word for word in said if word not in v.ACTIONS and word not in v.GENERIC)
    return telling or said


def _why(written: reasons.Written, typed: Reading, candidate: Reading) -> tuple[Message, ...]:
    """Nobody has written the place yet, so its absence is no reason."""
    found = reasons.of_pair(written, typed, candidate)
    why = tuple(reason for reason in found if reason != reasons.NO_SPOT_ON_ONE_SIDE)
    return why or (reasons.same_words(typed, candidate),)


def _words(reading: Reading) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*reading.objects, *reading.place.names]))


def _score(typed: Reading, asked: tuple[str, ...], unfinished: tuple[str, ...], candidate: Reading) -> float:
    if typed.wording == candidate.wording:
        return 1.0
    said = _words(candidate)
    beginning = {stem(word): word for word in unfinished}
    told = _weight((word, _said(word, said, candidate, beginning)) for word in asked)
    back = _weight((word, float(word in asked)) for word in said)
    elsewhere = bool(typed.area.desa and candidate.area.desa and typed.area.desa != candidate.area.desa)
    return round((ASKED * told + ANSWERED * back) * (OTHER_DESA if elsewhere else 1.0), 4)


def _said(word: str, said: tuple[str, ...], candidate: Reading, beginning: dict[str, str]) -> float:
    """How surely the candidate says a word: in full, as a misspelling, or as what its beginning may become."""
    if word in said:
        return 1.0
    typed = beginning.get(word, "")
    if len(typed) >= SHORTEST_BEGINNING and f" {typed}" in f" {candidate.wording}":
        return NEARLY_WORD
    near = len(word) >= SHORTEST_TWIN and any(
        OSA.distance(word, other, score_cutoff=1) == 1 for other in said
    )
    return NEARLY_WORD if near else 0.0


def _weight(words: Iterable[tuple[str, float]]) -> float:
    """Mean of what is said, each word by what kind it is; 0 without words."""
    total = part = 0.0
    for word, said in words:
        weight = ACTION_WEIGHT if word in v.ACTIONS else GENERIC_WEIGHT if word in v.GENERIC else 1.0
        total += weight
        part += weight * said
    return part / total if total else 0.0
