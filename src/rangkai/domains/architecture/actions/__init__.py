"""What is done with services."""

from rangkai.domains.architecture.actions.enter import (
    NewService,
    create_service,
    create_services,
    delete_services,
    edit_service,
    restore_service,
)

__all__ = [
    "NewService",
    "create_service",
    "create_services",
    "delete_services",
    "edit_service",
    "restore_service",
]
