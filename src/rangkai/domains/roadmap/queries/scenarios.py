"""Scenarios and everything the engine has to know of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from rangkai.domains.masterplans.queries import PlanFact, plan_facts
from rangkai.domains.programmes.queries import ProgrammeFact, programme_facts
from rangkai.domains.programmes.rules.terms import ProgrammeStatus
from rangkai.domains.roadmap.models import Capacity, Ceiling, Coverage, Pin, Placement, Scenario
from rangkai.domains.roadmap.rules.assembling import Candidate, Cost, CoverageWish, Setting
from rangkai.lib.errors import N_, Missing

PLACEABLE = (
    ProgrammeStatus.DRAFT,
    ProgrammeStatus.SUBMITTED,
    ProgrammeStatus.APPROVED,
    ProgrammeStatus.RETURNED,
)


@dataclass(frozen=True)
class ScenarioFacts:
    """One scenario gathered: what the engine needs, and the programmes as people know them."""

    plan: PlanFact
    setting: Setting
    programmes: tuple[ProgrammeFact, ...]
    candidates: tuple[Candidate, ...]
    capacities: Mapping[int, int]

    @property
    def by_ref(self) -> dict[str, ProgrammeFact]:
        return {p.ref: p for p in self.programmes}


def scenarios(*, region_id: int) -> QuerySet[Scenario]:
    """Live scenarios, the newest first."""
    rows: QuerySet[Scenario] = (
        Scenario.objects.live().filter(region_id=region_id).select_related("plan", "job")
    )
    return rows.order_by("-id")


def scenario_by_ref(*, region_id: int, ref: str) -> Scenario:
    """One query; raises Missing."""
    scenario = scenarios(region_id=region_id).filter(ref=ref).first()
    if scenario is None:
        raise Missing(N_("Skenario %(ref)s tidak ada.", ref=ref))
    return scenario


def ceilings_of(*, scenario: Scenario) -> dict[str, dict[int, int]]:
    """Fund code → year → rupiah; one query."""
    table: dict[str, dict[int, int]] = defaultdict(dict)
    rows = Ceiling.objects.live().filter(region_id=scenario.region_id, scenario=scenario)
    for code, year, amount in rows.order_by("fund__order", "year").values_list(
        "fund__code", "year", "amount"
    ):
        table[code][year] = amount
    return dict(table)


def capacity_of(*, scenario: Scenario) -> dict[int, int]:
    """Office id → programmes at once; one query."""
    rows = Capacity.objects.live().filter(region_id=scenario.region_id, scenario=scenario)
    return dict(rows.values_list("office_id", "at_once"))


def office_labels(*, programmes: Iterable[ProgrammeFact]) -> dict[int, str]:
    """Office id → the name that reasons use: the short one, with the code where two offices share it. No query."""
    names = {p.office_id: (p.office_short or p.office, p.office_code) for p in programmes}
    counts = Counter(name for name, _ in names.values())
    return {pk: name if counts[name] == 1 else f"{name} ({code})" for pk, (name, code) in names.items()}


def facts_of(*, scenario: Scenario, today: date) -> ScenarioFacts:
    """Everything, in a constant number of queries (18)."""
    plan = plan_facts(region_id=scenario.region_id, plan=scenario.plan)
    assert plan is not None  # noqa: S101 (the scenario has a plan)
    here = {"region_id": scenario.region_id, "scenario": scenario}
    programmes = programme_facts(region_id=scenario.region_id, today=today, statuses=PLACEABLE)
    labels = office_labels(programmes=programmes)
    capacities = capacity_of(scenario=scenario)
    pins = Pin.objects.live().filter(**here).values_list("programme__ref", "year")
    wishes = Coverage.objects.live().filter(**here)
    placed = Placement.objects.live().filter(**here).values_list("programme__ref", "start")
    setting = Setting(
        years=plan.years,
        phases=tuple((phase.kind.value, phase.until) for phase in plan.phases),
        ceilings=ceilings_of(scenario=scenario),
        capacity={labels[pk]: number for pk, number in capacities.items() if pk in labels},
        discount=scenario.discount,
        pins=dict(pins),
        coverage=tuple(
            CoverageWish(*row)
            for row in wishes.values_list("dimension__code", "quick_win", "at_least", "by_year")
        ),
        previous=dict(placed),
    )
    refs = {p.id: p.ref for p in programmes}
    return ScenarioFacts(
        plan, setting, programmes, tuple(_candidate(p, refs, labels) for p in programmes), capacities
    )


def _candidate(fact: ProgrammeFact, refs: Mapping[int, str], labels: Mapping[int, str]) -> Candidate:
    return Candidate(
        ref=fact.ref,
        value=fact.value,
        office=labels[fact.office_id],
        dimension=fact.dimension,
        costs=tuple(Cost(line.year, line.fund, line.amount) for line in fact.funding),
        earliest=fact.earliest,
        latest=fact.latest,
        must=fact.must,
        quick_win=fact.quick_win,
        after=tuple(refs[pk] for pk in fact.after if pk in refs),
        excludes=tuple(refs[pk] for pk in fact.excludes if pk in refs),
        areas=tuple(area.code for area in fact.areas),
    )


def suggested_ceilings(*, scenario: Scenario) -> dict[str, dict[int, int]]:
    """Ceilings of the newest other scenario of the plan, to begin from; one query for it, one for its rows."""
    other = scenarios(region_id=scenario.region_id).filter(plan=scenario.plan).exclude(pk=scenario.pk).first()
    return ceilings_of(scenario=other) if other else {}
