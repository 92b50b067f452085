"""The phasing problem as frozen facts: who wants what, what it costs, and what may not be broken.

Money is whole rupiah (`int`); years are calendar years, consecutive; a start of `None` means "not in the plan".
`docs/algorithms/phasing.md` is the rule book.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from rangkai.lib.errors import Message

type Start = Mapping[str, int | None]


@dataclass(frozen=True)
class Phase:
    """A stretch of the plan that ends with the year `until`. It names years on a page and binds nothing."""

    name: str
    until: int


@dataclass(frozen=True)
class Programme:
    """What may be placed. `costs` gives, by fund, the rupiah of each running year, first year first."""

    id: str
    value: float
    owner: str
    costs: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    dimension: str = ""
    earliest: int | None = None
    latest: int | None = None
    must: bool = False
    quick_win: bool = False
    after: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()

    @cached_property
    def duration(self) -> int:
        """Years it runs: its longest cost list, and one year where it costs nothing."""
        return max((len(years) for years in self.costs.values()), default=0) or 1


@dataclass(frozen=True)
class Coverage:
    """At least so many programmes start no later than `by`; `dimension` None counts every dimension."""

    at_least: int
    by: int
    dimension: str | None = None
    quick_win: bool = False


@dataclass(frozen=True)
class Goal:
    """A wish with a price: `weight` points of value for each unit that falls short (`goals.KINDS`)."""

    kind: str
    weight: float


@dataclass(frozen=True)
class Problem:
    """Everything a solver may know. `validation.validate` says whether it is in order."""

    years: tuple[int, ...]
    funds: Mapping[str, tuple[int, ...]]
    capacity: Mapping[str, tuple[int, ...]]
    programmes: tuple[Programme, ...] = ()
    discount: float = 0.0
    phases: tuple[Phase, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    pins: Start = field(default_factory=dict)
    previous: Start = field(default_factory=dict)
    goals: tuple[Goal, ...] = ()
    notes: tuple[Message, ...] = ()

    @cached_property
    def horizon(self) -> int:
        return len(self.years)

    @cached_property
    def by_id(self) -> Mapping[str, Programme]:
        return {programme.id: programme for programme in self.programmes}

    @cached_property
    def factors(self) -> tuple[float, ...]:
        """What is left of a point of value when the start waits 0, 1, 2 … years."""
        return tuple((1.0 - self.discount) ** wait for wait in range(self.horizon))

    @cached_property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Exclusive pairs, each once, in the order in which they are stated."""
        seen: dict[tuple[str, str], None] = {}
        for programme in self.programmes:
            for other in programme.excludes:
                if (other, programme.id) not in seen:
                    seen[programme.id, other] = None
        return tuple(seen)

    def worth(self, programme: Programme, year: int) -> float:
        """The value of a programme that starts in `year`."""
        return programme.value * self.factors[year - self.years[0]]
