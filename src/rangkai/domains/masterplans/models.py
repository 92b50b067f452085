"""The masterplan, its phases, the six dimensions and the strategy for each."""

from django.db import models
from django.db.models import F, Q

from rangkai.domains.goals.models import GoalPlan
from rangkai.domains.masterplans.rules import PhaseKind
from rangkai.domains.regions.models import RegionalRecord
from rangkai.kit.models import Record


class Dimension(Record):
    """One of the six; the official order is `order`. Colour and icon always go with the word."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=60)
    name_en = models.CharField(max_length=60)
    gloss = models.CharField(max_length=200, blank=True)
    icon = models.CharField(max_length=40)
    colour = models.CharField(max_length=7)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["order"]

    def __str__(self) -> str:
        return self.name


class SubDimension(Record):
    """One of three in each dimension."""

    dimension = models.ForeignKey(Dimension, models.PROTECT, related_name="subdimensions")
    code = models.CharField(max_length=30, unique=True)
    name = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    gloss = models.CharField(max_length=200, blank=True)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["dimension__order", "order"]

    def __str__(self) -> str:
        return self.name


class Masterplan(RegionalRecord):
    """One plan of a region; at most one is in force (`is_current`)."""

    ref = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    vision = models.TextField(blank=True)
    legal_basis = models.CharField(max_length=200, blank=True)
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    rpjmd = models.ForeignKey(GoalPlan, models.PROTECT, null=True, blank=True, related_name="+")
    is_current = models.BooleanField(default=True)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["region", "ref"], name="masterplan_ref_once"),
            models.UniqueConstraint(
                fields=["region"],
                condition=Q(is_current=True, deleted_at__isnull=True),
                name="masterplan_one_current",
            ),
            models.CheckConstraint(condition=Q(first_year__lte=F("last_year")), name="masterplan_order"),
        ]

    def __str__(self) -> str:
        return self.name


class PlanPhase(RegionalRecord):
    """A jangka ends with the year `until`, inclusive."""

    plan = models.ForeignKey(Masterplan, models.PROTECT, related_name="phases")
    kind_of = models.CharField(max_length=10, choices=PhaseKind.choices())
    until = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "plan", "kind_of"],
                condition=Q(deleted_at__isnull=True),
                name="planphase_once",
            )
        ]
        ordering = ["until"]

    def __str__(self) -> str:
        return f"{self.kind_of} {self.until}"


class Strategy(RegionalRecord):
    """How the plan means to move one sub-dimension."""

    plan = models.ForeignKey(Masterplan, models.PROTECT, related_name="strategies")
    subdimension = models.ForeignKey(SubDimension, models.PROTECT, related_name="+")
    text = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "plan", "subdimension"],
                condition=Q(deleted_at__isnull=True),
                name="strategy_once",
            )
        ]
        verbose_name_plural = "strategies"

    def __str__(self) -> str:
        return self.text[:60]
