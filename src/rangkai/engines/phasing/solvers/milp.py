"""The one place that starts HiGHS: a mixed 0–1 programme in, a loaded `Highs` out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from rangkai.engines.phasing.model import Model, scaled

FREE = float("inf")

type Numbers = tuple[Sequence[int], Sequence[float], float, float]


@dataclass
class Milp:
    """Columns from 0 to `uppers`; rows as (columns, coefficients, lower, upper). Maximised."""

    costs: list[float]
    uppers: list[float]
    integer: list[bool]
    rows: list[Numbers] = field(default_factory=list)
    offset: float = 0.0

    def column(self, cost: float, upper: float, *, integer: bool) -> int:
        """Add a column; returns its place."""
        self.costs.append(cost)
        self.uppers.append(upper)
        self.integer.append(integer)
        return len(self.costs) - 1


def milp_of(model: Model, offset: float = 0.0, *, relaxed: bool = False) -> Milp:
    """The model as HiGHS takes it, or its relaxation; money rows divided by their common divisor."""
    size = len(model.columns)
    rows: list[Numbers] = [(row.columns, *scaled(row)) for row in model.rows]
    return Milp(list(model.gains), [1.0] * size, [not relaxed] * size, rows, offset)


def loaded(milp: Milp, **options: float | str | bool) -> Any:
    """A `highspy.Highs` that holds the programme."""
    import highspy
    import numpy as np  # noqa: PLC0415 (pages that only read a plan do without)

    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(milp.costs), len(milp.rows)
    lp.sense_ = highspy.ObjSense.kMaximize
    lp.offset_ = milp.offset
    lp.col_cost_ = np.array(milp.costs, dtype=np.float64)
    lp.col_lower_, lp.col_upper_ = np.zeros(lp.num_col_), np.array(milp.uppers, dtype=np.float64)
    kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
    lp.integrality_ = [kinds[whole] for whole in milp.integer]
    lp.row_lower_ = np.array([lower for *_, lower, _ in milp.rows], dtype=np.float64)
    lp.row_upper_ = np.array([upper for *_, upper in milp.rows], dtype=np.float64)
    matrix = lp.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = np.cumsum([0, *(len(row[0]) for row in milp.rows)])
    matrix.index_ = np.array([place for row in milp.rows for place in row[0]], dtype=np.int32)
    matrix.value_ = np.array([number for row in milp.rows for number in row[1]], dtype=np.float64)
    return passed(lp, **options)


def passed(lp: Any, **options: float | str | bool) -> Any:
    """A silent, single-threaded `Highs` that holds an `HighsLp`."""
    highs = silent()
    for name, value in {"threads": 1, "parallel": "off", **options}.items():
        highs.setOptionValue(name, value)
    highs.passModel(lp)
    return highs


def silent() -> Any:
    """A `highspy.Highs` that writes nothing to standard output, not even its banner, which the constructor prints."""
    import highspy

    class Silent(highspy.Highs):
        def enableCallbacks(self) -> None:
            self.setOptionValue("output_flag", False)
            super().enableCallbacks()  # type: ignore[no-untyped-call]

    return Silent()  # type: ignore[no-untyped-call]
