"""Programmes with everything that hangs on them, and a scenario that is solved."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rangkai.domains.programmes.actions import (
    NewFund,
    NewProgramme,
    create_funds,
    create_programmes,
    load_nomenclature,
    set_links,
)
from rangkai.domains.programmes.queries import programme_by_ref
from rangkai.domains.programmes.queries.nomenclature import codes_in_force
from rangkai.domains.programmes.rules.parts import Line, Output, Risk, Ties
from rangkai.domains.programmes.rules.terms import ProgrammeKind, ProgrammeStatus
from rangkai.domains.regions.queries import area_facts
from rangkai.domains.roadmap.actions import (
    ScenarioWish,
    create_scenario,
    set_capacities,
    set_ceilings,
    set_coverage,
    solve_now,
)
from rangkai.engines.phasing import Solution
from rangkai.kit.policies import Actor
from rangkai.surfaces.examples.chain import Frame
from rangkai.surfaces.examples.sheets import data, number, reference
from rangkai.surfaces.examples.staff import Staff

type Rows = Mapping[str, list[dict[str, str]]]


def fill_funds(actor: Actor) -> dict[str, int]:
    """Sources of money; code → id."""
    funds = [
        NewFund(row["code"], row["name"], row["is_apbd"] == "1", int(row["order"]), row["note"])
        for row in reference("funds")
    ]
    return {fund.code: fund.pk for fund in create_funds(actor, funds=funds)}


def fill_nomenclature(actor: Actor) -> None:
    """The part of the nomenclature that the examples use, by the day from which it holds."""
    by_day: dict[tuple[str, str], list[tuple[int, str, str]]] = defaultdict(list)
    for place, row in enumerate(reference("nomenclature_sample"), 2):
        by_day[row["valid_from"], row["source"]].append((place, row["code"], row["name"]))
    for (since, source), rows in sorted(by_day.items()):
        load_nomenclature(actor, rows=rows, valid_from=date.fromisoformat(since), source=source)


def grouped(rows: Iterable[dict[str, str]]) -> Rows:
    """Rows by the programme they hang on."""
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        found[row["programme"]].append(row)
    return found


@dataclass(frozen=True)
class Ground:
    """What the tables of programmes refer to, by their codes."""

    staff: Staff
    frame: Frame
    needs: Mapping[str, int]
    funds: Mapping[str, int]


def fill_programmes(actor: Actor, *, ground: Ground, today: date) -> None:
    """Every example programme, approved. Predecessors and exclusions are set once all have a number."""
    fill_nomenclature(actor)
    builder = Builder(actor, ground, today)
    rows = list(data("programmes"))
    made = create_programmes(actor, programmes=[builder.programme(row) for row in rows], today=today)
    by_key = {row["key"]: programme for row, programme in zip(rows, made, strict=True)}
    for key, links in builder.links.items():
        after = [by_key[r["target"]].pk for r in links if r["kind"] == "after"]
        excludes = [by_key[r["target"]].pk for r in links if r["kind"] == "excludes"]
        if after or excludes:
            current = programme_by_ref(region_id=actor.region_id, ref=by_key[key].ref)
            set_links(actor, programme=current, version=current.version, after=after, excludes=excludes)


class Builder:
    """Turns rows of the tables into what the action takes."""

    def __init__(self, actor: Actor, ground: Ground, today: date) -> None:
        self.staff, self.frame = ground.staff, ground.frame
        self.needs, self.funds = ground.needs, ground.funds
        self.codes = codes_in_force(day=today)
        self.areas = {area.code: area.id for area in area_facts(region_id=actor.region_id)}
        self.funding = grouped(data("programme_funding"))
        self.outputs = grouped(data("programme_outputs"))
        self.risks = grouped(data("programme_risks"))
        self.links = grouped(data("programme_links"))

    def programme(self, row: Mapping[str, str]) -> NewProgramme:
        key = row["key"]
        return NewProgramme(
            name=row["name"],
            kind=ProgrammeKind(row["kind"]),
            dimension_id=self.frame.dimensions[row["dimension"]],
            subdimension_id=self.frame.subdimensions.get(row["subdimension"]),
            office_id=self.staff.offices[row["office"]],
            owner_id=self.staff.posts[row["owner_post"]],
            description=row["description"],
            value=int(row["value"]),
            earliest=number(row["earliest"]),
            latest=number(row["latest"]),
            must=row["must"] == "1",
            quick_win=row["quick_win"] == "1",
            status=ProgrammeStatus.APPROVED,
            source_key=key,
            is_example=True,
            lines=tuple(self.line(r) for r in self.funding.get(key, ())),
            outputs=tuple(self.output(r) for r in self.outputs.get(key, ())),
            risks=tuple(self.risk(r) for r in self.risks.get(key, ())),
            ties=self.ties(key),
        )

    def line(self, row: Mapping[str, str]) -> Line:
        code = self.codes.get(row["nomenclature"])
        return Line(
            year=int(row["year"]),
            fund_id=self.funds[row["fund"]],
            amount=int(row["amount"]),
            office_id=self.staff.offices[row["office"]],
            nomenclature_id=code.id if code else None,
            document=row["document"],
        )

    def output(self, row: Mapping[str, str]) -> Output:
        quantity = Decimal(row["quantity"]) if row["quantity"] else None
        return Output(row["text"], quantity, row["unit"], number(row["year"]))

    def risk(self, row: Mapping[str, str]) -> Risk:
        return Risk(
            risk=row["risk"],
            likelihood=int(row["likelihood"]),
            impact=int(row["impact"]),
            cause=row["cause"],
            mitigation=row["mitigation"],
            owner_id=self.staff.posts.get(row["owner_post"]),
        )

    def ties(self, key: str) -> Ties:
        ids: dict[str, Mapping[str, int]] = {
            "need": self.needs,
            "goal": self.frame.goals,
            "indicator": self.frame.indicators,
            "supporting_office": self.staff.offices,
            "area": self.areas,
        }
        found = {
            kind: frozenset(known[r["target"]] for r in self.links.get(key, ()) if r["kind"] == kind)
            for kind, known in ids.items()
        }
        return Ties(
            needs=found["need"],
            goals=found["goal"],
            indicators=found["indicator"],
            supporting=found["supporting_office"],
            areas=found["area"],
        )


def fill_scenario(actor: Actor, *, ground: Ground, today: date) -> Solution:
    """Ceilings, capacities and coverage of the base scenario, and its solved roadmap."""
    facts = {row["name"]: row["value"] for row in data("masterplan") if row["part"] == "scenario"}
    wish = ScenarioWish(facts["name"], "", int(facts["discount_thousandths"]), int(facts["seconds"]))
    scenario = create_scenario(actor, wish=wish, today=today, is_example=True)
    amounts = {(ground.funds[r["fund"]], int(r["year"])): int(r["amount"]) for r in data("ceilings")}
    set_ceilings(actor, scenario=scenario, amounts=amounts)
    at_once = {ground.staff.offices[r["office"]]: int(r["at_once"]) for r in data("capacity")}
    set_capacities(actor, scenario=scenario, at_once=at_once)
    wishes = [
        (
            ground.frame.dimensions[r["dimension"]],
            r["quick_win"] == "1",
            int(r["at_least"]),
            int(r["by_year"]),
        )
        for r in data("coverage")
    ]
    set_coverage(actor, scenario=scenario, wishes=wishes)
    return solve_now(actor, scenario=scenario, today=today)
