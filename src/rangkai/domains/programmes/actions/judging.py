"""What every door asks before a programme is written: content, places, money, links. Gathers, then asks the rules."""

from collections.abc import Mapping, Sequence

from rangkai.domains.programmes.models import Programme
from rangkai.domains.programmes.policies import PROGRAMME
from rangkai.domains.programmes.queries.known import Known, strangers, validities
from rangkai.domains.programmes.rules.identity import identity_of
from rangkai.domains.programmes.rules.money import line_problems
from rangkai.domains.programmes.rules.parts import Line, Ties
from rangkai.domains.programmes.rules.placing import place_problems
from rangkai.domains.programmes.rules.status import OPEN_TO_OFFICE
from rangkai.domains.programmes.rules.terms import ProgrammeStatus
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Invalid, Problem

CHUNK = 5_000


def require_open(actor: Actor, *, programme: Programme) -> None:
    """Refuse an office that changes what its head approved; the head, the secretariat and Bappeda may mend it."""
    status = ProgrammeStatus(programme.status)
    if status is ProgrammeStatus.STOPPED:
        raise Invalid(N_("%(ref)s dihentikan. Lanjutkan lagi sebelum mengubahnya.", ref=programme.ref))
    if status in OPEN_TO_OFFICE or PROGRAMME.can(actor, "mend", programme):
        return
    raise Invalid(
        N_(
            "%(ref)s sudah disetujui. Bila perlu diubah, mintalah dikembalikan lebih dahulu.",
            ref=programme.ref,
        )
    )


def refuse(problems: Sequence[Problem]) -> None:
    if problems:
        raise Invalid(N_("Program belum dapat disimpan. Perbaiki isian yang ditandai."), problems)


def placing_problems(values: Mapping[str, object], known: Known) -> list[Problem]:
    return place_problems(
        values,
        offices=known.offices,
        posts=known.posts,
        dimensions=known.dimensions,
        subdimensions=known.subdimensions,
    )


def money_problems(lines: Sequence[Line], known: Known) -> list[Problem]:
    """One query when a line names a nomenclature."""
    ids = {line.nomenclature_id for line in lines if line.nomenclature_id is not None}
    return line_problems(
        lines,
        funds=known.funds,
        offices=known.offices,
        nomenclature=validities(ids=ids) if ids else {},
    )


def tie_problems(ties: Ties, *, region_id: int) -> list[Problem]:
    """One query for each kind of tie that is set."""
    return [
        Problem(N_("Ada pilihan yang sudah tidak ada di daerah Anda. Pilih kembali."), field=kind)
        for kind, ids in ties.given().items()
        if ids and strangers(region_id=region_id, kind=kind, ids=ids)
    ]


def identity(row: Programme) -> str:
    return identity_of(office_id=row.office_id, name=row.name, source=row.source, source_key=row.source_key)


def refuse_known(*, region_id: int, wanted: Mapping[str, int | None]) -> None:
    """Raise Invalid naming a live programme that has one of the identities and is not its owner (identity → id)."""
    for start in range(0, len(wanted), CHUNK):
        part = list(wanted)[start : start + CHUNK]
        taken = Programme.objects.live().filter(region_id=region_id, identity__in=part)
        for pk, ref, found in taken.values_list("pk", "ref", "identity"):
            if pk != wanted[found]:
                message = N_("Program yang sama sudah tercatat sebagai %(ref)s.", ref=ref)
                raise Invalid(message, [Problem(message, field="name", suggestion=ref)])
