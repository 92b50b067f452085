"""The model as columns of numbers, so that a part of it can be lifted out and solved while the rest stands still."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from rangkai.engines.phasing.model import Model, scaled
from rangkai.engines.phasing.solvers.milp import passed

type Floats = NDArray[np.float64]
type Places = NDArray[np.int64]


class Matrix:
    """Rows divided by their common divisors, stored column by column. Built once a solve; linear in its entries."""

    def __init__(self, model: Model) -> None:
        rows = [(row.columns, *scaled(row)) for row in model.rows]
        self.gains: Floats = np.array(model.gains)
        self.lower: Floats = np.array([lower for _, _, lower, _ in rows])
        self.upper: Floats = np.array([upper for *_, upper in rows])
        owner = np.repeat(np.arange(len(rows)), [len(columns) for columns, *_ in rows])
        column = np.array([place for columns, *_ in rows for place in columns], dtype=np.int64)
        number = np.array([number for _, numbers, *_ in rows for number in numbers], dtype=np.float64)
        order = np.lexsort((owner, column))
        self.column: Places = column[order]
        self.row: Places = owner[order]
        self.number: Floats = number[order]
        self.first: Places = np.searchsorted(self.column, np.arange(len(self.gains) + 1))

    def activity(self, point: Floats) -> Floats:
        """The left side of every row."""
        return np.bincount(self.row, weights=self.number * point[self.column], minlength=len(self.upper))

    def part(self, free: Places, point: Floats, **options: float | str | bool) -> Any:
        """A loaded `Highs` over the columns `free`, the others held where `point` has them, `point` as its start."""
        import highspy

        held = point.copy()
        held[free] = 0.0
        activity = self.activity(held)
        entries = np.concatenate([np.arange(self.first[place], self.first[place + 1]) for place in free])
        met, row = np.unique(self.row[entries], return_inverse=True)
        lengths = self.first[free + 1] - self.first[free]
        size = len(free)
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = size, len(met)
        lp.sense_ = highspy.ObjSense.kMaximize
        lp.col_cost_, lp.col_lower_, lp.col_upper_ = self.gains[free], np.zeros(size), np.ones(size)
        lp.integrality_ = [highspy.HighsVarType.kInteger] * size
        lp.row_lower_, lp.row_upper_ = self.lower[met] - activity[met], self.upper[met] - activity[met]
        lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        lp.a_matrix_.start_ = np.concatenate(([0], np.cumsum(lengths))).astype(np.int32)
        lp.a_matrix_.index_ = row.astype(np.int32)
        lp.a_matrix_.value_ = self.number[entries]
        highs = passed(lp, **options)
        start = highspy.HighsSolution()
        start.col_value = point[free]
        highs.setSolution(start)
        return highs
