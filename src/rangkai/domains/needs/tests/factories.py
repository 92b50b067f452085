"""Needs and issues with fixed, meaningful defaults."""

from datetime import date
from typing import Any

from rangkai.domains.needs.models import Need, StrategicIssue
from rangkai.domains.needs.rules.identity import identity_by_content
from rangkai.domains.organisations.models import Organisation

TODAY = date(2026, 11, 24)


def need(office: Organisation, statement: str = "Pembangunan MCK", **given: Any) -> Need:
    """A need of an office; numbers count up within the region."""
    number = Need.objects.filter(region_id=office.region_id).count() + 1
    identity = identity_by_content(
        office_id=office.pk,
        area_id=given["area"].pk if given.get("area") else None,
        statement=statement,
        place=given.get("place", ""),
    )
    values = {"ref": f"K-2026-{number:05d}", "identity": identity, **given}
    return Need.objects.create(region_id=office.region_id, office=office, statement=statement, **values)


def issue(office: Organisation, name: str = "Sanitasi", **given: Any) -> StrategicIssue:
    number = StrategicIssue.objects.filter(region_id=office.region_id).count() + 1
    return StrategicIssue.objects.create(
        region_id=office.region_id, ref=f"I-2026-{number:05d}", name=name, **given
    )
