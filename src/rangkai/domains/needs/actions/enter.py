"""A need is written down, alone or many at once, and changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from decimal import Decimal

from rangkai.domains.architecture.queries import require_services
from rangkai.domains.masterplans.models import SubDimension
from rangkai.domains.needs.models import Need
from rangkai.domains.needs.policies import NEED
from rangkai.domains.needs.rules.content import content_problems
from rangkai.domains.needs.rules.derived import DERIVING, EMPTY, with_derived
from rangkai.domains.needs.rules.fate import fate_problems
from rangkai.domains.needs.rules.status import OPEN_TO_OFFICE
from rangkai.domains.needs.rules.terms import Authority, Fate, FateOwner, NeedSource, NeedStatus
from rangkai.kit.actions import Recorder, recording
from rangkai.kit.policies import Actor
from rangkai.kit.refs import take_refs
from rangkai.lib.errors import N_, Invalid, Problem

PREFIX = "K"
CHUNK = 5_000


@dataclass(frozen=True)
class NewNeed:
    """What a need may say at birth; money is whole rupiah."""

    statement: str
    office_id: int
    detail: str = ""
    place: str = ""
    area_id: int | None = None
    source_kind: NeedSource = NeedSource.OFFICE
    source: str = ""
    source_key: str = ""
    stated_on: date | None = None
    year: int | None = None
    quantity: Decimal | None = None
    unit: str = ""
    beneficiaries: int | None = None
    service_id: int | None = None
    for_whom: str = ""
    authority: Authority | str = ""
    estimate: int | None = None
    dimension_id: int | None = None
    subdimension_id: int | None = None
    urgency: int | None = None
    seriousness: int | None = None
    growth: int | None = None
    status: NeedStatus = NeedStatus.DRAFT
    issue_id: int | None = None
    fate: Fate = Fate.OPEN
    fate_reason: str = ""
    fate_year: int | None = None
    fate_owner: str = ""
    is_example: bool = False


def create_need(actor: Actor, *, need: NewNeed, today: date) -> Need:
    """Write one need down under a new number."""
    return create_needs(actor, needs=[need], today=today)[0]


def create_needs(actor: Actor, *, needs: Sequence[NewNeed], today: date) -> list[Need]:
    """Write several needs down, all or none; refuses one that is already known. A few statements."""
    problems = [p for need in needs for p in _birth_problems(need)]
    if problems:
        raise Invalid(N_("Kebutuhan belum dapat disimpan. Perbaiki isian yang ditandai."), problems)
    rows = [new_row(need=need, region_id=actor.region_id) for need in _with_dimensions(needs)]
    for row in rows:
        require_birth(actor, row=row)
    with recording("needs.create", actor) as act:
        add_needs(act, rows=rows, today=today)
    return rows


def _with_dimensions(needs: Sequence[NewNeed]) -> list[NewNeed]:
    """Each need with the dimension that its sub-dimension belongs to; one query."""
    parents = dimension_of_parts(ids=[need.subdimension_id for need in needs])
    return [
        replace(
            need,
            dimension_id=dimension_for(given=need.dimension_id, part=need.subdimension_id, parents=parents),
        )
        for need in needs
    ]


def require_birth(actor: Actor, *, row: Need) -> None:
    """Whoever writes a need as approved must be allowed to approve it."""
    NEED.require(actor, "create", row)
    if NeedStatus(row.status) in {NeedStatus.CHECKED, NeedStatus.APPROVED}:
        NEED.require(actor, "approve" if row.status == NeedStatus.APPROVED else "check", row)


def new_row(*, need: NewNeed, region_id: int) -> Need:
    """The row to insert, with what follows from its fields; no query."""
    values = with_derived(EMPTY, asdict(need))
    return Need(**values, region_id=region_id)


def add_needs(act: Recorder, *, rows: Sequence[Need], today: date) -> None:
    """Number and insert, inside another action's transaction; about two statements a thousand rows."""
    _refuse_twins(rows)
    refuse_known(region_id=act.actor.region_id, wanted={row.identity: row.pk for row in rows})
    require_services(region_id=act.actor.region_id, ids=[row.service_id for row in rows])
    refs = take_refs(Need, region_id=act.actor.region_id, prefix=PREFIX, year=today.year, count=len(rows))
    for row, ref in zip(rows, refs, strict=True):
        row.ref = ref
    act.create_all(rows)


