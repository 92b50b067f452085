"""From a scenario as people entered it to the problem of engines/phasing (design §7, "Phasing problem")."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field

from rangkai.engines.phasing import Coverage, Phase, Problem, Programme
from rangkai.lib.errors import N_


@dataclass(frozen=True)
class Cost:
    """Rupiah of one fund in one calendar year, as the office proposed it."""

    year: int
    fund: str
    amount: int


@dataclass(frozen=True)
class Candidate:
    """A programme that may be placed; ids are refs, `office` is the name that reasons use."""

    ref: str
    value: int
    office: str
    dimension: str
    costs: tuple[Cost, ...] = ()
    earliest: int | None = None
    latest: int | None = None
    must: bool = False
    quick_win: bool = False
    after: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()


@dataclass(frozen=True)
class CoverageWish:
    """At least so many programmes (or quick wins) of a dimension begin by a year."""

    dimension: str
    quick_win: bool
    at_least: int
    by: int


@dataclass(frozen=True)
class Setting:
    """`ceilings` is fund → year → rupiah, `capacity` office → programmes at once; `discount` is in thousandths."""

    years: tuple[int, ...]
    phases: tuple[tuple[str, int], ...]
    ceilings: Mapping[str, Mapping[int, int]]
    capacity: Mapping[str, int]
    discount: int = 0
    pins: Mapping[str, int | None] = field(default_factory=dict)
    coverage: tuple[CoverageWish, ...] = ()
    previous: Mapping[str, int | None] = field(default_factory=dict)


def relative_costs(costs: Iterable[Cost]) -> dict[str, tuple[int, ...]]:
    """Fund → rupiah a running year: the first proposed year is the first running one; a year without a line costs 0."""
    by_fund: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for cost in costs:
        by_fund[cost.fund][cost.year] += cost.amount
    years = [year for spent in by_fund.values() for year in spent]
    if not years:
        return {}
    first = min(years)
    return {
        fund: tuple(spent.get(year, 0) for year in range(first, max(spent) + 1))
        for fund, spent in by_fund.items()
    }


def assemble(setting: Setting, candidates: Iterable[Candidate]) -> Problem:
    """The problem to solve.

    A fund without a ceiling in a year has 0 there. An office without a capacity row may run all its programmes at once,
    and a note says so. Links to programmes that are not candidates (stopped ones) are left out.
    """
    chosen = tuple(candidates)
    refs = {c.ref for c in chosen}
    used = sorted({cost.fund for c in chosen for cost in c.costs} | set(setting.ceilings))
    per_office: dict[str, int] = defaultdict(int)
    for candidate in chosen:
        per_office[candidate.office] += 1
    unlimited = sorted(office for office in per_office if office not in setting.capacity)
    return Problem(
        years=setting.years,
        funds={f: tuple(setting.ceilings.get(f, {}).get(y, 0) for y in setting.years) for f in used},
        capacity={o: (setting.capacity.get(o, n),) * len(setting.years) for o, n in per_office.items()},
        programmes=tuple(_placeable(c, refs) for c in chosen),
        discount=setting.discount / 1000,
        phases=tuple(Phase(name, until) for name, until in setting.phases),
        coverage=tuple(Coverage(w.at_least, w.by, w.dimension, w.quick_win) for w in setting.coverage),
        pins={ref: year for ref, year in setting.pins.items() if ref in refs},
        previous={ref: year for ref, year in setting.previous.items() if ref in refs},
        notes=tuple(
            N_(
                "Kapasitas %(office)s belum diisi; dianggap sanggup menjalankan semua programnya.",
                office=office,
            )
            for office in unlimited
        ),
    )


def _placeable(candidate: Candidate, refs: set[str]) -> Programme:
    return Programme(
        id=candidate.ref,
        value=float(candidate.value),
        owner=candidate.office,
        costs=relative_costs(candidate.costs),
        dimension=candidate.dimension,
        earliest=candidate.earliest,
        latest=candidate.latest,
        must=candidate.must,
        quick_win=candidate.quick_win,
        after=tuple(ref for ref in candidate.after if ref in refs),
        excludes=tuple(ref for ref in candidate.excludes if ref in refs),
        areas=candidate.areas,
    )


def fingerprint(setting: Setting, candidates: Iterable[Candidate]) -> str:
    """SHA-256 of everything that the answer depends on; a plan whose inputs changed since is shown as stale."""
    facts = [asdict(c) for c in sorted(candidates, key=lambda c: c.ref)]
    body = {**asdict(setting), "previous": None}
    text = json.dumps([body, facts], sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()
