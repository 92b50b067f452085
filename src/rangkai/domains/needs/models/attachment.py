"""What is attached to a need."""

from django.db import models
from django.db.models import Q

from rangkai.domains.evidence.models import Document
from rangkai.domains.needs.models.need import Need
from rangkai.domains.regions.models import RegionalRecord


class NeedDocument(RegionalRecord):
    """One use of a document: attached to a need, under the name that the file had there."""

    need = models.ForeignKey(Need, models.PROTECT, related_name="documents")
    document = models.ForeignKey(Document, models.PROTECT, related_name="+")
    name = models.CharField(max_length=160)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "need", "document"],
                condition=Q(deleted_at__isnull=True),
                name="need_document_once",
            )
        ]

    def __str__(self) -> str:
        return self.name
