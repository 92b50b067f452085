"""The default: relaxation, rounding, and a search of small exact solves around the plan; then HiGHS for the proof.

Greedy answers at once. The relaxation gives a bound and an order in which to round. Then, again and again, some tens
of programmes are set free (`neighbourhood`) and HiGHS places them anew, the rest held; sizes and kinds follow what has
paid. After some of these steps HiGHS tightens the bound at its root; when a long row of steps has found nothing, or the
problem is small from the start, its branch and cut takes over with the best plan. Measured in `bench/solver.py`.
"""

import random
from dataclasses import dataclass
from typing import Any

import numpy as np

from rangkai.engines.phasing.model import Model
from rangkai.engines.phasing.solvers.base import Outcome, Task
from rangkai.engines.phasing.solvers.best import Best
from rangkai.engines.phasing.solvers.highs import bound_at_root, branch_and_cut, counted, opened, time_limit
from rangkai.engines.phasing.solvers.matrix import Matrix
from rangkai.engines.phasing.solvers.neighbourhood import Neighbourhoods
from rangkai.engines.phasing.solvers.relaxation import Relaxation, relax, rounded

SMALL = 60
"""Programmes up to which branch and cut is asked at once."""

PATIENCE = 120
"""Steps without a find after which the search gives way to branch and cut."""

ROUNDINGS = 5

PART = {
    "mip_rel_gap": 1e-5,
    "mip_max_nodes": 200,
    "mip_heuristic_effort": 0.0,
    "mip_heuristic_run_feasibility_jump": False,
    "mip_heuristic_run_root_reduced_cost": False,
    "mip_pscost_minreliable": 0,
    "mip_allow_cut_separation_at_nodes": False,
    "mip_allow_restart": False,
    "mip_detect_symmetry": False,
}
"""HiGHS on a part: no heuristics, restarts or strong branching, which cost more than the part is worth."""


def run(task: Task) -> Outcome:
    """Ends early only with a proof."""
    best = Best(task)
    model = opened(task, best)
    if model is not None and len(task.problem.programmes) > SMALL:
        search(task, model, best)
    if model is None or best.settled():
        return best.outcome()
    return branch_and_cut(task, model, best)


def search(task: Task, model: Model, best: Best) -> None:
    """Raise the plan and lower the bound until stopped, closed or out of ideas."""
    draw = random.Random(task.seed)  # noqa: S311
    relaxation = relax(task, model, time_limit(task))
    if relaxation is None or not task.watch.count():
        return
    best.bounded(relaxation.bound)
    for attempt in range(ROUNDINGS):
        best.offer(rounded(task, model, relaxation, draw, 0.3 * bool(attempt)))
        if not task.watch.count():
            return
    if best.plan is None:
        branch_and_cut(task, model, best, first_plan=True)
    if best.plan is not None:
        _Search(task, model, best, relaxation, draw).run()


@dataclass
class _Search:
    task: Task
    model: Model
    best: Best
    relaxation: Relaxation
    draw: random.Random

    def __post_init__(self) -> None:
        self.matrix = Matrix(self.model)
        self.around = Neighbourhoods(self.task.problem, self.model, self.matrix, self.relaxation)
        self.size = dict.fromkeys(self.around.kinds, 40.0)
        self.weight = dict.fromkeys(self.around.kinds, 1.0)
        self.idle = 0

    def run(self) -> None:
        steps = 0
        root_at = len(self.task.problem.programmes) // 4
        while self.idle < PATIENCE and not self.best.settled():
            if steps == root_at:
                bound_at_root(self.task, self.model, self.best)
            else:
                self.step()
            steps += 1

    def step(self) -> None:
        """Set one neighbourhood free, and keep what is found if the step counts."""
        kind = self.draw.choices(tuple(self.weight), tuple(self.weight.values()))[0]
        point = np.array(self.model.point(self.best.plan or {}))
        size = int(self.size[kind])
        chosen = self.around.kinds[kind](point, size, self.draw) or self.around.any(point, size, self.draw)
        free = self.around.columns(chosen)
        hope = self.relaxation.reduced[free] > self.best.value - self.relaxation.bound
        free = free[hope | (point[free] > 0.5)]
        if not len(free):
            self.idle += 1
            return
        highs = self.matrix.part(
            free, point, random_seed=self.task.seed, time_limit=time_limit(self.task), **PART
        )
        highs.run()
        if not counted(self.task, highs):
            return
        point[free] = np.round(highs.getSolution().col_value)
        before = self.best.value
        self.best.offer(self.model.start(point.tolist(), self.task.problem))
        self.learn(kind, self.best.value > before, highs)

    def learn(self, kind: str, found: bool, highs: Any) -> None:
        """Kinds that pay are drawn more often; a part grows while it is easy and shrinks where it is not finished."""
        self.idle = 0 if found else self.idle + 1
        self.weight[kind] = (
            min(4.0, self.weight[kind] * 1.2) if found else max(0.25, self.weight[kind] * 0.95)
        )
        if highs.getModelStatus().name != "kOptimal":
            self.size[kind] = max(10.0, self.size[kind] * 0.85)
        elif highs.getInfo().mip_node_count <= 5:
            self.size[kind] = min(self.size[kind] * 1.03, len(self.around.names))
