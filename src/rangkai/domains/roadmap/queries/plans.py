"""The plan a scenario holds, as pages and books show it."""

from django.db.models import QuerySet

from rangkai.domains.programmes.queries import ProgrammeFact
from rangkai.domains.roadmap.models import Decision, Placement, Scenario
from rangkai.domains.roadmap.queries.scenarios import ScenarioFacts, scenarios
from rangkai.domains.roadmap.rules.assembling import Cost, relative_costs
from rangkai.domains.roadmap.rules.reading import Bar, LeftOut, Roadmap, money_of, moved_costs, phase_kind
from rangkai.domains.roadmap.rules.terms import ScenarioState
from rangkai.kit.messages import load
from rangkai.lib.errors import Message


def placements_of(*, scenario: Scenario) -> list[tuple[str, int | None, Message | None]]:
    """(programme ref, start year or None, reason) in the order of start; one query."""
    rows = Placement.objects.live().filter(region_id=scenario.region_id, scenario=scenario)
    found = rows.order_by("start", "programme__ref").values_list("programme__ref", "start", "reason")
    return [(ref, start, load(reason) if reason else None) for ref, start, reason in found]


def roadmap_of(*, scenario: Scenario, facts: ScenarioFacts) -> Roadmap:
    """Placements joined with today's programmes; one query beyond `facts`. A programme deleted since is left out."""
    known = facts.by_ref
    bars: list[Bar] = []
    out: list[LeftOut] = []
    for ref, start, reason in placements_of(scenario=scenario):
        programme = known.get(ref)
        if programme is None:
            continue
        if start is None:
            out.append(
                LeftOut(ref, programme.name, programme.dimension, programme.office, reason, programme.total)
            )
        else:
            bars.append(_bar(programme, start, reason, facts))
    order = {p.ref: position for position, p in enumerate(facts.programmes)}
    bars.sort(key=lambda bar: (bar.start, order[bar.ref]))
    return Roadmap(tuple(bars), tuple(out), money_of(bars, facts.setting.ceilings, facts.plan.years))


def _bar(programme: ProgrammeFact, start: int, reason: Message | None, facts: ScenarioFacts) -> Bar:
    costs = relative_costs(Cost(line.year, line.fund, line.amount) for line in programme.funding)
    duration = max((len(years) for years in costs.values()), default=1)
    return Bar(
        ref=programme.ref,
        name=programme.name,
        dimension=programme.dimension,
        office=programme.office,
        start=start,
        end=start + duration - 1,
        phase=phase_kind(start, facts.plan.phases),
        quick_win=programme.quick_win,
        costs=moved_costs(costs, start),
        waits=reason,
    )


def adopted_scenario(*, region_id: int) -> Scenario | None:
    """The scenario in force; without one, the newest that was solved; None without any."""
    rows = scenarios(region_id=region_id)
    adopted = rows.filter(state=ScenarioState.ADOPTED).first()
    return adopted or rows.filter(state=ScenarioState.SOLVED).order_by("-solved_at").first()


def decisions(*, region_id: int) -> QuerySet[Decision]:
    """Decisions, newest first."""
    rows: QuerySet[Decision] = Decision.objects.live().filter(region_id=region_id)
    return rows.select_related("scenario", "by_post", "snapshot").order_by("-decided_on", "-id")
