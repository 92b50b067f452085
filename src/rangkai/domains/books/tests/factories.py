"""A small plan that is ready to be printed: goals, an area, needs, programmes tied to them, a solved roadmap."""

from dataclasses import dataclass
from datetime import UTC, datetime

from rangkai.domains.goals.tests.factories import small_cascade
from rangkai.domains.masterplans.models import Strategy
from rangkai.domains.masterplans.tests.factories import dimension, subdimension
from rangkai.domains.needs.models import Need
from rangkai.domains.needs.rules.terms import NeedStatus
from rangkai.domains.needs.tests.factories import issue, need
from rangkai.domains.organisations.tests.factories import Actors, area
from rangkai.domains.programmes.models import ProgrammeGoal, ProgrammeIssue, ProgrammeRisk
from rangkai.domains.roadmap.actions import adopt_scenario, solve_now
from rangkai.domains.roadmap.models import Decision
from rangkai.domains.roadmap.tests.factories import TODAY, Small, small

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Ready:
    """`flood` is approved and answered through its issue; `draft` is still with its office."""

    small: Small
    flood: Need
    draft: Need

    @property
    def cast(self) -> Actors:
        return self.small.cast


def ready() -> Ready:
    """The roadmap of `small`, solved; not adopted."""
    world = small()
    place, dinkes = world.cast.place, world.cast.dinkes
    kecamatan = area(place, "35.16.13", "Sooko")
    desa = area(place, "35.16.13.2009", "Japan", kecamatan)
    part = subdimension()
    Strategy.objects.create(region=place, plan=world.plan, subdimension=part, text="Mendekatkan layanan.")
    subject = issue(dinkes, "Antrean", dimension=dimension())
    flood = need(
        dinkes, "Antrean panjang", area=desa, dimension=dimension(), issue=subject, status=NeedStatus.APPROVED
    )
    draft = need(dinkes, "Masih disusun")
    sasaran = small_cascade(place)["sasaran"]
    ProgrammeIssue.objects.create(region=place, programme=world.queue, issue=subject)
    ProgrammeGoal.objects.create(region=place, programme=world.queue, goal=sasaran)
    ProgrammeRisk.objects.create(
        region=place, programme=world.queue, risk="Jaringan putus", likelihood=4, impact=4
    )
    solve_now(world.cast.dewi, scenario=world.scenario, today=TODAY)
    world.scenario.refresh_from_db()
    return Ready(world, flood, draft)


def adopt(world: Ready) -> Decision:
    """The leader adopts the roadmap."""
    scenario = world.small.scenario
    scenario.refresh_from_db()
    return adopt_scenario(
        world.cast.lina, scenario=scenario, version=scenario.version, text="Paling berdampak", today=TODAY
    )
