"""The leader decides: one scenario becomes the plan, and what was decided is frozen."""

from dataclasses import asdict
from datetime import date
from typing import Any

from rangkai.domains.roadmap.models import Decision, Scenario
from rangkai.domains.roadmap.policies import SCENARIO
from rangkai.domains.roadmap.queries.plans import roadmap_of
from rangkai.domains.roadmap.queries.scenarios import facts_of
from rangkai.domains.roadmap.rules.assembling import fingerprint
from rangkai.domains.roadmap.rules.terms import ScenarioState
from rangkai.kit.actions import recording
from rangkai.kit.locks import lock
from rangkai.kit.policies import Actor
from rangkai.kit.refs import take_refs
from rangkai.kit.snapshots import freeze
from rangkai.lib.errors import N_, Invalid, Problem


def adopt_scenario(actor: Actor, *, scenario: Scenario, version: int, text: str, today: date) -> Decision:
    """Adopt a solved scenario whose inputs have not changed since; the one adopted before steps back."""
    SCENARIO.require(actor, "decide", scenario)
    if scenario.state == ScenarioState.DRAFT:
        raise Invalid(N_("Skenario ini belum dihitung, jadi belum ada peta jalan yang dapat ditetapkan."))
    if not text.strip():
        message = N_("Tulis alasan keputusan, agar pelaksana memahaminya.")
        raise Invalid(message, [Problem(message, field="text")])
    facts = facts_of(scenario=scenario, today=today)
    if fingerprint(facts.setting, facts.candidates) != scenario.inputs_sha256:
        raise Invalid(
            N_("Program atau pagu berubah sejak peta jalan ini dihitung. Hitung ulang dahulu, lalu tetapkan.")
        )
    body = frozen(scenario, facts, roadmap_of(scenario=scenario, facts=facts))
    with recording("roadmap.adopt_scenario", actor, reason=text) as act:
        lock("roadmap.adopt", actor.region_id)
        for former in Scenario.objects.live().filter(
            region_id=actor.region_id, plan=scenario.plan, state=ScenarioState.ADOPTED
        ):
            if former.pk != scenario.pk:
                act.update(former, version=former.version, state=ScenarioState.SOLVED)
        act.update(scenario, version=version, state=ScenarioState.ADOPTED)
        snapshot = freeze(actor, kind=Scenario.kind(), object_id=scenario.pk, body=body)
        ref = take_refs(Decision, region_id=actor.region_id, prefix="KEP", year=today.year)[0]
        return act.create(
            Decision(
                region_id=actor.region_id,
                ref=ref,
                scenario=scenario,
                text=text.strip(),
                decided_on=today,
                by_post_id=next((h.post_id for h in actor.holdings if h.region_id == actor.region_id), None),
                snapshot=snapshot,
            )
        )


def frozen(scenario: Scenario, facts: Any, roadmap: Any) -> dict[str, Any]:
    """What is kept of a decision: the setting, the plan, and the answer's figures."""
    return {
        "scenario": {"ref": scenario.ref, "name": scenario.name, "result": scenario.result},
        "years": list(facts.plan.years),
        "ceilings": {
            fund: {str(y): a for y, a in years.items()} for fund, years in facts.setting.ceilings.items()
        },
        "bars": [
            {
                **{k: v for k, v in asdict(bar).items() if k not in {"costs", "waits"}},
                "costs": [[year, fund, amount] for (year, fund), amount in sorted(bar.costs.items())],
            }
            for bar in roadmap.bars
        ],
        "left_out": [
            {"ref": out.ref, "name": out.name, "reason": str(out.reason or ""), "total": out.total}
            for out in roadmap.left_out
        ],
    }
