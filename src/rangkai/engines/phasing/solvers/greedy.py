"""What a careful spreadsheet does: the needed first, then the best value for scarce money, each as early as it fits."""

import math
from collections.abc import Iterable, Iterator

from rangkai.engines.phasing.check import violations
from rangkai.engines.phasing.ledger import Ledger
from rangkai.engines.phasing.polish import best_year, polish
from rangkai.engines.phasing.problem import Coverage, Problem, Programme, Start
from rangkai.engines.phasing.solvers.base import Outcome, Task
from rangkai.engines.phasing.solvers.best import Best


def run(task: Task) -> Outcome:
    """One pass, no proof but that of the obvious: the bound is everything at its best year."""
    best = Best(task)
    best.impossible = bool(task.windows.hopeless())
    best.offer(plan_of(task))
    best.bounded(everything(task))
    task.watch.count()
    return best.outcome()


def everything(task: Task) -> float:
    """An upper bound without competition: each programme at its best year."""
    first = task.problem.years[0]
    return task.objective.offset + math.fsum(
        max((task.objective.gains[name][year - first] for year in years), default=0.0)
        for name, years in task.windows.options.items()
    )


def plan_of(task: Task, first: Start | None = None) -> dict[str, int | None] | None:
    """A plan that keeps every constraint, or None where greed does not find one. `first` is kept as far as it fits."""
    ledger = Ledger(task.problem, task.windows)
    ranked = [programme.id for programme in ranking(task)]
    wished = [name for name in ranked if (first or {}).get(name) is not None]
    needed = _needed_first(task, ranked)
    for name in needed:
        if not _bring_in(task, ledger, name, _due(task, name)):
            return None
    for name in sorted(wished, key=lambda name: (first or {})[name] or 0):
        year = (first or {})[name]
        if ledger.start[name] is None and year is not None and ledger.fits(name, year):
            ledger.place(name, year)
    for rule in task.problem.coverage:
        _cover(task, ledger, rule, ranked)
    for name in ranked:
        _bring_in(task, ledger, name, task.problem.years[-1])
    polish(ledger, task.objective)
    return None if violations(task.problem, ledger.start) else ledger.start


def ranking(task: Task) -> list[Programme]:
    """Best gain for its share of the money there is, best first."""
    totals = {fund: sum(ceilings) or 1 for fund, ceilings in task.problem.funds.items()}

    def merit(programme: Programme) -> float:
        share = sum(sum(amounts) / totals[fund] for fund, amounts in programme.costs.items())
        return max(task.objective.gains[programme.id]) / (share + programme.duration / 1000)

    return sorted(task.problem.programmes, key=lambda programme: (-merit(programme), programme.id))


def _needed_first(task: Task, ranked: Iterable[str]) -> list[str]:
    """The needed, those with the narrowest window first."""
    options = task.windows.options
    return sorted(
        (name for name in ranked if name in task.windows.needed),
        key=lambda name: (_due(task, name), len(options[name])),
    )


def _due(task: Task, name: str) -> int:
    return max(task.windows.options[name], default=0)


def _bring_in(task: Task, ledger: Ledger, name: str, by: int) -> bool:
    """Place it, and first the predecessors it lacks; leaves the ledger untouched where that fails."""
    if ledger.start[name] is not None:
        return True
    placed: list[str] = []
    for step in _chain(task.problem, ledger, name):
        year = best_year(ledger, task.objective, step, by)
        if year is None:
            for back in placed:
                ledger.take_out(back)
            return False
        ledger.place(step, year)
        placed.append(step)
    return True


def _chain(problem: Problem, ledger: Ledger, name: str) -> Iterator[str]:
    seen: set[str] = set()

    def walk(current: str) -> Iterator[str]:
        seen.add(current)
        for other in problem.by_id[current].after:
            if other not in seen and ledger.start[other] is None:
                yield from walk(other)
        yield current

    return walk(name)


def _cover(task: Task, ledger: Ledger, rule: Coverage, ranked: Iterable[str]) -> None:
    by_id = task.problem.by_id
    able = [
        name
        for name in ranked
        if rule.dimension in (None, by_id[name].dimension) and (by_id[name].quick_win or not rule.quick_win)
    ]
    count = sum((ledger.start[name] or rule.by + 1) <= rule.by for name in able)
    for name in able:
        if count >= rule.at_least:
            return
        count += ledger.start[name] is None and _bring_in(task, ledger, name, rule.by)
