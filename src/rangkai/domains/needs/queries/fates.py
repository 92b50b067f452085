"""How many needs met which fate: for the worklist, for closing the plan, and for the lists that are handed out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from rangkai.domains.needs.models import Need
from rangkai.domains.needs.queries.needs import needs
from rangkai.domains.needs.rules.terms import Fate, FateOwner
from rangkai.domains.regions.queries import AreaFact
from rangkai.kit.policies import Actor


@dataclass(frozen=True)
class FateCounts:
    """One place or office: how many needs of each fate; `key` is its code, "" for needs without a kecamatan."""

    key: str
    name: str
    counts: Mapping[Fate, int]

    @property
    def every(self) -> int:
        return sum(self.counts.values())

    @property
    def open(self) -> int:
        return self.counts.get(Fate.OPEN, 0)

    def decided(self) -> list[tuple[Fate, int]]:
        """The fates that were given, with their counts, in the order of the vocabulary."""
        return [(fate, self.counts[fate]) for fate in Fate if fate is not Fate.OPEN and self.counts.get(fate)]


def counts_by_fate(rows: QuerySet[Need]) -> dict[Fate, int]:
    """Every fate with its count, also those that no need met; one query."""
    found = dict(rows.order_by().values_list("fate").annotate(Count("pk")))
    return {fate: found.get(fate.value, 0) for fate in Fate}


def open_count(*, region_id: int) -> int:
    """Live needs of a region whose fate nobody decided; one query."""
    return Need.objects.live().filter(region_id=region_id, fate=Fate.OPEN).count()


def counts_by_office(actor: Actor) -> list[FateCounts]:
    """Offices whose needs the actor may see, most undecided first; one query."""
    rows = needs(actor).order_by().values_list("office__code", "office__name", "fate").annotate(Count("pk"))
    found: dict[tuple[str, str], dict[Fate, int]] = {}
    for code, name, fate, count in rows:
        found.setdefault((code, name), {})[Fate(fate)] = count
    return _sorted(found)


def counts_by_kecamatan(actor: Actor, *, areas: Sequence[AreaFact]) -> list[FateCounts]:
    """Kecamatan with what was stated for them or for a desa in them; one query."""
    head_of = {area.id: area.parent_id or area.id for area in areas}
    names = {area.id: (area.code, f"Kec. {area.name}") for area in areas if area.parent_id is None}
    found: dict[tuple[str, str], dict[Fate, int]] = {}
    rows = needs(actor).order_by().values_list("area_id", "fate").annotate(Count("pk"))
    for area_id, fate, count in rows:
        key = names.get(head_of.get(area_id, 0), ("", ""))
        place = found.setdefault(key, {})
        place[Fate(fate)] = place.get(Fate(fate), 0) + count
    return _sorted(found)


def counts_by_owner(actor: Actor) -> dict[FateOwner, int]:
    """How many needs are whose authority, for those with any; one query."""
    rows = needs(actor).filter(fate=Fate.OTHER_AUTHORITY).exclude(fate_owner="").order_by()
    found = dict(rows.values_list("fate_owner").annotate(Count("pk")))
    return {owner: found[owner.value] for owner in FateOwner if owner.value in found}


def _sorted(found: Mapping[tuple[str, str], Mapping[Fate, int]]) -> list[FateCounts]:
    rows = [FateCounts(code, name, counts) for (code, name), counts in found.items()]
    return sorted(rows, key=lambda row: (-row.open, row.name))


def decided_since(actor: Actor, *, since: object) -> QuerySet[Need]:
    """Needs of the actor's own office that were decided since an instant: what its people should read."""
    mine = Q(office_id__in=actor.office_ids(), fate_at__gte=since)
    return needs(actor).filter(mine).exclude(fate=Fate.OPEN, fate_reason="")
