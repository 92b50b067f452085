"""Rounds of sheets, the workbook of each office, and what was gathered."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from rangkai.domains.work.models import Gathering, OfficeSheet, SheetRound
from rangkai.domains.work.rules.merging import ReturnedFile, Values
from rangkai.domains.work.rules.returned_json import file_from_json
from rangkai.domains.work.rules.terms import GatheringState, SheetState
from rangkai.engines.tabular.model import Kind
from rangkai.engines.tabular.writing import Heading, SheetColumn, write_table
from rangkai.gateways.files import fetch
from rangkai.kit.policies import Actor, policy_of
from rangkai.lib.errors import N_, Missing


def _require_view(actor: Actor) -> None:
    policy_of(SheetRound.kind()).require(actor, "view")


def rounds_of(actor: Actor) -> QuerySet[SheetRound]:
    """The rounds of the region, newest first, with `total` and `back`: how many workbooks there are and came back."""
    _require_view(actor)
    live = Q(sheets__deleted_at__isnull=True)
    rows: QuerySet[SheetRound] = SheetRound.objects.live().filter(region_id=actor.region_id)
    back = live & Q(sheets__state__in=[SheetState.BACK.value, SheetState.PARTLY.value])
    return rows.annotate(
        total=Count("sheets", filter=live, distinct=True), back=Count("sheets", filter=back, distinct=True)
    ).order_by("-id")


def round_of(actor: Actor, *, round_id: int) -> SheetRound:
    """A round of the region; raises Missing for any other. One query."""
    _require_view(actor)
    rows = SheetRound.objects.live().filter(region_id=actor.region_id, pk=round_id).select_related("job")
    found: SheetRound | None = rows.first()
    if found is None:
        raise Missing(N_("Sebaran lembar ini tidak ada."))
    return found


def sheets_in(*, found: SheetRound) -> QuerySet[OfficeSheet]:
    """The workbooks of a round by the name of the office."""
    rows: QuerySet[OfficeSheet] = OfficeSheet.objects.live().filter(
        region_id=found.region_id, round_id=found.pk
    )
    return rows.select_related("office").order_by("office__name", "id")


def sheet_of(actor: Actor, *, sheet_id: int) -> OfficeSheet:
    """One workbook of the region that has been made; raises Missing for any other. One query."""
    _require_view(actor)
    rows = OfficeSheet.objects.live().filter(region_id=actor.region_id, pk=sheet_id).exclude(file="")
    found: OfficeSheet | None = rows.select_related("office", "round").first()
    if found is None:
        raise Missing(N_("Lembar ini tidak ada atau belum selesai dibuat."))
    return found


def workbook_of(*, sheet: OfficeSheet) -> bytes:
    """The workbook as it was sent; no query."""
    return fetch(sheet.file)


def sheets_by_id(actor: Actor, *, ids: Iterable[int]) -> dict[int, OfficeSheet]:
    """Workbooks of the region by id, with office and round; one query."""
    rows = OfficeSheet.objects.live().filter(region_id=actor.region_id, pk__in=list(ids))
    return {sheet.pk: sheet for sheet in rows.select_related("office", "round").order_by("id")}


def base_of(*, sheet: OfficeSheet) -> dict[str, Values]:
    """What was sent (or last came back) of each record, by number; empty before the workbook is made."""
    found: dict[str, Values] = json.loads(fetch(sheet.base)) if sheet.base else {}
    return found


def round_archive(*, found: SheetRound) -> bytes:
    """All workbooks of a round as one zip, with an index of whose is which. One query."""
    buffer = BytesIO()
    sheets = [sheet for sheet in sheets_in(found=found) if sheet.file]
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        archive.writestr("00-daftar-isi.xlsx", _index(found, sheets))
        for sheet in sheets:
            archive.writestr(sheet.filename, fetch(sheet.file))
    return buffer.getvalue()


def _index(found: SheetRound, sheets: Iterable[OfficeSheet]) -> bytes:
    columns = [
        SheetColumn(_("Perangkat daerah"), width=46),
        SheetColumn(_("Berkas"), width=46),
        SheetColumn(_("Baris terisi"), Kind.NUMBER),
        SheetColumn(_("Paling lambat kembali"), Kind.DATE, width=22),
    ]
    rows = [(sheet.office.name, sheet.filename, sheet.rows, found.due) for sheet in sheets]
    return write_table(columns, rows, Heading(_("Daftar isi")))


def gathering_of(actor: Actor, *, gathering_id: int) -> Gathering:
    """A pile of returned workbooks of the region; raises Missing for any other. One query."""
    _require_view(actor)
    rows = Gathering.objects.live().filter(region_id=actor.region_id, pk=gathering_id).select_related("job")
    found: Gathering | None = rows.first()
    if found is None:
        raise Missing(N_("Kumpulan berkas ini tidak ada."))
    return found


def open_gatherings(actor: Actor) -> QuerySet[Gathering]:
    """Piles that were neither saved nor thrown away, newest first."""
    _require_view(actor)
    ended = [GatheringState.SAVED.value, GatheringState.DROPPED.value]
    rows: QuerySet[Gathering] = Gathering.objects.live().filter(region_id=actor.region_id)
    return rows.exclude(state__in=ended).order_by("-id")


@lru_cache(maxsize=2)
def _files_under(name: str) -> tuple[ReturnedFile, ...]:
    return tuple(file_from_json(file) for file in json.loads(fetch(name)))


def files_of(*, gathering: Gathering) -> tuple[ReturnedFile, ...]:
    """What the files say, as they were read; raises Missing before."""
    if not gathering.read:
        raise Missing(N_("Berkas belum selesai dibaca."))
    return _files_under(gathering.read)


def file_content(*, file: ReturnedFile) -> bytes:
    """A file as it came; no query."""
    return fetch(file.file)


@dataclass(frozen=True)
class Owing:
    """A round in which workbooks are still out."""

    round: SheetRound
    count: int


def owing(actor: Actor) -> list[Owing]:
    """Rounds with workbooks that have not come back; one query."""
    rows = rounds_of(actor).annotate(
        out=Count(
            "sheets",
            filter=Q(sheets__deleted_at__isnull=True, sheets__state=SheetState.WAITING.value),
            distinct=True,
        )
    )
    return [Owing(found, found.out) for found in rows.filter(out__gt=0)[:5]]


def counts_by_state(*, sheets: Iterable[OfficeSheet]) -> Mapping[str, int]:
    """How many workbooks stand where; no query."""
    counts = dict.fromkeys((state.value for state in SheetState), 0)
    for sheet in sheets:
        counts[sheet.state] += 1
    return counts
