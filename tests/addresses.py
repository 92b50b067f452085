"""Every address of the product, and how to fill the blanks in it. A new address with new blanks needs a line here."""

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.world import Spot

type Fill = Callable[[Spot, int], object]

BLANKS: Mapping[str, Fill] = {
    "region_code": lambda spot, user: spot.code,
    "needs:ref": lambda spot, user: spot.need.ref,
    "needs:restore:ref": lambda spot, user: spot.deleted_need.ref,
    "needs:issue:ref": lambda spot, user: spot.issue.ref,
    "needs:issue-edit:ref": lambda spot, user: spot.issue.ref,
    "needs:issue-delete:ref": lambda spot, user: spot.issue.ref,
    "needs:job_id": lambda spot, user: spot.begun_by(user).lists.pk,
    "needs:attachment_id": lambda spot, user: spot.attachment.pk,
    "needs:proposal_id": lambda spot, user: spot.proposal.pk,
    "programmes:ref": lambda spot, user: spot.programme.ref,
    "programmes:restore:ref": lambda spot, user: spot.deleted_programme.ref,
    "programmes:code": lambda spot, user: spot.fund.code,
    "programmes:kind": lambda spot, user: "kebutuhan",
    "programmes:book_id": lambda spot, user: spot.prior.book_id,
    "programmes:line_id": lambda spot, user: spot.prior.pk,
    "programmes:place": lambda spot, user: 0,
    "programmes:step": lambda spot, user: "submit",
    "roadmap:ref": lambda spot, user: spot.scenario.ref,
    "architecture:ref": lambda spot, user: spot.service.ref,
    "architecture:restore:ref": lambda spot, user: spot.deleted_service.ref,
    "goals:code": lambda spot, user: spot.goal.code,
    "masterplans:code": lambda spot, user: "health",
    "books:number": lambda spot, user: 2,
    "books:key": lambda spot, user: "pendahuluan",
    "books:ref": lambda spot, user: spot.edition.ref,
    "books:kind": lambda spot, user: "pdf",
    "organisations:code": lambda spot, user: spot.office.code,
    "organisations:post_id": lambda spot, user: spot.appointment.post_id,
    "organisations:appointment_id": lambda spot, user: spot.appointment.pk,
    "work:ref": lambda spot, user: spot.letter.ref,
    "work:kind": lambda spot, user: "pdf",
    "work:noun": lambda spot, user: "needs",
    "work:round_id": lambda spot, user: spot.sheet.round_id,
    "work:sheet_id": lambda spot, user: spot.sheet.pk,
    "work:gathering_id": lambda spot, user: spot.gathering.pk,
    "work:place": lambda spot, user: 0,
    "work:session_id": lambda spot, user: spot.begun_by(user).session.pk,
    "kit:job_id": lambda spot, user: spot.begun_by(user).job.pk,
    "kit:view_id": lambda spot, user: spot.begun_by(user).view.pk,
    "kit:batch": lambda spot, user: spot.batch,
}
"""`namespace:blank`, or `namespace:name:blank` where one address means another record than its neighbours."""

BODIES: Mapping[str, Callable[[Spot], dict[str, Any]]] = {
    "needs:bulk-dimension": lambda spot: ticked(spot.need, str(spot.subdimension_id)),
    "needs:bulk-usg": lambda spot: ticked(spot.need, "urgency-3"),
    "needs:bulk-": lambda spot: ticked(spot.need),
    "needs:fate-lists-build": lambda spot: {"kind": "pd", "key": spot.office.code},
    "needs:export": lambda spot: ticked(spot.need),
    "needs:decide": lambda spot: {"ref": spot.need.ref, "step": "submit"},
    "architecture:bulk-": lambda spot: ticked(spot.service),
    "architecture:export": lambda spot: ticked(spot.service),
    "programmes:bulk-dimension": lambda spot: ticked(spot.programme, "living"),
    "programmes:bulk-flag": lambda spot: ticked(spot.programme, "is_quick_win-1"),
    "programmes:bulk-": lambda spot: ticked(spot.programme),
    "programmes:prior-bulk-": lambda spot: ticked(spot.prior, "Sudah selesai"),
    "programmes:prior-line": lambda spot: {"do": "stop", "reason": "Sudah selesai"},
    "programmes:export": lambda spot: ticked(spot.programme),
    "work:letter-move": lambda spot: {"step": "submit", "version": "1"},
    "books:add": lambda spot: {"title": "Lampiran", "place": "body"},
    "roadmap:pin": lambda spot: {"program": spot.programme.ref, "mulai": "bebas"},
    "work:gathering-import": lambda spot: {"noun": "needs"},
    "kit:draft": lambda spot: {"page": f"/{spot.code}/kebutuhan/baru/", "data": "{}"},
    "kit:save-view": lambda spot: {"page": "needs", "name": "Kesehatan", "query": "?"},
}
"""What is posted where an empty form would be turned away before anyone asks who sends it; by beginning of the name."""


def ticked(row: Any, value: str = "") -> dict[str, Any]:
    """A bulk button of a list, pressed with one row ticked."""
    return {"id": row.pk, "value-name": "chosen", "chosen": value}


@dataclass(frozen=True)
class Address:
    """`name` is namespaced; `route` is the pattern as written in the urls."""

    name: str
    route: str
    view: Any

    @property
    def blanks(self) -> list[str]:
        return re.findall(r"<(?:\w+:)?(\w+)>", self.route)

    def methods(self) -> list[str]:
        """GET, and POST where the view speaks of it; a page that knows only GET shows itself to either."""
        view = inspect.unwrap(getattr(self.view, "view_class", self.view))
        posts = not inspect.isfunction(view) or "POST" in inspect.getsource(view)
        return ["GET", "POST"] if posts else ["GET"]

    def fill(self, blank: str) -> Fill:
        """Raises KeyError, which names what is missing in BLANKS."""
        namespace = self.name.split(":")[0]
        for key in (f"{self.name}:{blank}", f"{namespace}:{blank}"):
            if key in BLANKS:
                return BLANKS[key]
        return BLANKS[blank]

    def url(self, spot: Spot, user_id: int = 0) -> str:
        return reverse(self.name, kwargs={blank: self.fill(blank)(spot, user_id) for blank in self.blanks})

    def body(self, spot: Spot) -> dict[str, Any]:
        return next((make(spot) for start, make in BODIES.items() if self.name.startswith(start)), {})


def addresses() -> list[Address]:
    """All of them, by name."""
    return sorted(walk(get_resolver()), key=lambda a: a.name)


def walk(resolver: URLResolver, namespace: str = "", before: str = "") -> Iterator[Address]:
    for entry in resolver.url_patterns:
        route = before + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield Address(f"{namespace}{entry.name}", route, entry.callback)
        else:
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from walk(entry, inner, route)
