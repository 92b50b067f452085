"""What is done with the masterplan."""

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
    "create_plan",
    "edit_plan",
    "load_dimensions",
    "set_phases",
    "write_strategy",
]
