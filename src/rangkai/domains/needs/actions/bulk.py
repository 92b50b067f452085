"""What is set on many needs at once: dimension, USG, issue, fate; deleting and restoring."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from rangkai.domains.masterplans.actions import require_open_plan
from rangkai.domains.needs.actions.enter import (
    derived_from,
    dimension_for,
    dimension_of_parts,
    refuse_known,
    require_open,
)
from rangkai.domains.needs.models import Need, StrategicIssue
from rangkai.domains.needs.policies import ISSUE, NEED
from rangkai.domains.needs.queries.needs import by_refs
from rangkai.domains.needs.rules.derived import with_derived
from rangkai.domains.needs.rules.fate import Decision, refuse_against_tie
from rangkai.domains.needs.rules.priority import usg_problems
from rangkai.domains.needs.rules.terms import Fate
from rangkai.kit.actions import recording
from rangkai.kit.policies import Actor
from rangkai.kit.registries import served_ids
from rangkai.lib.errors import Invalid


@dataclass(frozen=True)
class Decided:
    """How many needs changed, and the batch by which it is taken back."""

    count: int
    batch: UUID


def set_dimension(
    actor: Actor, *, refs: Sequence[str], dimension_id: int | None, subdimension_id: int | None = None
) -> int:
    """Put needs into a dimension and one of its sub-dimensions; returns how many changed."""
    parents = dimension_of_parts(ids=[subdimension_id])
    dimension_id = dimension_for(given=dimension_id, part=subdimension_id, parents=parents)
    values = {"dimension_id": dimension_id, "subdimension_id": subdimension_id}
    with recording("needs.set_dimension", actor) as act:
        return act.update_all((need, values) for need in by_refs(actor, refs=refs, verb="classify"))


def set_usg(actor: Actor, *, refs: Sequence[str], scores: Mapping[str, int | None]) -> int:
    """Score needs; a score that is not given stays. Returns how many changed."""
    problems = usg_problems(scores)
    if problems:
        raise Invalid(problems[0].message, problems)
    with recording("needs.rank", actor) as act:
        found = by_refs(actor, refs=refs, verb="rank")
        return act.update_all([(need, with_derived(derived_from(need=need), scores)) for need in found])


def assign_issue(actor: Actor, *, refs: Sequence[str], issue: StrategicIssue | None) -> int:
    """Move needs to an issue, or out of any; returns how many changed."""
    if issue is not None:
        ISSUE.require(actor, "edit", issue)
    with recording("needs.assign_issue", actor) as act:
        values = {"issue_id": issue.pk if issue else None}
        return act.update_all([(need, values) for need in by_refs(actor, refs=refs, verb="consolidate")])


def set_fate(actor: Actor, *, refs: Sequence[str], decision: Decision) -> Decided:
    """Say what becomes of needs, and why; all or none."""
    problems = decision.problems()
    if problems:
        raise Invalid(problems[0].message, problems)
    if decision.fate is Fate.OPEN:
        require_open_plan(region_id=actor.region_id)
    tied = served_ids(Need.kind(), actor.region_id)
    with recording("needs.set_fate", actor, reason=decision.reason.strip()) as act:
        found = by_refs(actor, refs=refs, verb="consolidate")
        for need in found:
            refuse_against_tie(decision.fate, ref=need.ref, tied=need.pk in tied)
        decided = {**decision.columns(), "fate_at": timezone.now()}
        return Decided(act.update_all([(need, decided) for need in found]), act.batch)


def delete_needs(actor: Actor, *, refs: Sequence[str], reason: str = "") -> int:
    """Put needs into the bin, from which they can be restored; returns how many."""
    with recording("needs.delete", actor, reason=reason) as act:
        found = by_refs(actor, refs=refs, verb="delete")
        for need in found:
            require_open(actor, need=need)
        now = timezone.now()
        return act.update_all([(need, {"deleted_at": now}) for need in found])


def restore_need(actor: Actor, *, need: Need, version: int) -> Need:
    """Take a need out of the bin; refuses when the same need was entered anew since."""
    NEED.require(actor, "delete", need)
    refuse_known(region_id=actor.region_id, wanted={need.identity: need.pk})
    with recording("needs.restore", actor) as act:
        return act.restore(need, version=version)
