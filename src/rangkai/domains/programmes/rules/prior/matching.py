"""Which line of a corrected file is which line that is known, so that only what is undecided is renewed."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from rangkai.domains.needs.rules.identity import plain_words
from rangkai.domains.programmes.rules.prior.lines import OldLine

SAME_NAME = 85.0
"""Least likeness (0..100, with and without the order of words) at which a name is taken for the corrected one."""


@dataclass(frozen=True, slots=True)
class KnownLine:
    """A saved line; `is_decided` lines are never touched."""

    id: int
    name: str
    is_decided: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """Places in the new file: `new`; `renewed` place → id; `kept` decided ids; `gone` undecided ids not in the file."""

    new: tuple[int, ...]
    renewed: dict[int, int]
    kept: tuple[int, ...]
    gone: tuple[int, ...]


def match(lines: Sequence[OldLine], known: Sequence[KnownLine]) -> Outcome:
    """First by the same words, then by the likest name; a line left out counts as not in the file."""
    open_lines = {place: plain_words(line.name) for place, line in enumerate(lines) if line.is_taken}
    rest = {entry.id: plain_words(entry.name) for entry in known}
    pairs: dict[int, int] = {}
    for place, name in open_lines.items():
        same = next((pk for pk, other in rest.items() if other == name), None)
        if same is not None:
            pairs[place] = same
            del rest[same]
    likeness = sorted(
        (-_likeness(name, other), place, pk)
        for place, name in open_lines.items()
        if place not in pairs
        for pk, other in rest.items()
    )
    for score, place, pk in likeness:
        if -score >= SAME_NAME and place not in pairs and pk in rest:
            pairs[place] = pk
            del rest[pk]
    decided = {entry.id for entry in known if entry.is_decided}
    return Outcome(
        new=tuple(place for place in open_lines if place not in pairs),
        renewed={place: pk for place, pk in pairs.items() if pk not in decided},
        kept=tuple(sorted(decided)),
        gone=tuple(sorted(set(rest) - decided)),
    )


def _likeness(name: str, other: str) -> float:
    return max(fuzz.ratio(name, other), fuzz.token_sort_ratio(name, other))