def _refuse_twins(rows: Sequence[Need]) -> None:
    """Two of the new needs must not be one."""
    seen: set[str] = set()
    for row in rows:
        if row.identity in seen:
            message = N_(
                "“%(statement)s” tertulis dua kali. Bedakan tempatnya.", statement=row.statement[:80]
            )
            raise Invalid(message, [Problem(message, field="statement")])
        seen.add(row.identity)


def _birth_problems(need: NewNeed) -> list[Problem]:
    return [
        *content_problems(asdict(need)),
        *fate_problems(
            need.fate,
            need.fate_reason,
            need.fate_year,
            FateOwner(need.fate_owner) if need.fate_owner else None,
        ),
    ]


def refuse_known(*, region_id: int, wanted: Mapping[str, int | None]) -> None:
    """Raise Invalid naming a live need that has one of the identities and is not its owner (identity → id)."""
    for start in range(0, len(wanted), CHUNK):
        part = list(wanted)[start : start + CHUNK]
        taken = Need.objects.live().filter(region_id=region_id, identity__in=part)
        for pk, ref, identity in taken.values_list("pk", "ref", "identity"):
            if pk != wanted[identity]:
                message = N_("Kebutuhan yang sama sudah tercatat sebagai %(ref)s.", ref=ref)
                raise Invalid(message, [Problem(message, field="statement", suggestion=ref)])


def edit_need(actor: Actor, *, need: Need, version: int, values: Mapping[str, object]) -> Need:
    """Save the given fields of a need; what was signed by its office is opened again only by returning it."""
    NEED.require(actor, "edit", need)
    require_open(actor, need=need)
    problems = content_problems(values)
    if problems:
        raise Invalid(N_("Perubahan belum dapat disimpan. Perbaiki isian yang ditandai."), problems)
    with recording("needs.edit", actor) as act:
        given = with_derived(derived_from(need=need), _with_dimension(need, values))
        if isinstance(service_id := given.get("service_id"), int):
            require_services(region_id=actor.region_id, ids=[service_id])
        if "identity" in given:
            refuse_known(region_id=actor.region_id, wanted={str(given["identity"]): need.pk})
        act.update(need, version=version, **given)
    return need


def _with_dimension(need: Need, values: Mapping[str, object]) -> dict[str, object]:
    """`values` with the dimension that a sub-dimension belongs to; one query where a sub-dimension is given."""
    part = values.get("subdimension_id")
    if not isinstance(part, int):
        return dict(values)
    given = values.get("dimension_id", need.dimension_id)
    chosen = given if isinstance(given, int) else None
    return {
        **values,
        "dimension_id": dimension_for(given=chosen, part=part, parents=dimension_of_parts(ids=[part])),
    }


def dimension_of_parts(*, ids: Iterable[int | None]) -> dict[int, int]:
    """Sub-dimension id → dimension id; one query."""
    wanted = {pk for pk in ids if pk is not None}
    return (
        dict(SubDimension.objects.filter(pk__in=wanted).values_list("pk", "dimension_id")) if wanted else {}
    )


def dimension_for(*, given: int | None, part: int | None, parents: Mapping[int, int]) -> int | None:
    """The dimension of a need; raises Invalid for a sub-dimension of another one."""
    if part is None:
        return given
    if given is not None and given != parents.get(part):
        message = N_("Subdimensi ini bukan bagian dari dimensi yang dipilih.")
        raise Invalid(message, [Problem(message, field="subdimension")])
    return parents.get(part)


def require_open(actor: Actor, *, need: Need) -> None:
    """Refuse an office that changes what it has signed; the secretariat may mend words."""
    if NeedStatus(need.status) in OPEN_TO_OFFICE or NEED.can(actor, "consolidate", need):
        return
    raise Invalid(
        N_(
            "%(ref)s sudah diparaf atau disetujui. Bila perlu diubah, mintalah dikembalikan lebih dahulu.",
            ref=need.ref,
        )
    )


def derived_from(*, need: Need) -> dict[str, object]:
    """The fields of a need that others follow from; no query."""
    return {name: getattr(need, name) for name in DERIVING}
