"""What is read of programmes."""

from rangkai.domains.programmes.queries.facts import ProgrammeFact, owner_names, programme_facts
from rangkai.domains.programmes.queries.lookups import fund_rows, programme_by_ref
from rangkai.domains.programmes.queries.ties import FundingFact, OutputFact, RiskFact, TieFact

__all__ = [
    "FundingFact",
    "OutputFact",
    "ProgrammeFact",
    "RiskFact",
    "TieFact",
    "fund_rows",
    "owner_names",
    "programme_by_ref",
    "programme_facts",
]
