"""Strategic issues are made, renamed and dissolved."""

from dataclasses import asdict, dataclass
from datetime import date

from rangkai.domains.needs.models import StrategicIssue
from rangkai.domains.needs.policies import ISSUE
from rangkai.domains.needs.rules.naming import issue_name
from rangkai.kit.actions import Recorder, recording
from rangkai.kit.policies import Actor
from rangkai.kit.refs import take_refs

PREFIX = "I"


@dataclass(frozen=True)
class NewIssue:
    """What an issue may say at birth."""

    name: str
    summary: str = ""
    dimension_id: int | None = None
    subdimension_id: int | None = None
    is_example: bool = False


def create_issue(actor: Actor, *, issue: NewIssue, today: date) -> StrategicIssue:
    """Make an empty issue under a new number."""
    ISSUE.require(actor, "create")
    row = StrategicIssue(**{**asdict(issue), "name": issue_name(issue.name)})
    with recording("needs.create_issue", actor) as act:
        return add_issue(act, issue=row, today=today)


def add_issue(act: Recorder, *, issue: StrategicIssue, today: date) -> StrategicIssue:
    """Number and insert inside another action's transaction."""
    issue.region_id = act.actor.region_id
    issue.ref = take_refs(StrategicIssue, region_id=issue.region_id, prefix=PREFIX, year=today.year)[0]
    return act.create(issue)


def edit_issue(
    actor: Actor, *, issue: StrategicIssue, version: int, values: dict[str, object]
) -> StrategicIssue:
    """Save the given fields."""
    ISSUE.require(actor, "edit", issue)
    if "name" in values:
        values = {**values, "name": issue_name(str(values["name"]))}
    with recording("needs.edit_issue", actor) as act:
        return act.update(issue, version=version, **values)


def delete_issue(actor: Actor, *, issue: StrategicIssue, version: int) -> None:
    """Dissolve an issue: its needs stay, without an issue."""
    ISSUE.require(actor, "delete", issue)
    with recording("needs.delete_issue", actor) as act:
        act.delete(issue, version=version)
        members = issue.needs.live().select_for_update()
        act.update_all([(need, {"issue_id": None}) for need in members])
