"""What every editable row carries: a version, its instants, and a soft delete."""

from typing import Any, ClassVar, Self

from django.db import models


class LiveQuerySet[M: models.Model](models.QuerySet[M]):
    """Queries begin at `.live()`; what was deleted stays until it is purged."""

    def live(self) -> Self:
        return self.filter(deleted_at__isnull=True)

    def deleted(self) -> Self:
        return self.filter(deleted_at__isnull=False)


class Record(models.Model):
    """Editable row. `version` rises by one a save; a save names the version it read (`kit.actions`)."""

    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    deleted_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects: ClassVar[Any] = LiveQuerySet.as_manager()

    class Meta:
        abstract = True

    @classmethod
    def kind(cls) -> str:
        """Name of this kind of record in Change, SearchRow and Snapshot, as in `needs.need`."""
        return cls._meta.label_lower
