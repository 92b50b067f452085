"""Phases of a masterplan: pendek 1 year, menengah 5, panjang 10 (domain notes, masterplan §4.1); the years are data."""

from collections.abc import Sequence
from dataclasses import dataclass

from rangkai.lib.errors import N_, Problem
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


def phase_problems(phases: Sequence[PhaseFact], first_year: int, last_year: int) -> tuple[Problem, ...]:
    """Ends must rise, lie within the plan, and the last must be the plan's last year. Fields are the kinds."""
    found: list[Problem] = []
    before = first_year - 1
    for phase in phases:
        if phase.until <= before:
            message = N_(
                "%(phase)s harus berakhir sesudah %(year)s.", phase=N_(phase.kind.label), year=before
            )
            found.append(Problem(message, field=phase.kind))
        before = max(before, phase.until)
    if not phases or phases[-1].until != last_year:
        kind = phases[-1].kind if phases else PhaseKind.PANJANG
        found.append(
            Problem(
                N_("Jangka terakhir harus berakhir bersama rencana, yaitu %(year)s.", year=last_year),
                field=kind,
            )
        )
    return tuple(found)
