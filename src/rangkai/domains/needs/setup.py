"""What needs offer to the kit: policies, words to be found by, the rail, what waits."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from rangkai.domains.architecture.queries import service_names_of
from rangkai.domains.masterplans.actions import Remainder, register_closing_check
from rangkai.domains.needs.imports import NEEDS_IMPORT
from rangkai.domains.needs.letter_kinds import REPLY, REQUEST
from rangkai.domains.needs.models import Need, StrategicIssue
from rangkai.domains.needs.policies import ATTACHMENT, GROUPING, ISSUE, NEED
from rangkai.domains.needs.queries.approval import fate_counts, undone, waiting_for
from rangkai.domains.needs.queries.documents import attached
from rangkai.domains.needs.queries.fates import decided_since, open_count
from rangkai.domains.needs.queries.groups import proposals
from rangkai.domains.needs.queries.names import (
    area_names_of,
    dimension_names_of,
    issue_names_of,
    office_names_of,
    subdimension_names_of,
)
from rangkai.domains.needs.queries.needs import needs_of_service
from rangkai.domains.needs.rules.status import OPEN_TO_OFFICE, Step
from rangkai.domains.needs.rules.terms import Authority, Fate, FateOwner, NeedStatus
from rangkai.domains.needs.sheets import NEEDS_SHEET
from rangkai.domains.regions.queries import code_for, region_code_of
from rangkai.domains.work.actions.imports.nouns import register_import
from rangkai.domains.work.actions.letters.kinds import register_letter_kind
from rangkai.domains.work.actions.sheets.nouns import register_sheet
from rangkai.kit.policies import Actor, register_policy
from rangkai.kit.registries import (
    AskFact,
    FigureFact,
    Panel,
    Room,
    register_asks,
    register_figures,
    register_panel,
    register_record_url,
    register_room,
)
from rangkai.kit.search import Entry, register_entry
from rangkai.kit.web.frame import NewEntry, register_new
from rangkai.kit.web.history import FieldWord, register_field_words, register_verbs
from rangkai.lib.errors import N_
from rangkai.lib.numbers import format_number


def need_entry(need: Need) -> Entry:
    text = " ".join(
        (need.ref, need.detail, need.place, need.for_whom, need.source, need.source_key, need.unit)
    )
    return Entry(need.pk, need.statement, text)


def issue_entry(issue: StrategicIssue) -> Entry:
    return Entry(issue.pk, issue.name, f"{issue.ref} {issue.summary}")


NEWS_DAYS = 14
"""How long a decision stays among what is asked of the office that stated the need."""

WORDS = {
    "statement": FieldWord(N_("Kebutuhan")),
    "detail": FieldWord(N_("Keadaan sekarang")),
    "place": FieldWord(N_("Tempat")),
    "area_id": FieldWord(N_("Wilayah"), names=area_names_of),
    "office_id": FieldWord(N_("Perangkat daerah"), names=office_names_of),
    "service_id": FieldWord(N_("Layanan yang diperbaiki"), names=service_names_of),
    "for_whom": FieldWord(N_("Siapa yang menerima manfaat")),
    "authority": FieldWord(N_("Kewenangan"), words=dict(Authority.choices())),
    "beneficiaries": FieldWord(N_("Penerima manfaat")),
    "quantity": FieldWord(N_("Jumlah")),
    "unit": FieldWord(N_("Satuan")),
    "estimate": FieldWord(N_("Perkiraan biaya"), money=True),
    "dimension_id": FieldWord(N_("Dimensi"), names=dimension_names_of),
    "subdimension_id": FieldWord(N_("Subdimensi"), names=subdimension_names_of),
    "urgency": FieldWord(N_("Urgensi")),
    "seriousness": FieldWord(N_("Keseriusan")),
    "growth": FieldWord(N_("Pertumbuhan")),
    "priority": FieldWord(N_("Prioritas")),
    "status": FieldWord(N_("Status"), words=dict(NeedStatus.choices())),
    "status_reason": FieldWord(N_("Alasan dikembalikan")),
    "issue_id": FieldWord(N_("Isu strategis"), names=issue_names_of),
    "fate": FieldWord(N_("Nasib"), words=dict(Fate.choices())),
    "fate_reason": FieldWord(N_("Alasan nasib")),
    "fate_year": FieldWord(N_("Ditunda sampai tahun")),
    "fate_owner": FieldWord(N_("Kewenangan siapa"), words=dict(FateOwner.choices())),
    "source": FieldWord(N_("Dokumen atau forum")),
    "stated_on": FieldWord(N_("Disampaikan tanggal")),
}
ISSUE_WORDS = {
    "name": FieldWord(N_("Nama")),
    "summary": FieldWord(N_("Ringkasan")),
    "dimension_id": FieldWord(N_("Dimensi"), names=dimension_names_of),
    "subdimension_id": FieldWord(N_("Subdimensi"), names=subdimension_names_of),
}
IMPROVING = N_("Kebutuhan yang memperbaiki layanan ini")
SHOWN = 10
"""Needs in the panel of a service; the list of needs has them all."""
VERBS = {
    "needs.create": N_("mencatat kebutuhan"),
    "needs.edit": N_("mengubah isian"),
    "needs.import": N_("mengimpor dari lembar kerja"),
    "work.gather": N_("mengumpulkan lembar perangkat daerah"),
    "needs.rank": N_("menilai USG"),
    "needs.set_dimension": N_("mengatur dimensi"),
    "needs.assign_issue": N_("memasukkan ke isu"),
    "needs.accept_group": N_("menerima usulan kelompok"),
    "needs.reject_group": N_("menolak usulan kelompok"),
    "needs.set_fate": N_("memutuskan nasib"),
    "needs.submit": N_("mengajukan"),
    "needs.check": N_("memaraf"),
    "needs.approve": N_("menyetujui"),
    "needs.return": N_("mengembalikan"),
    "needs.delete": N_("menghapus"),
    "needs.restore": N_("mengembalikan dari sampah"),
    "needs.create_issue": N_("membuat isu strategis"),
    "needs.edit_issue": N_("mengubah isu strategis"),
    "needs.delete_issue": N_("membubarkan isu strategis"),
    "needs.attach": N_("melampirkan berkas"),
    "needs.detach": N_("melepas lampiran"),
    "kit.undo": N_("membatalkan perubahan"),
}


def register() -> None:
    """Called once the models are loaded."""
    _register_kinds()
    register_room(
        Room("needs", N_("Kebutuhan"), "clipboard-list", "needs:list", 30, lambda a: NEED.can(a, "view"))
    )
    register_new(
        NewEntry(N_("Kebutuhan"), "needs:create", "clipboard-list", lambda a: NEED.can(a, "create"), 10)
    )
    register_asks("needs", asks)
    register_closing_check(name="needs", check=left_open)
    register_figures("needs", figures)
    register_panel(
        Panel("needs", "architecture.service", IMPROVING, "needs/of_service.html", of_service, order=10)
    )
    register_panel(
        Panel("documents", Need.kind(), N_("Lampiran"), "needs/documents.html", documents, order=30)
    )
    register_record_url(Need.kind(), lambda need: _address(need, "needs:need"))
    register_record_url(StrategicIssue.kind(), lambda issue: _address(issue, "needs:issue"))
    register_field_words(Need.kind(), WORDS)
    register_field_words(StrategicIssue.kind(), ISSUE_WORDS)
    register_verbs(VERBS)


def documents(actor: Actor, record: Any) -> dict[str, object] | None:
    """The panel of a need's files; one query."""
    mends = NeedStatus(record.status) in OPEN_TO_OFFICE or NEED.can(actor, "consolidate", record)
    return {"attached": attached(need=record), "can_attach": mends and NEED.can(actor, "edit", record)}


