"""What public service needs, as an office or a citizen stated it, and the issue it belongs to."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from rangkai.domains.architecture.models import Service
from rangkai.domains.masterplans.models import Dimension, SubDimension
from rangkai.domains.needs.rules.terms import Authority, Fate, FateOwner, NeedSource, NeedStatus
from rangkai.domains.organisations.models import Organisation
from rangkai.domains.regions.models import Area, RegionalRecord

ONE_TO_FIVE = [MinValueValidator(1), MaxValueValidator(5)]


class StrategicIssue(RegionalRecord):
    """Isu strategis: many like needs as one subject, from which programmes are made."""

    ref = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    summary = models.TextField(blank=True)
    dimension = models.ForeignKey(Dimension, models.PROTECT, null=True, blank=True, related_name="+")
    subdimension = models.ForeignKey(SubDimension, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["region", "ref"], name="issue_ref_once")]

    def __str__(self) -> str:
        return f"{self.ref} {self.name}"


class Need(RegionalRecord):
    """One need. `identity` tells whether a row of a sheet is this one (rules.identity); `estimate` is whole rupiah."""

    ref = models.CharField(max_length=20)
    statement = models.TextField()
    detail = models.TextField(blank=True)
    place = models.CharField(max_length=300, blank=True)
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="+")
    office = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True, related_name="+")
    for_whom = models.CharField(max_length=200, blank=True)
    authority = models.CharField(max_length=10, choices=Authority.choices(), blank=True)
    source_kind = models.CharField(
        max_length=12, choices=NeedSource.choices(), default=NeedSource.OFFICE.value
    )
    source = models.CharField(max_length=120, blank=True)
    source_key = models.CharField(max_length=80, blank=True)
    identity = models.CharField(max_length=64, editable=False)
    stated_on = models.DateField(null=True, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    quantity = models.DecimalField(max_digits=16, decimal_places=2, null=True, blank=True)
    unit = models.CharField(max_length=40, blank=True)
    beneficiaries = models.PositiveIntegerField(null=True, blank=True)
    estimate = models.BigIntegerField(null=True, blank=True)
    dimension = models.ForeignKey(Dimension, models.PROTECT, null=True, blank=True, related_name="+")
    subdimension = models.ForeignKey(SubDimension, models.PROTECT, null=True, blank=True, related_name="+")
    urgency = models.PositiveSmallIntegerField(null=True, blank=True, validators=ONE_TO_FIVE)
    seriousness = models.PositiveSmallIntegerField(null=True, blank=True, validators=ONE_TO_FIVE)
    growth = models.PositiveSmallIntegerField(null=True, blank=True, validators=ONE_TO_FIVE)
    priority = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    status = models.CharField(max_length=10, choices=NeedStatus.choices(), default=NeedStatus.DRAFT.value)
    status_reason = models.CharField(max_length=300, blank=True)
    issue = models.ForeignKey(StrategicIssue, models.PROTECT, null=True, blank=True, related_name="needs")
    fate = models.CharField(max_length=16, choices=Fate.choices(), default=Fate.OPEN.value)
    fate_reason = models.CharField(max_length=300, blank=True)
    fate_year = models.PositiveSmallIntegerField(null=True, blank=True)
    fate_owner = models.CharField(max_length=10, choices=FateOwner.choices(), blank=True)
    fate_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["region", "ref"], name="need_ref_once"),
            models.UniqueConstraint(
                fields=["region", "identity"], condition=Q(deleted_at__isnull=True), name="need_identity_once"
            ),
            models.CheckConstraint(
                condition=Q(estimate__isnull=True) | Q(estimate__gte=0), name="need_estimate_not_negative"
            ),
        ]
        indexes = [
            models.Index(fields=["region", "-priority", "id"], name="need_by_priority"),
            models.Index(fields=["region", "office", "status"], name="need_by_office"),
            models.Index(fields=["region", "dimension"], name="need_by_dimension"),
            models.Index(fields=["region", "issue"], name="need_by_issue"),
            models.Index(fields=["region", "area"], name="need_by_area"),
            models.Index(fields=["region", "fate"], name="need_by_fate"),
            models.Index(fields=["region", "service"], name="need_by_service"),
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.statement[:80]}"
