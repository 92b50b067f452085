"""Scenarios: ceilings, capacities, pins; what the engine placed where; and what was decided."""

from django.db import models
from django.db.models import Q

from rangkai.domains.masterplans.models import Dimension, Masterplan
from rangkai.domains.organisations.models import Organisation, Post
from rangkai.domains.programmes.models import Fund, Programme
from rangkai.domains.regions.models import RegionalRecord
from rangkai.domains.roadmap.rules.terms import ScenarioState
from rangkai.kit.models import Job, Snapshot


class Scenario(RegionalRecord):
    """`discount` in thousandths (30: a year's delay loses 3 % of the value); `result` is the answer's figures."""

    ref = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    note = models.TextField(blank=True)
    plan = models.ForeignKey(Masterplan, models.PROTECT, related_name="+")
    discount = models.PositiveSmallIntegerField(default=30)
    seconds = models.PositiveSmallIntegerField(default=10)
    state = models.CharField(max_length=8, choices=ScenarioState.choices(), default=ScenarioState.DRAFT.value)
    result = models.JSONField(default=dict)
    inputs_sha256 = models.CharField(max_length=64, blank=True)
    solved_at = models.DateTimeField(null=True, blank=True)
    job = models.ForeignKey(Job, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["region", "ref"], name="scenario_ref_once"),
            models.UniqueConstraint(
                fields=["region", "plan"],
                condition=Q(state="adopted", deleted_at__isnull=True),
                name="scenario_one_adopted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.name}"


class Ceiling(RegionalRecord):
    """Pagu of a fund in a year, whole rupiah."""

    scenario = models.ForeignKey(Scenario, models.PROTECT, related_name="ceilings")
    fund = models.ForeignKey(Fund, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    amount = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "scenario", "fund", "year"],
                condition=Q(deleted_at__isnull=True),
                name="ceiling_once",
            ),
            models.CheckConstraint(condition=Q(amount__gte=0), name="ceiling_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.scenario_id} {self.fund_id} {self.year}"


class Capacity(RegionalRecord):
    """How many programmes an office can run at once, each year of the plan."""

    scenario = models.ForeignKey(Scenario, models.PROTECT, related_name="capacities")
    office = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    at_once = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "scenario", "office"],
                condition=Q(deleted_at__isnull=True),
                name="capacity_once",
            )
        ]
        verbose_name_plural = "capacities"

    def __str__(self) -> str:
        return f"{self.scenario_id} {self.office_id}"


class Pin(RegionalRecord):
    """A person's word: the programme starts in `year`, or stays out (null)."""

    scenario = models.ForeignKey(Scenario, models.PROTECT, related_name="pins")
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "scenario", "programme"],
                condition=Q(deleted_at__isnull=True),
                name="pin_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.scenario_id} {self.programme_id}"


class Coverage(RegionalRecord):
    """At least so many programmes (or quick wins) of a dimension begin by a year."""

    scenario = models.ForeignKey(Scenario, models.PROTECT, related_name="coverages")
    dimension = models.ForeignKey(Dimension, models.PROTECT, related_name="+")
    quick_win = models.BooleanField(default=False)
    at_least = models.PositiveSmallIntegerField(default=1)
    by_year = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "scenario", "dimension", "quick_win", "by_year"],
                condition=Q(deleted_at__isnull=True),
                name="coverage_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.scenario_id} {self.dimension_id}"


class Placement(RegionalRecord):
    """Where the engine put a programme: `start` null is left out; `reason` ({text, params}) for out or pushed back."""

    scenario = models.ForeignKey(Scenario, models.PROTECT, related_name="placements")
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    start = models.PositiveSmallIntegerField(null=True, blank=True)
    end = models.PositiveSmallIntegerField(null=True, blank=True)
    reason = models.JSONField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "scenario", "programme"],
                condition=Q(deleted_at__isnull=True),
                name="placement_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.scenario_id} {self.programme_id} {self.start}"


class Decision(RegionalRecord):
    """Keputusan: who adopted which scenario, when and why; the frozen edition stands behind it."""

    ref = models.CharField(max_length=20)
    scenario = models.ForeignKey(Scenario, models.PROTECT, related_name="decisions")
    text = models.TextField()
    decided_on = models.DateField()
    by_post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    snapshot = models.ForeignKey(Snapshot, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["region", "ref"], name="decision_ref_once")]

    def __str__(self) -> str:
        return f"{self.ref} {self.decided_on}"
