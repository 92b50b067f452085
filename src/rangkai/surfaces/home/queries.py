"""Gathers for the first page; asks come from the providers that the nouns registered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.apps import apps

from rangkai.domains.organisations.here import local_now
from rangkai.kit.models import Change, Record, SearchRow
from rangkai.kit.policies import Actor, policies, policy_of
from rangkai.kit.registries import (
    AskFact,
    FigureFact,
    ask_providers,
    figure_providers,
    kinds_with_page,
    record_url,
)
from rangkai.kit.web.history import people_behind, who_made
from rangkai.lib.errors import N_, Message

FAR = date.max
PARTS: tuple[tuple[int, Message], ...] = (
    (4, N_("Selamat malam")),
    (11, N_("Selamat pagi")),
    (15, N_("Selamat siang")),
    (18, N_("Selamat sore")),
    (24, N_("Selamat malam")),
)
SHOWN = 12


@dataclass(frozen=True)
class SeenChange:
    """A change of a record that the person may see."""

    at: datetime
    who: str
    action: str
    title: str
    url: str


@dataclass(frozen=True)
class Hit:
    """A found record, with the address of its page."""

    title: str
    kind: str
    url: str


def part_of_day(zone: str) -> Message:
    """The greeting for the hour in the region: pagi until 11, siang until 15, sore until 18."""
    hour = local_now(zone).hour
    return next(greeting for until, greeting in PARTS if hour < until)


def asks_of(actor: Actor, today: date) -> Sequence[AskFact]:
    """Everything asked of the person, soonest first; each provider states its own cost."""
    found = [ask for provider in ask_providers().values() for ask in provider(actor, today)]
    return sorted(found, key=lambda ask: (ask.due or FAR, -ask.count))


def standing(actor: Actor) -> list[FigureFact]:
    """Where the region stands: at most five numbers, in the order they were registered."""
    return [fact for provider in figure_providers().values() for fact in provider(actor)][:5]


def changes_since(actor: Actor, since: datetime | None) -> list[SeenChange]:
    """What others changed since the last visit (or lately), newest first. Two queries, and two a kind of record."""
    by_others = Change.objects.filter(actor__isnull=False).exclude(actor_id=actor.user_id)
    rows = by_others.filter(region_id=actor.region_id, kind__in=_shown_kinds())
    if since is not None:
        rows = rows.filter(at__gt=since)
    recent = list(rows.select_related("actor").order_by("-id")[: SHOWN * 3])
    records = _visible_records(actor, {(c.kind, c.object_id) for c in recent})
    people = people_behind(recent)
    seen: dict[tuple[str, int], SeenChange] = {}
    for change in recent:
        record = records.get((change.kind, change.object_id))
        key = (change.kind, change.object_id)
        if record is not None and key not in seen:
            seen[key] = SeenChange(
                change.at, who_made(change, people), change.action, str(record), record_url(record)
            )
    return list(seen.values())[:SHOWN]


def _shown_kinds() -> list[str]:
    return [kind for kind in policies() if kind in kinds_with_page()]


def _visible_records(actor: Actor, keys: set[tuple[str, int]]) -> dict[tuple[str, int], Record]:
    found: dict[tuple[str, int], Record] = {}
    for kind in {kind for kind, _ in keys}:
        ids = [object_id for k, object_id in keys if k == kind]
        model = apps.get_model(kind)
        for row in model._default_manager.live().filter(policy_of(kind).scope(actor), pk__in=ids):
            found[kind, row.pk] = row
    return found


def visible_hits(actor: Actor, hits: Sequence[SearchRow]) -> list[Hit]:
    """Search hits that the person may see, best kinds first; one query a kind."""
    records = _visible_records(actor, {(h.kind, h.object_id) for h in hits})
    return [
        Hit(hit.title, hit.kind, record_url(records[hit.kind, hit.object_id]))
        for hit in hits
        if (hit.kind, hit.object_id) in records
    ]
