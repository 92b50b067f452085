"""Which programmes to set free together, so that a small exact solve may find a better plan around the present one.

The gap between plan and relaxation is, exactly, the sum of two things: what each column chosen costs by its reduced
cost, and what each row leaves unused times its price. The kinds `unlike` and `slack` go where that gap is; the others
keep the search from going round in circles.
"""

import random
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from rangkai.engines.phasing.model import Model
from rangkai.engines.phasing.problem import Problem
from rangkai.engines.phasing.solvers.matrix import Floats, Matrix, Places
from rangkai.engines.phasing.solvers.relaxation import Relaxation


class Neighbourhoods:
    """Picks of about so many programmes, by kind. All chance comes from `draw`."""

    def __init__(self, problem: Problem, model: Model, matrix: Matrix, relaxation: Relaxation) -> None:
        self.problem = problem
        self.model = model
        self.matrix = matrix
        self.relaxation = relaxation
        self.names = tuple(dict.fromkeys(name for name, _ in model.columns))
        number = {name: place for place, name in enumerate(self.names)}
        self.of: Places = np.array([number[name] for name, _ in model.columns], dtype=np.int64)
        self.first: Places = np.searchsorted(self.of, np.arange(len(self.names) + 1))
        self.liked = relaxation.reduced > -0.2 * float(np.median(matrix.gains))
        self.kinds: Mapping[str, Callable[[Floats, int, random.Random], Sequence[int]]] = {
            "slack": self.slack,
            "unlike": self.unlike,
            "year": self.year,
            "fund": self.fund,
            "office": self.office,
            "any": self.any,
        }

    def columns(self, chosen: Sequence[int]) -> Places:
        """All columns of the programmes picked, ascending."""
        return np.concatenate([np.arange(self.first[one], self.first[one + 1]) for one in sorted(chosen)])

    def slack(self, point: Floats, size: int, draw: random.Random) -> Sequence[int]:
        """Around one row, drawn by the value that lies unused in it, the programmes most unlike the relaxation."""
        unused = np.where(
            np.isfinite(self.matrix.upper), self.matrix.upper - self.matrix.activity(point), 0.0
        )
        weight = np.maximum(unused * self.relaxation.duals, 0.0) + 1e-9
        (row,) = draw.choices(range(len(weight)), weight.tolist())
        touched = [place for place in self.model.rows[row].columns if self.liked[place]]
        near = np.zeros(len(self.names))
        near[self.of[touched]] = 1.0
        return self._top(near + self._distance(point, np.maximum), size, draw)

    def unlike(self, point: Floats, size: int, draw: random.Random) -> Sequence[int]:
        """The programmes whose place in the plan is most unlike the relaxation's."""
        return self._top(self._distance(point, np.add), size, draw)

    def year(self, point: Floats, size: int, draw: random.Random) -> Sequence[int]:
        """Half of them running about one year, half of them out."""
        year = draw.choice(self.problem.years)
        running, out = [], []
        for place, begun in enumerate(self._years(point)):
            if begun is None:
                out.append(place)
            elif begun <= year + 1 and begun + self._duration(place) > year:
                running.append(place)
        half = min(len(running), size // 2)
        return draw.sample(running, half) + draw.sample(out, min(len(out), size - half))

    def fund(self, point: Floats, size: int, draw: random.Random) -> Sequence[int]:
        """Those that draw on one fund."""
        fund = draw.choice(sorted(self.problem.funds) or [""])
        by_id = self.problem.by_id
        able = [place for place, name in enumerate(self.names) if fund in by_id[name].costs]
        return draw.sample(able, min(len(able), size))

    def office(self, point: Floats, size: int, draw: random.Random) -> Sequence[int]:
        """Those of a few offices, whole."""
        by_id = self.problem.by_id
        offices = draw.sample(sorted(self.problem.capacity), len(self.problem.capacity))
        rank = {office: order for order, office in enumerate(offices)}
        ranked = sorted(range(len(self.names)), key=lambda place: rank[by_id[self.names[place]].owner])
        return ranked[: size // 2]

    def any(self, point: Floats, size: int, draw: random.Random) -> Sequence[int]:
        """Anyone."""
        return draw.sample(range(len(self.names)), min(len(self.names), size))

    def _distance(self, point: Floats, gather: np.ufunc) -> Floats:
        apart = np.abs(self.relaxation.shares - point)
        return np.asarray(gather.reduceat(apart, self.first[:-1]), dtype=np.float64)

    def _top(self, score: Floats, size: int, draw: random.Random) -> Sequence[int]:
        shaken = score + 0.6 * np.array([draw.random() for _ in score])
        return [int(place) for place in np.argsort(-shaken, kind="stable")[:size]]

    def _years(self, point: Floats) -> list[int | None]:
        years: list[int | None] = [None] * len(self.names)
        for place in np.flatnonzero(point > 0.5):
            years[self.of[place]] = self.model.columns[place][1]
        return years

    def _duration(self, place: int) -> int:
        return self.problem.by_id[self.names[place]].duration
