"""What upper rings hang into the frame of every page: the search page, sign-out, "+ baru", the counts of the rail.

They register in their `apps.py`; the kit knows no address of theirs.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control

from rangkai.kit.policies import Actor
from rangkai.kit.registries import ask_providers, rooms_for
from rangkai.kit.web.context import Here, PlacedRequest, page
from rangkai.lib.errors import Message

_links: dict[str, str] = {}
_entries: list["NewEntry"] = []


@dataclass(frozen=True)
class NewEntry:
    """A line of the menu "+ Baru"."""

    label: Message
    url_name: str
    icon: str
    allowed: Callable[[Actor], bool]
    order: int = 50


def register_frame_link(place: str, url_name: str) -> None:
    """Fill a place of the frame: `home`, `search`, `asks`, `notices`, `profile`, `sign-out`, `language`."""
    _links[place] = url_name


def frame_link(place: str, here: Here | None, region_code: str = "") -> str:
    """The address at a place of the frame; empty while nobody filled it, and then the frame leaves it out.

    `region_code` leads to the same place of another region.
    """
    name = _links.get(place, "")
    if not name:
        return ""
    if place in {"sign-out", "language"}:
        return reverse(name)
    code = region_code or (here.region.code if here else "")
    return reverse(name, kwargs={"region_code": code}) if code else ""


def register_new(entry: NewEntry) -> None:
    _entries.append(entry)


def new_entries(actor: Actor) -> list[NewEntry]:
    return sorted((e for e in _entries if e.allowed(actor)), key=lambda e: e.order)


@page
@cache_control(private=True, max_age=15)
def counts(request: PlacedRequest) -> HttpResponse:
    """How many things wait in each room: fetched after the page, so that no page waits for it."""
    waiting: Counter[str] = Counter()
    for provider in ask_providers().values():
        for ask in provider(request.here.actor, request.here.today):
            waiting[ask.room] += ask.count
    rooms = [(room.name, waiting[room.name]) for room in rooms_for(request.here.actor)]
    return render(request, "kit/counts.html", {"counts": rooms, "total": waiting.total()})
