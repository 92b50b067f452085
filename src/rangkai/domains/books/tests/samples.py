"""Facts of a small plan, made by hand: two dimensions, four needs, four programmes of which one found no place."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from rangkai.domains.books.rules.facts import (
    BookFacts,
    ChapterText,
    DecisionFact,
    DimensionPart,
    EditionContent,
    FundingPart,
    FundName,
    GoalFact,
    GoalPlanFacts,
    IssueFact,
    MeasureFact,
    MoneyFact,
    NeedFact,
    OutputPart,
    PhaseEnd,
    PlaceFacts,
    PlanFacts,
    ProgrammePart,
    RiskPart,
    ScenarioFact,
    SubDimensionPart,
    TargetFact,
)
from rangkai.domains.books.rules.frame import FRAMES
from rangkai.domains.books.rules.terms import BookNumber

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
MILLION = 1_000_000


def need(number: int, **given: object) -> NeedFact:
    plain = NeedFact(
        ref=f"K-2026-{number:05d}",
        version=1,
        updated_at=NOW,
        is_example=False,
        statement=f"Kebutuhan {number}",
        place="",
        village="",
        kecamatan="Sooko",
        office="Dinas Kesehatan",
        office_short="Dinkes",
        source_kind="Musrenbang",
        source="",
        stated_on=date(2026, 2, 10),
        dimension="living",
        subdimension="health",
        priority=13,
        status="disetujui",
        is_approved=True,
        fate="masuk program",
        fate_reason="Dijawab antrean daring",
        fate_year=None,
        issue="I-2026-00001",
        beneficiaries=100,
        programmes=("P-2026-00001",),
    )
    return replace(plain, **given)  # type: ignore[arg-type]


def programme(number: int, **given: object) -> ProgrammePart:
    plain = ProgrammePart(
        ref=f"P-2026-{number:05d}",
        version=2,
        updated_at=NOW,
        is_example=False,
        name=f"Program {number}",
        description="",
        kind="Layanan",
        status="disetujui",
        is_approved=True,
        dimension="living",
        subdimension="health",
        office="Dinas Kesehatan",
        office_short="Dinkes",
        supporting=(),
        owner="Kepala Dinas Kesehatan",
        quick_win=False,
        start=2027,
        end=2028,
        phase="pendek",
        reason="",
        funding=(
            FundingPart(2027, "PAD", "Dinkes", "1.02.02.2.02.0001", 100 * MILLION, "Renja 2027"),
            FundingPart(2028, "PAD", "Dinkes", "1.02.02.2.02.0001", 50 * MILLION, "Renja 2027"),
        ),
        outputs=(OutputPart("Puskesmas terhubung", Decimal("27.00"), "puskesmas", 2028),),
        risks=(),
        needs=("K-2026-00001",),
        issues=("I-2026-00001",),
        goals=("S1",),
        measures=("IKU-01",),
    )
    return replace(plain, **given)  # type: ignore[arg-type]


RISK = RiskPart("Jaringan putus", "Jalur tunggal", 4, 4, "Jalur cadangan", "Kepala Diskominfo")

GOALS = GoalPlanFacts(
    name="RPJMD 2025–2029",
    legal_basis="Perda 6/2025",
    first_year=2025,
    last_year=2029,
    version=1,
    goals=(
        GoalFact("V", "visi", "Visi", "Daerah yang maju", 0, ()),
        GoalFact("M1", "misi", "Misi", "Layanan yang baik", 1, ()),
        GoalFact("T1", "tujuan", "Tujuan", "Layanan yang mudah", 2, ()),
        GoalFact(
            "S1",
            "sasaran",
            "Sasaran",
            "Layanan kesehatan yang mudah",
            3,
            (
                MeasureFact(
                    "IND-2026-00001",
                    "IKU-01",
                    "Waktu tunggu",
                    "menit",
                    "down",
                    True,
                    (
                        TargetFact(2024, None, Decimal("45.5000")),
                        TargetFact(2025, Decimal("40.0000"), None),
                    ),
                ),
            ),
        ),
    ),
)

SCENARIO = ScenarioFact(
    ref="S-2026-00001",
    name="Dasar",
    version=3,
    solved_at=NOW,
    quality="Susunannya terbukti yang terbaik",
    notes=(),
    is_adopted=True,
    is_stale=False,
    decision=DecisionFact("KEP-2026-00001", date(2026, 11, 23), "Paling berdampak", "Bupati", "ab" * 32),
)


def facts(**given: object) -> BookFacts:
    """150 million for each of three placed programmes; the fourth wants 300 million and found no place."""
    plain = BookFacts(
        as_of=NOW,
        place=PlaceFacts("35.16", "Kabupaten Mojokerto", 18, 304),
        plan=PlanFacts(
            "RI-2026-00001",
            1,
            "Rencana Induk Kota Cerdas",
            "Mojokerto yang terpadu",
            "Perbup 1/2026",
            2027,
            2029,
            (PhaseEnd("pendek", "Jangka pendek", 2027), PhaseEnd("menengah", "Jangka menengah", 2029)),
        ),
        goal_plan=GOALS,
        dimensions=(
            DimensionPart(
                "living",
                "Smart Living",
                "Kelayakan hidup.",
                "#56B4E9",
                "home-heart",
                (
                    SubDimensionPart(
                        "health", "Prasarana kesehatan", "Layanan kesehatan", "Mendekatkan layanan."
                    ),
                ),
            ),
            DimensionPart(
                "environment",
                "Smart Environment",
                "",
                "#009E73",
                "leaf",
                (SubDimensionPart("waste", "Tata kelola sampah", "", ""),),
            ),
        ),
        needs=(
            need(1),
            need(2, priority=7, village="Japan", kecamatan=""),
            need(3, dimension="environment", subdimension="waste", priority=None, fate="ditunda"),
            need(4, dimension="", subdimension="", fate="belum diputuskan", fate_reason="", programmes=()),
        ),
        withheld=0,
        issues=(
            IssueFact("I-2026-00001", "Antrean", "living", 2, 200),
            IssueFact("I-2026-00002", "Lain", "", 1, 0),
        ),
        programmes=(
            programme(1, quick_win=True, end=2027, risks=(RISK,)),
            programme(2, risks=(replace(RISK, mitigation="", owner=""),)),
            programme(
                3, dimension="environment", subdimension="waste", phase="menengah", start=2028, end=2029
            ),
            programme(
                4,
                dimension="environment",
                subdimension="",
                start=None,
                end=None,
                phase="",
                reason="pagu tidak cukup",
                funding=(FundingPart(2027, "PAD", "DLH", "", 300 * MILLION, ""),),
                outputs=(),
                goals=(),
                measures=(),
                needs=(),
            ),
        ),
        funds=(FundName("PAD", "Pendapatan Asli Daerah"), FundName("DAK", "Dana Alokasi Khusus")),
        money=(
            MoneyFact("PAD", 2027, 250 * MILLION, 200 * MILLION),
            MoneyFact("PAD", 2028, 250 * MILLION, 200 * MILLION),
            MoneyFact("PAD", 2029, 250 * MILLION, 50 * MILLION),
            MoneyFact("DAK", 2027, 0, 0),
            MoneyFact("DAK", 2028, 0, 0),
            MoneyFact("DAK", 2029, 0, 0),
        ),
        scenario=SCENARIO,
    )
    return replace(plain, **given)  # type: ignore[arg-type]


def empty() -> BookFacts:
    """A plan with nothing in it."""
    return facts(
        goal_plan=None,
        plan=replace(facts().plan, vision="", legal_basis="", phases=()),
        needs=(),
        issues=(),
        programmes=(),
        funds=(),
        money=(),
        scenario=None,
    )


def content(book: BookNumber = BookNumber.TWO, number: int | None = 1, **given: object) -> EditionContent:
    """The frame of a book over the small plan."""
    chapters = tuple(ChapterText(one.key, one.place.value, one.title, one.body, 1) for one in FRAMES[book])
    return EditionContent(book.value, number, facts(**given), chapters)
