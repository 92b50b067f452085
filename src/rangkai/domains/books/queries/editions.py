"""Editions as pages show them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from rangkai.domains.books.models import Edition
from rangkai.domains.books.queries.books import current_versions, editions
from rangkai.domains.books.rules.comparing import Drift, drift
from rangkai.domains.books.rules.facts import EditionContent
from rangkai.domains.books.rules.frozen import from_json
from rangkai.domains.books.rules.terms import BookNumber
from rangkai.domains.organisations.queries import names_of_users
from rangkai.kit.snapshots import body_of


@dataclass(frozen=True)
class EditionRow:
    """A line of the list of editions; `by` is who printed it, `scenario` and `fingerprint` may be empty."""

    ref: str
    book: BookNumber
    number: int
    as_of: datetime
    by: str
    scenario: str
    pages: int | None
    fingerprint: str
    is_example: bool


def edition_rows(*, region_id: int, book: BookNumber, most: int) -> list[EditionRow]:
    """Newest first; two queries."""
    rows = list(editions(region_id=region_id, book=book)[:most])
    names = names_of_users({row.snapshot.actor_id for row in rows if row.snapshot and row.snapshot.actor_id})
    return [edition_row(row=row, names=names) for row in rows]


def edition_row(*, row: Edition, names: Mapping[int, str] | None = None) -> EditionRow:
    """One edition; without names it makes one query for them."""
    snapshot = row.snapshot
    actor_id = snapshot.actor_id if snapshot else None
    if names is None:
        names = names_of_users([actor_id]) if actor_id else {}
    return EditionRow(
        ref=row.ref,
        book=BookNumber(row.book),
        number=row.number,
        as_of=row.as_of,
        by=names.get(actor_id or 0, "") or str(snapshot.actor if snapshot and snapshot.actor else "Rangkai"),
        scenario=row.scenario.ref if row.scenario else "",
        pages=row.pages,
        fingerprint=snapshot.sha256 if snapshot else "",
        is_example=row.is_example,
    )


def frozen_content(*, edition: Edition) -> EditionContent:
    """What the edition was printed from; no query. Raises ValueError when it was altered."""
    if edition.snapshot is None:
        raise ValueError(f"edition {edition.ref} was never frozen")
    return from_json(body_of(edition.snapshot))


@dataclass(frozen=True)
class DriftFacts:
    """What changed in needs and programmes since an edition."""

    needs: Drift
    programmes: Drift

    @property
    def is_none(self) -> bool:
        return self.needs.is_none and self.programmes.is_none


def drift_since(*, edition: Edition, content: EditionContent) -> DriftFacts:
    """Two queries."""
    needs, programmes = current_versions(region_id=edition.region_id)
    facts = content.facts
    return DriftFacts(
        drift({one.ref: one.version for one in facts.needs}, needs),
        drift({one.ref: one.version for one in facts.programmes}, programmes),
    )
