"""What is done with the masterplan."""

from rangkai.domains.masterplans.actions.closing import (
    Remainder,
    close_plan,
    closing_checks,
    register_closing_check,
    remainders,
    reopen_plan,
    require_open_plan,
)
from rangkai.domains.masterplans.actions.dimensions import NewDimension, load_dimensions
from rangkai.domains.masterplans.actions.plan import (
    NewMasterplan,
    create_plan,
    edit_plan,
    set_phases,
    write_strategy,
)

__all__ = [
    "NewDimension",
    "NewMasterplan",
    "Remainder",
    "close_plan",
    "closing_checks",
    "create_plan",
    "edit_plan",
    "load_dimensions",
    "register_closing_check",
    "remainders",
    "reopen_plan",
    "require_open_plan",
    "set_phases",
    "write_strategy",
]
