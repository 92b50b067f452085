"""A file as the region keeps it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from rangkai.domains.evidence.rules.files import DocumentKind
from rangkai.domains.regions.models import RegionalRecord


class Document(RegionalRecord):
    """One file, kept once a region by its SHA-256; `file` is its name in the store, `created_at` when it came."""

    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=160)
    kind_of = models.CharField(max_length=8, choices=DocumentKind.choices())
    size = models.PositiveBigIntegerField()
    file = models.CharField(max_length=160)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "sha256"], condition=Q(deleted_at__isnull=True), name="document_once"
            )
        ]

    def __str__(self) -> str:
        return self.name
