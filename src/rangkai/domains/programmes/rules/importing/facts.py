"""What an import of programmes must know of the region before it can decide."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rangkai.domains.needs.rules.importing.facts import Office, Part
from rangkai.domains.programmes.rules.terms import ProgrammeStatus
from rangkai.domains.work.rules.names import NameBook, squashed
from rangkai.domains.work.rules.plan import Json


@dataclass(frozen=True, slots=True)
class Named:
    """Something with an id; `names` begin with the one to show."""

    id: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """A subkegiatan and the budget years in which it may be used (`last` None: no end)."""

    id: int
    code: str
    name: str
    first: int
    last: int | None = None

    def holds(self, year: int) -> bool:
        return self.first <= year and (self.last is None or year <= self.last)


@dataclass(frozen=True, slots=True)
class KnownLine:
    """A funding line as it is."""

    id: int
    year: int
    fund_id: int
    office_id: int
    nomenclature_id: int | None
    amount: int
    document: str


@dataclass(frozen=True, slots=True)
class KnownProgramme:
    """A live programme with its columns as JSON keeps them, and what hangs on it."""

    id: int
    ref: str
    version: int
    identity: str
    status: ProgrammeStatus
    values: Mapping[str, Json]
    lines: tuple[KnownLine, ...] = ()
    ties: Mapping[str, frozenset[int]] = field(default_factory=dict)
    outputs: frozenset[str] = frozenset()

    @property
    def office_id(self) -> int:
        return int(str(self.values["office_id"]))


@dataclass(frozen=True)
class ProgrammeFacts:
    """`may_write` are the offices whose programmes the person may enter (None: all); `own_office_id` stands in for an
    empty office; `may_mend` lets the person change what a head approved. `heads` is office id → post of its head.
    """

    offices: Sequence[Office] = ()
    posts: Sequence[Named] = ()
    heads: Mapping[int, int] = field(default_factory=dict)
    parts: Sequence[Part] = ()
    funds: Sequence[Named] = ()
    codes: Sequence[Code] = ()
    goals: Sequence[Named] = ()
    indicators: Sequence[Named] = ()
    needs: Mapping[str, int] = field(default_factory=dict)
    known: Sequence[KnownProgramme] = ()
    source: str = ""
    may_write: frozenset[int] | None = None
    own_office_id: int | None = None
    may_mend: bool = False
    default_fund_id: int | None = None

    @cached_property
    def office_book(self) -> NameBook[Office]:
        return NameBook((office, office.names) for office in self.offices)

    @cached_property
    def post_book(self) -> NameBook[Named]:
        return NameBook((post, post.names) for post in self.posts)

    @cached_property
    def dimension_book(self) -> NameBook[Part]:
        return NameBook((part, part.names) for part in self.parts if part.parent_id is None)

    @cached_property
    def subdimension_book(self) -> NameBook[Part]:
        return NameBook((part, part.names) for part in self.parts if part.parent_id is not None)

    @cached_property
    def fund_book(self) -> NameBook[Named]:
        return NameBook((fund, fund.names) for fund in self.funds)

    @cached_property
    def goal_book(self) -> NameBook[Named]:
        return NameBook((goal, goal.names) for goal in self.goals)

    @cached_property
    def indicator_book(self) -> NameBook[Named]:
        return NameBook((indicator, indicator.names) for indicator in self.indicators)

    @cached_property
    def codes_by_code(self) -> Mapping[str, Sequence[Code]]:
        found: dict[str, list[Code]] = {}
        for code in self.codes:
            found.setdefault(code.code, []).append(code)
        return found

    @cached_property
    def codes_by_name(self) -> Mapping[str, Sequence[Code]]:
        found: dict[str, list[Code]] = {}
        for code in self.codes:
            found.setdefault(squashed(code.name), []).append(code)
        return found

    @cached_property
    def by_identity(self) -> Mapping[str, KnownProgramme]:
        return {programme.identity: programme for programme in self.known}

    @cached_property
    def by_ref(self) -> Mapping[str, KnownProgramme]:
        return {programme.ref.casefold(): programme for programme in self.known}

    @cached_property
    def names(self) -> Mapping[str, Mapping[int, str]]:
        """Column → id → name, for the preview."""
        places = {part.id: part.names[0] for part in self.parts if part.parent_id is None}
        inner = {part.id: part.names[0] for part in self.parts if part.parent_id is not None}
        offices = {office.id: office.names[0] for office in self.offices}
        return {
            "office_id": offices,
            "supporting": offices,
            "owner_id": {post.id: post.names[0] for post in self.posts},
            "dimension_id": places,
            "subdimension_id": inner,
            "fund_id": {fund.id: fund.names[0] for fund in self.funds},
            "goals": {goal.id: goal.names[0] for goal in self.goals},
            "indicators": {indicator.id: indicator.names[0] for indicator in self.indicators},
            "needs": {pk: ref for ref, pk in self.needs.items()},
        }
