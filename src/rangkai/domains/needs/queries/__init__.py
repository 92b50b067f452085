"""Reads of needs that mean something; lists begin at `.live()` and at what the actor may see."""

from rangkai.domains.needs.queries.issues import (
    IssueFact,
    issue_by_ref,
    issue_facts,
    issue_needs,
    issues,
)
from rangkai.domains.needs.queries.needs import (
    NeedFilter,
    by_refs,
    deleted_needs,
    filtered,
    need_by_ref,
    needs,
)

__all__ = [
    "IssueFact",
    "NeedFilter",
    "by_refs",
    "deleted_needs",
    "filtered",
    "issue_by_ref",
    "issue_facts",
    "issue_needs",
    "issues",
    "need_by_ref",
    "needs",
]
