"""The facts of the readiness view, and the services with the most users that wait for one thing."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Sum

from rangkai.domains.architecture.models import Service
from rangkai.domains.architecture.queries.services import services
from rangkai.domains.architecture.rules.readiness import ServiceGroup
from rangkai.domains.architecture.rules.terms import FLAG, Hindrance, hindrances_of
from rangkai.kit.policies import Actor

SHOWN = 5


@dataclass(frozen=True)
class Waiting:
    """The services with the most users that wait for `hindrance`, and how many there are in all."""

    hindrance: Hindrance
    services: tuple[Service, ...]
    count: int


def service_groups(actor: Actor, *, office_id: int | None = None) -> tuple[ServiceGroup, ...]:
    """Of the region or of one office; one query, as many rows as there are combinations."""
    rows = services(actor)
    if office_id is not None:
        rows = rows.filter(office_id=office_id)
    names = ("office_id", "digitalisation", *FLAG.values())
    counted: Any = rows.order_by().values(*names).annotate(count=Count("pk"), people=Sum("users"))
    return tuple(
        ServiceGroup(
            row["office_id"],
            row["digitalisation"],
            frozenset(hindrances_of(row)),
            row["count"],
            row["people"] or 0,
        )
        for row in counted
    )


def waiting_for(
    actor: Actor, *, hindrance: Hindrance, count: int, office_id: int | None = None
) -> Waiting | None:
    """None where nothing waits (`count` is known from the groups); else one query."""
    if not count:
        return None
    rows = services(actor).filter(**{FLAG[hindrance]: True})
    if office_id is not None:
        rows = rows.filter(office_id=office_id)
    first = rows.order_by(F("users").desc(nulls_last=True), "name", "id")[:SHOWN]
    return Waiting(hindrance, tuple(first), count)
