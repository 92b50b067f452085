"""Needs that an actor may see or change, narrowed by what a list asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import batched

from django.db.models import F, Q, QuerySet

from rangkai.domains.needs.models import Need
from rangkai.domains.needs.rules.priority import HIGH, MIDDLE
from rangkai.domains.regions.queries import AreaFact
from rangkai.kit import search
from rangkai.kit.policies import Actor, policy_of
from rangkai.lib.errors import N_, Missing

NOT_THERE = N_("Kebutuhan ini tidak ada, atau bukan milik perangkat daerah Anda.")

CHUNK = 5_000
"""A statement takes only so many parameters."""

PRIORITY_BANDS = {
    "tinggi": Q(priority__gte=HIGH),
    "sedang": Q(priority__gte=MIDDLE, priority__lt=HIGH),
    "rendah": Q(priority__lt=MIDDLE),
    "belum": Q(priority__isnull=True),
}


@dataclass(frozen=True)
class NeedFilter:
    """What a list of needs may ask for; an empty field asks nothing. "none" asks for rows without that link."""

    q: str = ""
    dimension: str = ""
    subdimension: str = ""
    office: str = ""
    kecamatan: str = ""
    source_kind: str = ""
    status: str = ""
    fate: str = ""
    issue: str = ""
    priority: str = ""


def needs(actor: Actor) -> QuerySet[Need]:
    """Live needs that the actor may see, with office, dimension and issue joined."""
    rows = Need.objects.live().filter(policy_of(Need.kind()).scope(actor))
    return _joined(rows)


def needs_of_service(actor: Actor, *, service_id: int) -> QuerySet[Need]:
    """Needs that improve a service and that the actor may see, the most pressing first."""
    return needs(actor).filter(service_id=service_id).order_by(F("priority").desc(nulls_last=True), "id")


def deleted_needs(actor: Actor) -> QuerySet[Need]:
    """What lies in the bin, newest first."""
    return _joined(Need.objects.deleted().filter(policy_of(Need.kind()).scope(actor, "delete"))).order_by(
        "-deleted_at"
    )


def _joined(rows: QuerySet[Need]) -> QuerySet[Need]:
    return rows.select_related("office", "dimension", "subdimension", "issue", "service")


def need_by_ref(actor: Actor, *, ref: str, verb: str = "view", deleted: bool = False) -> Need:
    """One need; raises Missing for what is not there or not the actor's to see. One query."""
    rows = Need.objects.deleted() if deleted else Need.objects.live()
    need = _joined(rows.filter(region_id=actor.region_id, ref=ref)).first()
    if need is None:
        raise Missing(NOT_THERE)
    policy_of(Need.kind()).require(actor, verb, need)
    return need


def by_refs(actor: Actor, *, refs: Sequence[str], verb: str) -> list[Need]:
    """The named needs, locked until the transaction ends; raises Missing naming one that the actor may not `verb`."""
    wanted = list(dict.fromkeys(refs))
    rows = Need.objects.live().filter(policy_of(Need.kind()).scope(actor, verb))
    found = [
        need
        for part in batched(wanted, CHUNK)
        for need in rows.filter(ref__in=part).select_for_update().order_by("id")
    ]
    if len(found) < len(wanted):
        lost = sorted(set(wanted) - {need.ref for need in found})[0]
        raise Missing(
            N_("%(ref)s tidak ada, atau bukan wewenang Anda. Tidak ada yang berubah.", ref=lost),
        )
    return found


def filtered(
    rows: QuerySet[Need], *, region_id: int, by: NeedFilter, areas: Sequence[AreaFact] = ()
) -> QuerySet[Need]:
    """Narrow a list; no query of its own. `areas` are the region's, to find the desa of a kecamatan."""
    exact: dict[str, str] = {
        "dimension__code": by.dimension,
        "subdimension__code": by.subdimension,
        "office__code": by.office,
        "source_kind": by.source_kind,
        "status": by.status,
        "fate": by.fate,
        "issue__ref": by.issue,
    }
    for lookup, value in exact.items():
        if value == "none":
            rows = rows.filter(**{f"{lookup.split('__')[0]}__isnull": True})
        elif value == "any":
            rows = rows.filter(**{f"{lookup.split('__')[0]}__isnull": False})
        elif value:
            rows = rows.filter(**{lookup: value})
    if by.priority in PRIORITY_BANDS:
        rows = rows.filter(PRIORITY_BANDS[by.priority])
    if by.kecamatan:
        rows = rows.filter(_in_kecamatan(by.kecamatan, areas))
    return search.narrow(rows, region_id=region_id, kind=Need.kind(), query=by.q) if by.q else rows


def _in_kecamatan(code: str, areas: Sequence[AreaFact]) -> Q:
    if code == "none":
        return Q(area__isnull=True)
    head = next((area.id for area in areas if area.code == code), None)
    inside = [area.id for area in areas if head is not None and head in {area.id, area.parent_id}]
    return Q(area_id__in=inside)
