"""Groups of like statements for a worklist, each with its score, its reasons and a name to start from.

`mode="same"`: one proposal said several times; place and wording count (from `pairs`).
`mode="issue"`: many proposals about one object, wherever they are, to become a strategic issue (from `issues`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rangkai.engines.similarity import issues, reasons
from rangkai.engines.similarity.issues import Topic
from rangkai.engines.similarity.linkage import average_linkage
from rangkai.engines.similarity.pairs import IdPair, Scored, refuse_repeated_ids, score_pairs
from rangkai.engines.similarity.statements import Reading, Statement, read_all
from rangkai.lib.errors import N_, Message

SAME_THRESHOLD = 0.5
ISSUE_THRESHOLD = 0.6
SHARED = 0.6
"""A word that so large a share of a group says belongs to its name."""
LONGEST_LABEL = 200

type Mode = Literal["same", "issue"]


@dataclass(frozen=True, slots=True)
class Group:
    """`ids` in the order of the input; `central` is the most typical of them; `label` a name to start from.

    `score` is 0 to 1: how alike they are on average. `gain` = (members - 1) × score: what accepting it saves.
    """

    ids: tuple[str, ...]
    score: float
    reasons: tuple[Message, ...]
    label: str
    central: str
    gain: float


def propose_groups(
    statements: Sequence[Statement],
    *,
    mode: Mode = "issue",
    threshold: float | None = None,
    rejected: Collection[IdPair] = (),
) -> tuple[Group, ...]:
    """Groups of two or more, the largest gain first; a statement is in one group at most.

    Two statements of a `rejected` pair are never in one group. Raises `Invalid` when an id stands twice.
    """
    if mode == "same":
        level = SAME_THRESHOLD if threshold is None else threshold
        scored = score_pairs(statements, threshold=level, rejected=rejected)
        return group_pairs(statements, scored, threshold=level, rejected=rejected)
    refuse_repeated_ids(statements)
    readings = read_all(statements)
    level = ISSUE_THRESHOLD if threshold is None else threshold
    barred = _positions(readings, rejected)
    found = issues.topics(readings, threshold=level, shared=SHARED)
    written = reasons.Written(readings)
    parts = [part for topic in found for part in _kept_apart(topic, barred)]
    return _by_gain(_issue_group(written, readings, part) for part in parts)


def group_pairs(
    statements: Sequence[Statement],
    scored: Scored,
    *,
    threshold: float = SAME_THRESHOLD,
    rejected: Collection[IdPair] = (),
) -> tuple[Group, ...]:
    """`mode="same"` from pairs that were scored over the same statements."""
    readings = scored.corpus.readings
    barred = _positions(readings, rejected)
    points = _points(scored, {position for pair in barred for position in pair})
    point_of = {position: point for point, members in enumerate(points) for position in members}
    edges: dict[tuple[int, int], float] = {}
    for left, right, score in zip(
        scored.left.tolist(), scored.right.tolist(), scored.score.tolist(), strict=True
    ):
        ends = point_of[left], point_of[right]
        if ends[0] != ends[1]:
            edges.setdefault((min(ends), max(ends)), score)
    sizes = [len(members) for members in points]
    clusters = average_linkage(
        sizes,
        [(*ends, edges[ends]) for ends in sorted(edges)],
        threshold=threshold,
        apart=[(point_of[left], point_of[right]) for left, right in barred],
    )
    joined = {point for cluster in clusters for point in cluster}
    clusters += [[point] for point, size in enumerate(sizes) if size > 1 and point not in joined]
    written = reasons.Written(readings)
    found = []
    for cluster, (score, central) in zip(clusters, _inner(clusters, sizes, edges), strict=True):
        positions = sorted(position for point in cluster for position in points[point])
        label = " ".join(statements[points[central][0]].text.split())[:LONGEST_LABEL]
        topic = Topic(tuple(positions), points[central][0], score, ())
        found.append(_same_group(written, readings, topic, label))
    return _by_gain(found)


def _points(scored: Scored, barred: set[int]) -> list[list[int]]:
    """Statements of one wording are one point, except those that somebody set apart."""
    points: dict[tuple[bool, int], list[int]] = {}
    for position, wording in enumerate(scored.corpus.wording.tolist()):
        alone = position in barred or not wording
        points.setdefault((alone, position if alone else wording), []).append(position)
    return list(points.values())


def _inner(
    clusters: Sequence[Sequence[int]], sizes: Sequence[int], edges: dict[tuple[int, int], float]
) -> list[tuple[float, int]]:
    """Mean likeness of all pairs in each cluster (unknown pairs count 0), and its most typical point."""
    cluster_of = {point: number for number, cluster in enumerate(clusters) for point in cluster}
    strength = {point: float(sizes[point] - 1) for point in cluster_of}
    for (left, right), score in edges.items():
        if cluster_of.get(left, -1) == cluster_of.get(right, -2):
            strength[left] += score * sizes[right]
            strength[right] += score * sizes[left]
    inner = []
    for cluster in clusters:
        count = sum(sizes[point] for point in cluster)
        total = sum(strength[point] * sizes[point] for point in cluster)
        central = max(cluster, key=lambda point: (round(strength[point], 9), -point))
        inner.append((round(total / (count * (count - 1)), 4), central))
    return inner


def _positions(readings: Sequence[Reading], rejected: Collection[IdPair]) -> list[tuple[int, int]]:
    position = {reading.id: index for index, reading in enumerate(readings)}
    return sorted(
        (position[a], position[b]) for a, b in rejected if a in position and b in position and a != b
    )


def _kept_apart(topic: Topic, barred: Sequence[tuple[int, int]]) -> list[Topic]:
    """Divide a topic so that no barred pair stays together; a later statement gives way to an earlier one."""
    members = set(topic.members)
    inside = [pair for pair in barred if members.issuperset(pair)]
    against: dict[int, set[int]] = {}
    for left, right in inside:
        against.setdefault(left, set()).add(right)
        against.setdefault(right, set()).add(left)
    at_odds = set(against)
    parts = [[topic.centre, *sorted(members - at_odds - {topic.centre})]]
    for position in sorted(at_odds - {topic.centre}):
        home = next((part for part in parts if against[position].isdisjoint(part)), None)
        if home is None:
            parts.append([position])
        else:
            home.append(position)
    return [Topic(tuple(sorted(part)), part[0], topic.score, topic.roots) for part in parts if len(part) > 1]


def _issue_group(written: reasons.Written, readings: Sequence[Reading], topic: Topic) -> Group:
    roots = topic.roots or readings[topic.centre].objects
    label = written.phrase(roots)
    named = [root for root in topic.roots if reasons.names_an_object(root)]
    about = N_("objek sama: %(words)s", words=written.phrase(named)) if named else None
    return _group(readings, topic, label[:1].upper() + label[1:], [about])


def _same_group(written: reasons.Written, readings: Sequence[Reading], topic: Topic, label: str) -> Group:
    first, *others = (readings[position] for position in topic.members)
    if all(other.wording == first.wording for other in others):
        return _group(readings, topic, label, [reasons.SAME_SENTENCE])
    shared = tuple(root for root in first.objects if all(root in other.objects for other in others))
    return _group(readings, topic, label, [written.same_objects(shared, shared)])


def _group(readings: Sequence[Reading], topic: Topic, label: str, why: list[Message | None]) -> Group:
    why = [*why, reasons.of_places([readings[position].area for position in topic.members])]
    return Group(
        ids=tuple(readings[position].id for position in topic.members),
        score=topic.score,
        reasons=tuple(reason for reason in why if reason is not None),
        label=label,
        central=readings[topic.centre].id,
        gain=round((len(topic.members) - 1) * topic.score, 2),
    )


def _by_gain(groups: Iterable[Group]) -> tuple[Group, ...]:
    return tuple(sorted(groups, key=lambda group: -group.gain))