def of_service(actor: Actor, record: Any) -> dict[str, object] | None:
    """The panel of a service; two queries. None for those who see no needs."""
    if not NEED.can(actor, "view"):
        return None
    found = needs_of_service(actor, service_id=record.pk)
    return {
        "needs": found[:SHOWN],
        "more": max(0, found.count() - SHOWN),
        "can_create": NEED.can(actor, "create"),
    }


def _address(row: Need | StrategicIssue, name: str) -> str:
    code = region_code_of(region_id=row.region_id)
    return reverse(name, kwargs={"region_code": code, "ref": row.ref})


def _page(code: str, name: str) -> str:
    return reverse(name, kwargs={"region_code": code})


def asks(actor: Actor, today: date) -> list[AskFact]:
    """What waits: signatures of the head, paraf of the planner, returned needs, unsorted needs. At most 4 queries."""
    found = []
    code = code_for(actor)
    waiting = waiting_for(actor)
    if waiting and (count := waiting.needs.count()):
        title = (
            N_("%(count)s kebutuhan menunggu persetujuan Anda", count=count)
            if waiting.step is Step.APPROVE
            else N_("%(count)s kebutuhan menunggu paraf Anda", count=count)
        )
        found.append(AskFact(title, N_("Periksa"), _page(code, "needs:approval"), count, room="needs"))
    left = undone(actor)
    if count := left["returned"]:
        url = _page(code, "needs:list") + "?status=returned"
        title = N_("%(count)s kebutuhan dikembalikan untuk diperbaiki", count=count)
        found.append(AskFact(title, N_("Perbaiki"), url, count, room="needs"))
    if NEED.can(actor, "consolidate"):
        found.extend(_consolidation(actor, code, left))
    elif NEED.can(actor, "edit") and (count := recently_decided(actor, today).count()):
        title = N_("%(count)s usulan kantor Anda baru diputuskan nasibnya", count=count)
        found.append(AskFact(title, N_("Baca alasannya"), _page(code, "needs:fates"), count, room="needs"))
    return found


