"""HiGHS on the 0–1 model: one thread, a fixed seed, and a step counted at each of its own checks.

HiGHS holds a row within 1e-6; whole rupiah are finer. Each plan it finds is therefore read again in integers: one that
breaks a ceiling is not taken, and where it was the last word, the set of programmes that broke it is forbidden by a
cover inequality (which no true plan breaks) and the solve goes on.
"""

from typing import Any

from rangkai.engines.phasing.model import Model, model_of
from rangkai.engines.phasing.problem import Problem, Start
from rangkai.engines.phasing.solution import Status
from rangkai.engines.phasing.solvers.base import Outcome, Task
from rangkai.engines.phasing.solvers.best import Best
from rangkai.engines.phasing.solvers.greedy import everything, plan_of
from rangkai.engines.phasing.solvers.milp import loaded, milp_of

GRACE = 0.05
"""Seconds by which HiGHS's own clock is late, so that no counted step can follow a search it cut short."""


def run(task: Task) -> Outcome:
    """Greedy plan first, then branch and cut from it."""
    if task.windows.hopeless():
        return Outcome(Status.INFEASIBLE, None, None)
    best = Best(task)
    best.offer(warm(task))
    best.bounded(everything(task))
    task.watch.count()
    if best.closed() or task.watch.stopped:
        return best.outcome()
    model = model_of(task.problem, task.windows, task.objective)
    if not model.columns:
        return Outcome(Status.INFEASIBLE, None, None)
    return branch_and_cut(task, model, best)


def warm(task: Task) -> dict[str, int | None] | None:
    """The better of the previous plan, as far as it still fits, and a fresh greedy one."""
    found = [plan_of(task)]
    if task.problem.previous:
        found.append(plan_of(task, task.problem.previous))
    plans = [plan for plan in found if plan is not None]
    return max(plans, key=task.objective.of, default=None)


def branch_and_cut(task: Task, model: Model, best: Best) -> Outcome:
    """Until proven or stopped. What HiGHS finds after its last counted step is dropped, so that a replay is exact."""
    highs = loaded(milp_of(model, task.objective.offset), seed=task.seed, mip_rel_gap=0.0)
    listen(highs, task, model, best)
    while True:
        outcome = step(highs, task, model, best)
        if outcome is not None:
            return outcome


def step(highs: Any, task: Task, model: Model, best: Best) -> Outcome | None:
    """One run to its end; None where its last word broke a ceiling by a hair and has been cut off."""
    import highspy

    if best.plan is not None:
        solution = highspy.HighsSolution()
        solution.col_value = model.point(best.plan)
        highs.setSolution(solution)
    highs.setOptionValue("time_limit", highs.getRunTime() + task.watch.left() + GRACE)
    highs.run()
    status = highs.getModelStatus()
    if status not in (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kOptimal):
        task.watch.expire()
    if task.watch.stopped or not task.watch.count():
        return best.outcome()
    if status == highspy.HighsModelStatus.kInfeasible:
        return Outcome(Status.INFEASIBLE, None, None)
    plan = model.start(highs.getSolution().col_value, task.problem)
    if best.offer(plan):
        return Outcome(Status.OPTIMAL, best.plan, best.value)
    for cover in covers(model, task.problem, plan):
        highs.addRow(-highspy.kHighsInf, len(cover) - 1, len(cover), cover, [1.0] * len(cover))
    return None


def listen(highs: Any, task: Task, model: Model, best: Best) -> None:
    """Count HiGHS's own checks as steps; at each, take what it has found since the last."""
    found: list[dict[str, int | None]] = []

    def count(event: Any) -> None:
        if task.watch.count():
            for plan in found:
                best.offer(plan)
            found.clear()
            best.bounded(event.data_out.mip_dual_bound)
        if task.watch.stopped:
            event.interrupt()

    def better(event: Any) -> None:
        found.append(model.start(event.data_out.mip_solution, task.problem))

    highs.cbMipInterrupt += count
    highs.cbMipImprovingSolution += better


def covers(model: Model, problem: Problem, plan: Start) -> list[list[int]]:
    """For each ceiling that the plan breaks, the columns that broke it: not all of them may be in."""
    chosen = {model.place[name, year] for name, year in plan.items() if year is not None}
    found = []
    for row in model.rows:
        if row.kind == "fund" and row.upper is not None:
            inside = [
                (place, amount)
                for place, amount in zip(row.columns, row.coefficients, strict=True)
                if place in chosen
            ]
            if sum(amount for _, amount in inside) > row.upper:
                found.append([place for place, _ in inside])
    return found
