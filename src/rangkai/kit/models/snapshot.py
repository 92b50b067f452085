"""A frozen edition: canonical JSON and its fingerprint."""

from django.conf import settings
from django.db import models


class Snapshot(models.Model):
    """`body` is canonical JSON text (sorted keys, no blanks); `sha256` is of its UTF-8 bytes."""

    region_id = models.BigIntegerField()
    kind = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    schema = models.PositiveSmallIntegerField(default=1)
    body = models.TextField()
    sha256 = models.CharField(max_length=64)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["region_id", "kind", "object_id", "id"], name="snapshot_by_record")]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id} {self.sha256[:8]}"
