"""Asking for a plan, and recording the engine's answer with what it was computed from."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils import timezone

from rangkai.domains.programmes.models import Programme
from rangkai.domains.roadmap.actions.grid import replace_rows
from rangkai.domains.roadmap.models import Placement, Scenario
from rangkai.domains.roadmap.policies import SCENARIO
from rangkai.domains.roadmap.queries.scenarios import ScenarioFacts, facts_of
from rangkai.domains.roadmap.rules.assembling import assemble, fingerprint
from rangkai.domains.roadmap.rules.terms import ScenarioState
from rangkai.engines.phasing import Solution, Status, solve, to_payload
from rangkai.kit import jobs
from rangkai.kit.actions import recording
from rangkai.kit.messages import dump
from rangkai.kit.models import Job
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Invalid

type Tell = Callable[[float | None, float | None, float | None, float], None]


def ask_to_solve(actor: Actor, *, scenario: Scenario) -> Job:
    """Start the computation in the background and let the scenario point to it."""
    SCENARIO.require(actor, "solve", scenario)
    with recording("roadmap.ask_to_solve", actor) as act:
        job = jobs.start("roadmap.solve", actor, scenario_id=scenario.pk)
        act.update(scenario, version=scenario.version, job=job)
    return job


def solve_now(
    actor: Actor,
    *,
    scenario: Scenario,
    today: date,
    progress: Tell | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Solution:
    """Gather, decide, record. The solve runs outside any transaction; an impossible problem is recorded too."""
    SCENARIO.require(actor, "solve", scenario)
    facts = facts_of(scenario=scenario, today=today)
    if not facts.candidates:
        raise Invalid(N_("Belum ada program yang dapat dijadwalkan. Buat program dahulu di menu Program."))
    problem = assemble(facts.setting, facts.candidates)
    solution = solve(problem, seconds=scenario.seconds, progress=progress, cancelled=cancelled)
    record_solution(actor, scenario=scenario, facts=facts, solution=solution)
    return solution


def record_solution(
    actor: Actor, *, scenario: Scenario, facts: ScenarioFacts, solution: Solution
) -> Scenario:
    """Keep the placements and the answer's figures. Without a plan the former placements stay."""
    result = result_of(solution)
    infeasible = solution.status is Status.INFEASIBLE
    with recording("roadmap.record_solution", actor) as act:
        current = Scenario.objects.get(pk=scenario.pk)
        if not infeasible:
            _place(act, current, facts, solution)
        state = current.state
        if state == ScenarioState.DRAFT and not infeasible:
            state = ScenarioState.SOLVED
        return act.update(
            current,
            version=current.version,
            result=result,
            state=state,
            inputs_sha256=fingerprint(facts.setting, facts.candidates),
            solved_at=timezone.now(),
        )


def result_of(solution: Solution) -> dict[str, Any]:
    """The answer without placements, as the scenario keeps it; sentences stay translatable."""
    payload = to_payload(solution)
    result = {
        k: payload[k] for k in ("status", "objective", "value", "bound", "gap", "seconds", "solver", "work")
    }
    result["notes"] = [dump(note) for note in solution.notes]
    if solution.clash is not None:
        result["clash"] = {
            "constraints": [dump(message) for message in solution.clash.constraints],
            "mend": [dump(mend.message) for mend in solution.clash.mend],
        }
    return result


def _place(act: Any, scenario: Scenario, facts: ScenarioFacts, solution: Solution) -> None:
    ids = {p.ref: p.id for p in facts.programmes}
    durations = {p.id: p.duration for p in assemble(facts.setting, facts.candidates).programmes}
    wanted: dict[int, dict[str, Any]] = {}
    for ref, start in solution.start.items():
        reason = solution.why.get(ref)
        wanted[ids[ref]] = {
            "start": start,
            "end": None if start is None else start + durations[ref] - 1,
            "reason": dump(reason) if reason else None,
        }
    rows = Placement.objects.live().filter(region_id=scenario.region_id, scenario=scenario)
    alive = set(Programme.objects.live().filter(pk__in=wanted).values_list("pk", flat=True))
    replace_rows(
        act,
        existing={row.programme_id: row for row in rows},
        wanted={pk: values for pk, values in wanted.items() if pk in alive},
        make=lambda pk: Placement(region_id=scenario.region_id, scenario=scenario, programme_id=pk),
    )
