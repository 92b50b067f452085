"""Governments and areas as they are named on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from rangkai.domains.regions.models import Area, AreaVersion, Region, RegionVersion
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Missing


@dataclass(frozen=True)
class RegionName:
    """A government under the name and code it bears on the day asked for."""

    id: int
    code: str
    name: str
    kind: str
    timezone: str
    parent_id: int | None


@dataclass(frozen=True)
class AreaFact:
    """A kecamatan, desa or kelurahan; `parent_id` is the kecamatan of a desa."""

    id: int
    code: str
    bps_code: str
    name: str
    kind: str
    parent_id: int | None


def valid_on(day: date | None) -> Q:
    """Rows of validity in force on a day; without one, those in force now."""
    if day is None:
        return Q(valid_to__isnull=True)
    begun = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
    return begun & (Q(valid_to__isnull=True) | Q(valid_to__gt=day))


def _named(version: RegionVersion) -> RegionName:
    region = version.region
    return RegionName(
        region.pk, version.code, version.name, region.kind_of, region.timezone, version.parent_id
    )


def region_by_code(code: str, *, as_of: date | None = None) -> RegionName:
    """One query; raises Missing for a code that no government bears."""
    version = RegionVersion.objects.filter(valid_on(as_of), code=code).select_related("region").first()
    if version is None:
        raise Missing(N_("Kode daerah %(code)s tidak dikenal. Periksa kodenya, misalnya 35.16.", code=code))
    return _named(version)


def region_names(*, ids: Sequence[int], as_of: date | None = None) -> list[RegionName]:
    """Several governments by id, ordered by code; one query."""
    versions = RegionVersion.objects.filter(valid_on(as_of), region_id__in=ids).select_related("region")
    return [_named(v) for v in versions.order_by("code")]


def open_regions(*, as_of: date | None = None) -> list[RegionName]:
    """Governments that have a workspace; one query."""
    versions = RegionVersion.objects.filter(valid_on(as_of), region__opened_at__isnull=False)
    return [_named(v) for v in versions.select_related("region").order_by("code")]


def area_facts(*, region_id: int, as_of: date | None = None) -> tuple[AreaFact, ...]:
    """Every area of a government, kecamatan before their desa, by code; one query."""
    rows = AreaVersion.objects.filter(valid_on(as_of), region_id=region_id).order_by("code")
    values = rows.values_list("area_id", "code", "bps_code", "name", "area__kind_of", "parent_id")
    return tuple(AreaFact(*row) for row in values)


def area_rows(*, region_id: int) -> QuerySet[AreaVersion]:
    """Areas for the list page, with the name of the kecamatan they lie in as `parent_name`."""
    parents = AreaVersion.objects.filter(valid_on(None), area_id=OuterRef("parent_id")).values("name")[:1]
    rows = AreaVersion.objects.filter(valid_on(None), region_id=region_id).select_related("area")
    return rows.annotate(parent_name=Coalesce(Subquery(parents), Value("")))


def kecamatan_choices(*, region_id: int) -> list[tuple[str, str]]:
    """(id, name) of every kecamatan, by name; one query."""
    rows = AreaVersion.objects.filter(valid_on(None), region_id=region_id, parent__isnull=True)
    return [(str(pk), name) for pk, name in rows.order_by("name").values_list("area_id", "name")]


def regions_are_loaded() -> bool:
    return Region.objects.exists()


def area_count(*, region_id: int) -> int:
    return Area.objects.filter(region_id=region_id).count()


def region_code_of(*, region_id: int) -> str:
    """The code that a government bears now; one query."""
    return RegionVersion.objects.filter(valid_on(None), region_id=region_id).values_list("code", flat=True)[0]


def code_for(actor: Actor) -> str:
    """The code of the actor's region: as in the address, else by one query."""
    return actor.region_code or region_code_of(region_id=actor.region_id)


def government_ids() -> dict[str, int]:
    """Code → id of every kabupaten and kota; one query."""
    rows = RegionVersion.objects.filter(valid_on(None), code__contains=".")
    return dict(rows.values_list("code", "region_id"))
