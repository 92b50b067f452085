"""Services as a noun that comes from spreadsheets: what `work` must know to carry their import."""

from rangkai.domains.architecture.actions.importing import record_import
from rangkai.domains.architecture.policies import SERVICE
from rangkai.domains.architecture.queries.importing import import_facts
from rangkai.domains.architecture.rules.importing import FIELDS, decide
from rangkai.domains.architecture.rules.terms import Hindrance
from rangkai.domains.organisations.queries import office_facts
from rangkai.domains.work.actions.imports.nouns import ImportContext, ImportNoun
from rangkai.domains.work.rules.plan import Plan
from rangkai.kit.actions import Recorder
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_


def record(act: Recorder, plan: Plan, context: ImportContext) -> None:
    record_import(act, plan=plan, today=context.today)


def known_names(actor: Actor) -> dict[str, list[str]]:
    """What may be meant by a name that nobody knows; two queries."""
    return {
        "office": [office.name for office in office_facts(region_id=actor.region_id)],
        "hindrances": [found.label for found in Hindrance],
    }


SERVICES_IMPORT = ImportNoun(
    name="services",
    label=N_("Layanan"),
    fields=lambda actor: FIELDS,
    allowed=lambda actor: SERVICE.can(actor, "create"),
    gather=lambda context: import_facts(context.actor),
    decide=decide,
    record=record,
    list_url="architecture:list",
    template_url="architecture:template",
    names=known_names,
)
