"""What programmes offer to the kit: policies, words to be found by, the rail, what is asked."""

from rangkai.domains.programmes.models import Fund, Nomenclature, Programme
from rangkai.domains.programmes.policies import FUND, PART, PROGRAMME
from rangkai.domains.programmes.queries.serving import served_goals, served_indicators
from rangkai.kit.policies import register_policy
from rangkai.kit.registries import register_served
from rangkai.kit.search import Entry, register_entry

PARTS = (
    "fundingline",
    "programmeoutput",
    "programmerisk",
    "supportingoffice",
    "programmeneed",
    "programmeissue",
    "programmegoal",
    "programmeindicator",
    "programmelink",
    "programmearea",
)


def programme_entry(programme: Programme) -> Entry:
    text = " ".join((programme.ref, programme.description, programme.source, programme.source_key))
    return Entry(programme.pk, programme.name, text)


def register() -> None:
    register_policy(Programme.kind(), PROGRAMME)
    for part in PARTS:
        register_policy(f"programmes.{part}", PART)
    for model in (Fund, Nomenclature):
        register_policy(model.kind(), FUND)
    register_entry(Programme.kind(), programme_entry)
    register_served("goals.goal", served_goals)
    register_served("indicators.indicator", served_indicators)
