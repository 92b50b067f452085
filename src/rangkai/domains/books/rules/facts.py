"""Everything that a book is printed from, as plain frozen facts: what an edition freezes, and nothing else.

Money is whole rupiah. Words of vocabularies stand in Indonesian, as the book prints them. Instants are aware and in
the time zone of the region. An empty text or None means that nothing was recorded.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """The government, under the name it bears on the day."""

    code: str
    name: str
    kecamatan: int
    villages: int


@dataclass(frozen=True, slots=True)
class PhaseEnd:
    """A jangka; `until` is its last year."""

    kind: str
    name: str
    until: int


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """The masterplan itself."""

    ref: str
    version: int
    name: str
    vision: str
    legal_basis: str
    first_year: int
    last_year: int
    phases: tuple[PhaseEnd, ...]

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(range(self.first_year, self.last_year + 1))

    @property
    def period(self) -> str:
        return f"{self.first_year}–{self.last_year}"


@dataclass(frozen=True, slots=True)
class TargetFact:
    """Target and actual of one year, in the measure's unit."""

    year: int
    target: Decimal | None
    actual: Decimal | None


@dataclass(frozen=True, slots=True)
class MeasureFact:
    """An indicator that measures a goal."""

    ref: str
    code: str
    name: str
    unit: str
    direction: str
    is_iku: bool
    years: tuple[TargetFact, ...]

    @property
    def label(self) -> str:
        """The code that people use, else the number."""
        return self.code or self.ref

    @property
    def baseline(self) -> TargetFact | None:
        return next((one for one in self.years if one.actual is not None), None)


@dataclass(frozen=True, slots=True)
class GoalFact:
    """A visi, misi, tujuan or sasaran; goals come depth first, `depth` 0 is the top."""

    code: str
    level: str
    level_name: str
    text: str
    depth: int
    measures: tuple[MeasureFact, ...]


@dataclass(frozen=True, slots=True)
class GoalPlanFacts:
    """The RPJMD that the plan serves."""

    name: str
    legal_basis: str
    first_year: int
    last_year: int
    version: int
    goals: tuple[GoalFact, ...]

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(range(self.first_year, self.last_year + 1))


@dataclass(frozen=True, slots=True)
class SubDimensionPart:
    code: str
    name: str
    gloss: str
    strategy: str


@dataclass(frozen=True, slots=True)
class DimensionPart:
    """`colour` is #rrggbb; `icon` is the name of its drawing."""

    code: str
    name: str
    gloss: str
    colour: str
    icon: str
    parts: tuple[SubDimensionPart, ...]


@dataclass(frozen=True, slots=True)
class NeedFact:
    """`dimension` and `subdimension` are codes; `issue` is a ref; `programmes` are refs of those that answer it."""

    ref: str
    version: int
    updated_at: datetime
    is_example: bool
    statement: str
    place: str
    village: str
    kecamatan: str
    office: str
    office_short: str
    source_kind: str
    source: str
    stated_on: date | None
    dimension: str
    subdimension: str
    priority: int | None
    status: str
    is_approved: bool
    fate: str
    fate_reason: str
    fate_year: int | None
    issue: str
    beneficiaries: int | None
    programmes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IssueFact:
    """A strategic issue and its needs in figures."""

    ref: str
    name: str
    dimension: str
    needs: int
    beneficiaries: int


@dataclass(frozen=True, slots=True)
class FundingPart:
    """One baris pendanaan, in the year that its office proposes."""

    year: int
    fund: str
    office: str
    nomenclature: str
    amount: int
    document: str


@dataclass(frozen=True, slots=True)
class OutputPart:
    text: str
    quantity: Decimal | None
    unit: str
    year: int | None


@dataclass(frozen=True, slots=True)
class RiskPart:
    """`likelihood` and `impact` are 1..5; `owner` is the title of a post."""

    risk: str
    cause: str
    likelihood: int
    impact: int
    mitigation: str
    owner: str


