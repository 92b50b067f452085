"""A small roadmap: three programmes of two offices that want more than there is."""

from dataclasses import dataclass
from datetime import date

from rangkai.domains.masterplans.models import Masterplan
from rangkai.domains.masterplans.tests.factories import masterplan
from rangkai.domains.organisations.tests.factories import Actors, actors
from rangkai.domains.programmes.models import Programme
from rangkai.domains.programmes.tests.factories import fund, funding, programme
from rangkai.domains.roadmap.actions import ScenarioWish, create_scenario, set_capacities, set_ceilings
from rangkai.domains.roadmap.models import Scenario

TODAY = date(2026, 11, 24)
BILLION = 1_000_000_000


@dataclass(frozen=True)
class Small:
    """`queue` and `screens` of Dinas Kesehatan cost 1 billion each, `bins` of DLH 2 billion; 2027 to 2036."""

    cast: Actors
    plan: Masterplan
    scenario: Scenario
    queue: Programme
    screens: Programme
    bins: Programme


def small(ceiling: int = 2 * BILLION) -> Small:
    """One fund with `ceiling` in 2027 and nothing later; Dinas Kesehatan may run one programme at once."""
    cast = actors()
    plan = masterplan(cast.place, first_year=2027)
    queue = programme(cast.dinkes, "Antrean daring puskesmas", value=90)
    screens = programme(cast.dinkes, "Layar informasi puskesmas", value=40)
    bins = programme(cast.dlh, "Bank sampah desa", value=60)
    for row, amount in ((queue, BILLION), (screens, BILLION), (bins, 2 * BILLION)):
        funding(row, 2027, amount)
    scenario = create_scenario(cast.dewi, wish=ScenarioWish("Dasar", seconds=5), today=TODAY)
    set_ceilings(cast.dewi, scenario=scenario, amounts={(fund(cast.place).pk, 2027): ceiling})
    set_capacities(cast.dewi, scenario=scenario, at_once={cast.dinkes.pk: 1})
    return Small(cast, plan, scenario, queue, screens, bins)
