"""Goals, plan, needs, programmes and a solved scenario of the example workspace, in the order of the chain."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from rangkai.domains.goals.actions import NewGoal, NewMeasure, NewPlan, create_plan, save_cascade
from rangkai.domains.goals.queries import cascade, plan_by_id
from rangkai.domains.goals.rules import GoalLevel
from rangkai.domains.indicators.actions import NewIndicator
from rangkai.domains.indicators.rules import Direction
from rangkai.domains.masterplans.actions import NewDimension, NewMasterplan, load_dimensions, write_strategy
from rangkai.domains.masterplans.actions import create_plan as create_masterplan
from rangkai.domains.masterplans.queries import dimensions
from rangkai.domains.masterplans.rules import PhaseFact, PhaseKind
from rangkai.domains.needs.actions import NewNeed, create_needs
from rangkai.domains.needs.rules.terms import NeedSource, NeedStatus
from rangkai.domains.regions.queries import area_facts
from rangkai.kit.policies import Actor
from rangkai.surfaces.examples.sheets import data, day, is_example, number, reference
from rangkai.surfaces.examples.staff import Staff

IKU_YEARS = range(2025, 2030)
RPJMD = NewPlan(
    "RPJMD Kabupaten Mojokerto 2025–2029",
    2025,
    2029,
    legal_basis="Perda Kabupaten Mojokerto Nomor 6 Tahun 2025",
)


@dataclass(frozen=True)
class Frame:
    """Ids by the codes that the tables use."""

    dimensions: Mapping[str, int]
    subdimensions: Mapping[str, int]
    goals: Mapping[str, int]
    indicators: Mapping[str, int]


def fill_frame(actor: Actor) -> tuple[dict[str, int], dict[str, int]]:
    """The six dimensions and eighteen sub-dimensions; code → id of each."""
    frame = [
        NewDimension(
            row["code"],
            row["name"],
            row["name_en"],
            int(row["order"]),
            row["parent"],
            row["colour"],
            row["icon"],
            row["gloss"],
        )
        for row in reference("dimensions")
    ]
    load_dimensions(actor, frame=frame, source="Laporan Evaluasi Smart City 2023")
    known = dimensions()
    return {d.code: d.id for d in known}, {s.code: s.id for d in known for s in d.subdimensions}


def fill_plan(actor: Actor, *, staff: Staff, today: date) -> Frame:
    """RPJMD with its cascade and IKU, and the masterplan with phases and strategies."""
    heads, parts = fill_frame(actor)
    rpjmd = create_plan(actor, plan=RPJMD)
    save_cascade(actor, plan=rpjmd, goals=_goals(), measures=_measures(staff), today=today)
    tree = cascade(region_id=actor.region_id, plan=plan_by_id(region_id=actor.region_id, plan_id=rpjmd.pk))
    goals = {node.code: node.id for node in tree.walk()}
    indicators = {measure.code: measure.id for node in tree.walk() for measure in node.measures}
    facts = {(row["part"], row["name"]): row["value"] for row in data("masterplan")}
    phases = tuple(PhaseFact(kind, int(facts["phase", kind])) for kind in PhaseKind)
    plan = create_masterplan(
        actor,
        plan=NewMasterplan(
            facts["plan", "name"],
            int(facts["plan", "first_year"]),
            int(facts["plan", "last_year"]),
            phases,
            vision=facts["plan", "vision"],
            legal_basis=facts["plan", "legal_basis"],
            rpjmd_id=rpjmd.pk,
            is_example=True,
        ),
        today=today,
    )
    for row in data("strategies"):
        write_strategy(
            actor,
            plan=plan,
            subdimension_id=parts[row["subdimension"]],
            version=0,
            text=row["text"],
            is_example=True,
        )
    return Frame(heads, parts, goals, indicators)


def _goals() -> list[NewGoal]:
    return [
        NewGoal(row["code"], GoalLevel(row["level"]), row["text"], row["parent"], is_example=is_example(row))
        for row in reference("goals_contoh")
        if row["level"] != "iku"
    ]


def _measures(staff: Staff) -> list[NewMeasure]:
    return [
        NewMeasure(
            row["parent"],
            NewIndicator(
                row["text"],
                code=row["code"],
                unit=row["unit"],
                direction=Direction(row["direction"]),
                is_iku=True,
                office_id=staff.offices.get(row["office"]),
                source=row["source"],
                targets={y: Decimal(row[f"target_{y}"]) for y in IKU_YEARS if row[f"target_{y}"]},
                actuals={int(row["baseline_year"]): Decimal(row["baseline"])} if row["baseline"] else {},
                is_example=is_example(row),
            ),
        )
        for row in reference("goals_contoh")
        if row["level"] == "iku"
    ]


def fill_needs(
    actor: Actor, *, staff: Staff, frame: Frame, services: Mapping[str, int], today: date
) -> dict[str, int]:
    """Every example need, approved by its office; key → id."""
    areas = {area.code: area.id for area in area_facts(region_id=actor.region_id)}
    rows = list(data("needs"))
    needs = create_needs(
        actor,
        needs=[
            replace(_need(row, staff, frame, areas), service_id=services.get(row["service"])) for row in rows
        ],
        today=today,
    )
    return {row["key"]: need.pk for row, need in zip(rows, needs, strict=True)}


def _need(row: Mapping[str, str], staff: Staff, frame: Frame, areas: Mapping[str, int]) -> NewNeed:
    return NewNeed(
        statement=row["statement"],
        detail=row["detail"],
        place=row["place"],
        office_id=staff.offices[row["office"]],
        area_id=areas.get(row["area_code"]),
        source_kind=NeedSource(row["source_kind"]),
        source=row["source"],
        source_key=row["key"],
        stated_on=day(row["stated_on"]),
        year=number(row["year"]),
        quantity=Decimal(row["quantity"]) if row["quantity"] else None,
        unit=row["unit"],
        for_whom=row["for_whom"],
        authority=row["authority"],
        beneficiaries=number(row["beneficiaries"]),
        estimate=number(row["estimate"]),
        dimension_id=frame.dimensions.get(row["dimension"]),
        subdimension_id=frame.subdimensions.get(row["subdimension"]),
        urgency=number(row["urgency"]),
        seriousness=number(row["seriousness"]),
        growth=number(row["growth"]),
        status=NeedStatus.APPROVED,
        is_example=True,
    )