@dataclass(frozen=True, slots=True)
class ProgrammePart:
    """`dimension` and `subdimension` are codes; `goals` are codes, `needs` refs; `start` None is "not placed"."""

    ref: str
    version: int
    updated_at: datetime
    is_example: bool
    name: str
    description: str
    kind: str
    status: str
    is_approved: bool
    dimension: str
    subdimension: str
    office: str
    office_short: str
    supporting: tuple[str, ...]
    owner: str
    quick_win: bool
    start: int | None
    end: int | None
    phase: str
    reason: str
    funding: tuple[FundingPart, ...]
    outputs: tuple[OutputPart, ...]
    risks: tuple[RiskPart, ...]
    needs: tuple[str, ...]
    issues: tuple[str, ...]
    goals: tuple[str, ...]
    measures: tuple[str, ...]

    @property
    def total(self) -> int:
        """Rupiah over every year and fund."""
        return sum(line.amount for line in self.funding)

    @property
    def period(self) -> str:
        """ "2027", "2027–2029", or a dash while it has no place."""
        if self.start is None or self.end is None:
            return "–"
        return str(self.start) if self.end == self.start else f"{self.start}–{self.end}"


@dataclass(frozen=True, slots=True)
class MoneyFact:
    """What a fund allows and what the roadmap takes of it in one year."""

    fund: str
    year: int
    ceiling: int
    used: int


@dataclass(frozen=True, slots=True)
class FundName:
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class DecisionFact:
    """Who adopted the roadmap; `by` is a post, `fingerprint` the SHA-256 of what was decided."""

    ref: str
    decided_on: date
    text: str
    by: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class ScenarioFact:
    """The roadmap that the book prints. `is_stale`: programmes or ceilings changed since it was computed."""

    ref: str
    name: str
    version: int
    solved_at: datetime
    quality: str
    notes: tuple[str, ...]
    is_adopted: bool
    is_stale: bool
    decision: DecisionFact | None


@dataclass(frozen=True, slots=True)
class BookFacts:
    """One region's plan at one moment. Programmes come in the order of dimension and ref, needs by ref.

    `withheld` counts the needs that have not left their office: they are nobody else's to read yet.
    """

    as_of: datetime
    place: PlaceFacts
    plan: PlanFacts
    goal_plan: GoalPlanFacts | None
    dimensions: tuple[DimensionPart, ...]
    needs: tuple[NeedFact, ...]
    withheld: int
    issues: tuple[IssueFact, ...]
    programmes: tuple[ProgrammePart, ...]
    funds: tuple[FundName, ...]
    money: tuple[MoneyFact, ...]
    scenario: ScenarioFact | None

    @property
    def placed(self) -> tuple[ProgrammePart, ...]:
        return tuple(one for one in self.programmes if one.start is not None)

    @property
    def left_out(self) -> tuple[ProgrammePart, ...]:
        return tuple(one for one in self.programmes if one.start is None)

    @property
    def quick_wins(self) -> tuple[ProgrammePart, ...]:
        return tuple(one for one in self.programmes if one.quick_win)

    @property
    def examples(self) -> tuple[int, int]:
        """How many needs and programmes are invented."""
        return sum(one.is_example for one in self.needs), sum(one.is_example for one in self.programmes)

    def programmes_of(self, dimension: str) -> tuple[ProgrammePart, ...]:
        return tuple(one for one in self.programmes if one.dimension == dimension)

    def needs_of(self, dimension: str) -> tuple[NeedFact, ...]:
        return tuple(one for one in self.needs if one.dimension == dimension)


@dataclass(frozen=True, slots=True)
class ChapterText:
    """A chapter as people wrote it; `key` tells which part of the records is printed after its text."""

    key: str
    place: str
    title: str
    body: str
    version: int


@dataclass(frozen=True, slots=True)
class EditionContent:
    """All of one edition; `number` None is a draft that nobody keeps."""

    book: str
    number: int | None
    facts: BookFacts
    chapters: tuple[ChapterText, ...]
