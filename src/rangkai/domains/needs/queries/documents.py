"""Files attached to needs."""

from django.db.models import QuerySet

from rangkai.domains.needs.models import Need, NeedDocument
from rangkai.lib.errors import N_, Missing


def attached(*, need: Need) -> QuerySet[NeedDocument]:
    """Live attachments of a need with their documents, in the order they came."""
    rows: QuerySet[NeedDocument] = NeedDocument.objects.live().filter(region_id=need.region_id, need=need)
    return rows.select_related("document").order_by("id")


def attachment_of(*, need: Need, attachment_id: int) -> NeedDocument:
    """One attachment of the need; raises Missing for any other. One query. Ask the policy of the need first."""
    found = attached(need=need).filter(pk=attachment_id).select_related("document", "need").first()
    if found is None:
        raise Missing(N_("Berkas ini tidak terlampir pada kebutuhan ini."))
    return found
