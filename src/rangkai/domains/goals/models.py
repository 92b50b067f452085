"""The cascade of goals by validity, and the indicators that measure it."""

from django.db import models
from django.db.models import F, Q

from rangkai.domains.goals.rules import GoalLevel, PlanKind
from rangkai.domains.indicators.models import Indicator
from rangkai.domains.organisations.models import Organisation
from rangkai.domains.regions.models import RegionalRecord


class GoalPlan(RegionalRecord):
    """An RPJMD, or the Renstra of an office, in force between two years."""

    kind_of = models.CharField(max_length=8, choices=PlanKind.choices())
    name = models.CharField(max_length=200)
    legal_basis = models.CharField(max_length=200, blank=True)
    office = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(first_year__lte=F("last_year")), name="goalplan_order")
        ]
        indexes = [models.Index(fields=["region", "kind_of", "first_year"], name="goalplan_by_year")]

    def __str__(self) -> str:
        return self.name


class Goal(RegionalRecord):
    """One visi, misi, tujuan or sasaran."""

    plan = models.ForeignKey(GoalPlan, models.PROTECT, related_name="goals")
    level = models.CharField(max_length=8, choices=GoalLevel.choices())
    code = models.CharField(max_length=20)
    text = models.TextField()
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "plan", "code"], condition=Q(deleted_at__isnull=True), name="goal_code_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.text}"


class GoalIndicator(RegionalRecord):
    """An indicator measures a goal."""

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="measures")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "goal", "indicator"],
                condition=Q(deleted_at__isnull=True),
                name="goalindicator_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.goal_id} {self.indicator_id}"
