"""Fills what a plan leaves free: starts earlier whatever can, brings in whatever still fits, and never loses value.

After it, each programme that waits or is out has something in its way, which `explain` names.
"""

from rangkai.engines.phasing.ledger import Ledger
from rangkai.engines.phasing.objective import Objective


def best_year(ledger: Ledger, objective: Objective, name: str, by: int) -> int | None:
    """The start of most gain, no later than `by`, that fits now; the earliest among equals."""
    first = ledger.problem.years[0]
    gains = objective.gains[name]
    fitting = (year for year in ledger.windows.options[name] if year <= by and ledger.fits(name, year))
    return max(fitting, key=lambda year: (gains[year - first], -year), default=None)


def polish(ledger: Ledger, objective: Objective) -> None:
    """Repeat until nothing moves: every move starts earlier or adds gain, so it ends."""
    order = sorted(
        (programme.id for programme in ledger.problem.programmes),
        key=lambda name: -max(objective.gains[name]),
    )
    moved = True
    while moved:
        moved = False
        for name in order:
            moved |= _advance(ledger, objective, name)


def _advance(ledger: Ledger, objective: Objective, name: str) -> bool:
    first = ledger.problem.years[0]
    gains = objective.gains[name]
    was = ledger.start[name]
    if was is None:
        year = best_year(ledger, objective, name, ledger.problem.years[-1])
        if year is None or not gains[year - first]:
            return False
        ledger.place(name, year)
        return True
    if was == ledger.windows.options[name][0]:
        return False
    ledger.take_out(name)
    year = best_year(ledger, objective, name, was)
    better = year is not None and gains[year - first] >= gains[was - first]
    ledger.place(name, year if better and year is not None else was)
    return better and year != was
