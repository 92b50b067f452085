"""The parts of a book's facts: each says how many queries it makes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from rangkai.domains.books.queries.books import HAS_LEFT_OFFICE
from rangkai.domains.books.rules.facts import (
    DecisionFact,
    FundingPart,
    GoalFact,
    GoalPlanFacts,
    IssueFact,
    MeasureFact,
    NeedFact,
    OutputPart,
    PlaceFacts,
    ProgrammePart,
    RiskPart,
    ScenarioFact,
    TargetFact,
)
from rangkai.domains.books.rules.wording import quality_of
from rangkai.domains.goals.queries import GoalNode, cascade, plan_by_id, plan_in_force
from rangkai.domains.goals.rules import GoalLevel
from rangkai.domains.indicators.queries import IndicatorFact
from rangkai.domains.needs.models import Need
from rangkai.domains.needs.queries import issue_facts
from rangkai.domains.needs.rules.terms import Fate, NeedSource, NeedStatus
from rangkai.domains.organisations.queries import office_facts
from rangkai.domains.programmes.queries import ProgrammeFact
from rangkai.domains.programmes.rules.terms import ProgrammeKind, ProgrammeStatus
from rangkai.domains.regions.queries import AreaFact, RegionName
from rangkai.domains.regions.rules import AreaKind
from rangkai.domains.roadmap.models import Scenario
from rangkai.domains.roadmap.queries import decisions
from rangkai.domains.roadmap.rules.reading import Bar, Roadmap
from rangkai.domains.roadmap.rules.terms import ScenarioState
from rangkai.kit.messages import load

UNSEEN = "belum ikut dihitung: dicatat sesudah peta jalan dihitung"


def place_facts(region: RegionName, areas: Sequence[AreaFact]) -> PlaceFacts:
    """No query."""
    districts = sum(area.kind == AreaKind.KECAMATAN for area in areas)
    return PlaceFacts(region.code, region.name, districts, len(areas) - districts)


def goal_plan_facts(*, region_id: int, rpjmd_id: int | None, year: int) -> GoalPlanFacts | None:
    """The RPJMD of the masterplan, else the one in force in `year`; five queries."""
    plan = (
        plan_by_id(region_id=region_id, plan_id=rpjmd_id)
        if rpjmd_id is not None
        else plan_in_force(region_id=region_id, year=year)
    )
    if plan is None:
        return None
    tree = cascade(region_id=region_id, plan=plan)
    goals = tuple(goal for root in tree.roots for goal in _goals(root, 0))
    return GoalPlanFacts(
        tree.name, tree.legal_basis, tree.first_year, tree.last_year, tree.plan_version, goals
    )


def _goals(node: GoalNode, depth: int) -> list[GoalFact]:
    own = GoalFact(
        node.code,
        node.level,
        GoalLevel(node.level).label,
        node.text,
        depth,
        tuple(_measure(one) for one in node.measures),
    )
    return [own, *(goal for child in node.children for goal in _goals(child, depth + 1))]


def _measure(one: IndicatorFact) -> MeasureFact:
    years = tuple(TargetFact(year.year, year.target, year.actual) for year in one.years)
    return MeasureFact(one.ref, one.code, one.name, one.unit, one.direction, one.is_iku, years)


PLAIN = (
    "ref",
    "version",
    "updated_at",
    "is_example",
    "statement",
    "place",
    "source_kind",
    "source",
    "stated_on",
    "priority",
    "status",
    "fate",
    "fate_reason",
    "fate_year",
    "beneficiaries",
)
JOINED = {
    "area": "area_id",
    "office": "office__name",
    "office_short": "office__short_name",
    "dimension": "dimension__code",
    "subdimension": "subdimension__code",
    "issue": "issue__ref",
}
"""Field of NeedFact → column."""


def need_parts(
    *, region_id: int, areas: Sequence[AreaFact], programmes: Sequence[ProgrammeFact], zone: ZoneInfo
) -> tuple[NeedFact, ...]:
    """Every need that has left its office, by ref, with the programmes that answer it or its issue; one query."""
    places = _places(areas)
    by_need, by_issue = _answers(programmes)
    rows = Need.objects.live().filter(HAS_LEFT_OFFICE, region_id=region_id).order_by("ref")
    found = []
    for values in rows.values_list(*PLAIN, *JOINED.values()):
        row = dict(zip((*PLAIN, *JOINED), values, strict=True))
        village, kecamatan = places.get(row.pop("area"), ("", ""))
        row["updated_at"] = row["updated_at"].astimezone(zone)
        row["is_approved"] = row["status"] == NeedStatus.APPROVED
        for name, words in (("source_kind", NeedSource), ("status", NeedStatus), ("fate", Fate)):
            row[name] = words(row[name]).label
        for name in ("dimension", "subdimension", "issue"):
            row[name] = row[name] or ""
        answers = {*by_need.get(row["ref"], ()), *by_issue.get(row["issue"], ())}
        found.append(NeedFact(**row, village=village, kecamatan=kecamatan, programmes=tuple(sorted(answers))))
    return tuple(found)


def withheld_needs(*, region_id: int) -> int:
    """How many needs are still with their office; one query."""
    return Need.objects.live().filter(region_id=region_id).exclude(HAS_LEFT_OFFICE).count()


def _places(areas: Sequence[AreaFact]) -> dict[int, tuple[str, str]]:
    """Area id → (desa or kelurahan, kecamatan); a kecamatan has no desa."""
    names = {area.id: area.name for area in areas}
    return {
        area.id: (area.name, names.get(area.parent_id, "")) if area.parent_id else ("", area.name)
        for area in areas
    }


def _answers(programmes: Sequence[ProgrammeFact]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Refs of programmes by the ref of a need, and by that of an issue."""
    by_need: dict[str, list[str]] = {}
    by_issue: dict[str, list[str]] = {}
    for one in programmes:
        for ref in one.need_refs:
            by_need.setdefault(ref, []).append(one.ref)
        for ref in one.issue_refs:
            by_issue.setdefault(ref, []).append(one.ref)
    return by_need, by_issue


