"""Chapters people write, and editions that were built and frozen."""

from django.db import models
from django.db.models import Q

from rangkai.domains.books.rules.terms import BookNumber, Place
from rangkai.domains.masterplans.models import Masterplan
from rangkai.domains.regions.models import RegionalRecord
from rangkai.domains.roadmap.models import Scenario
from rangkai.kit.models import Job, Snapshot


class Chapter(RegionalRecord):
    """Text of one chapter of a book; what is printed from records follows it (`key` says what). The frame is data."""

    plan = models.ForeignKey(Masterplan, models.PROTECT, related_name="+")
    book = models.CharField(max_length=1, choices=BookNumber.choices())
    key = models.CharField(max_length=40)
    title = models.CharField(max_length=160)
    body = models.TextField(blank=True)
    place = models.CharField(max_length=6, choices=Place.choices(), default=Place.BODY.value)
    is_hidden = models.BooleanField(default=False)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "plan", "book", "key"],
                condition=Q(deleted_at__isnull=True),
                name="chapter_once",
            )
        ]
        ordering = ["order"]

    def __str__(self) -> str:
        return self.title


class Edition(RegionalRecord):
    """A built book: its files, its frozen content, and the scenario it was printed from."""

    ref = models.CharField(max_length=20)
    plan = models.ForeignKey(Masterplan, models.PROTECT, related_name="+")
    book = models.CharField(max_length=1, choices=BookNumber.choices())
    number = models.PositiveSmallIntegerField()
    scenario = models.ForeignKey(Scenario, models.PROTECT, null=True, blank=True, related_name="+")
    snapshot = models.ForeignKey(Snapshot, models.PROTECT, null=True, blank=True, related_name="+")
    docx = models.CharField(max_length=200, blank=True)
    pdf = models.CharField(max_length=200, blank=True)
    pages = models.PositiveSmallIntegerField(null=True, blank=True)
    as_of = models.DateTimeField()
    job = models.ForeignKey(Job, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["region", "ref"], name="edition_ref_once"),
            models.UniqueConstraint(fields=["region", "plan", "book", "number"], name="edition_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.ref} {self.number}"
