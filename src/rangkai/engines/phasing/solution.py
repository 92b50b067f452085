"""The answer: a plan, how good it is proven to be, and a reason for whatever is not where its owner would want it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rangkai.lib.errors import Message


class Status(StrEnum):
    """What is known of the plan when the solve ends."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Change:
    """So much more of something: rupiah, seats, years or programmes, by the kind of the mend."""

    subject: str
    year: int | None
    amount: int


@dataclass(frozen=True)
class Mend:
    """One way out, of one kind: its changes together suffice, and are the least of that kind unless `least` is False.

    `kind` is money, seats, years, together (those three at once) or release (musts, pins, coverage counts let go).
    """

    kind: str
    changes: tuple[Change, ...]
    message: Message
    least: bool = True


@dataclass(frozen=True)
class Clash:
    """Constraints that cannot hold together, and ways to mend it. Irreducible: leave one out and the rest can hold."""

    constraints: tuple[Message, ...]
    mend: tuple[Mend, ...]
    irreducible: bool = True


@dataclass(frozen=True)
class Solution:
    """`start` names every programme; `why` every one that is out or waits. `objective` is None without a plan.

    `bound` is an upper bound on any plan's objective; `gap` = (bound − objective) / objective, None where the objective
    is not positive. `seconds` excludes process start. `work` given to `solve` replays the run exactly.
    """

    status: Status
    objective: float | None
    value: float | None
    bound: float | None
    seconds: float
    solver: str
    start: Mapping[str, int | None]
    why: Mapping[str, Message] = field(default_factory=dict)
    work: int = 0
    seed: int = 0
    clash: Clash | None = None
    notes: tuple[Message, ...] = ()

    @property
    def gap(self) -> float | None:
        if self.objective is None or self.bound is None:
            return None
        if self.bound <= self.objective:
            return 0.0
        return (self.bound - self.objective) / self.objective if self.objective > 0 else None
