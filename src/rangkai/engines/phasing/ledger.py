"""A plan being written, with what is left of every fund and office: place, take out, and ask what stands in the way.

Knows nothing of bounds; the greedy solver, the polish after a solve and the reasons all read the same ledger.
"""

from collections.abc import Iterator

from rangkai.engines.phasing.problem import Problem, Programme, Start
from rangkai.engines.phasing.windows import Block, Windows


class Ledger:
    """Keeps funds, offices, predecessors and exclusions at every step; must, pins and coverage are the caller's."""

    def __init__(self, problem: Problem, windows: Windows, start: Start | None = None) -> None:
        self.problem = problem
        self.windows = windows
        self.start: dict[str, int | None] = {programme.id: None for programme in problem.programmes}
        self.left = {fund: list(ceilings) for fund, ceilings in problem.funds.items()}
        self.seats = {owner: list(most) for owner, most in problem.capacity.items()}
        self.followers: dict[str, list[str]] = {programme.id: [] for programme in problem.programmes}
        self.rivals: dict[str, list[str]] = {programme.id: [] for programme in problem.programmes}
        for programme in problem.programmes:
            for other in programme.after:
                self.followers[other].append(programme.id)
        for one, two in problem.pairs:
            self.rivals[one].append(two)
            self.rivals[two].append(one)
        for name, year in (start or {}).items():
            if year is not None:
                self.place(name, year)

    def place(self, name: str, year: int) -> None:
        """Write it in, unasked: whoever places must have asked `blocks` first."""
        self._move(self.problem.by_id[name], year, -1)
        self.start[name] = year

    def take_out(self, name: str) -> int | None:
        """Give back its money and seat; returns the year in which it stood."""
        year = self.start[name]
        if year is not None:
            self._move(self.problem.by_id[name], year, +1)
            self.start[name] = None
        return year

    def _move(self, programme: Programme, year: int, sign: int) -> None:
        at = year - self.problem.years[0]
        for fund, amounts in programme.costs.items():
            left = self.left[fund]
            for running, amount in enumerate(amounts):
                left[at + running] += sign * amount
        seats = self.seats[programme.owner]
        for running in range(programme.duration):
            seats[at + running] += sign

    def fits(self, name: str, year: int) -> bool:
        return next(self.blocks(name, year), None) is None

    def blocks(self, name: str, year: int) -> Iterator[Block]:
        """What keeps a programme that is out of the plan from starting in `year`, structural reasons first."""
        struck = self.windows.struck[name].get(year)
        if struck:
            yield struck
            return
        programme = self.problem.by_id[name]
        yield from self._relations(programme, year)
        at = year - self.problem.years[0]
        for fund, amounts in programme.costs.items():
            for running, amount in enumerate(amounts):
                if amount > self.left[fund][at + running]:
                    short = amount - self.left[fund][at + running]
                    yield Block("fund", fund, year + running, short)
        for running in range(programme.duration):
            if self.seats[programme.owner][at + running] < 1:
                yield Block("office", programme.owner, year + running)

    def _relations(self, programme: Programme, year: int) -> Iterator[Block]:
        for other in programme.after:
            begun = self.start[other]
            if begun is None:
                yield Block("after_out", other)
            elif begun + self.problem.by_id[other].duration > year:
                yield Block("after_late", other, begun + self.problem.by_id[other].duration - 1)
        for other in self.rivals[programme.id]:
            if self.start[other] is not None:
                yield Block("excluded", other)
        for other in self.followers[programme.id]:
            begins = self.start[other]
            if begins is not None and year + programme.duration > begins:
                yield Block("followed", other, begins)
