"""Programmes that an actor may see or change."""

from collections.abc import Collection, Sequence

from django.db.models import QuerySet

from rangkai.domains.programmes.models import Programme
from rangkai.kit.policies import Actor, policy_of
from rangkai.lib.errors import N_, Missing

NOT_THERE = N_("Program ini tidak ada, atau bukan milik perangkat daerah Anda.")


def programmes(actor: Actor) -> QuerySet[Programme]:
    """Live programmes that the actor may see, with dimension, office and owner post joined."""
    return joined(Programme.objects.live().filter(policy_of(Programme.kind()).scope(actor)))


def deleted_programmes(actor: Actor) -> QuerySet[Programme]:
    """What lies in the bin, newest first."""
    rows = Programme.objects.deleted().filter(policy_of(Programme.kind()).scope(actor, "delete"))
    return joined(rows).order_by("-deleted_at")


def joined(rows: QuerySet[Programme]) -> QuerySet[Programme]:
    return rows.select_related("dimension", "subdimension", "office", "owner")


def programme_by_ref(actor: Actor, *, ref: str, verb: str = "view", deleted: bool = False) -> Programme:
    """One programme; raises Missing for what is not there or not the actor's to see. One query."""
    rows = Programme.objects.deleted() if deleted else Programme.objects.live()
    programme: Programme | None = joined(rows.filter(region_id=actor.region_id, ref=ref)).first()
    if programme is None:
        raise Missing(NOT_THERE)
    policy_of(Programme.kind()).require(actor, verb, programme)
    return programme


def any_by_ref(actor: Actor, *, ref: str) -> Programme:
    """A live programme, or one in the bin that the actor may take out; raises Missing. Two queries at most."""
    live = joined(Programme.objects.live().filter(region_id=actor.region_id, ref=ref)).first()
    if live is None:
        return programme_by_ref(actor, ref=ref, verb="delete", deleted=True)
    policy_of(Programme.kind()).require(actor, "view", live)
    found: Programme = live
    return found


def by_refs(actor: Actor, *, refs: Sequence[str], verb: str) -> list[Programme]:
    """The named programmes, locked until the transaction ends; raises Missing naming one that may not be `verb`-ed."""
    wanted = list(dict.fromkeys(refs))
    rows = Programme.objects.live().filter(policy_of(Programme.kind()).scope(actor, verb), ref__in=wanted)
    found = list(rows.select_for_update().order_by("id"))
    if len(found) < len(wanted):
        lost = sorted(set(wanted) - {programme.ref for programme in found})[0]
        raise Missing(N_("%(ref)s tidak ada, atau bukan wewenang Anda. Tidak ada yang berubah.", ref=lost))
    return found


def names_of(*, region_id: int, ids: Collection[int]) -> dict[int, str]:
    """Id → "P-2027-00001 name" of live programmes; one query."""
    rows = Programme.objects.live().filter(region_id=region_id, pk__in=ids)
    return {pk: f"{ref} {name}" for pk, ref, name in rows.values_list("pk", "ref", "name")}
