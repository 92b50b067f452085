"""Services with fixed, meaningful defaults."""

from datetime import date
from typing import Any

from rangkai.domains.architecture.models import Service
from rangkai.domains.architecture.rules.content import name_key
from rangkai.domains.organisations.models import Organisation

TODAY = date(2026, 11, 24)


def service(office: Organisation, name: str = "Pendaftaran pasien", **given: Any) -> Service:
    """A service of an office; numbers count up within the region."""
    number = Service.objects.filter(region_id=office.region_id).count() + 1
    values = {"ref": f"L-2026-{number:05d}", "name_key": name_key(name), **given}
    return Service.objects.create(region_id=office.region_id, office=office, name=name, **values)
