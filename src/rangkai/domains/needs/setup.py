"""What needs offer to the kit: policies, words to be found by, the rail."""

from rangkai.domains.needs.imports import NEEDS_IMPORT
from rangkai.domains.needs.models import Need, StrategicIssue
from rangkai.domains.needs.policies import GROUPING, ISSUE, NEED
from rangkai.domains.work.actions.imports.nouns import register_import
from rangkai.kit.policies import register_policy
from rangkai.kit.search import Entry, register_entry


def need_entry(need: Need) -> Entry:
    text = " ".join((need.ref, need.detail, need.place, need.source, need.source_key, need.unit))
    return Entry(need.pk, need.statement, text)


def issue_entry(issue: StrategicIssue) -> Entry:
    return Entry(issue.pk, issue.name, f"{issue.ref} {issue.summary}")


def register() -> None:
    register_policy("needs.need", NEED)
    register_policy("needs.strategicissue", ISSUE)
    for kind in ("groupproposal", "groupmember", "rejectedpair"):
        register_policy(f"needs.{kind}", GROUPING)
    register_import(NEEDS_IMPORT)
    register_entry("needs.need", need_entry)
    register_entry("needs.strategicissue", issue_entry)
