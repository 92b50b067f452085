"""Making, copying, editing and deleting scenarios."""

from dataclasses import dataclass
from datetime import date

from rangkai.domains.masterplans.queries import current_plan
from rangkai.domains.roadmap.actions.settings import copy_settings
from rangkai.domains.roadmap.models import Scenario
from rangkai.domains.roadmap.policies import SCENARIO
from rangkai.domains.roadmap.rules.terms import ScenarioState
from rangkai.kit.actions import recording
from rangkai.kit.policies import Actor
from rangkai.kit.refs import take_refs
from rangkai.lib.errors import N_, Invalid, Problem

MOST_THOUSANDTHS = 500


@dataclass(frozen=True)
class ScenarioWish:
    """What a person states of a scenario; `discount` in thousandths of the value lost by a year's delay."""

    name: str
    note: str = ""
    discount: int = 30
    seconds: int = 10


def _checked(wish: ScenarioWish) -> ScenarioWish:
    problems = []
    if not wish.name.strip():
        problems.append(Problem(N_("Nama skenario belum diisi."), field="name"))
    if not 0 <= wish.discount <= MOST_THOUSANDTHS:
        problems.append(Problem(N_("Nilai yang hilang per tahun harus 0 sampai 50 %."), field="discount"))
    if not 1 <= wish.seconds <= 600:
        problems.append(Problem(N_("Waktu hitung harus 1 sampai 600 detik."), field="seconds"))
    if problems:
        raise Invalid(N_("Skenario belum dapat disimpan. Isian Anda tidak hilang."), problems)
    return wish


def create_scenario(actor: Actor, *, wish: ScenarioWish, today: date, is_example: bool = False) -> Scenario:
    """Begin a scenario of the plan in force; refuses without a plan."""
    SCENARIO.require(actor, "create")
    _checked(wish)
    plan = current_plan(region_id=actor.region_id)
    if plan is None:
        raise Invalid(
            N_("Belum ada rencana induk yang berlaku. Buat rencana induk dahulu, lalu susun skenarionya.")
        )
    with recording("roadmap.create_scenario", actor) as act:
        ref = take_refs(Scenario, region_id=actor.region_id, prefix="S", year=today.year)[0]
        return act.create(
            Scenario(
                region_id=actor.region_id,
                ref=ref,
                name=wish.name.strip(),
                note=wish.note,
                plan=plan,
                discount=wish.discount,
                seconds=wish.seconds,
                is_example=is_example,
            )
        )


def copy_scenario(actor: Actor, *, scenario: Scenario, name: str, today: date) -> Scenario:
    """A second scenario with the same ceilings, capacities, pins and coverage, to change and compare."""
    SCENARIO.require(actor, "create", scenario)
    wish = _checked(ScenarioWish(name, scenario.note, scenario.discount, scenario.seconds))
    with recording("roadmap.copy_scenario", actor, reason=scenario.ref) as act:
        ref = take_refs(Scenario, region_id=actor.region_id, prefix="S", year=today.year)[0]
        copy = act.create(
            Scenario(
                region_id=actor.region_id,
                ref=ref,
                name=wish.name.strip(),
                note=wish.note,
                plan=scenario.plan,
                discount=wish.discount,
                seconds=wish.seconds,
            )
        )
        copy_settings(act, source=scenario, target=copy)
    return copy


def edit_scenario(actor: Actor, *, scenario: Scenario, version: int, wish: ScenarioWish) -> Scenario:
    """Save name, note, discount and time."""
    SCENARIO.require(actor, "edit", scenario)
    _checked(wish)
    with recording("roadmap.edit_scenario", actor) as act:
        return act.update(
            scenario,
            version=version,
            name=wish.name.strip(),
            note=wish.note,
            discount=wish.discount,
            seconds=wish.seconds,
        )


def delete_scenario(actor: Actor, *, scenario: Scenario, version: int) -> None:
    """Put a scenario in the bin; the adopted one stays until another is adopted."""
    SCENARIO.require(actor, "delete", scenario)
    if scenario.state == ScenarioState.ADOPTED:
        raise Invalid(
            N_("Skenario yang sudah ditetapkan tidak dapat dihapus. Tetapkan skenario lain dahulu.")
        )
    with recording("roadmap.delete_scenario", actor) as act:
        act.delete(scenario, version=version)
