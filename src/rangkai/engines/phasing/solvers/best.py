"""The best plan and the tightest bound of a run; a plan enters only past the independent checker."""

from rangkai.engines.phasing.check import violations
from rangkai.engines.phasing.solution import Status
from rangkai.engines.phasing.solvers.base import Outcome, Task

type Plan = dict[str, int | None]


class Best:
    """`plan` None until one is found; `bound` None until something is proven; `impossible` where no plan can exist."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.plan: Plan | None = None
        self.value = float("-inf")
        self.bound: float | None = None
        self.impossible = False

    def offer(self, plan: Plan | None) -> bool:
        """Keep it if it is better; False where it breaks something, even by one rupiah."""
        if plan is None or violations(self.task.problem, plan):
            return False
        value = self.task.objective.of(plan)
        if value > self.value:
            self.plan, self.value = plan, value
            self.task.watch.saw(value=value)
        return True

    def closed(self) -> bool:
        """Nothing better can be."""
        return self.impossible or (self.bound is not None and self.value >= self.bound)

    def settled(self) -> bool:
        """There is nothing left to do, or no leave to do it."""
        return self.closed() or self.task.watch.stopped

    def outcome(self) -> Outcome:
        """What a run that ends now has to show."""
        if self.impossible:
            return Outcome(Status.INFEASIBLE, None, None)
        if self.closed():
            return Outcome(Status.OPTIMAL, self.plan, self.bound)
        cancelled = self.task.watch.was_cancelled
        return Outcome(Status.CANCELLED if cancelled else Status.FEASIBLE, self.plan, self.bound)

    def bounded(self, bound: float) -> None:
        """No plan is worth more than this."""
        if abs(bound) < float("inf") and (self.bound is None or bound < self.bound):
            self.bound = bound
            self.task.watch.saw(bound=bound)
