"""Which programmes hang together: predecessors must not run in a circle, and nobody excludes what it waits for.

`after` is programme → those that must have ended before it starts; `excludes` is symmetric. Names are for the message.
"""

from collections.abc import Collection, Iterator, Mapping

from rangkai.lib.errors import N_, Problem

ARROW = " → "


def cycle_through(start: int, after: Mapping[int, Collection[int]]) -> tuple[int, ...]:
    """The shortest way from `start` through what it waits for back to itself, both ends included; empty without one."""
    came_from: dict[int, int] = {}
    front = [start]
    while front:
        reached: list[int] = []
        for here in front:
            for there in sorted(after.get(here, ())):
                if there == start:
                    return (start, *reversed(list(_way_back(here, came_from, start))), start)
                if there not in came_from:
                    came_from[there] = here
                    reached.append(there)
        front = reached
    return ()


def _way_back(here: int, came_from: Mapping[int, int], start: int) -> Iterator[int]:
    while here != start:
        yield here
        here = came_from[here]


def waits_for(start: int, after: Mapping[int, Collection[int]]) -> frozenset[int]:
    """Everything that must have ended before `start`, directly or through others."""
    found: set[int] = set()
    front = set(after.get(start, ()))
    while front:
        found |= front
        front = {further for here in front for further in after.get(here, ())} - found
    return frozenset(found)


def link_problems(
    programme: int,
    *,
    after: Collection[int],
    excludes: Collection[int],
    known: Mapping[int, Collection[int]],
    names: Mapping[int, str],
) -> list[Problem]:
    """What is wrong with the links that `programme` would get; `known` are the predecessors of all the others.

    The circle is named with all its programmes; `names` holds every id that may be in it.
    """
    problems = []
    for field, others in (("after", after), ("excludes", excludes)):
        if programme in others:
            problems.append(Problem(N_("Program tidak dapat dikaitkan dengan dirinya sendiri."), field=field))
    wanted = {**known, programme: [other for other in after if other != programme]}
    circle = cycle_through(programme, wanted)
    if circle:
        way = ARROW.join(names[pk] for pk in circle)
        message = N_("Pendahulu membentuk lingkaran: %(way)s. Hapus salah satu kaitannya.", way=way)
        problems.append(Problem(message, field="after"))
    both = sorted(waits_for(programme, wanted) & set(excludes))
    for other in both:
        message = N_(
            "%(name)s harus selesai lebih dahulu, jadi tidak dapat sekaligus “tidak bersama”.",
            name=names[other],
        )
        problems.append(Problem(message, field="excludes"))
    return problems
