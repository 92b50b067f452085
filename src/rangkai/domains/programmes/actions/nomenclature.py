"""The nomenclature of the nation is loaded from a sheet; what was renamed is kept by validity."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rangkai.domains.programmes.models import Nomenclature
from rangkai.domains.programmes.policies import FUND
from rangkai.domains.programmes.queries.nomenclature import codes_in_force
from rangkai.domains.programmes.rules.nomenclature import CodeLoad, NewCode, plan_codes
from rangkai.kit.actions import Recorder, recording
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Invalid, Problem

SHOWN = 20


@dataclass(frozen=True)
class Loaded:
    """How many codes were added, renamed, left."""

    new: int
    renamed: int
    unchanged: int


def load_nomenclature(
    actor: Actor, *, rows: Iterable[tuple[int, str, str]], valid_from: date, source: str
) -> Loaded:
    """Put codes in force from a day: new ones are added, renamed ones end and begin anew, others are left alone.

    `rows` are (row of the sheet, code, name). All or nothing: a row that can't be read is named and refuses the sheet.
    """
    FUND.require(actor, "create")
    with recording("programmes.load_nomenclature", actor) as act:
        plan = plan_codes(rows, codes_in_force(day=valid_from), valid_from=valid_from)
        _refuse(plan)
        add_codes(act, new=plan.new, renamed=plan.renamed, valid_from=valid_from, source=source)
    return Loaded(len(plan.new), len(plan.renamed), plan.unchanged)


def add_codes(
    act: Recorder,
    *,
    new: Sequence[NewCode],
    renamed: Mapping[int, NewCode],
    valid_from: date,
    source: str,
) -> None:
    """End the renamed codes and begin them anew with the new ones, inside another action's transaction."""
    ended = Nomenclature.objects.filter(pk__in=renamed).select_for_update()
    act.update_all([(row, {"valid_to": valid_from}) for row in ended])
    act.load([_row(entry, valid_from, source) for entry in [*new, *renamed.values()]], source=source)


def _row(entry: NewCode, valid_from: date, source: str) -> Nomenclature:
    return Nomenclature(
        code=entry.code, level=entry.level, name=entry.name, valid_from=valid_from, source=source[:120]
    )


def _refuse(plan: CodeLoad) -> None:
    if plan.problems:
        message = N_(
            "%(count)s baris belum dapat dibaca. Tidak ada kode yang berubah; perbaiki lalu unggah lagi.",
            count=len(plan.problems),
        )
        found = [Problem(text, field=f"baris {row}") for row, text in plan.problems[:SHOWN]]
        raise Invalid(message, found)
