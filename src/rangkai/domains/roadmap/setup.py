"""What the roadmap offers to the kit."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse

from rangkai.domains.organisations.rules import Role
from rangkai.domains.regions.queries import region_code_of
from rangkai.domains.roadmap.models import Scenario
from rangkai.domains.roadmap.policies import SCENARIO
from rangkai.domains.roadmap.queries import scenarios
from rangkai.domains.roadmap.rules.terms import ScenarioState
from rangkai.kit.policies import Actor, register_policy
from rangkai.kit.registries import AskFact, Room, register_asks, register_record_url, register_room
from rangkai.lib.errors import N_

KINDS = ("scenario", "ceiling", "capacity", "pin", "coverage", "placement", "decision")


def register() -> None:
    for kind in KINDS:
        register_policy(f"roadmap.{kind}", SCENARIO)
    register_room(
        Room(
            "roadmap",
            N_("Peta Jalan"),
            "timeline",
            "roadmap:front",
            60,
            lambda a: Role.OPERATOR not in a.roles(),
        )
    )
    register_room(
        Room(
            "decisions", N_("Keputusan"), "gavel", "roadmap:decisions", 65, lambda a: Role.LEADER in a.roles()
        )
    )
    register_asks("roadmap", asks)
    register_record_url(Scenario.kind(), address_of)


def address_of(scenario: Scenario) -> str:
    code = region_code_of(region_id=scenario.region_id)
    return reverse("roadmap:scenario", kwargs={"region_code": code, "ref": scenario.ref})


def asks(actor: Actor, today: date) -> Sequence[AskFact]:
    """For the leader: solved scenarios while none is adopted. One query."""
    if not SCENARIO.can(actor, "decide"):
        return ()
    rows = list(scenarios(region_id=actor.region_id))
    if any(s.state == ScenarioState.ADOPTED for s in rows):
        return ()
    ready = [s for s in rows if s.state == ScenarioState.SOLVED]
    if not ready:
        return ()
    return [
        AskFact(
            N_("%(count)s skenario peta jalan siap diputuskan", count=len(ready)),
            N_("Lihat dan tetapkan"),
            address_of(ready[0]),
            count=len(ready),
            room="roadmap",
        )
    ]
