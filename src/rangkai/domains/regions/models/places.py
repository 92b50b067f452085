"""Identity is permanent; code, name and parent are rows by validity (mapit's way)."""

from django.db import models
from django.db.models import F, Q

from rangkai.domains.regions.rules import AreaKind, RegionKind, Timezone
from rangkai.kit.models import Record


class Batch(Record):
    """Angkatan: the regions that entered the movement together."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=120)
    year = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return self.name


class Region(Record):
    """A government, and so a tenant. `open` once it has a workspace."""

    kind_of = models.CharField(max_length=12, choices=RegionKind.choices())
    timezone = models.CharField(max_length=20, choices=Timezone.choices(), default=Timezone.WIB.value)
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, blank=True, related_name="+")
    opened_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"region {self.pk}"


class RegionVersion(Record):
    """Code, name and parent of a government between two days; `successor` where it was split or merged."""

    region = models.ForeignKey(Region, models.PROTECT, related_name="versions")
    code = models.CharField(max_length=5)
    name = models.CharField(max_length=120)
    parent = models.ForeignKey(Region, models.PROTECT, null=True, related_name="+")
    successor = models.ForeignKey(Region, models.PROTECT, null=True, blank=True, related_name="+")
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=Q(valid_to__isnull=True), name="region_code_once_now"
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_from__lt=F("valid_to")),
                name="region_version_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class Area(Record):
    """A kecamatan, desa or kelurahan of one government."""

    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    kind_of = models.CharField(max_length=10, choices=AreaKind.choices())

    class Meta:
        indexes = [models.Index(fields=["region", "kind_of"], name="area_by_kind")]

    def __str__(self) -> str:
        return f"area {self.pk}"


class AreaVersion(Record):
    """Codes (Kemendagri and BPS order them differently), name and parent of an area between two days."""

    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    area = models.ForeignKey(Area, models.PROTECT, related_name="versions")
    code = models.CharField(max_length=13)
    bps_code = models.CharField(max_length=10, blank=True)
    name = models.CharField(max_length=120)
    parent = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    successor = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="+")
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "code"], condition=Q(valid_to__isnull=True), name="area_code_once_now"
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_from__lt=F("valid_to")),
                name="area_version_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
