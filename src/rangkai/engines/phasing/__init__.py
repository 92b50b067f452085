"""Phases programmes under ceilings by fund and year and capacity by office: the best plan, a bound, and the reasons.

`parse` reads the format, `solve` answers, `to_payload` writes the answer. `problem` holds the facts, `windows` what is
impossible alone, `model` the 0–1 programme, `solvers/` who solves it, `check` the independent reader, `explain` and
`clash` the reasons. The rule book is `docs/algorithms/phasing.md`.
"""

from rangkai.engines.phasing.parsing import parse
from rangkai.engines.phasing.problem import Coverage, Goal, Phase, Problem, Programme
from rangkai.engines.phasing.solution import Change, Clash, Mend, Solution, Status
from rangkai.engines.phasing.solving import solve, to_payload

__all__ = [
    "Change",
    "Clash",
    "Coverage",
    "Goal",
    "Mend",
    "Phase",
    "Problem",
    "Programme",
    "Solution",
    "Status",
    "parse",
    "solve",
    "to_payload",
]
