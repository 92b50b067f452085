"""What is measured, and what is aimed at, year by year."""

from django.db import models
from django.db.models import Q

from rangkai.domains.indicators.rules import Direction
from rangkai.domains.organisations.models import Organisation
from rangkai.domains.regions.models import RegionalRecord


class Indicator(RegionalRecord):
    """Indikator kinerja: definition and unit outlive any programme. `is_iku` for the region's key ones."""

    ref = models.CharField(max_length=20)
    code = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=300)
    unit = models.CharField(max_length=60, blank=True)
    definition = models.TextField(blank=True)
    direction = models.CharField(max_length=4, choices=Direction.choices(), default=Direction.UP.value)
    is_iku = models.BooleanField(default=False)
    office = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["region", "ref"], name="indicator_ref_once")]
        indexes = [models.Index(fields=["region", "code"], name="indicator_by_code")]

    def __str__(self) -> str:
        return self.name


class IndicatorTarget(RegionalRecord):
    """Target and actual of one year; the baseline is the actual of the first year."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="targets")
    year = models.PositiveSmallIntegerField()
    target = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)
    actual = models.DecimalField(max_digits=20, decimal_places=4, null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "indicator", "year"],
                condition=Q(deleted_at__isnull=True),
                name="indicatortarget_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.year}"
