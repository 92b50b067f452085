"""Why nothing fits: the fewest rules that cannot hold together, and the least change that lets every rule hold.

The clash is irreducible: leave any one of its rules out and the others can hold (QuickXplain over the rules of
`elastic`, each question a feasibility solve by HiGHS). Of each kind of mend — money, seats, years — it asks for the
least in total; where no kind suffices alone, for the least of all together, a seat or a year priced as a hundredth of
all the money there is; and always for the fewest musts, pins and coverage counts to let go, which never fails.
"""

import math
from collections.abc import Collection, Sequence
from typing import Any

from rangkai.engines.phasing.elastic import Elastic, Line, Rule
from rangkai.engines.phasing.problem import Problem
from rangkai.engines.phasing.solution import Change, Clash, Mend
from rangkai.engines.phasing.solvers.milp import FREE, Milp, loaded
from rangkai.engines.phasing.watch import Watch
from rangkai.lib.errors import N_, Message
from rangkai.lib.money import format_rupiah

MEASURED = ("money", "seats", "years")
AT_LEAST_SECONDS = 3.0


def clash_of(problem: Problem, watch: Watch) -> Clash:
    """For a problem that a solver has proven impossible. Takes what is left of the clock, and 3 s at least."""
    elastic = Elastic(problem)
    clock = Watch(max(watch.left(), AT_LEAST_SECONDS))
    oracle = _Oracle(elastic, clock)
    rules = _quick_explain(oracle, [], list(range(len(elastic.rules))), False)
    mends = [mend for kind in MEASURED if (mend := _mend(elastic, (kind,), clock))]
    if not mends and (mend := _mend(elastic, MEASURED, clock)):
        mends.append(mend)
    if mend := _mend(elastic, ("release",), clock):
        mends.append(mend)
    return Clash(
        constraints=tuple(elastic.rules[place].said for place in sorted(rules)),
        mend=tuple(mends),
        irreducible=not oracle.unsure,
    )


class _Oracle:
    """Can this set of rules hold together? One loaded model, its rows opened and closed."""

    def __init__(self, elastic: Elastic, clock: Watch) -> None:
        self.clock = clock
        self.unsure = False
        self.rows: list[tuple[int, int]] = []
        milp = _hard(elastic)
        for rule in elastic.rules:
            first = len(milp.rows)
            milp.rows += [_row(line) for line in rule.lines]
            self.rows.append((first, len(milp.rows)))
        self.bounds = [(lower, upper) for *_, lower, upper in milp.rows]
        self.highs = loaded(milp)

    def holds(self, places: Collection[int]) -> bool:
        """Where the clock ends first, "it can": the clash is then perhaps larger than it need be."""
        for place, (first, end) in enumerate(self.rows):
            for row in range(first, end):
                lower, upper = self.bounds[row] if place in places else (-FREE, FREE)
                self.highs.changeRowBounds(row, lower, upper)
        self.highs.setOptionValue("time_limit", self.highs.getRunTime() + self.clock.left())
        self.highs.run()
        status: str = self.highs.getModelStatus().name
        if status not in ("kOptimal", "kInfeasible"):
            self.unsure = True
        return status != "kInfeasible"


def _quick_explain(oracle: _Oracle, fixed: list[int], able: list[int], check: bool) -> list[int]:
    """The members of an irreducible clash within `able`, `fixed` held throughout (Junker 2004)."""
    if check and not oracle.holds({*fixed}):
        return []
    if len(able) == 1:
        return able
    half = len(able) // 2
    left, right = able[:half], able[half:]
    from_right = _quick_explain(oracle, fixed + left, right, bool(left))
    from_left = _quick_explain(oracle, fixed + from_right, left, bool(from_right))
    return from_left + from_right


def _hard(elastic: Elastic) -> Milp:
    """Each programme starts once at most; nothing is worth anything.

    One column more than the starts, as HiGHS looks at no row of a model without columns.
    """
    size = elastic.width + 1
    milp = Milp([0.0] * size, [1.0] * size, [True] * size)
    for columns in elastic.of.values():
        places = [place for place, _ in columns]
        milp.rows.append((places, [1.0] * len(places), -FREE, 1.0))
    return milp


def _row(line: Line) -> tuple[list[int], list[float], float, float]:
    """In whole units of the greatest common divisor, so that HiGHS keeps its arithmetic exact."""
    unit = _unit(line)
    lower = -FREE if line.lower is None else float(-(-line.lower // unit))
    upper = FREE if line.upper is None else float(line.upper // unit)
    return [place for place, _ in line.terms], [number / unit for _, number in line.terms], lower, upper


def _unit(line: Line) -> int:
    return math.gcd(*(number for _, number in line.terms)) or 1


def _mend(elastic: Elastic, kinds: Sequence[str], clock: Watch) -> Mend | None:
    """The least bending of these kinds that lets all hold; None where they do not suffice, or time ends first."""
    milp = _hard(elastic)
    for rule in elastic.rules:
        bends = rule.bends in kinds
        price = _price(elastic.problem, rule.bends) if len(kinds) > 1 else 1.0
        for line in rule.lines:
            columns, numbers, lower, upper = _row(line)
            if bends:
                unit = _unit(line)
                slack = milp.column(
                    -unit * price * (1e-6 if kinds == ("money",) else 1.0), FREE, integer=False
                )
                upper = upper if line.upper is None else line.upper / unit
                columns, numbers = [*columns, slack], [*numbers, 1.0 if line.upper is None else -1.0]
            milp.rows.append((columns, numbers, lower, upper))
    highs = loaded(milp, mip_rel_gap=0.0, time_limit=clock.left())
    highs.run()
    if highs.getInfo().primal_solution_status != 2:
        return None
    values = highs.getSolution().col_value
    chosen = {place for place in range(elastic.width) if values[place] > 0.5}
    bent = [
        (rule, short) for rule in elastic.rules if (short := sum(line.short(chosen) for line in rule.lines))
    ]
    return Mend(
        kind=kinds[0] if len(kinds) == 1 else "together",
        changes=tuple(Change(rule.subject, rule.year, short) for rule, short in bent),
        message=_said(bent),
        least=highs.getModelStatus().name == "kOptimal",
    )


def _price(problem: Problem, kind: str) -> float:
    """What one unit weighs where kinds are mixed: all the money there is weighs 100 seats or years."""
    if kind != "money":
        return 1.0
    return 100.0 / max(1, sum(map(sum, problem.funds.values())))


def _said(bent: Sequence[tuple[Rule, int]]) -> Message:
    said = [_change(rule, short) for rule, short in bent]
    whole = said[0]
    for sentence in said[1:]:
        whole = N_("%(one)s; %(two)s", one=whole, two=sentence)
    return whole


def _change(rule: Rule, short: int) -> Message:
    places: dict[str, Any] = {"subject": rule.subject, "year": rule.year, "short": short}
    if rule.bends == "money":
        return N_("pagu %(subject)s %(year)s kurang %(short)s", **{**places, "short": format_rupiah(short)})
    if rule.bends == "seats":
        return N_("kapasitas %(subject)s %(year)s kurang %(short)s program", **places)
    if rule.bends == "years":
        return N_("jendela mulai program %(subject)s perlu dilonggarkan %(short)s tahun", **places)
    return N_("lepaskan %(short)s dari syarat “%(rule)s”", short=short, rule=rule.said)
