"""The problem as a 0–1 programme, independent of who solves it. `docs/algorithms/phasing.md` gives it in symbols.

One column per programme and start year that its window leaves; all coefficients of money are exact rupiah.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rangkai.engines.phasing.objective import Objective
from rangkai.engines.phasing.problem import Coverage, Problem, Programme, Start
from rangkai.engines.phasing.windows import Windows

BITS = 40
"""Coefficients beyond 2^40 are divided by a power of two: solvers refuse larger ones from 1e15 on."""


@dataclass(frozen=True)
class Row:
    """lower ≤ Σ coefficient × column ≤ upper; None is free. `kind`, `subject`, `year` name the constraint."""

    kind: str
    subject: str
    year: int | None
    columns: tuple[int, ...]
    coefficients: tuple[int, ...]
    lower: int | None
    upper: int | None


@dataclass(frozen=True)
class Model:
    """Columns (programme, year) in the order of the problem; a plan is the columns at 1."""

    columns: tuple[tuple[str, int], ...]
    gains: tuple[float, ...]
    rows: tuple[Row, ...]

    @cached_property
    def place(self) -> Mapping[tuple[str, int], int]:
        return {column: place for place, column in enumerate(self.columns)}

    def start(self, chosen: Sequence[float], problem: Problem) -> dict[str, int | None]:
        """The plan of a point of the model (nearest 0 or 1)."""
        start: dict[str, int | None] = {programme.id: None for programme in problem.programmes}
        start.update(name_year for name_year, share in zip(self.columns, chosen, strict=True) if share > 0.5)
        return start

    def point(self, start: Start) -> list[float]:
        return [float(start.get(name) == year) for name, year in self.columns]


class _Builder:
    def __init__(self, problem: Problem, windows: Windows) -> None:
        self.problem = problem
        self.windows = windows
        self.columns = tuple((name, year) for name, years in windows.options.items() for year in years)
        self.of: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for place, (name, year) in enumerate(self.columns):
            self.of[name].append((place, year))

    def rows(self) -> Iterator[Row]:
        yield from self.once()
        yield from self.money()
        yield from self.offices()
        for programme in self.problem.programmes:
            for other in programme.after:
                yield from self.precedence(programme, self.problem.by_id[other])
        yield from self.exclusions()
        for rule in self.problem.coverage:
            yield self.coverage(rule)

    def once(self) -> Iterator[Row]:
        for programme in self.problem.programmes:
            places = tuple(place for place, _ in self.of[programme.id])
            needed = programme.id in self.windows.needed
            if places or needed:
                ones = (1,) * len(places)
                yield Row("once", programme.id, None, places, ones, 1 if needed else None, 1)

    def money(self) -> Iterator[Row]:
        used: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
        for programme in self.problem.programmes:
            for fund, amounts in programme.costs.items():
                for running, amount in enumerate(amounts):
                    if amount:
                        for place, year in self.of[programme.id]:
                            used[fund, year + running].append((place, amount))
        first = self.problem.years[0]
        for (fund, year), terms in used.items():
            ceiling = self.problem.funds[fund][year - first]
            if sum(amount for _, amount in terms) > ceiling:
                places, amounts = zip(*terms, strict=True)
                yield Row("fund", fund, year, places, amounts, None, ceiling)

    def offices(self) -> Iterator[Row]:
        used: dict[tuple[str, int], list[int]] = defaultdict(list)
        for programme in self.problem.programmes:
            for place, year in self.of[programme.id]:
                for running in range(programme.duration):
                    used[programme.owner, year + running].append(place)
        first = self.problem.years[0]
        for (owner, year), places in used.items():
            most = self.problem.capacity[owner][year - first]
            if len(places) > most:
                yield Row("office", owner, year, tuple(places), (1,) * len(places), None, most)

    def precedence(self, programme: Programme, other: Programme) -> Iterator[Row]:
        """Started by `year` only where the other had started early enough to have ended."""
        for _, year in self.of[programme.id]:
            mine = tuple(place for place, begun in self.of[programme.id] if begun <= year)
            theirs = tuple(place for place, begun in self.of[other.id] if begun + other.duration <= year)
            ones = (1,) * len(mine) + (-1,) * len(theirs)
            yield Row("after", f"{programme.id} {other.id}", year, mine + theirs, ones, None, 0)

    def exclusions(self) -> Iterator[Row]:
        for one, two in self.problem.pairs:
            places = tuple(place for name in (one, two) for place, _ in self.of[name])
            yield Row("excludes", f"{one} {two}", None, places, (1,) * len(places), None, 1)

    def coverage(self, rule: Coverage) -> Row:
        places = tuple(
            place
            for programme in self.problem.programmes
            if rule.dimension in (None, programme.dimension) and (programme.quick_win or not rule.quick_win)
            for place, year in self.of[programme.id]
            if year <= rule.by
        )
        return Row("coverage", rule.dimension or "", rule.by, places, (1,) * len(places), rule.at_least, None)


def model_of(problem: Problem, windows: Windows, objective: Objective) -> Model:
    """Build the model over the years that `windows` leaves. Linear in programmes × years × duration × funds."""
    builder = _Builder(problem, windows)
    first = problem.years[0]
    gains = tuple(objective.gains[name][year - first] for name, year in builder.columns)
    return Model(builder.columns, gains, tuple(builder.rows()))


def scaled(row: Row) -> tuple[tuple[float, ...], float, float]:
    """The row divided by the common divisor of its coefficients: exact, and easier on a solver's arithmetic."""
    unit = math.gcd(*row.coefficients) or 1
    largest = max((abs(number) // unit for number in row.coefficients), default=0)
    power = 2 ** max(0, largest.bit_length() - BITS)
    lower = -math.inf if row.lower is None else -(-row.lower // unit) / power
    upper = math.inf if row.upper is None else (row.upper // unit) / power
    return tuple(number / (unit * power) for number in row.coefficients), lower, upper
