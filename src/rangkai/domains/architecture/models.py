"""A public service as its office states it."""

from django.db import models
from django.db.models import Q

from rangkai.domains.architecture.rules.terms import Digitalisation
from rangkai.domains.organisations.models import Organisation
from rangkai.domains.regions.models import RegionalRecord


class Service(RegionalRecord):
    """Layanan. `name_key` is the name as it is compared; an empty `digitalisation` is not assessed yet."""

    ref = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    name_key = models.CharField(max_length=200, editable=False)
    office = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    audience = models.CharField(max_length=200, blank=True)
    channel = models.CharField(max_length=300, blank=True)
    users = models.PositiveIntegerField(null=True, blank=True)
    digitalisation = models.CharField(max_length=12, choices=Digitalisation.choices(), blank=True)
    lacks_network = models.BooleanField(default=False)
    lacks_devices = models.BooleanField(default=False)
    lacks_people = models.BooleanField(default=False)
    hindrance_note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["region", "ref"], name="service_ref_once"),
            models.UniqueConstraint(
                fields=["region", "office", "name_key"],
                condition=Q(deleted_at__isnull=True),
                name="service_name_once",
            ),
        ]
        indexes = [
            models.Index(fields=["region", "-users", "id"], name="service_by_users"),
            models.Index(fields=["region", "digitalisation"], name="service_by_degree"),
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.name}"
