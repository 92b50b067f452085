"""Full-text search over SearchRow: the same words find the same rows on SQLite (FTS5) and PostgreSQL (GIN)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from rangkai.engines.similarity.words import stems
from rangkai.kit.models import Record, SearchRow

BATCH = 500


@dataclass(frozen=True)
class Entry:
    """What a record offers to be found by: its title and all its words."""

    object_id: int
    title: str
    text: str


_entries: dict[str, Callable[[Any], Entry]] = {}


def register_entry(kind: str, entry_of: Callable[[Any], Entry]) -> None:
    """Make a kind of record findable: `entry_of(row)` reads its own columns only. Actions keep the index in step."""
    _entries[kind] = entry_of


def searchable_kinds() -> tuple[str, ...]:
    return tuple(_entries)


def refresh(rows: Iterable[Record]) -> None:
    """Renew the index rows of records that an action touched: live ones are put in, deleted ones are taken out."""
    live: dict[tuple[int, str], list[Entry]] = defaultdict(list)
    gone: dict[tuple[int, str], list[int]] = defaultdict(list)
    for row in rows:
        entry_of = _entries.get(row.kind())
        if entry_of is None:
            continue
        key = (row.region_id, row.kind())  # type: ignore[attr-defined]
        if row.deleted_at is None:
            live[key].append(entry_of(row))
        else:
            gone[key].append(row.pk)
    for (region_id, kind), entries in live.items():
        index(region_id=region_id, kind=kind, entries=entries)
    for (region_id, kind), ids in gone.items():
        forget(region_id=region_id, kind=kind, object_ids=ids)


def index(*, region_id: int, kind: str, entries: Iterable[Entry]) -> None:
    """Put or renew the rows of some records; call inside the action's transaction. A few statements."""
    rows = [
        SearchRow(
            region_id=region_id,
            kind=kind,
            object_id=entry.object_id,
            title=entry.title[:300],
            text=" ".join(stems(f"{entry.title} {entry.text}")),
        )
        for entry in entries
    ]
    SearchRow.objects.bulk_create(
        rows,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["region_id", "kind", "object_id"],
        update_fields=["title", "text"],
    )


def forget(*, region_id: int, kind: str, object_ids: Iterable[int]) -> None:
    """Take records out of the index."""
    SearchRow.objects.filter(region_id=region_id, kind=kind, object_id__in=list(object_ids)).delete()


def matching(*, region_id: int, kind: str, query: str) -> RawSQL | None:
    """A subselect of the ids that hold every word of `query` (the last may be a beginning); None without a word."""
    words = stems(query)
    if not words:
        return None
    if connection.vendor == "postgresql":
        terms = " & ".join([*words[:-1], f"{words[-1]}:*"])
        condition = "to_tsvector('simple', text) @@ to_tsquery('simple', %s)"
    else:
        terms = " ".join([*(f'"{word}"' for word in words[:-1]), f'"{words[-1]}"*'])
        condition = "id IN (SELECT rowid FROM kit_searchrow_fts WHERE kit_searchrow_fts MATCH %s)"
    # Only constants are put into the text; every value is a parameter.
    sql = f"SELECT object_id FROM kit_searchrow WHERE region_id = %s AND kind = %s AND {condition}"  # noqa: S608
    return RawSQL(sql, [region_id, kind, terms])  # noqa: S611


def narrow[Q: QuerySet[Any]](rows: Q, *, region_id: int, kind: str, query: str) -> Q:
    """Keep the rows that the words find; no query of its own."""
    found = matching(region_id=region_id, kind=kind, query=query)
    return rows if found is None else rows.filter(pk__in=found)


def likeliest(rows: QuerySet[Any], *, region_id: int, words: Sequence[str], limit: int) -> list[int]:
    """Ids of `rows` that hold any of the words, those that hold most and the rarest first; one query.

    `words` are roots; each may be the beginning of a word. The databases weigh differently, so two lists that are cut
    off at `limit` may differ at their ends.
    """
    if not words:
        return []
    inside, values = rows.order_by().values("pk").query.sql_with_params()
    if connection.vendor == "postgresql":
        terms = " | ".join(f"{word}:*" for word in words)
        body = "to_tsvector('simple', s.text)"
        source = "kit_searchrow s, to_tsquery('simple', %s) AS asked"
        condition, order = f"{body} @@ asked", f"ts_rank({body}, asked) DESC"
    else:
        terms = " OR ".join(f'"{word}"*' for word in words)
        source = "kit_searchrow_fts f JOIN kit_searchrow s ON s.id = f.rowid"
        condition, order = "kit_searchrow_fts MATCH %s", "f.rank"
    # Only constants, and the select that Django made of `rows`, are put into the text; every value is a parameter.
    sql = (
        f"SELECT s.object_id FROM {source} WHERE {condition} AND s.region_id = %s AND s.kind = %s "  # noqa: S608
        f"AND s.object_id IN ({inside}) ORDER BY {order}, s.object_id LIMIT %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [terms, region_id, rows.model.kind(), *values, limit])
        return [pk for (pk,) in cursor.fetchall()]


def find(*, region_id: int, kinds: Iterable[str], query: str, limit: int = 20) -> list[SearchRow]:
    """Rows of several kinds, for the search box; one query a kind."""
    hits: list[SearchRow] = []
    for kind in kinds:
        found = matching(region_id=region_id, kind=kind, query=query)
        if found is not None:
            rows = SearchRow.objects.filter(region_id=region_id, kind=kind, object_id__in=found)
            hits.extend(rows.order_by("title")[:limit])
    return hits
