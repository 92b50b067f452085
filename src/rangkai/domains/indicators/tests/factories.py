"""Small indicators with fixed numbers."""

from decimal import Decimal

from rangkai.domains.indicators.models import Indicator, IndicatorTarget
from rangkai.domains.regions.models import Region


def indicator(place: Region, code: str = "IKU-1", name: str = "Indeks kepuasan masyarakat") -> Indicator:
    found = Indicator.objects.filter(region=place, code=code).first()
    return found or Indicator.objects.create(
        region=place, ref=f"IK-2026-{code[-1]:0>5}", code=code, name=name, unit="indeks", is_iku=True
    )


def target(of: Indicator, year: int, aim: str | None = None, actual: str | None = None) -> IndicatorTarget:
    return IndicatorTarget.objects.create(
        region=of.region,
        indicator=of,
        year=year,
        target=Decimal(aim) if aim else None,
        actual=Decimal(actual) if actual else None,
    )
