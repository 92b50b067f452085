"""What a programme consists of, as it is entered: funding lines, outputs, risks. `id` is None for a new row."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Line:
    """A funding line; `amount` is whole rupiah."""

    year: int
    fund_id: int
    amount: int
    office_id: int
    nomenclature_id: int | None = None
    document: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Output:
    """What will have been delivered, how much, by when."""

    text: str
    quantity: Decimal | None = None
    unit: str = ""
    year: int | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Risk:
    """`likelihood` and `impact` are 1..5; `owner_id` is a post."""

    risk: str
    likelihood: int
    impact: int
    cause: str = ""
    mitigation: str = ""
    owner_id: int | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Ties:
    """Ids at the other end of every kind of link; None leaves that kind as it is."""

    needs: frozenset[int] | None = None
    issues: frozenset[int] | None = None
    goals: frozenset[int] | None = None
    indicators: frozenset[int] | None = None
    supporting: frozenset[int] | None = None
    areas: frozenset[int] | None = None

    def given(self) -> dict[str, frozenset[int]]:
        """The kinds that are to be set."""
        kinds = ("needs", "issues", "goals", "indicators", "supporting", "areas")
        return {kind: ids for kind in kinds if (ids := getattr(self, kind)) is not None}
