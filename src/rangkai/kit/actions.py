"""The base of every write: permission is asked by the action, the rest is kept here.

    with recording("needs.rank", actor) as act:
        act.update(need, version=version, urgency=5)

One transaction; one Change row per touched record; `after_commit` for mail and jobs. Nothing outside this module and
`kit.jobs` writes to the database (a test reads the code for it).
"""

import uuid
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from itertools import batched
from typing import Any, cast

from django.db import models, transaction
from django.db.models import F
from django.utils import timezone

from rangkai.kit import search
from rangkai.kit.models import Change, Record
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Conflict

UNTRACKED = frozenset({"id", "version", "created_at", "updated_at", "password", "last_login"})
BATCH = 500


@dataclass(frozen=True)
class Clash:
    """Both texts of a field that was changed by someone else since it was read."""

    field: str
    mine: object
    theirs: object


class EditConflict(Conflict):
    """`clashes` lists the fields with both texts; `current` is the row as it stands now."""

    def __init__(self, current: Record, clashes: Sequence[Clash]) -> None:
        self.current = current
        self.clashes = tuple(clashes)
        super().__init__(
            N_(
                "Data ini sudah diubah orang lain sejak Anda membukanya. Isian Anda tidak hilang: pilih yang benar."
            )
        )


def plain(value: object) -> object:
    """A field's value as JSON keeps it."""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, uuid.UUID):
        return str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, models.Model):
        return value.pk
    return value


def column(row: models.Model, name: str) -> str:
    """The attribute that holds a field's stored value: `office_id` for `office`."""
    return cast("models.Field[Any, Any]", row._meta.get_field(name)).attname


def tracked(row: models.Model) -> dict[str, object]:
    """Every tracked column of a row, as history keeps it; no query."""
    return {
        f.attname: plain(getattr(row, f.attname))
        for f in row._meta.concrete_fields
        if f.name not in UNTRACKED
    }


@dataclass
class Recorder:
    """Writes rows and their history; made by `recording` only."""

    action: str
    actor: Actor
    reason: str = ""
    batch: uuid.UUID = field(default_factory=uuid.uuid4)
    changes: list[Change] = field(default_factory=list)
    touched: dict[tuple[str, int], Record] = field(default_factory=dict)

    def _note(self, row: Record, before: object, after: object, version: int) -> None:
        self.touched[row.kind(), row.pk] = row
        self.changes.append(
            Change(
                action=self.action,
                actor_id=self.actor.user_id,
                region_id=getattr(row, "region_id", None),
                kind=row.kind(),
                object_id=row.pk,
                version=version,
                before=before,
                after=after,
                reason=self.reason,
                batch=self.batch,
            )
        )

    def create[M: Record](self, row: M) -> M:
        row.save(force_insert=True)
        self._note(row, None, tracked(row), row.version)
        return row

    def create_all[M: Record](self, rows: Sequence[M]) -> Sequence[M]:
        """Insert many; a few statements whatever the number."""
        if rows:
            type(rows[0])._default_manager.bulk_create(rows, batch_size=BATCH)
        for row in rows:
            self._note(row, None, tracked(row), row.version)
        return rows

    def load[M: Record](self, rows: Sequence[M], *, source: str) -> Sequence[M]:
        """Insert reference data (codes of the nation) with one Change for the whole load, not one a row."""
        if rows:
            type(rows[0])._default_manager.bulk_create(rows, batch_size=BATCH)
            self.changes.append(
                Change(
                    action=self.action,
                    actor_id=self.actor.user_id,
                    kind=rows[0].kind(),
                    object_id=0,
                    version=1,
                    after={"rows": len(rows), "source": source},
                    batch=self.batch,
                )
            )
        return rows

    def update[M: Record](self, row: M, *, version: int, **values: object) -> M:
        """Save the named fields if the row still has `version`; otherwise raise EditConflict with both texts."""
        before = {name: getattr(row, column(row, name)) for name in values}
        changed = {name: value for name, value in values.items() if plain(before[name]) != plain(value)}
        if not changed:
            self._check_version(row, version, {})
            return row
        rows = type(row)._default_manager.filter(pk=row.pk, version=version)
        if not rows.update(**changed, version=F("version") + 1, updated_at=timezone.now()):
            self._check_version(row, version, changed)
        for name, value in changed.items():
            setattr(row, name, value)
        row.version = version + 1
        names = {name: column(row, name) for name in changed if name not in UNTRACKED}
        self._note(
            row,
            {attname: plain(before[name]) for name, attname in names.items()},
            {attname: plain(changed[name]) for name, attname in names.items()},
            row.version,
        )
        return row

    def touch[M: Record](self, row: M, *, version: int) -> M:
        """Raise the version of a record whose parts (lines, links) this action writes; they follow its version."""
        rows = type(row)._default_manager.filter(pk=row.pk, version=version)
        if not rows.update(version=F("version") + 1, updated_at=timezone.now()):
            self._check_version(row, version, {})
        row.version = version + 1
        self._note(row, {}, {}, row.version)
        return row

    def _check_version(self, row: Record, version: int, mine: Mapping[str, object]) -> None:
        current = type(row)._default_manager.get(pk=row.pk)
        if current.version == version:
            return
        clashes = [
            Clash(name, value, getattr(current, column(row, name)))
            for name, value in mine.items()
            if plain(getattr(current, column(row, name))) != plain(value)
        ]
        raise EditConflict(current, clashes)

    def update_all[M: Record](self, rows: Iterable[tuple[M, Mapping[str, object]]]) -> int:
        """Update many rows that were read in this transaction; returns how many changed. A few statements."""
        touched: list[M] = []
        fields: set[str] = set()
        now = timezone.now()
        for row, values in rows:
            before: dict[str, object] = {}
            after: dict[str, object] = {}
            for name, value in values.items():
                attname = column(row, name)
                if plain(getattr(row, attname)) != plain(value):
                    before[attname] = plain(getattr(row, attname))
                    after[attname] = plain(value)
                    setattr(row, name, value)
                    fields.add(name)
            if after:
                row.version += 1
                row.updated_at = now
                touched.append(row)
                self._note(row, before, after, row.version)
        if touched:
            manager = type(touched[0])._default_manager
            manager.bulk_update(touched, sorted(fields), batch_size=BATCH)
            for part in batched(touched, BATCH):
                rows_now = manager.filter(pk__in=[row.pk for row in part])
                rows_now.update(version=F("version") + 1, updated_at=now)
        return len(touched)

    def delete[M: Record](self, row: M, *, version: int) -> M:
        """Soft: the row stays and can be restored."""
        return self.update(row, version=version, deleted_at=timezone.now())

    def restore[M: Record](self, row: M, *, version: int) -> M:
        return self.update(row, version=version, deleted_at=None)

    def after_commit(self, effect: Callable[[], object]) -> None:
        transaction.on_commit(lambda: effect() and None)

    def close(self) -> None:
        """Write the history and renew the search index of what was touched."""
        Change.objects.bulk_create(self.changes, batch_size=BATCH)
        search.refresh(self.touched.values())
        self.changes = []
        self.touched = {}


@contextmanager
def recording(action: str, actor: Actor, *, reason: str = "") -> Generator[Recorder]:
    """One transaction of one verb. Leaving by an exception writes nothing at all."""
    with transaction.atomic():
        recorder = Recorder(action, actor, reason)
        yield recorder
        recorder.close()
