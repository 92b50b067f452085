"""Filters of a list: all their state is in the address, and each becomes one condition of one query."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext

from rangkai.kit.messages import render
from rangkai.kit.web.context import Here
from rangkai.kit.web.links import changed_query
from rangkai.lib.errors import N_, Message

NONE = "-"


class FilterKind(Enum):
    """ONE of the choices, MANY of them, or YES_NO."""

    ONE = auto()
    MANY = auto()
    YES_NO = auto()


@dataclass(frozen=True)
class Filter:
    """`lookup` names a field, or makes a condition of the chosen values (for YES_NO: of a bool).

    `choices(here)` gives (value, word) pairs, at the cost of at most one query; `empty` offers "belum diisi" as well.
    A condition must not multiply rows: over a link to many, use Exists.
    """

    name: str
    label: Message
    kind: FilterKind
    lookup: str | Callable[..., Q]
    choices: Callable[[Here], Sequence[tuple[str, str]]] | None = None
    empty: Message | None = None

    def chosen(self, query: QueryDict) -> list[str]:
        """What the address asks for."""
        values = [value for value in query.getlist(self.name) if value]
        return values if self.kind is FilterKind.MANY else values[-1:]

    def condition(self, values: Sequence[str], allowed: Sequence[str]) -> Q:
        """The condition of the chosen values; values that are no choice are passed over."""
        known = [value for value in values if value in allowed]
        if not known:
            return Q()
        if self.kind is FilterKind.YES_NO:
            yes = known[0] == "1"
            return self.lookup(yes) if callable(self.lookup) else Q(**{self.lookup: yes})
        if callable(self.lookup):
            return self.lookup(known)
        filled = [value for value in known if value != NONE]
        condition = Q(**{f"{self.lookup}__in": filled}) if filled else Q(pk__in=[])
        return condition | Q(**{f"{self.lookup}__isnull": True}) if NONE in known else condition


@dataclass(frozen=True)
class Choice:
    """One line of a filter's menu."""

    value: str
    word: str
    chosen: bool


@dataclass(frozen=True)
class OpenFilter:
    """A filter as the page shows it."""

    name: str
    label: str
    many: bool
    choices: tuple[Choice, ...]
    condition: Q

    @property
    def chosen(self) -> tuple[Choice, ...]:
        return tuple(choice for choice in self.choices if choice.chosen)


@dataclass(frozen=True)
class Chip:
    """A filter in force, with the address that lifts it."""

    label: str
    word: str
    without: str


def open_filter(found: Filter, here: Here, query: QueryDict) -> OpenFilter:
    """Reads the address; costs what the filter's choices cost."""
    values = found.chosen(query)
    pairs = [(str(value), word) for value, word in _pairs(found, here)]
    choices = tuple(Choice(value, word, value in values) for value, word in pairs)
    condition = found.condition(values, [value for value, _ in pairs])
    return OpenFilter(found.name, render(found.label), found.kind is FilterKind.MANY, choices, condition)


def _pairs(found: Filter, here: Here) -> list[tuple[str, str]]:
    if found.kind is FilterKind.YES_NO:
        return [("1", gettext("Ya")), ("0", gettext("Tidak"))]
    pairs = list(found.choices(here)) if found.choices else []
    if found.empty is not None:
        pairs.append((NONE, render(found.empty)))
    return pairs


def chips(filters: Sequence[OpenFilter], query: QueryDict) -> list[Chip]:
    """One for every chosen value, and one for the search words."""
    found = [
        Chip(opened.label, choice.word, _without(query, opened.name, choice.value))
        for opened in filters
        for choice in opened.chosen
    ]
    if words := query.get("q", "").strip():
        found.insert(0, Chip(render(N_("Cari")), words, changed_query(query, q=None, page=None)))
    return found


def _without(query: QueryDict, name: str, value: str) -> str:
    return changed_query(query, **{name: [v for v in query.getlist(name) if v != value], "page": None})
