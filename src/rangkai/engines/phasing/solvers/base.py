"""What every solver is given and what it gives back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rangkai.engines.phasing.objective import Objective
from rangkai.engines.phasing.problem import Problem
from rangkai.engines.phasing.solution import Status
from rangkai.engines.phasing.watch import Watch
from rangkai.engines.phasing.windows import Windows


@dataclass(frozen=True)
class Task:
    """A validated problem with its windows. Same task, same seed, same `watch.work`: same outcome."""

    problem: Problem
    windows: Windows
    objective: Objective
    watch: Watch
    seed: int = 0


@dataclass(frozen=True)
class Outcome:
    """`start` None: no plan. INFEASIBLE is then proven; FEASIBLE says "none found yet"."""

    status: Status
    start: Mapping[str, int | None] | None
    bound: float | None


type Run = Callable[[Task], Outcome]


@dataclass(frozen=True)
class Solver:
    """`proves`: may end with a proof of optimality or impossibility."""

    name: str
    run: Run
    proves: bool
