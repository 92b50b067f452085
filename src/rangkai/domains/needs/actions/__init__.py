"""What is done with needs and strategic issues."""

from rangkai.domains.needs.actions.attach import attach_file, detach_file
from rangkai.domains.needs.actions.bulk import (
    assign_issue,
    delete_needs,
    restore_need,
    set_dimension,
    set_fate,
    set_usg,
)
from rangkai.domains.needs.actions.enter import NewNeed, create_need, create_needs, edit_need
from rangkai.domains.needs.actions.issues import NewIssue, create_issue, delete_issue, edit_issue
from rangkai.domains.needs.actions.move import move_needs

__all__ = [
    "NewIssue",
    "NewNeed",
    "assign_issue",
    "attach_file",
    "create_issue",
    "create_need",
    "create_needs",
    "delete_issue",
    "delete_needs",
    "detach_file",
    "edit_issue",
    "edit_need",
    "move_needs",
    "restore_need",
    "set_dimension",
    "set_fate",
    "set_usg",
]
