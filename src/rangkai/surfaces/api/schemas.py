"""Shapes of the answers. Money is whole rupiah; dates are ISO 8601; what is not known is null."""

from datetime import date

from ninja import Schema


class Refused(Schema):
    """What happened, in words."""

    message: str


class NeedOut(Schema):
    """One need."""

    ref: str
    statement: str
    place: str
    area: str | None
    office: str
    source: str
    stated_on: date | None
    dimension: str | None
    subdimension: str | None
    urgency: int | None
    seriousness: int | None
    growth: int | None
    priority: int | None
    status: str
    fate: str
    issue: str | None
    service: str | None
    for_whom: str
    authority: str
    beneficiaries: int | None
    estimate: int | None


class NeedList(Schema):
    """All of them."""

    region: str
    count: int
    needs: list[NeedOut]


class FundingOut(Schema):
    """One funding line."""

    year: int
    fund: str
    office: str
    amount: int
    nomenclature: str
    document: str


class ProgrammeOut(Schema):
    """One programme."""

    ref: str
    name: str
    kind: str
    status: str
    dimension: str
    subdimension: str
    office: str
    owner: str
    value: int
    earliest: int | None
    latest: int | None
    must: bool
    quick_win: bool
    total: int
    funding: list[FundingOut]
    needs: list[str]
    goals: list[str]


class ProgrammeList(Schema):
    """All of them."""

    region: str
    count: int
    programmes: list[ProgrammeOut]
