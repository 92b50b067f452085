"""Full-text search: text that was folded and stemmed once in Python, so that both databases find the same."""

from django.db import models


class SearchRow(models.Model):
    """`text` holds stems parted by spaces; an FTS5 table (SQLite) or a GIN index (PostgreSQL) reads it."""

    region_id = models.BigIntegerField()
    kind = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    title = models.CharField(max_length=300)
    text = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["region_id", "kind", "object_id"], name="searchrow_once"),
        ]

    def __str__(self) -> str:
        return self.title
