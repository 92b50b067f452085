"""The broken ends of the chain: what hangs loose between needs, programmes, goals and money."""

from dataclasses import dataclass
from datetime import date

from rangkai.domains.goals.policies import GOAL
from rangkai.domains.goals.queries import cascade, plan_in_force
from rangkai.domains.goals.rules import GoalLevel
from rangkai.domains.needs.policies import NEED
from rangkai.domains.needs.queries import needs
from rangkai.domains.needs.rules.terms import Fate
from rangkai.domains.programmes.policies import PROGRAMME
from rangkai.domains.programmes.queries.listing import LACKING, listed
from rangkai.domains.programmes.rules.lacks import Lack
from rangkai.kit.policies import Actor
from rangkai.kit.registries import served_ids
from rangkai.lib.errors import N_, Message

PROGRAMME_ENDS: dict[Lack, Message] = {
    Lack.NEED: N_("Program tanpa kebutuhan"),
    Lack.GOAL: N_("Program tanpa sasaran"),
    Lack.INDICATOR: N_("Program tanpa indikator kinerja"),
    Lack.MONEY: N_("Program tanpa pendanaan"),
    Lack.OWNER: N_("Program yang jabatan penanggung jawabnya kosong"),
}


@dataclass(frozen=True)
class BrokenEnd:
    """How many records lack a link, of how many; `url_name` and `query` lead to them."""

    title: Message
    count: int
    every: int
    url_name: str
    query: str = ""


def broken_ends(actor: Actor, *, today: date) -> list[BrokenEnd]:
    """Every kind of broken end that the actor may see, whole ones too; about fourteen queries whatever the size."""
    return [*_needs(actor), *_programmes(actor, today), *_goals(actor, today)]


def _needs(actor: Actor) -> list[BrokenEnd]:
    if not NEED.can(actor, "view"):
        return []
    rows = needs(actor)
    every = rows.count()
    undecided = rows.filter(fate=Fate.OPEN).count()
    unsorted_ = rows.filter(dimension__isnull=True).count()
    return [
        BrokenEnd(N_("Kebutuhan tanpa tindak lanjut"), undecided, every, "needs:list", "nasib=open"),
        BrokenEnd(N_("Kebutuhan tanpa dimensi"), unsorted_, every, "needs:list", "dimensi=-"),
    ]


def _programmes(actor: Actor, today: date) -> list[BrokenEnd]:
    if not PROGRAMME.can(actor, "view"):
        return []
    rows = listed(actor, today=today)
    every = rows.count()
    return [
        BrokenEnd(title, rows.filter(LACKING[lack]).count(), every, "programmes:list", f"rantai={lack}")
        for lack, title in PROGRAMME_ENDS.items()
    ]


def _goals(actor: Actor, today: date) -> list[BrokenEnd]:
    plan = plan_in_force(region_id=actor.region_id, year=today.year)
    if plan is None or not GOAL.can(actor, "view"):
        return []
    nodes = list(cascade(region_id=actor.region_id, plan=plan).walk())
    served = served_ids("goals.goal", actor.region_id)
    moved = served_ids("indicators.indicator", actor.region_id)
    aims = [node.id for node in nodes if node.level == GoalLevel.SASARAN]
    measures = [measure.id for node in nodes for measure in node.measures]
    return [
        BrokenEnd(N_("Sasaran tanpa program"), len(set(aims) - served), len(aims), "goals:tree"),
        BrokenEnd(N_("IKU tanpa program"), len(set(measures) - moved), len(measures), "goals:tree"),
    ]
