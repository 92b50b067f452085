"""History: one append-only row per record that an action touched."""

from django.conf import settings
from django.db import models


class Change(models.Model):
    """Who did what to which record, with the fields before and after; source of history and undo.

    `batch` joins the rows of one call of an action. `before` is null for a new record, `after` null for none.
    """

    action = models.CharField(max_length=60)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    region_id = models.BigIntegerField(null=True)
    kind = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    version = models.PositiveIntegerField()
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    reason = models.TextField(blank=True)
    batch = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(fields=["region_id", "kind", "object_id", "id"], name="change_by_record"),
            models.Index(fields=["region_id", "at"], name="change_by_time"),
            models.Index(fields=["batch"], name="change_by_batch"),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.kind} {self.object_id} v{self.version}"
