"""What programmes offer to the kit: policies, words to be found by, the rail, what is asked, history in words."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from rangkai.domains.programmes.imports import NOMENCLATURE_IMPORT, PROGRAMMES_IMPORT
from rangkai.domains.programmes.models import Fund, Nomenclature, PriorBook, PriorProgramme, Programme
from rangkai.domains.programmes.policies import FUND, PART, PRIOR, PROGRAMME
from rangkai.domains.programmes.queries.facts import owner_titles
from rangkai.domains.programmes.queries.listing import Waiting, standing, waiting
from rangkai.domains.programmes.queries.prior import lines_of_programme, prior_counts
from rangkai.domains.programmes.queries.serving import (
    programmes_of_issue,
    programmes_of_need,
    served_goals,
    served_indicators,
    served_needs,
)
from rangkai.domains.programmes.rules.content import LABELS
from rangkai.domains.programmes.rules.terms import PriorDecision, ProgrammeKind, ProgrammeStatus
from rangkai.domains.programmes.sheets import COSTS_SHEET, PROGRAMMES_SHEET
from rangkai.domains.regions.queries import code_for, region_code_of
from rangkai.domains.work.actions.imports.nouns import register_import
from rangkai.domains.work.actions.sheets.nouns import register_sheet
from rangkai.kit.policies import Actor, register_policy
from rangkai.kit.registries import (
    AskFact,
    FigureFact,
    Panel,
    Room,
    Setting,
    register_asks,
    register_figures,
    register_panel,
    register_record_url,
    register_room,
    register_served,
    register_setting,
)
from rangkai.kit.search import Entry, register_entry
from rangkai.kit.web.frame import NewEntry, register_new
from rangkai.kit.web.history import FieldWord, register_field_words, register_verbs
from rangkai.lib.errors import N_, Message
from rangkai.lib.money import format_rupiah_short

PARTS = (
    "fundingline",
    "programmeoutput",
    "programmerisk",
    "supportingoffice",
    "programmeneed",
    "programmeissue",
    "programmegoal",
    "programmeindicator",
    "programmelink",
    "programmearea",
)
ROOM = "programmes"

VERBS = {
    "programmes.create": N_("membuat program"),
    "programmes.edit": N_("mengubah program"),
    "programmes.save_lines": N_("mengubah pendanaan"),
    "programmes.save_outputs": N_("mengubah keluaran"),
    "programmes.save_risks": N_("mengubah risiko"),
    "programmes.set_ties": N_("mengubah kaitan"),
    "programmes.set_links": N_("mengubah urutan"),
    "programmes.set_flags": N_("menandai"),
    "programmes.set_dimension": N_("menetapkan dimensi"),
    "programmes.submit": N_("mengajukan"),
    "programmes.approve": N_("menyetujui"),
    "programmes.return": N_("mengembalikan"),
    "programmes.stop": N_("menghentikan"),
    "programmes.resume": N_("melanjutkan lagi"),
    "programmes.delete": N_("menghapus program"),
    "programmes.restore": N_("mengembalikan dari sampah"),
    "programmes.import": N_("mengimpor dari lembar kerja"),
    "programmes.read_prior": N_("membaca buku rencana lama"),
    "programmes.edit_prior": N_("memperbaiki hasil baca"),
    "programmes.drop_prior": N_("membuang hasil baca"),
    "programmes.save_prior": N_("menyimpan dari buku rencana lama"),
    "programmes.prior_continue": N_("melanjutkan"),
    "programmes.prior_change": N_("melanjutkan dengan perubahan"),
    "programmes.prior_merge": N_("menggabungkan"),
    "programmes.prior_stop": N_("menghentikan"),
    "programmes.prior_reopen": N_("membatalkan keputusan"),
    "programmes.create_funds": N_("menambah sumber dana"),
    "programmes.edit_fund": N_("mengubah sumber dana"),
    "programmes.delete_fund": N_("menghapus sumber dana"),
}

FIELD_WORDS = {
    **{name: FieldWord(LABELS[name]) for name in ("name", "description", "value", "earliest", "latest")},
    **{name: FieldWord(LABELS[name]) for name in ("must", "quick_win", "source", "status_reason")},
    "kind_of": FieldWord(LABELS["kind_of"], words=dict(ProgrammeKind.choices())),
    "status": FieldWord(N_("Keadaan"), words=dict(ProgrammeStatus.choices())),
    "dimension_id": FieldWord(LABELS["dimension"]),
    "subdimension_id": FieldWord(LABELS["subdimension"]),
    "office_id": FieldWord(LABELS["office"]),
    "owner_id": FieldWord(LABELS["owner"], names=owner_titles),
    "deleted_at": FieldWord(N_("Dihapus")),
}

PRIOR_WORDS = {
    "name": FieldWord(LABELS["name"]),
    "decision": FieldWord(N_("Keputusan"), words=dict(PriorDecision.choices())),
    "decision_reason": FieldWord(N_("Alasan")),
    "cost": FieldWord(N_("Anggaran"), money=True),
    "page": FieldWord(N_("Halaman")),
    "deleted_at": FieldWord(N_("Dihapus")),
}


def keeps_money(actor: Actor) -> bool:
    return FUND.can(actor, "edit")


SETTINGS = (
    Setting(
        N_("Sumber dana"),
        N_("PAD, DAU, DAK, dan sumber lain yang dipakai pada pendanaan dan pagu."),
        "coins",
        "programmes:funds",
        50,
        keeps_money,
    ),
    Setting(
        N_("Nomenklatur"),
        N_("Urusan sampai subkegiatan menurut masa berlakunya; dimuat dari lembar kerja."),
        "list",
        "programmes:nomenclature",
        60,
        keeps_money,
    ),
)


def register() -> None:
    register_policy(Programme.kind(), PROGRAMME)
    for part in PARTS:
        register_policy(f"programmes.{part}", PART)
    for model in (Fund, Nomenclature):
        register_policy(model.kind(), FUND)
    register_policy(PriorBook.kind(), PRIOR)
    register_policy(PriorProgramme.kind(), PRIOR)
    register_entry(Programme.kind(), programme_entry)
    register_entry(PriorProgramme.kind(), prior_entry)
    register_record_url(PriorProgramme.kind(), prior_address)
    register_field_words(PriorProgramme.kind(), PRIOR_WORDS)
    register_record_url(Programme.kind(), address_of)
    register_field_words(Programme.kind(), FIELD_WORDS)
    register_verbs(VERBS)
    register_served("goals.goal", served_goals)
    register_served("indicators.indicator", served_indicators)
    register_served("needs.need", served_needs)
    register_room(Room(ROOM, N_("Program"), "stack-2", "programmes:list", 50, may_view))
    for setting in SETTINGS:
        register_setting(setting)
    register_new(NewEntry(N_("Program"), "programmes:create", "stack-2", may_create, order=20))
    register_import(PROGRAMMES_IMPORT)
    register_sheet(PROGRAMMES_SHEET)
    register_sheet(COSTS_SHEET)
    register_import(NOMENCLATURE_IMPORT)
    register_asks(ROOM, asks)
    register_figures(ROOM, figures)
    for kind, gather in (("needs.need", need_panel), ("needs.strategicissue", issue_panel)):
        title = N_("Program yang menjawab")
        register_panel(Panel("programmes", kind, title, "programmes/panel.html", gather, order=20))
    origin = N_("Asal dalam rencana lama")
    register_panel(
        Panel("prior", Programme.kind(), origin, "programmes/prior_panel.html", prior_panel, order=10)
    )


def programme_entry(programme: Programme) -> Entry:
    text = " ".join((programme.ref, programme.description, programme.source, programme.source_key))
    return Entry(programme.pk, programme.name, text)


def address_of(programme: Programme) -> str:
    code = region_code_of(region_id=programme.region_id)
    return reverse("programmes:programme", kwargs={"region_code": code, "ref": programme.ref})


def prior_entry(line: PriorProgramme) -> Entry:
    return Entry(line.pk, line.name, " ".join((line.details, line.office_text, line.heading)))


def prior_address(line: PriorProgramme) -> str:
    code = region_code_of(region_id=line.region_id)
    return reverse("programmes:prior-line", kwargs={"region_code": code, "line_id": line.pk})


def prior_panel(actor: Actor, record: Any) -> dict[str, object] | None:
    """The old programmes that this one continues or took in; one query."""
    lines = lines_of_programme(programme_id=record.pk)
    return {"lines": lines} if lines else None


def _undecided(actor: Actor, region_code: str) -> Sequence[AskFact]:
    """How many programmes of the old plan wait for a decision; one query."""
    if not PRIOR.can(actor, "decide"):
        return ()
    count = prior_counts(region_id=actor.region_id)[PriorDecision.OPEN]
    address = reverse("programmes:prior-list", kwargs={"region_code": region_code})
    title = N_("%(count)s program dalam rencana lama belum diputuskan", count=count)
    found = AskFact(title, N_("Putuskan"), f"{address}?keputusan=open", count=count, room=ROOM)
    return [found] if count else ()


def may_view(actor: Actor) -> bool:
    return PROGRAMME.can(actor, "view")


def may_create(actor: Actor) -> bool:
    return PROGRAMME.can(actor, "create")


def need_panel(actor: Actor, record: Any) -> dict[str, object] | None:
    return {"programmes": programmes_of_need(actor, need_id=record.pk)}


def issue_panel(actor: Actor, record: Any) -> dict[str, object] | None:
    return {"programmes": programmes_of_issue(actor, issue_id=record.pk)}


def asks(actor: Actor, today: date) -> Sequence[AskFact]:
    """What waits for the head, what came back to the office, its broken chains, and the old plan. Three queries."""
    if not PROGRAMME.can(actor, "edit"):
        return ()
    found = waiting(actor, today=today)
    code = code_for(actor)
    address = reverse("programmes:list", kwargs={"region_code": code})
    mine = [
        AskFact(title, button, f"{address}?{query}", count=count, room=ROOM)
        for count, title, button, query in _worded(found)
        if count
    ]
    return [*mine, *_undecided(actor, code)]


def _worded(found: Waiting) -> Sequence[tuple[int, Message, Message, str]]:
    """(count, what, button, query of the list)."""
    complete = N_("Lengkapi")
    return (
        (
            found.to_approve,
            N_("%(count)s program menunggu persetujuan Anda", count=found.to_approve),
            N_("Periksa dan setujui"),
            "keadaan=submitted",
        ),
        (
            found.returned,
            N_("%(count)s program dikembalikan untuk diperbaiki", count=found.returned),
            N_("Perbaiki"),
            "keadaan=returned",
        ),
        (
            found.without_owner,
            N_("%(count)s program tanpa pemegang jabatan penanggung jawab", count=found.without_owner),
            complete,
            "rantai=owner",
        ),
        (
            found.without_money,
            N_("%(count)s program belum mempunyai pendanaan", count=found.without_money),
            complete,
            "rantai=money",
        ),
        (
            found.without_goal,
            N_("%(count)s program belum dikaitkan dengan sasaran", count=found.without_goal),
            complete,
            "rantai=goal",
        ),
    )


def figures(actor: Actor) -> Sequence[FigureFact]:
    """How many programmes, and what they cost. Three queries."""
    found = standing(region_id=actor.region_id)
    address = reverse("programmes:list", kwargs={"region_code": code_for(actor)})
    note = N_("pagu %(total)s", total=format_rupiah_short(found.total))
    return [FigureFact(N_("Program"), str(found.count), note, address)]
