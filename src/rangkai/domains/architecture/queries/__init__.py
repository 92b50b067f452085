"""Reads of services; lists begin at `.live()` and at what the actor may see."""

from rangkai.domains.architecture.queries.services import (
    deleted_services,
    office_choices,
    office_names_of,
    service_by_ref,
    service_choices,
    services,
)

__all__ = [
    "deleted_services",
    "office_choices",
    "office_names_of",
    "service_by_ref",
    "service_choices",
    "services",
]
