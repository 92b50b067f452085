"""What is done with programmes, with the money behind them, and with the nomenclature."""

from rangkai.domains.programmes.actions.bulk import (
    delete_programmes,
    restore_programme,
    set_dimension,
    set_flags,
)
from rangkai.domains.programmes.actions.enter import (
    NewProgramme,
    create_programme,
    create_programmes,
    edit_programme,
)
from rangkai.domains.programmes.actions.funds import (
    NewFund,
    create_fund,
    create_funds,
    delete_fund,
    edit_fund,
)
from rangkai.domains.programmes.actions.linking import set_links, set_ties
from rangkai.domains.programmes.actions.move import move_programmes
from rangkai.domains.programmes.actions.nomenclature import Loaded, load_nomenclature
from rangkai.domains.programmes.actions.parts import save_lines, save_outputs, save_risks

__all__ = [
    "Loaded",
    "NewFund",
    "NewProgramme",
    "create_fund",
    "create_funds",
    "create_programme",
    "create_programmes",
    "delete_fund",
    "delete_programmes",
    "edit_fund",
    "edit_programme",
    "load_nomenclature",
    "move_programmes",
    "restore_programme",
    "save_lines",
    "save_outputs",
    "save_risks",
    "set_dimension",
    "set_flags",
    "set_links",
    "set_ties",
]
