"""The base of every row that belongs to a government."""

from django.db import models

from rangkai.domains.regions.models.places import Region
from rangkai.kit.models import Record


class RegionalRecord(Record):
    """Every unique constraint and index of a regional table begins with `region`."""

    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    is_example = models.BooleanField(default=False, editable=False)

    class Meta:
        abstract = True
