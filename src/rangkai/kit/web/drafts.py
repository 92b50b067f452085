"""What was typed and not saved yet. The table belongs to `work`, which registers its store here."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from rangkai.kit.web.context import Here, PlacedRequest, page
from rangkai.kit.web.redirects import back
from rangkai.lib.dates import format_time
from rangkai.lib.errors import N_, Invalid

MOST = 200_000
NEVER = frozenset({"csrfmiddlewaretoken", "next"})


@dataclass(frozen=True)
class DraftFact:
    """`data` is name → list of values, as the form sends them; the version read is among them, so that a draft which
    comes back after someone else saved is seen as the conflict it is."""

    data: Mapping[str, list[str]]
    saved_at: datetime


class DraftStore(Protocol):
    """What `work` supplies; `page` is the path of the form's address."""

    def read(self, here: Here, page: str) -> DraftFact | None:
        """One query."""

    def keep(self, here: Here, page: str, data: Mapping[str, list[str]]) -> None:
        """Replace what was kept for this person and page."""

    def drop(self, here: Here, page: str) -> None:
        """No error when there is none."""


_store: list[DraftStore] = []


def register_drafts(found: DraftStore) -> None:
    _store[:] = [found]


def available() -> bool:
    return bool(_store)


def read(request: PlacedRequest) -> DraftFact | None:
    """The draft of the page in the address."""
    return _store[0].read(request.here, request.path) if _store else None


def forget(request: PlacedRequest) -> None:
    """Called once the form was saved."""
    if _store:
        _store[0].drop(request.here, request.path)


@require_POST
@page
def keep(request: PlacedRequest) -> HttpResponse:
    """`page` and `data` (JSON); answers {"saved_at": "10.42"}."""
    path, raw = request.POST.get("page", ""), request.POST.get("data", "")
    if len(raw) > MOST or not path.startswith(f"/{request.here.region.code}/"):
        raise Invalid(N_("Draf terlalu besar atau bukan dari halaman ini. Simpan isian Anda sekarang."))
    data = {name: values for name, values in _parsed(raw).items() if name not in NEVER}
    if _store:
        _store[0].keep(request.here, path, data)
    return JsonResponse({"saved_at": format_time(timezone.localtime())})


def _parsed(raw: str) -> dict[str, list[str]]:
    try:
        data = json.loads(raw)
    except ValueError:
        data = None
    if not isinstance(data, dict) or not all(isinstance(values, list) for values in data.values()):
        raise Invalid(N_("Draf tidak terbaca. Isian di layar masih utuh; simpan sekarang."))
    return {str(name): [str(value) for value in values] for name, values in data.items()}


@require_POST
@page
def drop(request: PlacedRequest) -> HttpResponse:
    """Throw the draft away and begin from what is saved."""
    path = request.POST.get("page", "")
    if _store:
        _store[0].drop(request.here, path)
    return redirect(back(request))
