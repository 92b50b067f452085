"""One programme by its number, and the funds of a region."""

from django.db.models import QuerySet

from rangkai.domains.programmes.models import Fund, Programme
from rangkai.lib.errors import N_, Missing


def programme_by_ref(*, region_id: int, ref: str) -> Programme:
    """A live programme of the region; one query; raises Missing. The caller asks the policy."""
    rows = Programme.objects.live().filter(region_id=region_id, ref=ref)
    found: Programme | None = rows.select_related("office", "owner", "dimension", "subdimension").first()
    if found is None:
        raise Missing(N_("Program ini tidak ada, atau bukan milik perangkat daerah Anda."))
    return found


def fund_rows(*, region_id: int) -> QuerySet[Fund]:
    """Live sources of money, in their order."""
    rows: QuerySet[Fund] = Fund.objects.live().filter(region_id=region_id)
    return rows.order_by("order", "code")
