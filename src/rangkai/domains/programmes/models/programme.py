"""A Smart City programme (Permendagri's are Nomenklatur); it has an owner from its first minute."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from rangkai.domains.masterplans.models import Dimension, SubDimension
from rangkai.domains.organisations.models import Organisation, Post
from rangkai.domains.programmes.rules.terms import ProgrammeKind, ProgrammeStatus
from rangkai.domains.regions.models import RegionalRecord

ONE_TO_FIVE = [MinValueValidator(1), MaxValueValidator(5)]


class Programme(RegionalRecord):
    """`value` is the planner's weight of its benefit (1–100); `earliest` and `latest` bound the start year."""

    ref = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    kind_of = models.CharField(max_length=16, choices=ProgrammeKind.choices())
    dimension = models.ForeignKey(Dimension, models.PROTECT, related_name="+")
    subdimension = models.ForeignKey(SubDimension, models.PROTECT, null=True, blank=True, related_name="+")
    office = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    owner = models.ForeignKey(Post, models.PROTECT, related_name="+")
    value = models.PositiveSmallIntegerField(
        default=50, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    earliest = models.PositiveSmallIntegerField(null=True, blank=True)
    latest = models.PositiveSmallIntegerField(null=True, blank=True)
    must = models.BooleanField(default=False)
    quick_win = models.BooleanField(default=False)
    status = models.CharField(
        max_length=10, choices=ProgrammeStatus.choices(), default=ProgrammeStatus.DRAFT.value
    )
    status_reason = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=120, blank=True)
    source_key = models.CharField(max_length=80, blank=True)
    identity = models.CharField(max_length=64, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["region", "ref"], name="programme_ref_once"),
            models.UniqueConstraint(
                fields=["region", "identity"],
                condition=Q(deleted_at__isnull=True),
                name="programme_identity_once",
            ),
        ]
        indexes = [
            models.Index(fields=["region", "dimension"], name="programme_by_dimension"),
            models.Index(fields=["region", "office", "status"], name="programme_by_office"),
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.name}"


class SupportingOffice(RegionalRecord):
    """An office that helps the leading one."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="supporting")
    office = models.ForeignKey(Organisation, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "programme", "office"],
                condition=Q(deleted_at__isnull=True),
                name="supportingoffice_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.office_id}"


class ProgrammeOutput(RegionalRecord):
    """What it will have delivered."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="outputs")
    text = models.CharField(max_length=200)
    quantity = models.DecimalField(max_digits=16, decimal_places=2, null=True, blank=True)
    unit = models.CharField(max_length=40, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["region", "programme"], name="output_by_programme")]

    def __str__(self) -> str:
        return self.text


class ProgrammeRisk(RegionalRecord):
    """Risiko, sebab, kemungkinan × dampak (1–5), mitigasi."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="risks")
    risk = models.CharField(max_length=300)
    cause = models.CharField(max_length=300, blank=True)
    likelihood = models.PositiveSmallIntegerField(validators=ONE_TO_FIVE)
    impact = models.PositiveSmallIntegerField(validators=ONE_TO_FIVE)
    mitigation = models.TextField(blank=True)
    owner = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["region", "programme"], name="risk_by_programme")]

    def __str__(self) -> str:
        return self.risk
