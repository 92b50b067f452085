"""Rantai putus: what a programme still lacks to be carried by someone, paid by something, and wanted by somebody."""

from collections.abc import Sequence
from dataclasses import dataclass

from rangkai.lib.terms import Term


class Lack(Term):
    """A missing link of the chain."""

    OWNER = "owner", "penanggung jawab kosong"
    MONEY = "money", "tanpa pendanaan"
    GOAL = "goal", "tanpa sasaran"
    NEED = "need", "tanpa kebutuhan"
    INDICATOR = "indicator", "tanpa indikator"


@dataclass(frozen=True, slots=True)
class Links:
    """How many of each a programme has; `holder` is who holds the owner post today, or empty."""

    holder: str
    money: int
    goals: int
    needs: int
    indicators: int


def lacks_of(links: Links) -> Sequence[Lack]:
    """In the order in which they hurt."""
    present = {
        Lack.OWNER: bool(links.holder),
        Lack.MONEY: bool(links.money),
        Lack.GOAL: bool(links.goals),
        Lack.NEED: bool(links.needs),
        Lack.INDICATOR: bool(links.indicators),
    }
    return [lack for lack, there in present.items() if not there]
