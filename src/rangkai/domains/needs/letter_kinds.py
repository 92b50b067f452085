"""The letters that needs offer: the answer to a kecamatan or an office, and the request to another authority."""

from collections.abc import Sequence

from rangkai.domains.needs.models import Need
from rangkai.domains.needs.policies import NEED
from rangkai.domains.needs.queries.fate_lists import fate_rows, list_names, rows_of
from rangkai.domains.needs.queries.fates import counts_by_kecamatan, counts_by_office, counts_by_owner
from rangkai.domains.needs.rules.fate_list import FateRow, ListKind
from rangkai.domains.needs.rules.letters import (
    COLUMNS,
    addressee_of,
    annex_rows,
    annex_title,
    reply_body,
    request_body,
)
from rangkai.domains.needs.rules.terms import Fate, FateOwner
from rangkai.domains.regions.queries import area_facts
from rangkai.domains.work.actions.letters.kinds import FirstDraft, LetterKind
from rangkai.domains.work.rules.letters import Annex
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_

BLANK_HEAD = "(tulis jabatan yang dituju)"


def reply_subjects(actor: Actor) -> Sequence[tuple[str, str]]:
    """Kecamatan for those who consolidate, and the offices whose needs the actor may see; three queries."""
    offices = [(f"{ListKind.OFFICE}:{row.key}", row.name) for row in counts_by_office(actor)]
    if not NEED.can(actor, "consolidate"):
        return offices
    places = counts_by_kecamatan(actor, areas=area_facts(region_id=actor.region_id))
    return [*((f"{ListKind.KECAMATAN}:{row.key}", row.name) for row in places if row.key), *offices]


def _reply_rows(region_id: int, about: str) -> tuple[str, tuple[FateRow, ...]]:
    """The name and the needs of what a reply is about."""
    kind, _, key = about.partition(":")
    areas = area_facts(region_id=region_id)
    rows = rows_of(region_id=region_id, kind=ListKind(kind), key=key, areas=areas)
    name = list_names(region_id=region_id, kind=ListKind(kind)).get(key, key)
    return name, fate_rows(rows, areas=areas)


def reply_draft(actor: Actor, about: str) -> FirstDraft:
    name, rows = _reply_rows(actor.region_id, about)
    is_place = about.startswith(ListKind.KECAMATAN)
    head = name.replace("Kecamatan", "Camat", 1) if is_place else f"Kepala {name}"
    return FirstDraft(addressee_of(head), f"Jawaban atas usulan kebutuhan {name}", reply_body(name, rows))


def reply_annex(region_id: int, about: str) -> Annex | None:
    name, rows = _reply_rows(region_id, about)
    return (
        Annex(annex_title(f"Usulan {name} dan nasibnya", rows), COLUMNS, annex_rows(rows)) if rows else None
    )


def request_subjects(actor: Actor) -> Sequence[tuple[str, str]]:
    """Those whose authority some needs are; one query."""
    if not NEED.can(actor, "consolidate"):
        return []
    return [(owner.value, f"{owner.label} ({count})") for owner, count in counts_by_owner(actor).items()]


def _request_rows(region_id: int, about: str) -> tuple[FateRow, ...]:
    rows = Need.objects.live().filter(region_id=region_id, fate=Fate.OTHER_AUTHORITY, fate_owner=about)
    return fate_rows(rows, areas=area_facts(region_id=region_id))


def request_draft(actor: Actor, about: str) -> FirstDraft:
    owner = FateOwner(about)
    body = request_body(owner, _request_rows(actor.region_id, about))
    return FirstDraft(addressee_of(BLANK_HEAD), f"Penyampaian usulan kewenangan {owner.label.lower()}", body)


def request_annex(region_id: int, about: str) -> Annex | None:
    rows = _request_rows(region_id, about)
    return Annex(annex_title("Usulan yang disampaikan", rows), COLUMNS, annex_rows(rows)) if rows else None


REPLY = LetterKind("needs.reply", N_("Jawaban atas usulan"), reply_subjects, reply_draft, reply_annex)
REQUEST = LetterKind(
    "needs.request", N_("Permohonan kepada yang berwenang"), request_subjects, request_draft, request_annex
)
