"""Needs, the strategic issues they roll up to, and proposed groups."""

from rangkai.domains.needs.models.attachment import NeedDocument
from rangkai.domains.needs.models.grouping import GroupMember, GroupProposal, RejectedPair
from rangkai.domains.needs.models.need import Need, StrategicIssue

__all__ = ["GroupMember", "GroupProposal", "Need", "NeedDocument", "RejectedPair", "StrategicIssue"]
