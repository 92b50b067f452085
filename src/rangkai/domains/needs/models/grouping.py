"""Proposed groups of like needs and what was decided on them; a rejected pair does not come back."""

from django.db import models
from django.db.models import F, Q

from rangkai.domains.needs.models.need import Need, StrategicIssue
from rangkai.domains.needs.rules.terms import ProposalState
from rangkai.domains.regions.models import RegionalRecord


class GroupProposal(RegionalRecord):
    """`score` 0..1, `gain` (members - 1) × score and `reasons` ({text, params}) come from engines/similarity."""

    label = models.CharField(max_length=200)
    score = models.FloatField()
    reasons = models.JSONField(default=list)
    size = models.PositiveIntegerField()
    gain = models.FloatField(default=0)
    state = models.CharField(
        max_length=10, choices=ProposalState.choices(), default=ProposalState.PROPOSED.value
    )
    issue = models.ForeignKey(StrategicIssue, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["region", "state", "-gain"], name="groupproposal_by_gain")]

    def __str__(self) -> str:
        return self.label


class GroupMember(RegionalRecord):
    """A need in a proposed group."""

    proposal = models.ForeignKey(GroupProposal, models.PROTECT, related_name="members")
    need = models.ForeignKey(Need, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "proposal", "need"],
                condition=Q(deleted_at__isnull=True),
                name="groupmember_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.proposal_id} {self.need_id}"


class RejectedPair(RegionalRecord):
    """Two needs that a person said are not alike."""

    first = models.ForeignKey(Need, models.PROTECT, related_name="+")
    second = models.ForeignKey(Need, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["region", "first", "second"],
                condition=Q(deleted_at__isnull=True),
                name="rejectedpair_once",
            ),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="rejectedpair_order"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} {self.second_id}"
