"""Small problems with fixed meaning, and a solver by brute force."""

from itertools import product
from typing import Any

from rangkai.engines.phasing import Problem, Programme
from rangkai.engines.phasing.check import violations
from rangkai.engines.phasing.objective import Objective

YEARS = (2027, 2028, 2029)
MILLION = 1_000_000


def programme(name: str = "A", **given: Any) -> Programme:
    """One year, ten points, one million of PAD, office Kominfo."""
    return Programme(**{"id": name, "value": 10.0, "owner": "Kominfo", "costs": {"PAD": (MILLION,)}, **given})


def problem(*programmes: Programme, **given: Any) -> Problem:
    """Three years, a PAD of two million a year, and an office that runs two programmes at once."""
    return Problem(
        **{
            "years": YEARS,
            "funds": {"PAD": (2 * MILLION,) * 3},
            "capacity": {"Kominfo": (2, 2, 2)},
            "programmes": programmes,
            "discount": 0.1,
            **given,
        }
    )


def payload(**given: Any) -> dict[str, Any]:
    """The JSON of a problem with one programme."""
    return {
        "years": list(YEARS),
        "phases": [{"name": "pendek", "until": 2027}, {"name": "menengah", "until": 2029}],
        "funds": {"PAD": [2 * MILLION] * 3},
        "capacity": {"Kominfo": [2, 2, 2]},
        "discount": 0.1,
        "programmes": [row()],
        "coverage": [],
        **given,
    }


def row(name: str = "A", **given: Any) -> dict[str, Any]:
    """The JSON of one programme."""
    return {
        "id": name,
        "value": 10,
        "dimension": "governance",
        "owner": "Kominfo",
        "costs": {"PAD": [MILLION]},
        "earliest": None,
        "latest": None,
        "must": False,
        "quick_win": False,
        "after": [],
        "excludes": [],
        "areas": [],
        **given,
    }


def best_by_hand(problem: Problem) -> float | None:
    """The optimum by trying every plan; None where no plan keeps every constraint."""
    names = [programme.id for programme in problem.programmes]
    objective = Objective(problem)
    plans = (
        dict(zip(names, years, strict=True)) for years in product((None, *problem.years), repeat=len(names))
    )
    return max((objective.of(plan) for plan in plans if not violations(problem, plan)), default=None)
