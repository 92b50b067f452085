"""Phases of a masterplan: pendek 1 year, menengah 5, panjang 10 (domain notes, masterplan §4.1); the years are data."""

from collections.abc import Sequence
from dataclasses import dataclass

from rangkai.lib.terms import Term


class PhaseKind(Term):
    """Jangka."""

    PENDEK = "pendek", "Jangka pendek"
    MENENGAH = "menengah", "Jangka menengah"
    PANJANG = "panjang", "Jangka panjang"


YEARS: dict[PhaseKind, int] = {PhaseKind.PENDEK: 1, PhaseKind.MENENGAH: 5, PhaseKind.PANJANG: 10}


@dataclass(frozen=True)
class PhaseFact:
    """A phase holds the years from the one after the previous phase's end up to `until`, inclusive."""

    kind: PhaseKind
    until: int


def usual_phases(first_year: int, *, rpjmd_last_year: int | None = None) -> tuple[PhaseFact, ...]:
    """The three phases from `first_year`; the end of menengah follows the RPJMD when that lies between the others."""
    ends = {kind: first_year + years - 1 for kind, years in YEARS.items()}
    if rpjmd_last_year is not None and ends[PhaseKind.PENDEK] < rpjmd_last_year < ends[PhaseKind.PANJANG]:
        ends[PhaseKind.MENENGAH] = rpjmd_last_year
    return tuple(PhaseFact(kind, end) for kind, end in ends.items())


def phase_of(year: int, phases: Sequence[PhaseFact]) -> PhaseFact | None:
    """The phase that holds `year`: the first whose end is not before it."""
    return next((phase for phase in sorted(phases, key=lambda p: p.until) if year <= phase.until), None)
