"""The masterplan that the region already has: its books as uploaded, and what became of each of its programmes."""

from django.db import models
from django.db.models import F, Q

from rangkai.domains.goals.models import Goal
from rangkai.domains.masterplans.models import Dimension
from rangkai.domains.organisations.models import Organisation
from rangkai.domains.programmes.models.programme import Programme
from rangkai.domains.programmes.rules.terms import PriorDecision
from rangkai.domains.regions.models import RegionalRecord


class PriorBook(RegionalRecord):
    """One book of the old plan. `draft` names what was read of a file and is not saved yet; "" when nothing waits.

    `sha256` is the file from which the saved lines come; "" before the first "Simpan".
    """

    title = models.CharField(max_length=100)
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    filename = models.CharField(max_length=200, blank=True)
    file = models.CharField(max_length=200, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    draft = models.CharField(max_length=200, blank=True)
    draft_filename = models.CharField(max_length=200, blank=True)
    draft_file = models.CharField(max_length=200, blank=True)
    draft_sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "title"], condition=Q(deleted_at__isnull=True), name="priorbook_title_once"
            ),
            models.CheckConstraint(condition=Q(first_year__lte=F("last_year")), name="priorbook_order"),
        ]

    def __str__(self) -> str:
        return self.title


class PriorProgramme(RegionalRecord):
    """A programme as the old plan prints it, and the decision on it. `cost` is whole rupiah over all its years.

    `programme` is the one that continues it, or into which it was merged; `goal` the present sasaran that it serves.
    """

    book = models.ForeignKey(PriorBook, models.PROTECT, related_name="lines")
    order = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    details = models.TextField(blank=True)
    dimension = models.ForeignKey(Dimension, models.PROTECT, null=True, blank=True, related_name="+")
    office = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    office_text = models.TextField(blank=True)
    first_year = models.PositiveSmallIntegerField(null=True, blank=True)
    last_year = models.PositiveSmallIntegerField(null=True, blank=True)
    cost = models.BigIntegerField(null=True, blank=True)
    fund = models.TextField(blank=True)
    output = models.TextField(blank=True)
    quick_win = models.BooleanField(default=False)
    page = models.PositiveIntegerField(null=True, blank=True)
    heading = models.TextField(blank=True)
    original = models.JSONField(default=list)
    remarks = models.JSONField(default=list)
    decision = models.CharField(
        max_length=10, choices=PriorDecision.choices(), default=PriorDecision.OPEN.value
    )
    decision_reason = models.CharField(max_length=500, blank=True)
    programme = models.ForeignKey(Programme, models.PROTECT, null=True, blank=True, related_name="prior")
    goal = models.ForeignKey(Goal, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(cost__isnull=True) | Q(cost__gte=0), name="priorprogramme_cost_not_negative"
            )
        ]
        indexes = [models.Index(fields=["region", "decision", "book"], name="priorprogramme_by_decision")]

    def __str__(self) -> str:
        return self.name
