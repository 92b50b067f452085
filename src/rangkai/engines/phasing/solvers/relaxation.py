"""The linear relaxation: the first bound, and what it says of every column and row to whoever looks for plans."""

import random
from dataclasses import dataclass

import numpy as np

from rangkai.engines.phasing.ledger import Ledger
from rangkai.engines.phasing.model import Model
from rangkai.engines.phasing.polish import polish
from rangkai.engines.phasing.solvers.base import Task
from rangkai.engines.phasing.solvers.matrix import Floats
from rangkai.engines.phasing.solvers.milp import loaded, milp_of


@dataclass(frozen=True)
class Relaxation:
    """`shares` and `reduced` by column; `duals` by row. A column costs a plan at least −`reduced` of the bound."""

    bound: float
    shares: Floats
    reduced: Floats
    duals: Floats


def relax(task: Task, model: Model, seconds: float) -> Relaxation | None:
    """None where it has no solution or the clock ends first; the caller asks HiGHS proper which of the two."""
    milp = milp_of(model, task.objective.offset, relaxed=True)
    highs = loaded(milp, random_seed=task.seed, time_limit=seconds)
    highs.run()
    if highs.getModelStatus().name != "kOptimal":
        return None
    solution = highs.getSolution()
    return Relaxation(
        bound=highs.getInfo().objective_function_value,
        shares=np.array(solution.col_value),
        reduced=np.array(solution.col_dual),
        duals=np.array(solution.row_dual),
    )


def rounded(
    task: Task, model: Model, relaxation: Relaxation, draw: random.Random, noise: float
) -> dict[str, int | None]:
    """A plan that takes columns in the order in which the relaxation likes them, each where it still fits.

    The order is shaken by `noise`. Must and coverage may be missed: the caller checks.
    """
    scale = 0.5 / max(1e-9, float(np.mean(np.abs(model.gains))))
    shake = [1.0 + noise * draw.gauss(0.0, 1.0) for _ in model.columns]
    liking = (relaxation.shares + scale * relaxation.reduced) * np.array(shake)
    order = [model.columns[place] for place in np.argsort(-liking, kind="stable")]
    ledger = Ledger(task.problem, task.windows)
    needed = [column for column in order if column[0] in task.windows.needed]
    for name, year in (*needed, *needed, *order, *order):
        if ledger.start[name] is None and ledger.fits(name, year):
            ledger.place(name, year)
    polish(ledger, task.objective)
    return ledger.start
