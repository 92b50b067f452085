"""The register of services of the example workspace."""

from collections.abc import Mapping
from datetime import date

from rangkai.domains.architecture.actions import NewService, create_services
from rangkai.domains.architecture.rules.terms import Hindrance, flags_of
from rangkai.kit.policies import Actor
from rangkai.surfaces.examples.sheets import data, number
from rangkai.surfaces.examples.staff import Staff


def fill_services(actor: Actor, *, staff: Staff, today: date) -> dict[str, int]:
    """Every example service; key → id."""
    rows = list(data("services"))
    made = create_services(actor, services=[_service(row, staff) for row in rows], today=today)
    return {row["key"]: service.pk for row, service in zip(rows, made, strict=True)}


def _service(row: Mapping[str, str], staff: Staff) -> NewService:
    return NewService(
        name=row["name"],
        office_id=staff.offices[row["office"]],
        audience=row["audience"],
        channel=row["channel"],
        users=number(row["users"]),
        digitalisation=row["digitalisation"],
        hindrance_note=row["hindrance_note"],
        is_example=True,
        **flags_of(Hindrance(code) for code in row["hindrances"].split(";") if code),
    )