def issue_parts(*, region_id: int, dimensions: Mapping[int, str]) -> tuple[IssueFact, ...]:
    """One query."""
    return tuple(
        IssueFact(
            one.ref, one.name, dimensions.get(one.dimension_id or 0, ""), one.need_count, one.beneficiaries
        )
        for one in issue_facts(region_id=region_id)
    )


@dataclass(frozen=True)
class Names:
    """Short names of offices by id, labels of indicators by ref, and the time zone of the region."""

    offices: Mapping[int, str]
    measures: Mapping[str, str]
    zone: ZoneInfo


def names_of(*, region_id: int, goals: GoalPlanFacts | None, zone: ZoneInfo) -> Names:
    """Two queries."""
    offices = {one.id: one.short_name or one.name for one in office_facts(region_id=region_id)}
    measures = {one.ref: one.label for goal in (goals.goals if goals else ()) for one in goal.measures}
    return Names(offices, measures, zone)


def programme_parts(
    *, programmes: Sequence[ProgrammeFact], roadmap: Roadmap, names: Names
) -> tuple[ProgrammePart, ...]:
    """Programmes with their place in the roadmap, or why they have none; no query."""
    bars = {bar.ref: bar for bar in roadmap.bars}
    reasons = {out.ref: str(out.reason or "") for out in roadmap.left_out}
    return tuple(
        _programme(one, bars.get(one.ref), reasons.get(one.ref, UNSEEN), names) for one in programmes
    )


def _programme(one: ProgrammeFact, bar: Bar | None, reason: str, names: Names) -> ProgrammePart:
    if bar is not None:
        reason = str(bar.waits or "")
    return ProgrammePart(
        ref=one.ref,
        version=one.version,
        updated_at=one.updated_at.astimezone(names.zone),
        is_example=one.is_example,
        name=one.name,
        description=one.description,
        kind=ProgrammeKind(one.kind).label,
        status=ProgrammeStatus(one.status).label,
        is_approved=one.status == ProgrammeStatus.APPROVED,
        dimension=one.dimension,
        subdimension=one.subdimension,
        office=one.office,
        office_short=one.office_short,
        supporting=tuple(tie.name for tie in one.supporting),
        owner=one.owner_title,
        quick_win=one.quick_win,
        start=bar.start if bar else None,
        end=bar.end if bar else None,
        phase=bar.phase.value if bar and bar.phase else "",
        reason=reason,
        funding=_funding(one, names),
        outputs=tuple(OutputPart(o.text, o.quantity, o.unit, o.year) for o in one.outputs),
        risks=_risks(one),
        needs=one.need_refs,
        issues=one.issue_refs,
        goals=one.goal_codes,
        measures=tuple(names.measures.get(tie.code, tie.code) for tie in one.indicators),
    )


def _funding(one: ProgrammeFact, names: Names) -> tuple[FundingPart, ...]:
    return tuple(
        FundingPart(
            line.year,
            line.fund,
            names.offices.get(line.office_id, line.office),
            line.nomenclature_code,
            line.amount,
            line.document,
        )
        for line in one.funding
    )


def _risks(one: ProgrammeFact) -> tuple[RiskPart, ...]:
    return tuple(RiskPart(r.risk, r.cause, r.likelihood, r.impact, r.mitigation, r.owner) for r in one.risks)


def scenario_fact(scenario: Scenario | None, *, is_stale: bool, zone: ZoneInfo) -> ScenarioFact | None:
    """One query for its decision."""
    if scenario is None or scenario.solved_at is None:
        return None
    is_adopted = scenario.state == ScenarioState.ADOPTED
    made = decisions(region_id=scenario.region_id).filter(scenario=scenario).first() if is_adopted else None
    decision = None
    if made is not None:
        by = made.by_post.title if made.by_post else ""
        decision = DecisionFact(made.ref, made.decided_on, made.text, by, made.snapshot.sha256)
    return ScenarioFact(
        ref=scenario.ref,
        name=scenario.name,
        version=scenario.version,
        solved_at=scenario.solved_at.astimezone(zone),
        quality=quality_of(scenario.result),
        notes=tuple(str(load(note)) for note in scenario.result.get("notes", [])),
        is_adopted=is_adopted,
        is_stale=is_stale,
        decision=decision,
    )
