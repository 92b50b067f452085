"""Links of the chain that a programme holds; every link is a row with who and when (its Change)."""

from django.db import models
from django.db.models import F, Q

from rangkai.domains.goals.models import Goal
from rangkai.domains.indicators.models import Indicator
from rangkai.domains.needs.models import Need, StrategicIssue
from rangkai.domains.programmes.models.programme import Programme
from rangkai.domains.programmes.rules.terms import LinkKind
from rangkai.domains.regions.models import Area, RegionalRecord


def once(name: str, *fields: str) -> models.UniqueConstraint:
    """A live link stands once."""
    return models.UniqueConstraint(
        fields=["region", *fields], condition=Q(deleted_at__isnull=True), name=name
    )


class ProgrammeNeed(RegionalRecord):
    """Need → programme: the programme serves the need."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="served_needs")
    need = models.ForeignKey(Need, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [once("programmeneed_once", "programme", "need")]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.need_id}"


class ProgrammeIssue(RegionalRecord):
    """Strategic issue → programme."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="issues")
    issue = models.ForeignKey(StrategicIssue, models.PROTECT, related_name="+")

    class Meta:
        constraints = [once("programmeissue_once", "programme", "issue")]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.issue_id}"


class ProgrammeGoal(RegionalRecord):
    """The sasaran that wants the programme."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="goals")
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="+")

    class Meta:
        constraints = [once("programmegoal_once", "programme", "goal")]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.goal_id}"


class ProgrammeIndicator(RegionalRecord):
    """The indicator that the programme claims to move."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="indicators")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")

    class Meta:
        constraints = [once("programmeindicator_once", "programme", "indicator")]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.indicator_id}"


class ProgrammeLink(RegionalRecord):
    """AFTER: `programme` starts only when `other` has ended. EXCLUDES: not both in the plan (symmetric, kept once)."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="links")
    other = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    kind_of = models.CharField(max_length=8, choices=LinkKind.choices())

    class Meta:
        constraints = [
            once("programmelink_once", "programme", "other", "kind_of"),
            models.CheckConstraint(condition=~Q(programme=F("other")), name="programmelink_not_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.kind_of} {self.other_id}"


class ProgrammeArea(RegionalRecord):
    """Where it is carried out; none means the whole region."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="areas")
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")

    class Meta:
        constraints = [once("programmearea_once", "programme", "area")]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.area_id}"
