"""Reads of services; lists begin at `.live()` and at what the actor may see."""

from rangkai.domains.architecture.queries.services import (
    deleted_services,
    office_choices,
    office_names_of,
    require_services,
    service_by_ref,
    service_choices,
    service_names_of,
    service_rows,
    services,
)

__all__ = [
    "deleted_services",
    "office_choices",
    "office_names_of",
    "require_services",
    "service_by_ref",
    "service_choices",
    "service_names_of",
    "service_rows",
    "services",
]