def recently_decided(actor: Actor, today: date) -> QuerySet[Need]:
    """What was decided on the needs of the actor's office in the last days."""
    since = datetime.combine(today - timedelta(days=NEWS_DAYS), time(), tzinfo=UTC)
    return decided_since(actor, since=since)


def left_open(region_id: int) -> Remainder | None:
    """Needs without a fate stand in the way of closing the plan; two queries."""
    count = open_count(region_id=region_id)
    if not count:
        return None
    message = N_("%(count)s kebutuhan belum diputuskan nasibnya.", count=format_number(count))
    code = region_code_of(region_id=region_id)
    return Remainder(message, reverse("needs:fates", kwargs={"region_code": code}) + "?nasib=open")


def _consolidation(actor: Actor, code: str, left: Mapping[str, int]) -> list[AskFact]:
    found = []
    if count := left["bare"]:
        url = _page(code, "needs:sorting")
        found.append(
            AskFact(
                N_("%(count)s kebutuhan belum berdimensi", count=count), N_("Atur"), url, count, room="needs"
            )
        )
    if count := proposals(actor).count():
        title = N_("%(count)s usulan kelompok menunggu keputusan", count=count)
        found.append(AskFact(title, N_("Putuskan"), _page(code, "needs:groups"), count, room="needs"))
    if count := left["open"]:
        title = N_("%(count)s kebutuhan belum diputuskan nasibnya", count=count)
        url = _page(code, "needs:fates") + "?nasib=open"
        found.append(AskFact(title, N_("Putuskan"), url, count, room="needs"))
    return found


def figures(actor: Actor) -> list[FigureFact]:
    """How many needs there are, and how many have a fate; one query."""
    if not NEED.can(actor, "consolidate"):
        return []
    every, decided = fate_counts(region_id=actor.region_id)
    code = code_for(actor)
    note = N_("%(decided)s sudah diputuskan nasibnya", decided=format_number(decided))
    return [FigureFact(N_("Kebutuhan"), format_number(every), note, _page(code, "needs:list"))]


def _register_kinds() -> None:
    register_policy("needs.need", NEED)
    register_policy("needs.strategicissue", ISSUE)
    for kind in ("groupproposal", "groupmember", "rejectedpair"):
        register_policy(f"needs.{kind}", GROUPING)
    register_policy("needs.needdocument", ATTACHMENT)
    register_import(NEEDS_IMPORT)
    for letter in (REPLY, REQUEST):
        register_letter_kind(kind=letter)
    register_sheet(NEEDS_SHEET)
    register_entry("needs.need", need_entry)
    register_entry("needs.strategicissue", issue_entry)
