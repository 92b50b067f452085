"""Everything that a book is printed from, gathered in a constant number of queries (about thirty)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from rangkai.domains.books.queries.parts import (
    goal_plan_facts,
    issue_parts,
    names_of,
    need_parts,
    place_facts,
    programme_parts,
    scenario_fact,
    withheld_needs,
)
from rangkai.domains.books.rules.facts import (
    BookFacts,
    DimensionPart,
    FundName,
    MoneyFact,
    PhaseEnd,
    PlanFacts,
    SubDimensionPart,
)
from rangkai.domains.masterplans.models import Masterplan
from rangkai.domains.masterplans.queries import PlanFact, dimensions, plan_facts
from rangkai.domains.programmes.queries import ProgrammeFact, fund_rows, programme_facts
from rangkai.domains.regions.queries import area_facts, region_names
from rangkai.domains.roadmap.queries import adopted_scenario, facts_of, roadmap_of
from rangkai.domains.roadmap.queries.scenarios import PLACEABLE
from rangkai.domains.roadmap.rules.assembling import fingerprint
from rangkai.domains.roadmap.rules.reading import Roadmap


@dataclass(frozen=True)
class _Planned:
    """The roadmap with what it was computed from; without a scenario, the programmes alone."""

    plan: PlanFact
    programmes: tuple[ProgrammeFact, ...]
    roadmap: Roadmap
    scenario: Any
    is_stale: bool


def book_facts(*, plan: Masterplan, at: datetime) -> BookFacts:
    """The plan as it stands; `at` is the moment of printing, shown in the time zone of the region."""
    region = region_names(ids=[plan.region_id])[0]
    zone = ZoneInfo(region.timezone)
    planned = _planned(plan, at.astimezone(zone))
    goals = goal_plan_facts(region_id=plan.region_id, rpjmd_id=plan.rpjmd_id, year=plan.first_year)
    known = dimensions()
    areas = area_facts(region_id=plan.region_id)
    codes = {one.id: one.code for one in known}
    return BookFacts(
        as_of=at.astimezone(zone),
        place=place_facts(region, areas),
        plan=_plan_part(planned.plan),
        goal_plan=goals,
        dimensions=_dimension_parts(known, planned.plan.strategies),
        needs=need_parts(region_id=plan.region_id, areas=areas, programmes=planned.programmes, zone=zone),
        withheld=withheld_needs(region_id=plan.region_id),
        issues=issue_parts(region_id=plan.region_id, dimensions=codes),
        programmes=programme_parts(
            programmes=planned.programmes,
            roadmap=planned.roadmap,
            names=names_of(region_id=plan.region_id, goals=goals, zone=zone),
        ),
        funds=tuple(FundName(fund.code, fund.name) for fund in fund_rows(region_id=plan.region_id)),
        money=tuple(MoneyFact(one.fund, one.year, one.ceiling, one.used) for one in planned.roadmap.money),
        scenario=scenario_fact(planned.scenario, is_stale=planned.is_stale, zone=zone),
    )


def _planned(plan: Masterplan, now: datetime) -> _Planned:
    scenario = adopted_scenario(region_id=plan.region_id)
    if scenario is None or scenario.plan_id != plan.pk:
        fact = plan_facts(region_id=plan.region_id, plan=plan)
        assert fact is not None  # noqa: S101 (the plan was given)
        rows = programme_facts(region_id=plan.region_id, today=now.date(), statuses=PLACEABLE)
        return _Planned(fact, rows, Roadmap((), (), ()), None, is_stale=False)
    facts = facts_of(scenario=scenario, today=now.date())
    stale = fingerprint(facts.setting, facts.candidates) != scenario.inputs_sha256
    found = roadmap_of(scenario=scenario, facts=facts)
    return _Planned(facts.plan, facts.programmes, found, scenario, stale)


def _plan_part(plan: PlanFact) -> PlanFacts:
    return PlanFacts(
        ref=plan.ref,
        version=plan.version,
        name=plan.name,
        vision=plan.vision,
        legal_basis=plan.legal_basis,
        first_year=plan.first_year,
        last_year=plan.last_year,
        phases=tuple(PhaseEnd(one.kind.value, one.kind.label, one.until) for one in plan.phases),
    )


def _dimension_parts(known: Iterable[Any], strategies: Mapping[int, str]) -> tuple[DimensionPart, ...]:
    return tuple(
        DimensionPart(
            one.code,
            one.name,
            one.gloss,
            one.colour,
            one.icon,
            tuple(
                SubDimensionPart(part.code, part.name, part.gloss, strategies.get(part.id, ""))
                for part in one.subdimensions
            ),
        )
        for one in known
    )
