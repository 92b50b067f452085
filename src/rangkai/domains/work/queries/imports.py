"""Imports under way, what is remembered of earlier ones, and the sheets and plans that they hold."""

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import Q, QuerySet

from rangkai.domains.work.models import ImportMapping, ImportSession
from rangkai.domains.work.rules.plan import Plan
from rangkai.domains.work.rules.plan_json import plan_from_json
from rangkai.domains.work.rules.terms import ImportState
from rangkai.engines.tabular import Table, Workbook, read_workbook, tables_of
from rangkai.gateways.files import fetch
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Missing

SHOWN_SOURCES = 30


def import_session(actor: Actor, *, session_id: int) -> ImportSession:
    """An import that the person began in this region; raises Missing for any other. One query."""
    found = _own(actor).filter(pk=session_id).first()
    if found is None:
        raise Missing(N_("Impor ini tidak ada, atau dimulai oleh orang lain."))
    return found


def open_imports(actor: Actor, *, noun: str) -> QuerySet[ImportSession]:
    """What the person began and has neither saved nor thrown away, newest first."""
    ended = [ImportState.SAVED.value, ImportState.DROPPED.value]
    return _own(actor).filter(noun=noun).exclude(state__in=ended).order_by("-id")


def saved_imports(actor: Actor, *, noun: str) -> QuerySet[ImportSession]:
    """What the person saved, newest first."""
    return _own(actor).filter(noun=noun, state=ImportState.SAVED.value).order_by("-id")


def _own(actor: Actor) -> QuerySet[ImportSession]:
    mine = Q(user__isnull=True) if actor.user_id is None else Q(user_id=actor.user_id)
    rows: QuerySet[ImportSession] = ImportSession.objects.live().filter(mine, region_id=actor.region_id)
    return rows.select_related("job")


def known_sources(*, region_id: int, noun: str) -> list[str]:
    """Names of sources that were imported before, for the hint of the form; one query."""
    rows = ImportMapping.objects.live().filter(region_id=region_id, noun=noun).exclude(source="")
    return list(rows.order_by("source").values_list("source", flat=True).distinct()[:SHOWN_SOURCES])


def remembered_mapping(
    *, region_id: int, noun: str, fingerprint: str, source: str = ""
) -> ImportMapping | None:
    """How a sheet of these headings was mapped last, by preference for the same source; at most two queries."""
    rows = ImportMapping.objects.live().filter(region_id=region_id, noun=noun, fingerprint=fingerprint)
    same: ImportMapping | None = rows.filter(source=source).first() if source else None
    return same or rows.order_by("-updated_at").first()


def any_mapping(*, region_id: int, noun: str, fingerprint: str, source: str) -> ImportMapping | None:
    """The row of exactly this source and shape, even one that was deleted; one query."""
    found: ImportMapping | None = ImportMapping.objects.filter(
        region_id=region_id, noun=noun, fingerprint=fingerprint, source=source
    ).first()
    return found


@dataclass(frozen=True)
class ReadFile:
    """A file, opened and understood."""

    book: Workbook
    tables: tuple[Table, ...]


@lru_cache(maxsize=2)
def read_file(file: str, filename: str) -> ReadFile:
    """A kept file never changes under its name, so the last two stay read. Raises Invalid for a bad file."""
    book = read_workbook(fetch(file), filename)
    return ReadFile(book, tables_of(book))


def tables_in(*, session: ImportSession) -> tuple[Table, ...]:
    """The tables of the file of an import, in their order on its sheets."""
    return read_file(session.file, session.filename).tables


def chosen_table(*, session: ImportSession) -> Table:
    """The table that is being imported."""
    return tables_in(session=session)[session.table]


@lru_cache(maxsize=8)
def sheets_of(name: str) -> list[dict[str, Any]]:
    """What the pages show of the tables of a file."""
    found: list[dict[str, Any]] = json.loads(fetch(name))
    return found


@lru_cache(maxsize=2)
def plan_under(name: str) -> Plan:
    """The plan kept under a name."""
    return plan_from_json(json.loads(fetch(name)))


def plan_of(*, session: ImportSession) -> Plan:
    """What the preview decided; raises Missing before there is one."""
    name = session.summary.get("plan", "")
    if not name:
        raise Missing(N_("Pratinjau belum dibuat."))
    return plan_under(name)
