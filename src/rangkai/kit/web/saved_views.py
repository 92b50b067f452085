"""A list's query under a name. The table belongs to `work`, which registers its store here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rangkai.kit.web.context import Here, PlacedRequest, page
from rangkai.kit.web.redirects import back
from rangkai.lib.errors import N_, Invalid, Unavailable


@dataclass(frozen=True)
class SavedViewFact:
    """`query` begins with "?"; `mine` tells whether the person may drop it."""

    id: int
    name: str
    query: str
    mine: bool
    shared: bool = False


class SavedViewStore(Protocol):
    """What `work` supplies; `page` is the name of a ListPage."""

    def views(self, here: Here, page: str) -> Sequence[SavedViewFact]:
        """The person's own and the shared ones, by name; one query."""

    def save(self, here: Here, page: str, *, name: str, query: str, shared: bool) -> None:
        """Keep, or replace the one of that name."""

    def drop(self, here: Here, view_id: int) -> None:
        """Raise Missing for one that is not the person's."""


_store: list[SavedViewStore] = []


def register_saved_views(found: SavedViewStore) -> None:
    _store[:] = [found]


def store() -> SavedViewStore | None:
    return _store[0] if _store else None


def _present() -> SavedViewStore:
    if not _store:
        raise Unavailable(N_("Tampilan tersimpan belum tersedia di pemasangan ini."))
    return _store[0]


@require_POST
@page
def save(request: PlacedRequest) -> HttpResponse:
    """Keep the query that the list showed under the given name."""
    name = request.POST.get("name", "").strip()[:80]
    if not name:
        raise Invalid(N_("Beri nama dahulu agar tampilan ini dapat ditemukan lagi."))
    query = request.POST.get("query", "?")
    _present().save(
        request.here,
        request.POST.get("page", ""),
        name=name,
        query=query,
        shared=request.POST.get("shared") == "1",
    )
    messages.success(request, _("Tampilan “%(name)s” disimpan.") % {"name": name})
    return redirect(back(request))


@require_POST
@page
def drop(request: PlacedRequest, view_id: int) -> HttpResponse:
    """Forget a saved view; the rows it showed are untouched."""
    _present().drop(request.here, view_id)
    messages.success(request, _("Tampilan dihapus. Data di dalamnya tidak berubah."))
    return redirect(back(request))
