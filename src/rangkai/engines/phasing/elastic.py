"""The problem with every rule bendable: the ground on which `clash` finds what cannot hold together.

Columns are all starts that fit the horizon, windows or not, of the programmes that something asks for. Each rule that a
person wrote is a few rows, which can be left out, or bent by a measured amount: rupiah, seats, years, or a release.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from rangkai.engines.phasing.problem import Coverage, Problem, Programme
from rangkai.lib.errors import N_, Message
from rangkai.lib.money import format_rupiah

type Terms = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Line:
    """lower ≤ Σ coefficient × column ≤ upper; exact whole numbers."""

    terms: Terms
    lower: int | None = None
    upper: int | None = None

    def short(self, chosen: Collection[int]) -> int:
        """By how much a set of columns breaks it."""
        total = sum(number for place, number in self.terms if place in chosen)
        over = 0 if self.upper is None else total - self.upper
        under = 0 if self.lower is None else self.lower - total
        return max(0, over, under)


@dataclass(frozen=True)
class Rule:
    """What a person wrote. `bends`: the kind of mend that bends it, "" where it is only ever left out."""

    said: Message
    lines: tuple[Line, ...]
    bends: str = ""
    subject: str = ""
    year: int | None = None


@dataclass(frozen=True)
class Elastic:
    """All rules of a problem over columns (programme, year)."""

    problem: Problem

    @cached_property
    def asked(self) -> tuple[Programme, ...]:
        """Programmes that a must, a pin, a coverage or a follower asks for; no rule misses the others."""
        names = {name for name, year in self.problem.pins.items() if year is not None}
        names |= {
            programme.id
            for programme in self.problem.programmes
            if programme.must
            or any(counts(rule, programme) and rule.at_least for rule in self.problem.coverage)
        }
        waiting = list(names)
        while waiting:
            behind = set(self.problem.by_id[waiting.pop()].after) - names
            names |= behind
            waiting += behind
        return tuple(programme for programme in self.problem.programmes if programme.id in names)

    @cached_property
    def of(self) -> Mapping[str, tuple[tuple[int, int], ...]]:
        """The columns of a programme: (place, start year)."""
        found: dict[str, tuple[tuple[int, int], ...]] = {}
        place = 0
        for programme in self.asked:
            years = self.problem.years[: max(0, self.problem.horizon - programme.duration + 1)]
            found[programme.id] = tuple((place + step, year) for step, year in enumerate(years))
            place += len(years)
        return found

    @cached_property
    def width(self) -> int:
        return sum(len(columns) for columns in self.of.values())

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        return (
            *self._asks(),
            *(self._coverage(rule) for rule in self.problem.coverage if rule.at_least),
            *self._windows(),
            *self._links(),
            *self._exclusions(),
            *self._funds(),
            *self._offices(),
        )

    def _ones(self, *names: str) -> Terms:
        return tuple((place, 1) for name in names for place, _ in self.of[name])

    def _asks(self) -> Iterator[Rule]:
        for programme in self.asked:
            if programme.must:
                said = N_(
                    "program %(id)s wajib masuk%(length)s", id=programme.id, length=self._length(programme)
                )
                yield Rule(said, (Line(self._ones(programme.id), lower=1),), "release", programme.id)
        for name, pinned in self.problem.pins.items():
            if name not in self.of:
                continue
            if pinned is None:
                said = N_("program %(id)s dikunci di luar rencana", id=name)
                yield Rule(said, (Line(self._ones(name), upper=0),), "release", name)
            else:
                said = N_("program %(id)s dikunci pada %(year)s", id=name, year=pinned)
                terms = tuple((place, 1) for place, year in self.of[name] if year == pinned)
                yield Rule(said, (Line(terms, lower=1),), "release", name, pinned)

    def _coverage(self, rule: Coverage) -> Rule:
        terms = tuple(
            (place, 1)
            for programme in self.asked
            if counts(rule, programme)
            for place, year in self.of[programme.id]
            if year <= rule.by
        )
        said = N_(
            "paling sedikit %(least)s %(what)s %(dimension)s mulai sampai %(by)s",
            least=rule.at_least,
            what=N_("quick win") if rule.quick_win else N_("program"),
            dimension=rule.dimension or N_("dari semua dimensi"),
            by=rule.by,
        )
        return Rule(said, (Line(terms, lower=rule.at_least),), "release", rule.dimension or "", rule.by)

    def _windows(self) -> Iterator[Rule]:
        for programme in self.asked:
            first = self.problem.years[0] if programme.earliest is None else programme.earliest
            last = self.problem.years[-1] if programme.latest is None else programme.latest
            terms = tuple(
                (place, max(first - year, year - last))
                for place, year in self.of[programme.id]
                if not first <= year <= last
            )
            if terms:
                said = N_(
                    "program %(id)s hanya boleh mulai %(first)s–%(last)s",
                    id=programme.id,
                    first=first,
                    last=last,
                )
                yield Rule(said, (Line(terms, upper=0),), "years", programme.id)

    def _links(self) -> Iterator[Rule]:
        for programme in self.asked:
            for name in programme.after:
                other = self.problem.by_id[name]
                lines = tuple(
                    Line(
                        tuple((place, 1) for place, begun in self.of[programme.id] if begun <= year)
                        + tuple(
                            (place, -1) for place, begun in self.of[name] if begun + other.duration <= year
                        ),
                        upper=0,
                    )
                    for _, year in self.of[programme.id]
                )
                said = N_(
                    "program %(id)s menunggu %(other)s selesai%(length)s",
                    id=programme.id,
                    other=name,
                    length=self._length(other),
                )
                yield Rule(said, lines)

    def _length(self, programme: Programme) -> Message | str:
        """Said only of a programme that no start year could hold."""
        if self.of[programme.id]:
            return ""
        return N_(
            " (%(id)s berjalan %(duration)s tahun, rencana hanya %(years)s tahun)",
            id=programme.id,
            duration=programme.duration,
            years=self.problem.horizon,
        )

    def _exclusions(self) -> Iterator[Rule]:
        for one, two in self.problem.pairs:
            if one in self.of and two in self.of:
                said = N_("program %(id)s dan %(other)s tidak boleh bersama", id=one, other=two)
                yield Rule(said, (Line(self._ones(one, two), upper=1),))

    def _funds(self) -> Iterator[Rule]:
        for fund, ceilings in self.problem.funds.items():
            for year, ceiling in zip(self.problem.years, ceilings, strict=True):
                terms = tuple(
                    (place, programme.costs[fund][year - begun])
                    for programme in self.asked
                    for place, begun in self.of[programme.id]
                    if 0 <= year - begun < len(programme.costs.get(fund, ()))
                )
                said = N_(
                    "pagu %(fund)s %(year)s %(amount)s", fund=fund, year=year, amount=format_rupiah(ceiling)
                )
                yield Rule(said, (Line(terms, upper=ceiling),), "money", fund, year)

    def _offices(self) -> Iterator[Rule]:
        for owner, seats in self.problem.capacity.items():
            for year, most in zip(self.problem.years, seats, strict=True):
                terms = tuple(
                    (place, 1)
                    for programme in self.asked
                    if programme.owner == owner
                    for place, begun in self.of[programme.id]
                    if begun <= year < begun + programme.duration
                )
                said = N_("kapasitas %(owner)s %(year)s %(most)s program", owner=owner, year=year, most=most)
                yield Rule(said, (Line(terms, upper=most),), "seats", owner, year)


def counts(rule: Coverage, programme: Programme) -> bool:
    """Whether a coverage rule speaks of this programme."""
    return rule.dimension in (None, programme.dimension) and (programme.quick_win or not rule.quick_win)
