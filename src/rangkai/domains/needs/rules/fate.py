"""What becomes of a need: every answer but "belum diputuskan" carries a reason that its proposer can read."""

from rangkai.domains.needs.rules.terms import Fate
from rangkai.lib.errors import N_, Problem

YEARS = range(2000, 2101)


def fate_problems(fate: Fate, reason: str, year: int | None) -> list[Problem]:
    """What is missing for this fate; `year` is when it will be met, where one is named."""
    problems = []
    if fate is not Fate.OPEN and not reason.strip():
        problems.append(
            Problem(N_("Tulis alasannya, agar pengusul mengerti nasib usulannya."), field="fate_reason")
        )
    if year is not None and year not in YEARS:
        problems.append(Problem(N_("Tahun %(year)s di luar 2000–2100.", year=year), field="fate_year"))
    return problems
