"""The needs of one kecamatan or office with their fates, as the printed lists take them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from rangkai.domains.needs.models import Need
from rangkai.domains.needs.queries.choices import area_names
from rangkai.domains.needs.rules.fate_list import FateList, FateRow, ListKind
from rangkai.domains.needs.rules.terms import Fate, FateOwner
from rangkai.domains.organisations.queries import office_facts
from rangkai.domains.regions.queries import AreaFact, area_facts
from rangkai.engines.tabular.model import Kind
from rangkai.engines.tabular.writing import Heading, SheetColumn, write_table

NO_PLACE = "tanpa kecamatan"


def list_names(*, region_id: int, kind: ListKind) -> dict[str, str]:
    """Code → name of every kecamatan or office of the region; "" are needs without a kecamatan. Two queries at most."""
    if kind is ListKind.OFFICE:
        return {office.code: office.name for office in office_facts(region_id=region_id)}
    heads = [area for area in area_facts(region_id=region_id) if area.parent_id is None]
    return {**{area.code: f"Kecamatan {area.name}" for area in heads}, "": NO_PLACE}


def fate_rows(rows: QuerySet[Need], *, areas: Sequence[AreaFact]) -> tuple[FateRow, ...]:
    """In the order of fate, then number; one query."""
    names = area_names(areas)
    order = {fate.value: at for at, fate in enumerate(Fate)}
    found = sorted(rows.select_related("office").order_by("ref"), key=lambda need: order[need.fate])
    return tuple(
        FateRow(
            need.ref,
            need.statement,
            ", ".join(filter(None, (need.place, names.get(need.area_id or 0, "")))),
            str(need.office),
            Fate(need.fate),
            need.fate_reason,
            need.fate_year,
            FateOwner(need.fate_owner) if need.fate_owner else None,
            need.is_example,
        )
        for need in found
    )


def rows_of(*, region_id: int, kind: ListKind, key: str, areas: Sequence[AreaFact]) -> QuerySet[Need]:
    """Live needs of a kecamatan or an office by its code; not evaluated."""
    rows: QuerySet[Need] = Need.objects.live().filter(region_id=region_id)
    return rows.filter(office__code=key) if kind is ListKind.OFFICE else rows.filter(_of(key, areas))


def fate_list(*, region_id: int, region: str, kind: ListKind, key: str, moment: datetime) -> FateList:
    """The list of one code; three queries."""
    areas = area_facts(region_id=region_id)
    rows = rows_of(region_id=region_id, kind=kind, key=key, areas=areas)
    name = list_names(region_id=region_id, kind=kind).get(key, key)
    return FateList(kind, name, region, moment, fate_rows(rows, areas=areas))


def _of(code: str, areas: Sequence[AreaFact]) -> Q:
    """Needs stated for a kecamatan or for a desa in it; without a code: for no area."""
    if not code:
        return Q(area__isnull=True)
    head = next((area.id for area in areas if area.code == code), 0)
    return Q(area_id__in=[area.id for area in areas if head in {area.id, area.parent_id}])


def fate_sheet(one: FateList) -> bytes:
    """The same list as a workbook; no query."""
    columns = [
        SheetColumn("Nomor", Kind.CODE),
        SheetColumn("Usulan", width=46),
        SheetColumn("Tempat", width=30),
        SheetColumn("Perangkat daerah", width=30),
        SheetColumn("Nasib", width=24),
        SheetColumn("Tahun", Kind.NUMBER, width=10),
        SheetColumn("Kewenangan", width=22),
        SheetColumn("Alasan", width=60),
    ]
    rows: list[Sequence[Any]] = [
        (
            row.ref,
            row.statement,
            row.place or None,
            row.office,
            row.fate.label,
            row.year,
            row.owner.label if row.owner else None,
            row.reason or None,
        )
        for row in one.rows
    ]
    return write_table(columns, rows, Heading("Nasib"))
