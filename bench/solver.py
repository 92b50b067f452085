"""The phasing engine against greedy and against plain HiGHS on the textbook model, same seconds, in one run.

`RANGKAI_BENCH_SEEDS` (default 5) instances of `bench/instances.py`: 300 programmes × 10 years × 3 funds × 25 offices.
The textbook model has one 0–1 column for each programme and start year, a row for each pair of years that breaks a
precedence, and no start plan.
"""

import os
import statistics
import time
from itertools import product
from typing import Any

from bench.instances import instance
from rangkai.cli.output import table_lines
from rangkai.engines.phasing import Problem, parse, solve
from rangkai.engines.phasing.check import violations

SECONDS = 10.0
LIMIT = 0.02
"""The gap that is to be reached, proven, in ten seconds."""


def run() -> dict[str, Any]:
    """Median value, gap and seconds of each way, and the ratios to ours."""
    seeds = range(int(os.environ.get("RANGKAI_BENCH_SEEDS", "5")))
    ways = {"ours": _ours, "greedy": _greedy, "plain HiGHS": _plain}
    found: dict[str, list[tuple[float, float, float]]] = {name: [] for name in ways}
    for seed in seeds:
        problem = parse(instance(seed=seed))
        for name, way in ways.items():
            found[name].append(way(problem))
    medians = {
        name: [statistics.median(column) for column in zip(*rows, strict=True)]
        for name, rows in found.items()
    }
    best = medians["ours"]
    rows = [
        [name, f"{value:.1f}", f"{value / best[0]:.4f}", f"{gap * 100:.2f} %", f"{seconds:.1f}"]
        for name, (value, gap, seconds) in medians.items()
    ]
    for line in table_lines(["way", "value", "of ours", "gap", "seconds"], rows):
        print(line)
    worst = max(gap for _, gap, _ in found["ours"])
    return {
        "seeds": len(seeds),
        "seconds": SECONDS,
        "limit": LIMIT,
        "worst_gap": worst,
        **{name: dict(zip(("value", "gap", "seconds"), m, strict=True)) for name, m in medians.items()},
    }


def _ours(problem: Problem) -> tuple[float, float, float]:
    answer = solve(problem, seconds=SECONDS)
    return answer.objective or 0.0, answer.gap or 0.0, answer.seconds


def _greedy(problem: Problem) -> tuple[float, float, float]:
    answer = solve(problem, seconds=SECONDS, solver="greedy")
    return answer.objective or 0.0, answer.gap or 0.0, answer.seconds


def _plain(problem: Problem) -> tuple[float, float, float]:
    """Value and gap against its own bound, with the plan read again in whole rupiah."""
    began = time.perf_counter()
    highs, columns = _textbook(problem)
    highs.setOptionValue("time_limit", SECONDS)
    highs.run()
    info = highs.getInfo()
    chosen = highs.getSolution().col_value
    start: dict[str, int | None] = {p.id: None for p in problem.programmes}
    start.update(column for column, share in zip(columns, chosen, strict=True) if share > 0.5)
    value = sum(problem.worth(problem.by_id[name], year) for name, year in start.items() if year is not None)
    broken = bool(violations(problem, start))
    gap = (info.mip_dual_bound - value) / value if value and not broken else float("inf")
    return (0.0 if broken else value), gap, time.perf_counter() - began


def _textbook(problem: Problem) -> tuple[Any, list[tuple[str, int]]]:
    import highspy

    highs = highspy.Highs()
    highs.silent()
    highs.setOptionValue("threads", 1)
    columns = [(p.id, y) for p in problem.programmes for y in problem.years if _possible(problem, p.id, y)]
    variable = {}
    for name, year in columns:
        variable[name, year] = highs.addBinary(obj=problem.worth(problem.by_id[name], year))
    highs.changeObjectiveSense(highspy.ObjSense.kMaximize)
    for expression, lower, upper in _rows(problem, variable):
        if lower is not None:
            highs.addConstr(expression >= lower)
        if upper is not None:
            highs.addConstr(expression <= upper)
    return highs, columns


def _possible(problem: Problem, name: str, year: int) -> bool:
    programme = problem.by_id[name]
    late = programme.latest is not None and year > programme.latest
    early = programme.earliest is not None and year < programme.earliest
    return not late and not early and year + programme.duration - 1 <= problem.years[-1]


def _rows(problem: Problem, x: dict[tuple[str, int], Any]) -> Any:
    first = problem.years[0]
    for p in problem.programmes:
        mine = [x[p.id, y] for y in problem.years if (p.id, y) in x]
        if mine:
            yield sum(mine), (1 if p.must else None), 1
        for other in p.after:
            length = problem.by_id[other].duration
            for y in problem.years:
                if (p.id, y) in x:
                    ended = [x[other, z] for z in problem.years if (other, z) in x and z + length <= y]
                    yield x[p.id, y] - sum(ended), None, 0
    for one, two in problem.pairs:
        both = [x[n, y] for n, y in product((one, two), problem.years) if (n, y) in x]
        yield sum(both), None, 1
    yield from _scarce(problem, x, first)
    for rule in problem.coverage:
        counted = [
            x[p.id, y]
            for p in problem.programmes
            if rule.dimension in (None, p.dimension) and (p.quick_win or not rule.quick_win)
            for y in problem.years
            if y <= rule.by and (p.id, y) in x
        ]
        yield sum(counted), rule.at_least, None


def _scarce(problem: Problem, x: dict[tuple[str, int], Any], first: int) -> Any:
    for year in problem.years:
        for fund, ceilings in problem.funds.items():
            spent = [
                amount / 1_000_000 * x[p.id, year - running]
                for p in problem.programmes
                for running, amount in enumerate(p.costs.get(fund, ()))
                if amount and (p.id, year - running) in x
            ]
            if spent:
                yield sum(spent), None, ceilings[year - first] / 1_000_000
        for office, seats in problem.capacity.items():
            busy = [
                x[p.id, year - running]
                for p in problem.programmes
                if p.owner == office
                for running in range(p.duration)
                if (p.id, year - running) in x
            ]
            if busy:
                yield sum(busy), None, seats[year - first]
