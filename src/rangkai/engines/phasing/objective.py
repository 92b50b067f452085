"""What a plan is worth: discounted value, less the price of the soft goals that it misses."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from rangkai.engines.phasing.problem import Problem, Start


@dataclass(frozen=True)
class Objective:
    """The number that solvers raise: `offset` plus, for each programme placed, `gains[id][years waited]`."""

    problem: Problem

    @cached_property
    def kept(self) -> float:
        """Points lost for each programme that does not start in the year last promised (goal `keep_previous`)."""
        return math.fsum(goal.weight for goal in self.problem.goals if goal.kind == "keep_previous")

    @cached_property
    def promised(self) -> Mapping[str, int]:
        """Of the previous plan, the promises that still concern this problem."""
        return {
            name: year
            for name, year in self.problem.previous.items()
            if year is not None and name in self.problem.by_id
        }

    @cached_property
    def offset(self) -> float:
        return -self.kept * len(self.promised) if self.kept else 0.0

    @cached_property
    def gains(self) -> Mapping[str, tuple[float, ...]]:
        """Points by programme and by year of the plan (0 = the first)."""
        return {
            programme.id: tuple(
                self.problem.worth(programme, year)
                + (self.kept if self.promised.get(programme.id) == year else 0.0)
                for year in self.problem.years
            )
            for programme in self.problem.programmes
        }

    def value(self, start: Start) -> float:
        """Discounted value alone, without goals."""
        return math.fsum(
            self.problem.worth(self.problem.by_id[name], year)
            for name, year in start.items()
            if year is not None
        )

    def of(self, start: Start) -> float:
        broken = sum(start.get(name) != year for name, year in self.promised.items())
        return self.value(start) - self.kept * broken
