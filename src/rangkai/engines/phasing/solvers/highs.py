"""HiGHS on the 0–1 model: one thread, a fixed seed, and a step counted at each of its own checks.

HiGHS holds a row within 1e-6; whole rupiah are finer. Each plan it finds is therefore read again in integers: one that
breaks a ceiling is not taken, and where it was the last word, the set of programmes that broke it is forbidden by a
cover inequality (which no true plan breaks) and the solve goes on.
"""

from typing import Any

from rangkai.engines.phasing.model import Model, model_of
from rangkai.engines.phasing.problem import Problem, Start
from rangkai.engines.phasing.solvers.base import Outcome, Task
from rangkai.engines.phasing.solvers.best import Best
from rangkai.engines.phasing.solvers.greedy import everything, plan_of
from rangkai.engines.phasing.solvers.milp import loaded, milp_of

GRACE = 0.05
"""Seconds by which HiGHS's own clock is late, so that no counted step can follow a search that it cut short."""

ROOT = {
    "mip_max_nodes": 1,
    "mip_heuristic_effort": 0.0,
    "mip_heuristic_run_feasibility_jump": False,
    "mip_heuristic_run_root_reduced_cost": False,
    "mip_heuristic_run_rens": False,
    "mip_heuristic_run_rins": False,
}
"""The root alone, for its cuts: plans are found elsewhere."""


def run(task: Task) -> Outcome:
    """Greedy plan first, then branch and cut from it."""
    best = Best(task)
    model = opened(task, best)
    return best.outcome() if model is None else branch_and_cut(task, model, best)


def opened(task: Task, best: Best) -> Model | None:
    """The first step of every exact solver: a greedy plan and the obvious bound. None where that settles or ends it."""
    if task.windows.hopeless():
        best.impossible = True
        return None
    best.offer(warm(task))
    best.bounded(everything(task))
    task.watch.count()
    if best.closed() or task.watch.stopped:
        return None
    model = model_of(task.problem, task.windows, task.objective)
    best.impossible = not model.columns
    return model if model.columns else None


def warm(task: Task) -> dict[str, int | None] | None:
    """The better of the previous plan, as far as it still fits, and a fresh greedy one."""
    found = [plan_of(task)]
    if task.problem.previous:
        found.append(plan_of(task, task.problem.previous))
    plans = [plan for plan in found if plan is not None]
    return max(plans, key=task.objective.of, default=None)


def branch_and_cut(task: Task, model: Model, best: Best, *, first_plan: bool = False) -> Outcome:
    """Until proven or stopped, or a first plan is found where that is all that is asked."""
    highs = loaded(milp_of(model, task.objective.offset), random_seed=task.seed, mip_rel_gap=0.0)
    _listen(highs, task, model, best, first_plan)
    while True:
        _start_from(highs, model, best)
        highs.setOptionValue("time_limit", highs.getRunTime() + time_limit(task))
        highs.run()
        status = highs.getModelStatus().name
        if not counted(task, highs) or (status == "kInterrupt"):
            return best.outcome()
        if status == "kInfeasible":
            best.impossible = True
            return best.outcome()
        plan = model.start(highs.getSolution().col_value, task.problem)
        if best.offer(plan):
            best.bounded(best.value)
            return best.outcome()
        forbid(highs, model, task.problem, plan)


def bound_at_root(task: Task, model: Model, best: Best) -> None:
    """Tighten the bound by the cuts of HiGHS's root."""
    highs = loaded(milp_of(model, task.objective.offset), random_seed=task.seed, mip_rel_gap=0.0, **ROOT)
    _listen(highs, task, model, best, False)
    _start_from(highs, model, best)
    highs.setOptionValue("time_limit", time_limit(task))
    highs.run()
    if counted(task, highs):
        best.bounded(highs.getInfo().mip_dual_bound)


def time_limit(task: Task) -> float:
    """Seconds that HiGHS may take from now."""
    return task.watch.left() + GRACE


def counted(task: Task, highs: Any) -> bool:
    """Whether a run of HiGHS that has just ended counts as a step; one that its own clock cut short does not."""
    if highs.getModelStatus().name == "kTimeLimit":
        task.watch.expire()
    return task.watch.count()


def _start_from(highs: Any, model: Model, best: Best) -> None:
    import highspy

    if best.plan is not None:
        solution = highspy.HighsSolution()
        solution.col_value = model.point(best.plan)
        highs.setSolution(solution)


def _listen(highs: Any, task: Task, model: Model, best: Best, first_plan: bool) -> None:
    """Count HiGHS's own checks as steps; at each, take what it has found since the last."""
    found: list[dict[str, int | None]] = []

    def count(event: Any) -> None:
        if task.watch.count():
            for plan in found:
                best.offer(plan)
            found.clear()
            best.bounded(event.data_out.mip_dual_bound)
        if task.watch.stopped or (first_plan and best.plan is not None):
            event.interrupt()

    def better(event: Any) -> None:
        found.append(model.start(event.data_out.mip_solution, task.problem))

    highs.cbMipInterrupt += count
    highs.cbMipImprovingSolution += better


def forbid(highs: Any, model: Model, problem: Problem, plan: Start) -> None:
    """Cut off a plan that breaks a ceiling by less than HiGHS can see: not all that spend there may be in together."""
    chosen = {model.place[name, year] for name, year in plan.items() if year is not None}
    for row in model.rows:
        inside = [
            (place, number)
            for place, number in zip(row.columns, row.coefficients, strict=True)
            if place in chosen
        ]
        if row.upper is not None and sum(number for _, number in inside) > row.upper:
            cover = [place for place, number in inside if number > 0]
            highs.addRow(-float("inf"), len(cover) - 1.0, len(cover), cover, [1.0] * len(cover))
