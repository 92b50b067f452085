"""The plan as a page and a book show it: bars by phase, money by year and fund, what is left of each ceiling."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rangkai.domains.masterplans.rules import PhaseFact, PhaseKind, phase_of
from rangkai.lib.errors import Message


@dataclass(frozen=True)
class Bar:
    """One programme in the plan; `costs` is (calendar year, fund) → rupiah, moved with the start year."""

    ref: str
    name: str
    dimension: str
    office: str
    start: int
    end: int
    phase: PhaseKind | None
    quick_win: bool
    costs: Mapping[tuple[int, str], int]
    waits: Message | None = None

    @property
    def total(self) -> int:
        """Rupiah over all years and funds."""
        return sum(self.costs.values())


@dataclass(frozen=True)
class LeftOut:
    """A programme that is not in the plan, and why."""

    ref: str
    name: str
    dimension: str
    office: str
    reason: Message | None
    total: int


@dataclass(frozen=True)
class FundYear:
    """What a fund allows and what the plan takes of it in one year; rupiah."""

    fund: str
    year: int
    ceiling: int
    used: int

    @property
    def left(self) -> int:
        return self.ceiling - self.used


@dataclass(frozen=True)
class Roadmap:
    """Bars in the order of start and dimension, what is out, and the money."""

    bars: tuple[Bar, ...]
    left_out: tuple[LeftOut, ...]
    money: tuple[FundYear, ...]

    def by_phase(self, phases: Sequence[PhaseFact]) -> tuple[tuple[PhaseFact, tuple[Bar, ...]], ...]:
        """Phases with the programmes that start in them."""
        return tuple((phase, tuple(b for b in self.bars if b.phase is phase.kind)) for phase in phases)

    def spent(self, year: int) -> int:
        return sum(m.used for m in self.money if m.year == year)


def moved_costs(costs: Mapping[str, tuple[int, ...]], start: int) -> dict[tuple[int, str], int]:
    """(calendar year, fund) → rupiah of a programme that starts in `start`."""
    return {
        (start + offset, fund): amount
        for fund, amounts in costs.items()
        for offset, amount in enumerate(amounts)
        if amount
    }


def phase_kind(year: int, phases: Sequence[PhaseFact]) -> PhaseKind | None:
    phase = phase_of(year, phases)
    return phase.kind if phase else None


def money_of(
    bars: Iterable[Bar], ceilings: Mapping[str, Mapping[int, int]], years: Sequence[int]
) -> tuple[FundYear, ...]:
    """Every fund and year of the plan, also where nothing is spent."""
    used: dict[tuple[int, str], int] = defaultdict(int)
    for bar in bars:
        for key, amount in bar.costs.items():
            used[key] += amount
    funds = dict.fromkeys([*ceilings, *(fund for _, fund in used)])
    return tuple(
        FundYear(fund, year, ceilings.get(fund, {}).get(year, 0), used.get((year, fund), 0))
        for fund in funds
        for year in years
    )
