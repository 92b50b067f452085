"""Indicators with their targets and actuals, year by year."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from rangkai.domains.indicators.models import Indicator, IndicatorTarget
from rangkai.lib.errors import N_, Missing


@dataclass(frozen=True, slots=True)
class YearFact:
    """Target and actual of one year, in the indicator's unit; `id` and `version` are of the row."""

    id: int
    version: int
    year: int
    target: Decimal | None
    actual: Decimal | None


@dataclass(frozen=True, slots=True)
class IndicatorFact:
    """`baseline` is the actual of the first year that has one."""

    id: int
    ref: str
    version: int
    code: str
    name: str
    unit: str
    direction: str
    is_iku: bool
    office_id: int | None
    years: tuple[YearFact, ...]

    @property
    def baseline(self) -> YearFact | None:
        return next((year for year in self.years if year.actual is not None), None)

    @property
    def targets(self) -> Mapping[int, Decimal]:
        return {year.year: year.target for year in self.years if year.target is not None}


def indicators(*, region_id: int) -> QuerySet[Indicator]:
    """Live indicators by code, then name."""
    rows: QuerySet[Indicator] = Indicator.objects.live().filter(region_id=region_id)
    return rows.select_related("office").order_by("code", "name", "id")


def indicator_by_ref(*, region_id: int, ref: str) -> Indicator:
    """One query; raises Missing for a ref that no live indicator bears."""
    found = indicators(region_id=region_id).filter(ref=ref).first()
    if found is None:
        raise Missing(N_("Indikator %(ref)s tidak ada.", ref=ref))
    return found


def indicator_facts(*, region_id: int, ids: Collection[int] | None = None) -> Mapping[int, IndicatorFact]:
    """By id, in the order of code and name; two queries."""
    rows = indicators(region_id=region_id).select_related(None)
    targets = IndicatorTarget.objects.live().filter(region_id=region_id)
    if ids is not None:
        rows = rows.filter(pk__in=ids)
        targets = targets.filter(indicator_id__in=ids)
    years: dict[int, list[YearFact]] = {}
    fields = ("indicator_id", "id", "version", "year", "target", "actual")
    for indicator_id, *values in targets.order_by("year").values_list(*fields):
        years.setdefault(indicator_id, []).append(YearFact(*values))
    return {
        row.pk: IndicatorFact(
            id=row.pk,
            ref=row.ref,
            version=row.version,
            code=row.code,
            name=row.name,
            unit=row.unit,
            direction=row.direction,
            is_iku=row.is_iku,
            office_id=row.office_id,
            years=tuple(years.get(row.pk, ())),
        )
        for row in rows
    }
