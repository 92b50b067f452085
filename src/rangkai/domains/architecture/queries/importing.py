"""The facts that an import of services is decided from; three queries."""

from rangkai.domains.architecture.models import Service
from rangkai.domains.architecture.rules.importing import KnownService, Office, ServiceFacts
from rangkai.domains.architecture.rules.terms import FLAG
from rangkai.domains.organisations.queries import office_facts
from rangkai.domains.organisations.rules import Role
from rangkai.kit.policies import Actor

COLUMNS = (
    *("name", "office_id", "audience", "channel", "users", "digitalisation"),
    *FLAG.values(),
    "hindrance_note",
)


def import_facts(actor: Actor) -> ServiceFacts:
    """Everything of the region; whoever keeps one office's services enters for it where the sheet names none."""
    everywhere = actor.superuser or Role.SECRETARIAT in actor.roles()
    own = None if everywhere else actor.office_ids()
    return ServiceFacts(
        offices=tuple(
            Office(office.id, (office.name, *filter(None, (office.short_name, *office.aliases))))
            for office in office_facts(region_id=actor.region_id)
        ),
        known=known_services(region_id=actor.region_id),
        may_write=own,
        own_office_id=next(iter(own)) if own and len(own) == 1 else None,
    )


def known_services(*, region_id: int) -> tuple[KnownService, ...]:
    """Every live service with the columns that a sheet may fill; one query."""
    rows = Service.objects.live().filter(region_id=region_id).order_by("id")
    return tuple(
        KnownService(pk, ref, version, dict(zip(COLUMNS, values, strict=True)))
        for pk, ref, version, *values in rows.values_list("id", "ref", "version", *COLUMNS)
    )
