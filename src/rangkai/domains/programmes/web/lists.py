"""The list of programmes, and the bin."""

from typing import Any

from django.db.models import Q
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from rangkai.domains.programmes.policies import FUND, PROGRAMME
from rangkai.domains.programmes.queries.listing import (
    LACKING,
    FilterChoices,
    filter_choices,
    lacks_of_row,
    listed,
    paid_by,
    total_of,
    years_of,
)
from rangkai.domains.programmes.queries.programmes import deleted_programmes
from rangkai.domains.programmes.rules.lacks import Lack
from rangkai.domains.programmes.rules.status import MOVES, Step
from rangkai.domains.programmes.rules.terms import ProgrammeKind, ProgrammeStatus
from rangkai.kit.policies import Actor
from rangkai.kit.web.columns import Column, Kind
from rangkai.kit.web.context import Here
from rangkai.kit.web.filters import Filter, FilterKind
from rangkai.kit.web.links import link
from rangkai.kit.web.lists import Bulk, Button, Empty, ListPage
from rangkai.lib.errors import N_

NAME = "programmes"
KEY, ROWS = "programmes.filters", "programmes.rows"


def may_create(actor: Actor) -> bool:
    return PROGRAMME.can(actor, "create")


def choices_here(here: Here) -> FilterChoices:
    """Gathered once a request for all filters."""
    if KEY not in here.extra:
        here.extra[KEY] = filter_choices(region_id=here.region.id, english=get_language() == "en")
    found: Any = here.extra[KEY]
    return found  # type: ignore[no-any-return]


def rows_here(here: Here) -> Any:
    """Composed once a request, for the counts and for the rows."""
    if ROWS not in here.extra:
        here.extra[ROWS] = listed(here.actor, today=here.today)
    return here.extra[ROWS]


def terms(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(code, gettext(word)) for code, word in pairs]


def any_lacking(chosen: list[str]) -> Q:
    condition = Q()
    for code in chosen:
        condition |= LACKING[Lack(code)]
    return condition


def lack_words(row: Any) -> str:
    return ", ".join(gettext(lack.label) for lack in lacks_of_row(row))


def lack_markup(row: Any) -> SafeString | str:
    words = lack_words(row)
    return format_html('<span class="state state-late">{}</span>', words) if words else ""


def may_step(step: Step) -> Any:
    return lambda actor: PROGRAMME.can(actor, MOVES[step].verb)


COLUMNS = (
    Column("nama", N_("Program"), lambda p: p.name, sort=("name",)),
    Column("nomor", N_("Nomor"), lambda p: p.ref, sort=("ref",), shown=False),
    Column("dimensi", N_("Dimensi"), lambda p: p.dimension, Kind.DIMENSION, sort=("dimension__order",)),
    Column(
        "subdimensi",
        N_("Subdimensi"),
        lambda p: p.subdimension and p.subdimension.name,
        sort=("subdimension__order",),
        shown=False,
    ),
    Column("pd", N_("Perangkat daerah"), lambda p: str(p.office), sort=("office__name",)),
    Column(
        "jenis",
        N_("Jenis"),
        lambda p: gettext(ProgrammeKind(p.kind_of).label),
        sort=("kind_of",),
        shown=False,
    ),
    Column("pagu", N_("Jumlah pagu"), total_of, Kind.MONEY, sort=("cost",)),
    Column("tahun", N_("Tahun anggaran"), years_of, shown=False),
    Column("nilai", N_("Bobot"), lambda p: p.value, Kind.NUMBER, sort=("value",), shown=False),
    Column("quickwin", N_("Quick win"), lambda p: p.quick_win, Kind.YES_NO, sort=("quick_win",)),
    Column("wajib", N_("Wajib"), lambda p: p.must, Kind.YES_NO, sort=("must",), shown=False),
    Column("pemilik", N_("Penanggung jawab"), lambda p: p.owner.title, sort=("owner__title",), shown=False),
    Column("keadaan", N_("Keadaan"), lambda p: ProgrammeStatus(p.status), Kind.STATE, sort=("status",)),
    Column("rantai", N_("Rantai putus"), lack_markup, Kind.MARKUP, export=lack_words),
    Column("diubah", N_("Diubah"), lambda p: p.updated_at, Kind.INSTANT, sort=("updated_at",), shown=False),
)

