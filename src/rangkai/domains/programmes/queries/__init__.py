"""What is read of programmes."""

from rangkai.domains.programmes.queries.facts import ProgrammeFact, owner_names, programme_facts
from rangkai.domains.programmes.queries.ties import FundingFact, OutputFact, RiskFact, TieFact

__all__ = [
    "FundingFact",
    "OutputFact",
    "ProgrammeFact",
    "RiskFact",
    "TieFact",
    "owner_names",
    "programme_facts",
]
