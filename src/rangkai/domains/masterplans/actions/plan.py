"""The plan in force, its phases and strategies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rangkai.domains.masterplans.actions.closing import require_open
from rangkai.domains.masterplans.models import Masterplan, PlanPhase, Strategy
from rangkai.domains.masterplans.policies import MASTERPLAN
from rangkai.domains.masterplans.rules import PhaseFact, phase_problems
from rangkai.kit.actions import recording
from rangkai.kit.policies import Actor
from rangkai.kit.refs import take_refs
from rangkai.lib.errors import N_, Invalid, Problem

PREFIX = "RI"


@dataclass(frozen=True)
class NewMasterplan:
    """What a plan says at birth; its phases come with it."""

    name: str
    first_year: int
    last_year: int
    phases: tuple[PhaseFact, ...]
    vision: str = ""
    legal_basis: str = ""
    rpjmd_id: int | None = None
    is_example: bool = False


def create_plan(actor: Actor, *, plan: NewMasterplan, today: date) -> Masterplan:
    """Begin the region's plan; the one in force before steps back."""
    MASTERPLAN.require(actor, "create")
    _refuse_bad_phases(plan.phases, plan.first_year, plan.last_year)
    with recording("masterplans.create_plan", actor) as act:
        for former in Masterplan.objects.live().filter(region_id=actor.region_id, is_current=True):
            act.update(former, version=former.version, is_current=False)
        ref = take_refs(Masterplan, region_id=actor.region_id, prefix=PREFIX, year=today.year)[0]
        row = act.create(
            Masterplan(
                region_id=actor.region_id,
                ref=ref,
                name=plan.name,
                vision=plan.vision,
                legal_basis=plan.legal_basis,
                first_year=plan.first_year,
                last_year=plan.last_year,
                rpjmd_id=plan.rpjmd_id,
                is_example=plan.is_example,
            )
        )
        act.create_all(
            [
                PlanPhase(
                    region_id=actor.region_id,
                    plan=row,
                    kind_of=phase.kind,
                    until=phase.until,
                    is_example=plan.is_example,
                )
                for phase in plan.phases
            ]
        )
    return row


def _refuse_bad_phases(phases: Sequence[PhaseFact], first: int, last: int) -> None:
    problems = phase_problems(phases, first, last)
    if problems:
        raise Invalid(N_("Jangka rencana belum dapat disimpan."), problems)


def edit_plan(actor: Actor, *, plan: Masterplan, version: int, values: Mapping[str, object]) -> Masterplan:
    """Save name, vision, legal basis and the RPJMD that it follows."""
    MASTERPLAN.require(actor, "edit", plan)
    require_open(plan)
    if not str(values.get("name", plan.name)).strip():
        message = N_("Nama rencana induk belum diisi.")
        raise Invalid(message, [Problem(message, field="name")])
    with recording("masterplans.edit_plan", actor) as act:
        return act.update(plan, version=version, **values)


def set_phases(actor: Actor, *, plan: Masterplan, phases: Sequence[PhaseFact]) -> None:
    """Move the ends of the phases; they must rise and the last must end with the plan."""
    MASTERPLAN.require(actor, "edit", plan)
    require_open(plan)
    _refuse_bad_phases(phases, plan.first_year, plan.last_year)
    rows = {row.kind_of: row for row in PlanPhase.objects.live().filter(plan=plan)}
    with recording("masterplans.set_phases", actor) as act:
        act.update_all([(rows[p.kind], {"until": p.until}) for p in phases if p.kind in rows])
        act.create_all(
            [
                PlanPhase(region_id=plan.region_id, plan=plan, kind_of=p.kind, until=p.until)
                for p in phases
                if p.kind not in rows
            ]
        )


def write_strategy(
    actor: Actor, *, plan: Masterplan, subdimension_id: int, version: int, text: str, is_example: bool = False
) -> Strategy:
    """How the plan means to move one sub-dimension; `version` 0 for the first text."""
    MASTERPLAN.require(actor, "edit", plan)
    require_open(plan)
    row = Strategy.objects.live().filter(plan=plan, subdimension_id=subdimension_id).first()
    with recording("masterplans.write_strategy", actor) as act:
        if row is None:
            return act.create(
                Strategy(
                    region_id=plan.region_id,
                    plan=plan,
                    subdimension_id=subdimension_id,
                    text=text.strip(),
                    is_example=is_example,
                )
            )
        return act.update(row, version=version, text=text.strip())
