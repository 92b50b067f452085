"""Programmes, what pays for them, what they hang together with, and what may go wrong."""

from rangkai.domains.programmes.models.money import Fund, FundingLine, Nomenclature
from rangkai.domains.programmes.models.prior import PriorBook, PriorProgramme
from rangkai.domains.programmes.models.programme import (
    Programme,
    ProgrammeOutput,
    ProgrammeRisk,
    SupportingOffice,
)
from rangkai.domains.programmes.models.ties import (
    ProgrammeArea,
    ProgrammeGoal,
    ProgrammeIndicator,
    ProgrammeIssue,
    ProgrammeLink,
    ProgrammeNeed,
)

__all__ = [
    "Fund",
    "FundingLine",
    "Nomenclature",
    "PriorBook",
    "PriorProgramme",
    "Programme",
    "ProgrammeArea",
    "ProgrammeGoal",
    "ProgrammeIndicator",
    "ProgrammeIssue",
    "ProgrammeLink",
    "ProgrammeNeed",
    "ProgrammeOutput",
    "ProgrammeRisk",
    "SupportingOffice",
]
