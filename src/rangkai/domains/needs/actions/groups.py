"""Like needs become a strategic issue: proposed by the engine, decided by a person, taken back by undo."""

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone

from rangkai.domains.needs.actions.issues import add_issue
from rangkai.domains.needs.models import GroupMember, GroupProposal, Need, RejectedPair, StrategicIssue
from rangkai.domains.needs.policies import GROUPING, ISSUE, NEED
from rangkai.domains.needs.queries.groups import (
    dimension_ids,
    rejected_groups,
    rejected_pairs,
    statements_to_group,
)
from rangkai.domains.needs.rules.grouping import comes_back, majority, pairs_to_reject
from rangkai.domains.needs.rules.naming import issue_name
from rangkai.domains.needs.rules.terms import ProposalState
from rangkai.kit import jobs
from rangkai.kit.actions import recording
from rangkai.kit.messages import dump
from rangkai.kit.models import Job
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Invalid

if TYPE_CHECKING:
    from rangkai.engines.similarity.groups import Group


@dataclass(frozen=True)
class Accepted:
    """The issue that was made, and the call that can be taken back."""

    issue: StrategicIssue
    batch: uuid.UUID


def ask_for_groups(actor: Actor) -> Job:
    """Let the engine look for groups in the background."""
    GROUPING.require(actor, "create")
    with recording("needs.ask_for_groups", actor):
        return jobs.start("needs.groups.propose", actor)


def propose(actor: Actor) -> int:
    """Gather, group (outside a transaction), and put the proposals in place of those that waited; returns how many."""
    GROUPING.require(actor, "create")
    from rangkai.engines.similarity.groups import propose_groups  # noqa: PLC0415 (brings NumPy; pages do without)

    groups = propose_groups(
        statements_to_group(region_id=actor.region_id), rejected=rejected_pairs(region_id=actor.region_id)
    )
    rejected = rejected_groups(region_id=actor.region_id)
    kept = [group for group in groups if not comes_back(map(int, group.ids), rejected)]
    replace_proposals(actor, groups=kept)
    return len(kept)


def replace_proposals(actor: Actor, *, groups: "Sequence[Group]") -> None:
    """The waiting proposals go, the new ones come; what was decided stays."""
    GROUPING.require(actor, "create")
    now = timezone.now()
    with recording("needs.propose_groups", actor) as act:
        waiting = GroupProposal.objects.live().filter(region_id=actor.region_id, state=ProposalState.PROPOSED)
        act.update_all([(row, {"deleted_at": now}) for row in waiting])
        rows = [
            GroupProposal(
                region_id=actor.region_id,
                label=group.label[:200],
                score=group.score,
                reasons=[dump(reason) for reason in group.reasons],
                size=len(group.ids),
                gain=group.gain,
            )
            for group in groups
        ]
        act.create_all(rows)
        act.create_all(
            [
                GroupMember(region_id=actor.region_id, proposal=row, need_id=int(need_id))
                for row, group in zip(rows, groups, strict=True)
                for need_id in group.ids
            ]
        )


def accept_group(
    actor: Actor,
    *,
    proposal: GroupProposal,
    keep: Collection[int],
    name: str,
    today: date,
    into: StrategicIssue | None = None,
) -> Accepted:
    """Make an issue of the needs that were kept, or add them to a known one; the others stay ungrouped.

    A new issue takes the dimension that most of its needs have. One call, so one undo takes it all back.
    """
    GROUPING.require(actor, "edit", proposal)
    members = GroupMember.objects.live().filter(proposal=proposal, need_id__in=list(keep))
    needs = list(
        Need.objects.live().filter(
            NEED.scope(actor, "consolidate"), issue__isnull=True, pk__in=members.values("need_id")
        )
    )
    if not needs:
        raise Invalid(N_("Centang sedikitnya satu kebutuhan yang tetap di kelompok ini."))
    if into is not None:
        ISSUE.require(actor, "edit", into)
    issue = into or _new_issue(needs, name)
    with recording("needs.accept_group", actor) as act:
        if into is None:
            add_issue(act, issue=issue, today=today)
        act.update_all([(need, {"issue_id": issue.pk}) for need in needs])
        act.update(proposal, version=proposal.version, state=ProposalState.ACCEPTED, issue=issue)
    return Accepted(issue, act.batch)


def _new_issue(needs: Sequence[Need], name: str) -> StrategicIssue:
    known = dimension_ids(need_ids=[need.pk for need in needs]).values()
    return StrategicIssue(
        name=issue_name(name),
        dimension_id=majority(dimension for dimension, _ in known),
        subdimension_id=majority(sub for _, sub in known),
    )


def reject_group(actor: Actor, *, proposal: GroupProposal, reason: str = "") -> uuid.UUID:
    """These are not alike: the pairs do not come back. Returns the call that can be taken back."""
    GROUPING.require(actor, "edit", proposal)
    ids = list(GroupMember.objects.live().filter(proposal=proposal).values_list("need_id", flat=True))
    known = set(
        RejectedPair.objects.live()
        .filter(region_id=actor.region_id, first_id__in=ids, second_id__in=ids)
        .values_list("first_id", "second_id")
    )
    with recording("needs.reject_group", actor, reason=reason) as act:
        act.create_all(
            [
                RejectedPair(region_id=actor.region_id, first_id=first, second_id=second)
                for first, second in pairs_to_reject(ids)
                if (first, second) not in known
            ]
        )
        act.update(proposal, version=proposal.version, state=ProposalState.REJECTED)
    return act.batch
