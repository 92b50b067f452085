"""The nomenclature as it stands on a day, and finding a code by its beginning or by words of its name."""

from datetime import date

from django.db.models import Q, QuerySet

from rangkai.domains.programmes.models import Fund, Nomenclature
from rangkai.domains.programmes.rules.nomenclature import KnownCode
from rangkai.domains.programmes.rules.terms import NomenclatureLevel

MOST_WORDS = 6


def in_force(day: date) -> Q:
    """Codes that hold on a day."""
    return Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gt=day))


def in_year(year: int) -> Q:
    """Codes that hold through the whole budget year."""
    return Q(valid_from__lt=date(year + 1, 1, 1)) & (
        Q(valid_to__isnull=True) | Q(valid_to__gte=date(year + 1, 1, 1))
    )


def codes_in_force(*, day: date) -> dict[str, KnownCode]:
    """Code → what holds on the day or from a later one; one query."""
    rows = Nomenclature.objects.live().filter(Q(valid_to__isnull=True) | Q(valid_to__gt=day))
    found = rows.order_by("valid_from").values_list("id", "code", "name", "valid_from")
    return {code: KnownCode(pk, code, name, since) for pk, code, name, since in found}


def nomenclature(*, level: NomenclatureLevel | None = None) -> QuerySet[Nomenclature]:
    """Every live row, also those that no longer hold, by code."""
    rows: QuerySet[Nomenclature] = Nomenclature.objects.live()
    if level is not None:
        rows = rows.filter(level=level)
    return rows.order_by("code", "valid_from")


def find_codes(*, words: str, year: int, limit: int = 12) -> list[Nomenclature]:
    """Subkegiatan that hold in the year, by the beginning of their code or by all words of their name; one query."""
    rows = nomenclature(level=NomenclatureLevel.SUBKEGIATAN).filter(in_year(year))
    wanted = words.split()[:MOST_WORDS]
    if not wanted:
        return []
    condition = Q()
    for word in wanted:
        condition &= Q(name__icontains=word)
    return list(rows.filter(Q(code__startswith=wanted[0]) | condition)[:limit])


def fund_rows(*, region_id: int) -> QuerySet[Fund]:
    """Live sources of money in their order."""
    rows: QuerySet[Fund] = Fund.objects.live().filter(region_id=region_id)
    return rows.order_by("order", "code")
