"""What changed in the records since an edition was printed."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Drift:
    """Refs of records that came, went, or bear another version than in the edition."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]

    @property
    def is_none(self) -> bool:
        return not (self.added or self.removed or self.changed)


def drift(printed: Mapping[str, int], now: Mapping[str, int]) -> Drift:
    """`printed` and `now` are ref → version."""
    return Drift(
        added=tuple(sorted(now.keys() - printed.keys())),
        removed=tuple(sorted(printed.keys() - now.keys())),
        changed=tuple(sorted(ref for ref in now.keys() & printed.keys() if now[ref] != printed[ref])),
    )
