"""How nouns meet without knowing each other: upper rings register here in their `apps.py`, lower pages show it.

A test asserts the full list of what is registered; there are no signals.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from rangkai.kit.policies import Actor
from rangkai.lib.errors import Message


class Kinded(Protocol):
    """A record, as the registries see it (the tables are not loaded yet when nouns register)."""

    @classmethod
    def kind(cls) -> str: ...


@dataclass(frozen=True)
class Panel:
    """A box on a record page: rendered by `template` with what `gather` returns (None: not shown)."""

    name: str
    kind: str
    title: Message
    template: str
    gather: Callable[[Actor, Any], dict[str, object] | None]
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


@dataclass(frozen=True)
class FigureFact:
    """One number of where the region stands; `series` is drawn as a spark line, oldest first."""

    label: Message
    value: str
    note: Message | None = None
    url: str = ""
    series: tuple[float, ...] = ()


type FigureProvider = Callable[[Actor], Sequence[FigureFact]]
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


@dataclass(frozen=True)
class Setting:
    """A card of the page "Pengaturan": a list that the region keeps. `allowed` says who keeps it."""

    label: Message
    purpose: Message
    icon: str
    url_name: str
    order: int
    allowed: Callable[[Actor], bool]


_panels: list[Panel] = []
_asks: dict[str, AskProvider] = {}
_rooms: list[Room] = []
_settings: list[Setting] = []
_figures: dict[str, FigureProvider] = {}
_urls: dict[str, Callable[[Any], str]] = {}


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


def register_setting(setting: Setting) -> None:
    _settings.append(setting)


def settings_for(actor: Actor) -> list[Setting]:
    return sorted((s for s in _settings if s.allowed(actor)), key=lambda s: s.order)


def register_figures(name: str, provider: FigureProvider) -> None:
    _figures[name] = provider


def figure_providers() -> dict[str, FigureProvider]:
    return dict(_figures)


def register_record_url(kind: str, address_of: Callable[[Any], str]) -> None:
    """Where a record of the kind has its page; `address_of(record)` makes no query but for its region's code."""
    _urls[kind] = address_of


def kinds_with_page() -> frozenset[str]:
    return frozenset(_urls)


def record_url(record: Kinded) -> str:
    """The address of a record's page, empty where its kind has none."""
    address_of = _urls.get(record.kind())
    return address_of(record) if address_of else ""


type Served = Callable[[int], frozenset[int]]
_served: dict[str, Served] = {}


def register_served(kind: str, ids_of: Served) -> None:
    """An upper noun says which records of a lower kind it serves: `ids_of(region_id)`; its cost is its own."""
    _served[kind] = ids_of


def served_ids(kind: str, region_id: int) -> frozenset[int]:
    """Ids of the kind that something serves; empty while nobody registered."""
    ids_of = _served.get(kind)
    return ids_of(region_id) if ids_of else frozenset()


type StripProvider = Callable[[int], str]
_strips: list[StripProvider] = []


def register_strip(provider: StripProvider) -> None:
    """An upper ring may colour the frame of a region: `provider(region_id)` names the strip, or gives ""."""
    _strips.append(provider)


def strip_of(region_id: int) -> str:
    """The first strip that applies, or ""; the cost is the providers'."""
    return next((name for provider in _strips if (name := provider(region_id))), "")
