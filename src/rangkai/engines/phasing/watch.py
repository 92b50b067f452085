"""Counts the work of a solve, so that a run stopped by the clock can be walked again to the same step.

A solver calls `count()` at places that its own course alone decides, never the clock; every call is one unit of work.
What was found after the last counted step is dropped, so the clock decides only where the walk ends, not where it goes.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter

type Progress = Callable[[float | None, float | None, float | None, float], None]


@dataclass
class Watch:
    """`seconds` of clock, or, where `work` is given, exactly that many steps whatever they take.

    `progress(value, bound, gap, share of the time)` is called at most every `every` seconds; `cancelled` is asked at
    each step.
    """

    seconds: float
    work: int | None = None
    progress: Progress | None = None
    cancelled: Callable[[], bool] | None = None
    every: float = 0.25
    done: int = 0
    was_cancelled: bool = False
    stopped: bool = False
    value: float | None = None
    bound: float | None = None
    begun: float = field(default_factory=perf_counter)
    told: float = 0.0

    def elapsed(self) -> float:
        return perf_counter() - self.begun

    def left(self) -> float:
        """Seconds until the clock ends the run; no end where `work` does."""
        return max(0.0, self.seconds - self.elapsed()) if self.work is None else float("inf")

    def count(self) -> bool:
        """A step has ended: does it count? False past the clock, and what the step found must then be dropped.

        The first step counts however late, so that every run has something to show. Ask `stopped` after each count.
        """
        if self.stopped:
            return False
        if self.work is None and self.done and self.elapsed() >= self.seconds:
            self.stopped = True
            return False
        self.done += 1
        self._tell()
        if self.cancelled is not None and self.cancelled():
            self.stopped = self.was_cancelled = True
        if self.work is not None and self.done >= self.work:
            self.stopped = True
        return True

    def expire(self) -> None:
        """A solver ended on the clock by itself: nothing counts after its last step."""
        self.stopped = True

    def saw(self, *, value: float | None = None, bound: float | None = None) -> None:
        """A better plan or a tighter bound is known."""
        if value is not None:
            self.value = value
        if bound is not None:
            self.bound = bound

    def _tell(self) -> None:
        now = self.elapsed()
        if self.progress is None or now - self.told < self.every:
            return
        self.told = now
        gap = None
        if self.value is not None and self.bound is not None and self.value > 0:
            gap = max(0.0, self.bound - self.value) / self.value
        share = now / self.seconds if self.work is None else self.done / self.work
        self.progress(self.value, self.bound, gap, min(1.0, share))
