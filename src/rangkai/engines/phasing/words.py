"""Years inside a sentence."""

from collections.abc import Iterable
from itertools import groupby


def spelled(years: Iterable[int]) -> str:
    """2027, 2029–2031."""
    runs = []
    for _, run in groupby(enumerate(sorted(years)), key=lambda placed: placed[1] - placed[0]):
        found = [year for _, year in run]
        runs.append(str(found[0]) if len(found) == 1 else f"{found[0]}–{found[-1]}")
    return ", ".join(runs)
