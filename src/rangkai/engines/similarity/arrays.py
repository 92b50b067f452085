"""Small operations on arrays that the rest of the engine speaks in."""

from collections.abc import Hashable, Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

type Ints = npt.NDArray[np.int64]
type Floats = npt.NDArray[np.float64]
type Flags = npt.NDArray[np.bool_]


def codes(values: Iterable[Hashable]) -> Ints:
    """A number for each distinct value in order of appearance, from 1; 0 for an empty value."""
    seen: dict[Hashable, int] = {}
    return np.array(
        [seen.setdefault(value, len(seen) + 1) if value else 0 for value in values], dtype=np.int64
    )


def row_products(left: Any, right: Any) -> Floats:
    """Dot product of each row with its counterpart; two sparse matrices of one shape."""
    return np.asarray(left.multiply(right).sum(axis=1), dtype=np.float64).ravel()


def row_sums(matrix: Any) -> Floats:
    return np.asarray(matrix.sum(axis=1), dtype=np.float64).ravel()


def share(part: Floats, whole: Floats) -> Floats:
    """part / whole, 0 where there is nothing."""
    return np.divide(part, whole, out=np.zeros(len(whole)), where=whole > 0)


def overlap(left: Ints, right: Ints) -> Floats:
    """How much two sets of numbers (bit masks) share, 0 to 1 (Jaccard)."""
    both = np.bitwise_count(left & right).astype(np.float64)
    return share(both, np.bitwise_count(left | right).astype(np.float64))
