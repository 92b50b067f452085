"""Average linkage over a sparse graph: groups whose members are alike on average, so that chains do not form.

Two clusters join while the mean likeness of all their cross pairs reaches a threshold; a pair that is not in the
graph counts 0. Merges go from the surest to the least sure, ties by position, so the result is the same every time.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Sequence


def average_linkage(
    weights: Sequence[int],
    edges: Iterable[tuple[int, int, float]],
    *,
    threshold: float,
    apart: Collection[tuple[int, int]] = (),
) -> list[list[int]]:
    """Clusters of two positions or more, each ascending, in the order of their first member.

    `weights[i]` says how many items position i stands for; an edge (i, j, likeness) stands for each cross pair of
    them. `apart` pairs never share a cluster. O(e log e) for e edges.
    """
    forest = _Forest(weights, edges, apart, threshold)
    while forest.heap:
        forest.join_next()
    return sorted(sorted(members) for members in forest.members.values() if len(members) > 1)


class _Forest:
    """Clusters by the name of one of their members; `links` holds the summed likeness of cross pairs."""

    def __init__(
        self,
        weights: Sequence[int],
        edges: Iterable[tuple[int, int, float]],
        apart: Collection[tuple[int, int]],
        threshold: float,
    ) -> None:
        self.weight = list(weights)
        self.threshold = threshold
        self.members: dict[int, list[int]] = {}
        self.links: dict[int, dict[int, float]] = {}
        self.apart: dict[int, set[int]] = {}
        self.heap: list[tuple[float, int, int]] = []
        for left, right in apart:
            self._part(left, right)
        for left, right, likeness in edges:
            for position in (left, right):
                self.members.setdefault(position, [position])
                self.links.setdefault(position, {})
            self._link(left, right, likeness * weights[left] * weights[right])

    def join_next(self) -> None:
        """Take the surest offer; one that is out of date or forbidden lapses."""
        distance, left, right = heapq.heappop(self.heap)
        total = self.links.get(left, {}).get(right)
        if total is None or -distance != self._mean(left, right, total):
            return
        if right not in self.apart.get(left, ()):
            self._join(left, right)

    def _join(self, left: int, right: int) -> None:
        """The cluster with fewer links flows into the other and takes its name."""
        if len(self.links[left]) < len(self.links[right]):
            left, right = right, left
        flowing, staying = self.links.pop(right), self.links[left]
        self.members[left] += self.members.pop(right)
        self.weight[left] += self.weight[right]
        del flowing[left], staying[right]
        for other, total in flowing.items():
            del self.links[other][right]
            staying[other] = staying.get(other, 0.0) + total
        for other in self.apart.pop(right, set()):
            self.apart[other].discard(right)
            self._part(left, other)
        for other, total in staying.items():
            self._link(left, other, total)

    def _link(self, left: int, right: int, total: float) -> None:
        self.links[left][right] = self.links[right][left] = total
        mean = self._mean(left, right, total)
        if mean >= self.threshold:
            heapq.heappush(self.heap, (-mean, min(left, right), max(left, right)))

    def _mean(self, left: int, right: int, total: float) -> float:
        return total / (self.weight[left] * self.weight[right])

    def _part(self, left: int, right: int) -> None:
        self.apart.setdefault(left, set()).add(right)
        self.apart.setdefault(right, set()).add(left)
