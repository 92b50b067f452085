"""The facts that an import of needs is decided from: seven statements, whatever the size of the region."""

from datetime import date, datetime
from decimal import Decimal

from rangkai.domains.architecture.queries import service_rows
from rangkai.domains.masterplans.queries import dimensions
from rangkai.domains.needs.models import Need
from rangkai.domains.needs.rules.importing.cells import plain_decimal
from rangkai.domains.needs.rules.importing.facts import (
    KnownNeed,
    KnownService,
    NeedFacts,
    Office,
    Part,
    Place,
)
from rangkai.domains.needs.rules.terms import NeedStatus
from rangkai.domains.organisations.queries import office_facts
from rangkai.domains.regions.queries import area_facts
from rangkai.domains.work.rules.plan import Json
from rangkai.kit.policies import Actor, policy_of

COLUMNS = (
    "statement",
    "detail",
    "place",
    "area_id",
    "office_id",
    "source_kind",
    "source",
    "source_key",
    "stated_on",
    "year",
    "quantity",
    "unit",
    "beneficiaries",
    "service_id",
    "for_whom",
    "authority",
    "estimate",
    "dimension_id",
    "subdimension_id",
    "urgency",
    "seriousness",
    "growth",
)


def import_facts(
    actor: Actor, *, source: str, today: date, default_office_id: int | None = None
) -> NeedFacts:
    """Everything of the region; an operator of one office enters for that office where the sheet names none."""
    policy = policy_of(Need.kind())
    everywhere = policy.can(actor, "consolidate")
    own = None if everywhere else actor.office_ids()
    only = next(iter(own)) if own and len(own) == 1 else None
    return NeedFacts(
        offices=tuple(
            Office(office.id, (office.name, *filter(None, (office.short_name, *office.aliases))))
            for office in office_facts(region_id=actor.region_id)
        ),
        places=tuple(
            Place(area.id, area.name, area.parent_id)
            for area in area_facts(region_id=actor.region_id, as_of=today)
        ),
        parts=_parts(),
        known=known_needs(region_id=actor.region_id),
        services=tuple(KnownService(*row) for row in service_rows(region_id=actor.region_id)),
        source=source,
        may_write=own,
        own_office_id=default_office_id or only,
        may_mend=everywhere,
    )


def _parts() -> tuple[Part, ...]:
    """Dimensions and sub-dimensions by all their names; "Smart Living" is also called "Living"."""
    parts: list[Part] = []
    for dimension in dimensions():
        bare = dimension.name.removeprefix("Smart ")
        parts.append(Part(dimension.id, (dimension.name, bare, dimension.name_en, dimension.code), None))
        parts.extend(
            Part(part.id, (part.name, part.name_en, part.code), dimension.id)
            for part in dimension.subdimensions
        )
    return tuple(parts)


def known_needs(*, region_id: int) -> tuple[KnownNeed, ...]:
    """Every live need with the columns that a sheet may fill; one query."""
    rows = Need.objects.live().filter(region_id=region_id).order_by("id")
    found = rows.values_list("id", "ref", "version", "identity", "status", *COLUMNS)
    return tuple(
        KnownNeed(
            pk,
            ref,
            version,
            identity,
            NeedStatus(status),
            dict(zip(COLUMNS, map(_json, values), strict=True)),
        )
        for pk, ref, version, identity, status, *values in found.iterator(chunk_size=5_000)
    )


def _json(value: object) -> Json:
    """As the plan keeps it: whole quantities without ",00", days in ISO."""
    if isinstance(value, Decimal):
        return plain_decimal(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value  # type: ignore[return-value]
