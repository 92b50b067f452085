"""What the page of a scenario shows, made of facts; words for numbers that have no more precision than they deserve."""

from dataclasses import dataclass
from typing import Any

from rangkai.domains.masterplans.queries import DimensionFact, dimensions
from rangkai.domains.masterplans.rules import PhaseKind
from rangkai.domains.roadmap.queries import ScenarioFacts, roadmap_of
from rangkai.domains.roadmap.rules.assembling import fingerprint
from rangkai.domains.roadmap.rules.gantt import Gantt, draw
from rangkai.domains.roadmap.rules.reading import Bar, FundYear, Roadmap
from rangkai.kit.messages import load
from rangkai.lib.errors import N_, Message
from rangkai.lib.numbers import format_number

BY_OFFICE = "pd"


@dataclass(frozen=True)
class FundRow:
    """A fund's row of the money table: one cell a year and the sums."""

    fund: str
    name: str
    cells: tuple[FundYear, ...]
    ceiling: int
    used: int


def pin_choices(ref: str, facts: ScenarioFacts) -> list[tuple[str, Message | int, bool]]:
    """(value, word, chosen) of the select that pins a programme: free, kept out, or one of the years."""
    pinned = ref in facts.setting.pins
    year = facts.setting.pins.get(ref)
    return [
        ("bebas", N_("bebas"), not pinned),
        ("keluar", N_("keluarkan"), pinned and year is None),
        *((str(y), y, pinned and year == y) for y in facts.plan.years),
    ]


def how_good(result: dict[str, Any]) -> Message:
    """The proven distance from the best plan, in words."""
    gap = result.get("gap")
    if result.get("status") == "optimal" or gap == 0:
        return N_("Terbukti susunan terbaik")
    if gap is None:
        return N_("Jarak dari yang terbaik belum terbukti")
    return N_("Paling jauh %(gap)s %% dari yang terbaik", gap=format_number(round(gap * 100, 1)))


def money_rows(roadmap: Roadmap, facts: ScenarioFacts) -> list[FundRow]:
    """Funds in their order, each with every year; a fund that has neither ceiling nor use is left out."""
    names = {line.fund: line.fund_name for p in facts.programmes for line in p.funding}
    by_fund: dict[str, list[FundYear]] = {}
    for cell in roadmap.money:
        by_fund.setdefault(cell.fund, []).append(cell)
    return [
        FundRow(
            fund,
            names.get(fund, fund),
            tuple(cells),
            sum(c.ceiling for c in cells),
            sum(c.used for c in cells),
        )
        for fund, cells in by_fund.items()
        if any(c.ceiling or c.used for c in cells)
    ]


def gantt_of(roadmap: Roadmap, facts: ScenarioFacts, by: str, known: tuple[DimensionFact, ...]) -> Gantt:
    """The drawing, by dimension (in the official order) or by office (by name)."""
    names = {d.code: d.name for d in known}

    def group(bar: Bar) -> str:
        return bar.office if by == BY_OFFICE else names.get(bar.dimension, bar.dimension)

    order = sorted({b.office for b in roadmap.bars}) if by == BY_OFFICE else [d.name for d in known]
    ends = {phase.until: PhaseKind(phase.kind).label for phase in facts.plan.phases}
    return draw(roadmap.bars, years=facts.plan.years, phase_ends=ends, group_of=group, order=order)


def scenario_context(scenario: Any, facts: ScenarioFacts, by: str) -> dict[str, object]:
    """Everything of the page; two queries beyond `facts`."""
    roadmap = roadmap_of(scenario=scenario, facts=facts)
    known = dimensions()
    clash = scenario.result.get("clash")
    return {
        "scenario": scenario,
        "facts": facts,
        "roadmap": roadmap,
        "gantt": gantt_of(roadmap, facts, by, known),
        "by": by,
        "phases": [
            (PhaseKind(p.kind).label, p.until, [(bar, pin_choices(bar.ref, facts)) for bar in bars])
            for p, bars in roadmap.by_phase(facts.plan.phases)
        ],
        "left_out": [(out, pin_choices(out.ref, facts)) for out in roadmap.left_out],
        "dimension_of": {d.code: d for d in known},
        "money": money_rows(roadmap, facts),
        "how_good": how_good(scenario.result),
        "total": sum(bar.total for bar in roadmap.bars),
        "value": scenario.result.get("value"),
        "stale": bool(scenario.inputs_sha256)
        and scenario.inputs_sha256 != fingerprint(facts.setting, facts.candidates),
        "never_solved": not scenario.inputs_sha256,
        "clash": [load(m) for m in clash["constraints"]] if clash else [],
        "mends": [load(m) for m in clash["mend"]] if clash else [],
        "notes": [load(m) for m in scenario.result.get("notes", [])],
    }
