"""MinHash with banded LSH over words and pairs of words, as a peer: Broder 1997; 128 permutations in 32 bands of 4."""

import re
import zlib
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations, pairwise

import numpy as np
import numpy.typing as npt

PERMUTATIONS, BANDS, PRIME = 128, 32, (1 << 61) - 1

type Signatures = npt.NDArray[np.uint64]


def signatures(texts: Sequence[str], seed: int = 2027) -> Signatures:
    """n × 128: the least of each hash over the words and pairs of neighbouring words of a text."""
    rng = np.random.default_rng(seed)
    factors = rng.integers(1, 1 << 31, PERMUTATIONS, dtype=np.uint64)
    shifts = rng.integers(0, 1 << 31, PERMUTATIONS, dtype=np.uint64)
    rows = np.empty((len(texts), PERMUTATIONS), dtype=np.uint64)
    for position, text in enumerate(texts):
        words = re.findall(r"[a-z0-9]+", text.lower())
        parts = {zlib.crc32(part.encode()) for part in (*words, *map(" ".join, pairwise(words)))}
        hashes = np.array(sorted(parts) or [0], dtype=np.uint64)[:, None]
        rows[position] = ((hashes * factors + shifts) % np.uint64(PRIME)).min(axis=0)
    return rows


def likeness(
    rows: Signatures, left: npt.NDArray[np.int64], right: npt.NDArray[np.int64]
) -> npt.NDArray[np.float64]:
    """Estimated Jaccard of pairs of texts, 0 to 1."""
    return np.asarray((rows[left] == rows[right]).mean(axis=1), dtype=np.float64)


def colliding(rows: Signatures) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Pairs that agree in at least one band, each once."""
    width = PERMUTATIONS // BANDS
    found: set[tuple[int, int]] = set()
    for band in range(BANDS):
        buckets: dict[bytes, list[int]] = defaultdict(list)
        for position, part in enumerate(rows[:, band * width : (band + 1) * width]):
            buckets[part.tobytes()].append(position)
        for members in buckets.values():
            found.update(combinations(members, 2))
    pairs = np.array(sorted(found), dtype=np.int64).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1]
