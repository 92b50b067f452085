"""Needs as a workbook: a template to fill in, and an export that comes back as an import.

The headings are the labels of the import's fields, so that what was exported is read column by column; "Nomor" tells
which need a row is, and a cell that is emptied there empties the field.
"""

from collections.abc import Iterator, Mapping, Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rangkai.domains.architecture.queries import service_rows
from rangkai.domains.masterplans.queries import dimensions
from rangkai.domains.needs.models import Need
from rangkai.domains.needs.rules.importing import fields as f
from rangkai.domains.needs.rules.terms import Authority, NeedSource
from rangkai.domains.organisations.queries import office_facts
from rangkai.domains.regions.queries import AreaFact, area_facts
from rangkai.engines.tabular.model import Kind, Value
from rangkai.engines.tabular.writing import Heading, SheetColumn, write_table
from rangkai.kit.policies import Actor, policy_of

SCORE_CHOICES = ("1", "2", "3", "4", "5")
WIDE, NARROW = 46, 12


def needs_template(actor: Actor) -> bytes:
    """An empty workbook with lists to choose from; five queries."""
    return write_table(needs_columns(actor), [], Heading("Kebutuhan", _guide()))


def needs_columns(actor: Actor) -> list[SheetColumn]:
    """The columns of a sheet of needs, with their lists; five queries."""
    return _columns(actor, _areas(actor))


def needs_by_office(actor: Actor) -> Iterator[tuple[int, Sequence[Value]]]:
    """Every live need of the region as a row of its office's sheet, in the order of entry; two queries."""
    areas = _areas(actor)
    found = Need.objects.live().filter(region_id=actor.region_id).order_by("id")
    for need in found.select_related("office", "dimension", "subdimension", "service").iterator(
        chunk_size=2_000
    ):
        yield need.office_id, _row(need, areas)


def needs_workbook(actor: Actor, *, rows: QuerySet[Need]) -> bytes:
    """The given needs, to edit and import again; six queries."""
    areas = _areas(actor)
    found = rows.select_related("office", "dimension", "subdimension", "service")
    return write_table(
        _columns(actor, areas),
        (_row(need, areas) for need in found.iterator(chunk_size=2_000)),
        Heading("Kebutuhan"),
    )


def _areas(actor: Actor) -> Mapping[int, AreaFact]:
    return {area.id: area for area in area_facts(region_id=actor.region_id)}


def _columns(actor: Actor, areas: Mapping[int, AreaFact]) -> list[SheetColumn]:
    """In the order of `_row`."""
    everywhere = policy_of(Need.kind()).can(actor, "consolidate")
    offices = [
        o.name for o in office_facts(region_id=actor.region_id) if everywhere or o.id in actor.office_ids()
    ]
    parts = dimensions()
    services = [f"{ref} {name}" for _pk, ref, name, _office in service_rows(region_id=actor.region_id)]
    kecamatan = sorted(area.name for area in areas.values() if area.parent_id is None)
    scores = {"choices": SCORE_CHOICES, "kind": Kind.NUMBER, "width": NARROW}
    return [
        SheetColumn(f.REF, Kind.CODE, note=_("Jangan diubah. Kosongkan pada baris usulan baru.")),
        SheetColumn(f.STATEMENT, width=WIDE, is_required=True),
        SheetColumn(f.DETAIL, width=WIDE),
        SheetColumn(f.PLACE, width=WIDE),
        SheetColumn(f.KECAMATAN, choices=tuple(kecamatan)),
        SheetColumn(f.VILLAGE),
        SheetColumn(f.OFFICE, width=WIDE, choices=tuple(offices), is_required=True),
        SheetColumn(f.SERVICE, width=WIDE, choices=tuple(services)),
        SheetColumn(f.FOR_WHOM),
        SheetColumn(f.AUTHORITY, choices=tuple(one.label for one in Authority)),
        SheetColumn(f.SOURCE_KIND, choices=tuple(kind.label for kind in NeedSource)),
        SheetColumn(f.STATED_ON, Kind.DATE),
        SheetColumn(f.YEAR, Kind.NUMBER, width=NARROW),
        SheetColumn(f.QUANTITY, Kind.NUMBER),
        SheetColumn(f.UNIT),
        SheetColumn(f.PEOPLE, Kind.NUMBER),
        SheetColumn(f.ESTIMATE, Kind.NUMBER, note=_("Rupiah penuh, misalnya 50000000.")),
        SheetColumn(f.DIMENSION, choices=tuple(part.name for part in parts)),
        SheetColumn(
            f.SUBDIMENSION, width=WIDE, choices=tuple(s.name for part in parts for s in part.subdimensions)
        ),
        SheetColumn(f.URGENCY, **scores),  # type: ignore[arg-type]
        SheetColumn(f.SERIOUSNESS, **scores),  # type: ignore[arg-type]
        SheetColumn(f.GROWTH, **scores),  # type: ignore[arg-type]
    ]


def _row(need: Need, areas: Mapping[int, AreaFact]) -> Sequence[Value]:
    area = areas.get(need.area_id or 0)
    head = areas.get(area.parent_id) if area and area.parent_id else area
    return (
        need.ref,
        need.statement,
        need.detail or None,
        need.place or None,
        head.name if head else None,
        area.name if area and area.parent_id else None,
        need.office.name,
        f"{need.service.ref} {need.service.name}" if need.service else None,
        need.for_whom or None,
        Authority(need.authority).label if need.authority else None,
        NeedSource(need.source_kind).label,
        need.stated_on,
        need.year,
        need.quantity,
        need.unit or None,
        need.beneficiaries,
        need.estimate,
        need.dimension.name if need.dimension else None,
        need.subdimension.name if need.subdimension else None,
        need.urgency,
        need.seriousness,
        need.growth,
    )


def _guide() -> tuple[str, ...]:
    return (
        _("Cara mengisi"),
        _(
            "Satu baris satu kebutuhan. Yang wajib hanya Kebutuhan dan Perangkat daerah; kolom lain boleh kosong."
        ),
        _("Kecamatan, perangkat daerah, sumber, dan dimensi dapat dipilih dari daftar pada selnya."),
        _("Tanggal ditulis seperti 6 Juli 2022, rupiah penuh seperti 50000000 atau 50.000.000."),
        _("Urgensi, keseriusan, dan pertumbuhan masing-masing 1 sampai 5."),
        _("Kolom Nomor diisi oleh Rangkai; kosongkan untuk usulan baru."),
    )