FILTERS = (
    Filter(
        "dimensi",
        N_("Dimensi"),
        FilterKind.MANY,
        "dimension__code",
        lambda here: choices_here(here).dimensions,
    ),
    Filter(
        "subdimensi",
        N_("Subdimensi"),
        FilterKind.MANY,
        "subdimension__code",
        lambda here: choices_here(here).subdimensions,
        N_("belum diisi"),
    ),
    Filter(
        "pd", N_("Perangkat daerah"), FilterKind.MANY, "office__code", lambda here: choices_here(here).offices
    ),
    Filter(
        "keadaan", N_("Keadaan"), FilterKind.MANY, "status", lambda here: terms(ProgrammeStatus.choices())
    ),
    Filter("jenis", N_("Jenis"), FilterKind.MANY, "kind_of", lambda here: terms(ProgrammeKind.choices())),
    Filter("dana", N_("Sumber dana"), FilterKind.MANY, paid_by, lambda here: choices_here(here).funds),
    Filter("rantai", N_("Rantai putus"), FilterKind.MANY, any_lacking, lambda here: terms(Lack.choices())),
    Filter("quickwin", N_("Quick win"), FilterKind.YES_NO, "quick_win"),
    Filter("wajib", N_("Wajib"), FilterKind.YES_NO, "must"),
)


def dimension_pairs(here: Here) -> list[tuple[str, str]]:
    return choices_here(here).dimensions


def flag_pairs(here: Here) -> list[tuple[str, str]]:
    return [
        ("quick_win-1", gettext("quick win")),
        ("quick_win-0", gettext("bukan quick win")),
        ("must-1", gettext("wajib")),
        ("must-0", gettext("tidak wajib")),
    ]


BULK = (
    Bulk(N_("Ajukan"), "programmes:bulk-submit", "send", may_step(Step.SUBMIT)),
    Bulk(N_("Setujui"), "programmes:bulk-approve", "signature", may_step(Step.APPROVE)),
    Bulk(N_("Ekspor untuk diubah"), "programmes:export", "table-export"),
    Bulk(N_("Tetapkan dimensi"), "programmes:bulk-dimension", "tag", may_create, dimension_pairs),
    Bulk(N_("Tandai"), "programmes:bulk-flag", "flag", may_create, flag_pairs),
    Bulk(
        N_("Hapus"),
        "programmes:bulk-delete",
        "trash",
        may_create,
        confirm=N_("Hapus program yang dicentang? Program itu masih dapat dikembalikan dari Sampah."),
    ),
)

PROGRAMMES = ListPage(
    name=NAME,
    title=N_("Program"),
    purpose=N_(
        "Apa yang akan dikerjakan, oleh siapa, dari dana apa, dan untuk kebutuhan serta sasaran mana."
    ),
    rows=rows_here,
    columns=COLUMNS,
    row_url=lambda here, p: link(here, "programmes:programme", ref=p.ref),
    row_key=lambda p: p.ref,
    order=("dimension__order", "ref"),
    filters=FILTERS,
    search_kind="programmes.programme",
    buttons=(
        Button(N_("Buat program"), "programmes:create", allowed=may_create),
        Button(N_("Impor"), "programmes:import", "file-import", may_create),
        Button(N_("Rencana lama"), "programmes:prior-list", "history"),
        Button(N_("Sumber dana"), "programmes:funds", "coins", lambda actor: FUND.can(actor, "edit")),
        Button(N_("Sampah"), "programmes:bin", "trash", lambda actor: PROGRAMME.can(actor, "delete")),
    ),
    bulk=BULK,
    empty=Empty(
        N_("Belum ada program"),
        N_(
            "Program menjawab isu strategis: jadikan sebuah isu program, buat sendiri, "
            "atau impor dari lembar kerja."
        ),
    ),
)

BIN = ListPage(
    name="programmes.bin",
    title=N_("Program yang dihapus"),
    purpose=N_("Buka sebuah program untuk mengembalikannya beserta pendanaan dan kaitannya."),
    rows=lambda here: deleted_programmes(here.actor),
    columns=(
        Column("nama", N_("Program"), lambda p: p.name, sort=("name",)),
        Column("nomor", N_("Nomor"), lambda p: p.ref, sort=("ref",)),
        Column("dimensi", N_("Dimensi"), lambda p: p.dimension, Kind.DIMENSION, sort=("dimension__order",)),
        Column("pd", N_("Perangkat daerah"), lambda p: str(p.office), sort=("office__name",)),
        Column("dihapus", N_("Dihapus"), lambda p: p.deleted_at, Kind.INSTANT, sort=("deleted_at",)),
    ),
    row_url=lambda here, p: link(here, "programmes:programme", ref=p.ref),
    row_key=lambda p: p.ref,
    order=("-deleted_at",),
    buttons=(Button(N_("Semua program"), "programmes:list", "list"),),
    empty=Empty(
        N_("Tidak ada program yang dihapus"),
        N_("Program yang dihapus muncul di sini dan dapat dikembalikan."),
    ),
)
