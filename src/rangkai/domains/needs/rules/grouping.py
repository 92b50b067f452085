"""What follows from a decision on a proposed group."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

KNOWN_SHARE = 0.8
"""Share of its members by which a proposal counts as one that was rejected before."""
ALL_PAIRS_UP_TO = 40
"""A rejected group up to this size forbids all its pairs; a larger one those with its first member and neighbours."""


def majority[T](values: Iterable[T | None]) -> T | None:
    """The value that more than half of those who have one agree on; None without such."""
    known = [value for value in values if value is not None]
    if not known:
        return None
    value, count = Counter(known).most_common(1)[0]
    return value if count * 2 > len(known) else None


def comes_back(ids: Iterable[int], rejected: Iterable[frozenset[int]]) -> bool:
    """Whether a group is mostly one that a person rejected: a large group forbids only some of its pairs."""
    members = frozenset(ids)
    return any(len(members & group) >= KNOWN_SHARE * len(members) for group in rejected)


def pairs_to_reject(ids: Sequence[int]) -> list[tuple[int, int]]:
    """(smaller id, larger id) of the pairs that must not come back, each once."""
    ordered = sorted(ids)
    if len(ordered) <= ALL_PAIRS_UP_TO:
        return list(combinations(ordered, 2))
    first, *others = ordered
    return [(first, other) for other in others] + list(pairwise(others))
