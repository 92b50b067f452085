"""History as people read it: field by field, before and after, with the way back."""

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.db.models import Field, ForeignKey, Model
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from rangkai.kit.history import history_of, undo
from rangkai.kit.messages import render as sentence
from rangkai.kit.models import Change, Record
from rangkai.kit.policies import policy_of
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.redirects import back
from rangkai.lib.dates import format_date, parse_date
from rangkai.lib.errors import Message
from rangkai.lib.money import format_rupiah

type Names = Callable[[Iterable[int]], Mapping[int, str]]


@dataclass(frozen=True)
class FieldWord:
    """How history shows a column. `money` prints rupiah; `words` gives the word of a code; `names` those of ids."""

    label: Message
    money: bool = False
    words: Mapping[str, str] | None = None
    names: Names | None = None


@dataclass(frozen=True)
class FieldChange:
    """One field before and after, in words; "" is empty."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class HistoryRow:
    """One save."""

    at: datetime
    who: str
    what: str
    reason: str
    batch: uuid.UUID
    version: int
    fields: Sequence[FieldChange]
    is_new: bool
    can_undo: bool


_words: dict[str, dict[str, FieldWord]] = {}
_user_names: list[Names] = []
_verbs: dict[str, Message] = {}


def register_field_words(kind: str, words: Mapping[str, FieldWord]) -> None:
    """`words` is column (attname, as in `office_id`) → how to show it. A column without a word is not shown."""
    _words[kind] = dict(words)


def register_verbs(verbs: Mapping[str, Message]) -> None:
    """The words of actions: {"needs.rank": N_("menilai USG")}."""
    _verbs.update(verbs)


def register_user_names(names: Names) -> None:
    """Names of people by the ids of their users; one query. Without it, pages show the names they sign in with."""
    _user_names[:] = [names]


def people_behind(changes: Iterable[Change]) -> Mapping[int, str]:
    """User id → the person's name, for those who made the changes; one query."""
    ids = {change.actor_id for change in changes if change.actor_id is not None}
    return _user_names[0](ids) if _user_names and ids else {}


def who_made(change: Change, people: Mapping[int, str]) -> str:
    """The person's name, or the name they sign in with; what the product did itself, it signs itself."""
    return people.get(change.actor_id or 0) or str(change.actor or "Rangkai")


def verb(action: str) -> str:
    return sentence(_verbs[action]) if action in _verbs else _("mengubah")


def history_rows(request: PlacedRequest, row: Record, *, limit: int = 50) -> list[HistoryRow]:
    """Newest first. Two queries, and one for each kind of record that the changes point at."""
    changes = history_of(row, limit=limit)
    names = _names_in(type(row), row.kind(), changes)
    people = people_behind(changes)
    may = policy_of(row.kind()).can(request.here.actor, "edit", row)
    return [
        HistoryRow(
            at=change.at,
            who=who_made(change, people),
            what=verb(change.action),
            reason="" if change.action == "kit.undo" else change.reason,
            batch=change.batch,
            version=change.version,
            fields=_fields(type(row), row.kind(), change, names),
            is_new=change.before is None,
            can_undo=may and change.version == row.version and change.before is not None,
        )
        for change in changes
    ]


def _fields(
    model: type[Model], kind: str, change: Change, names: Mapping[str, Mapping[int, str]]
) -> list[FieldChange]:
    before, after = change.before or {}, change.after or {}
    words = _words.get(kind, {})
    shown = []
    for column in {**before, **after}:
        if column not in words:
            continue
        pair = [
            _word(model._meta.get_field(column), words[column], values.get(column), names.get(column, {}))  # type: ignore[arg-type]
            for values in (before, after)
        ]
        if pair[0] != pair[1]:
            shown.append(FieldChange(sentence(words[column].label), *pair))
    return shown


def _word(column: Field[Any, Any], word: FieldWord, value: Any, names: Mapping[int, str]) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    if names:
        return names.get(value, str(value))
    if word.money:
        return format_rupiah(value)
    if word.words is not None:
        return _(word.words.get(str(value), str(value)))
    if column.get_internal_type() == "DateField" and (day := parse_date(str(value))):
        return format_date(day)
    if column.choices:
        return str(dict(column.flatchoices).get(value, value))
    return str(value)


def _names_in(model: type[Model], kind: str, changes: Sequence[Change]) -> dict[str, Mapping[int, str]]:
    """For every column that holds ids: id → name."""
    found: dict[str, Mapping[int, str]] = {}
    for column, word in _words.get(kind, {}).items():
        ids = {
            values[column]
            for change in changes
            for values in (change.before or {}, change.after or {})
            if values.get(column) is not None
        }
        described = model._meta.get_field(column)
        if not ids or not isinstance(described, ForeignKey):
            continue
        if word.names is not None:
            found[column] = word.names(ids)
        else:
            related: Any = described.related_model
            found[column] = {pk: str(row) for pk, row in related._default_manager.in_bulk(ids).items()}
    return found


@require_POST
@page
def undo_batch(request: PlacedRequest, batch: uuid.UUID) -> HttpResponse:
    """Take back one action, as a whole."""
    count = undo(request.here.actor, batch=batch)
    text = ngettext("%(count)s data dikembalikan.", "%(count)s data dikembalikan.", count) % {"count": count}
    messages.success(request, text)
    return redirect(back(request))
