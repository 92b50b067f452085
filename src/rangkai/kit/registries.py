"""How nouns meet without knowing each other: upper rings register here in their `apps.py`, lower pages show it.

A test asserts the full list of what is registered; there are no signals.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from rangkai.kit.models import Record
from rangkai.kit.policies import Actor
from rangkai.lib.errors import Message


@dataclass(frozen=True)
class Panel:
    """A box on a record page: rendered by `template` with what `gather` returns (None: not shown)."""

    name: str
    kind: str
    title: Message
    template: str
    gather: Callable[[Actor, Record], dict[str, object] | None]
    order: int = 50


@dataclass(frozen=True)
class AskFact:
    """One thing that waits for a person: what, how many, by when, and the address where it is done."""

    title: Message
    button: Message
    url: str
    count: int = 1
    due: date | None = None
    room: str = ""


type AskProvider = Callable[[Actor, date], Sequence[AskFact]]


@dataclass(frozen=True)
class Room:
    """An entry of the left rail. `allowed` decides whether the actor uses it; the count comes from the asks."""

    name: str
    label: Message
    icon: str
    url_name: str
    order: int
    allowed: Callable[[Actor], bool]


_panels: list[Panel] = []
_asks: dict[str, AskProvider] = {}
_rooms: list[Room] = []


def register_panel(panel: Panel) -> None:
    _panels.append(panel)


def panels_for(kind: str) -> list[Panel]:
    return sorted((p for p in _panels if p.kind == kind), key=lambda p: (p.order, p.name))


def all_panels() -> list[Panel]:
    return list(_panels)


def register_asks(name: str, provider: AskProvider) -> None:
    _asks[name] = provider


def ask_providers() -> dict[str, AskProvider]:
    return dict(_asks)


def register_room(room: Room) -> None:
    _rooms.append(room)


def rooms_for(actor: Actor) -> list[Room]:
    return sorted((r for r in _rooms if r.allowed(actor)), key=lambda r: r.order)


def all_rooms() -> list[Room]:
    return list(_rooms)
