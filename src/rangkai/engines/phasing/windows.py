"""Which start years each programme has at all, before anything competes: the presolve, and the first half of "why".

A year falls for the first reason that holds, in this order: window, pin, one fund or office that the programme alone
exceeds, a predecessor that cannot have ended, a programme that must be in and excludes it. Only years that no plan
could use are struck out, so the optimum stays.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter

from rangkai.engines.phasing.problem import Problem, Programme


@dataclass(frozen=True)
class Block:
    """Why a programme cannot start in a year. `kind` is one of explain.WORDS; `year` is where it hurts, if anywhere."""

    kind: str
    subject: str = ""
    year: int | None = None
    amount: int = 0


@dataclass(frozen=True)
class Windows:
    """`options` in ascending years, possibly none; `needed` are in any plan; `struck` says why each other year fell."""

    options: Mapping[str, tuple[int, ...]]
    needed: frozenset[str]
    struck: Mapping[str, Mapping[int, Block]]

    def hopeless(self) -> tuple[str, ...]:
        """Programmes that must be in and have no year left: no plan exists."""
        return tuple(name for name, years in self.options.items() if name in self.needed and not years)


def windows_of(problem: Problem) -> Windows:
    """Strike out every start year that is impossible on its own; repeats until nothing more falls."""
    struck: dict[str, dict[int, Block]] = {}
    options: dict[str, list[int]] = {}
    for programme in problem.programmes:
        struck[programme.id] = {
            year: block for year in problem.years if (block := _alone(problem, programme, year))
        }
        options[programme.id] = [year for year in problem.years if year not in struck[programme.id]]
    order = _in_order(problem)
    needed = _needed(problem, order)
    while _strike(options, struck, _chained(problem, options, needed, order)):
        pass
    return Windows({name: tuple(years) for name, years in options.items()}, needed, struck)


def _in_order(problem: Problem) -> tuple[Programme, ...]:
    graph = {programme.id: programme.after for programme in problem.programmes}
    return tuple(problem.by_id[name] for name in TopologicalSorter(graph).static_order())


def _needed(problem: Problem, order: tuple[Programme, ...]) -> frozenset[str]:
    found = {programme.id for programme in problem.programmes if programme.must}
    found |= {name for name, year in problem.pins.items() if year is not None}
    for programme in reversed(order):
        if programme.id in found:
            found.update(programme.after)
    return frozenset(found)


def _alone(problem: Problem, programme: Programme, year: int) -> Block | None:
    if programme.earliest is not None and year < programme.earliest:
        return Block("early", year=programme.earliest)
    if programme.latest is not None and year > programme.latest:
        return Block("late", year=programme.latest)
    if year + programme.duration - 1 > problem.years[-1]:
        return Block("horizon", year=problem.years[-1], amount=programme.duration)
    if programme.id in problem.pins and problem.pins[programme.id] != year:
        pinned = problem.pins[programme.id]
        return Block("pin", year=pinned) if pinned else Block("pinned_out")
    return next(_too_much(problem, programme, year), None)


def _too_much(problem: Problem, programme: Programme, year: int) -> Iterator[Block]:
    at = year - problem.years[0]
    for fund, amounts in programme.costs.items():
        for running, amount in enumerate(amounts):
            if amount > problem.funds[fund][at + running]:
                over = amount - problem.funds[fund][at + running]
                yield Block("fund_alone", fund, year + running, over)
    for running in range(programme.duration):
        if not problem.capacity[programme.owner][at + running]:
            yield Block("office_closed", programme.owner, year + running)


type Falls = Iterator[tuple[str, int, Block]]


def _chained(
    problem: Problem, options: Mapping[str, list[int]], needed: frozenset[str], order: tuple[Programme, ...]
) -> Falls:
    """What falls because of another programme's years."""
    for programme in order:
        for other in programme.after:
            yield from _behind(problem, options, programme, problem.by_id[other])
            if programme.id in needed:
                yield from _ahead(options, programme, problem.by_id[other])
    for one, two in problem.pairs:
        for name, other in ((one, two), (two, one)):
            if other in needed:
                yield from ((name, year, Block("excluded", other)) for year in options[name])


def _behind(
    problem: Problem, options: Mapping[str, list[int]], programme: Programme, other: Programme
) -> Falls:
    if not options[other.id]:
        yield from ((programme.id, year, Block("after_out", other.id)) for year in options[programme.id])
        return
    ends = options[other.id][0] + other.duration - 1
    for year in options[programme.id]:
        if year <= ends:
            yield programme.id, year, Block("after_late", other.id, ends)


def _ahead(options: Mapping[str, list[int]], programme: Programme, other: Programme) -> Falls:
    last = max(options[programme.id], default=0)
    for year in options[other.id]:
        if last and year + other.duration > last:
            yield other.id, year, Block("followed", programme.id, last)


def _strike(options: dict[str, list[int]], struck: dict[str, dict[int, Block]], falls: Falls) -> bool:
    found = list(falls)
    for name, year, block in found:
        if year not in struck[name]:
            struck[name][year] = block
            options[name].remove(year)
    return bool(found)
