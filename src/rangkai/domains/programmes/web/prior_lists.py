"""The worklist: every programme of the old plan, and what becomes of it."""

from typing import Any

from django.utils.translation import gettext

from rangkai.domains.programmes.policies import PRIOR
from rangkai.domains.programmes.queries.prior import prior_books, prior_counts, prior_programmes
from rangkai.domains.programmes.rules.terms import PriorDecision
from rangkai.domains.programmes.web.lists import choices_here, terms
from rangkai.kit.policies import Actor
from rangkai.kit.web.columns import Column, Kind
from rangkai.kit.web.context import Here
from rangkai.kit.web.filters import Filter, FilterKind
from rangkai.kit.web.links import link
from rangkai.kit.web.lists import Bulk, Button, Empty, ListPage
from rangkai.lib.errors import N_

STOP_REASONS = (
    N_("Sudah selesai dilaksanakan"),
    N_("Tidak mendukung sasaran RPJMD yang berlaku"),
    N_("Tidak tersedia anggaran"),
    N_("Digantikan program lain"),
    N_("Bukan lagi kewenangan daerah"),
)


def may_decide(actor: Actor) -> bool:
    return PRIOR.can(actor, "decide")


def years_of(line: Any) -> str:
    """ "2022–2024", "2022", or nothing."""
    years = [str(year) for year in dict.fromkeys((line.first_year, line.last_year)) if year]
    return "–".join(years)


def place_of(line: Any) -> str:
    """ "Buku 2, hal. 41"; the heading where the file keeps no pages."""
    if line.page:
        return gettext("%(book)s, hal. %(page)s") % {"book": line.book.title, "page": line.page}
    return str(line.book.title)


def counted(here: Here) -> dict[str, object]:
    """How many stand at each decision, for the line above the list; two queries."""
    counts = prior_counts(region_id=here.region.id)
    total = sum(counts.values())
    return {
        "prior_counts": list(counts.items()),
        "prior_total": total,
        "prior_decided": total - counts[PriorDecision.OPEN],
        "prior_books": list(prior_books(region_id=here.region.id)),
        "can_decide": may_decide(here.actor),
    }


PRIOR_LIST = ListPage(
    name="programmes.prior",
    title=N_("Rencana lama"),
    purpose=N_(
        "Setiap program dalam masterplan yang sudah ada diputuskan: lanjut, ubah, gabung, atau henti, "
        "terhadap RPJMD yang berlaku sekarang."
    ),
    rows=lambda here: prior_programmes(here.actor),
    columns=(
        Column("nama", N_("Program lama"), lambda p: p.name, sort=("name",)),
        Column("keputusan", N_("Keputusan"), lambda p: PriorDecision(p.decision), Kind.STATE, ("decision",)),
        Column("dimensi", N_("Dimensi"), lambda p: p.dimension, Kind.DIMENSION, sort=("dimension__order",)),
        Column(
            "pd",
            N_("Perangkat daerah"),
            lambda p: p.office.name if p.office else p.office_text,
            sort=("office__name",),
        ),
        Column("asal", N_("Buku dan halaman"), place_of, sort=("book__title", "order")),
        Column("anggaran", N_("Anggaran"), lambda p: p.cost, Kind.MONEY, sort=("cost",)),
        Column("tahun", N_("Tahun"), years_of, sort=("first_year", "last_year"), shown=False),
        Column("judul", N_("Judul dalam buku"), lambda p: p.heading, shown=False),
        Column("sasaran", N_("Sasaran sekarang"), lambda p: str(p.goal or ""), shown=False),
        Column("program", N_("Program sekarang"), lambda p: str(p.programme or ""), shown=False),
        Column("alasan", N_("Alasan"), lambda p: p.decision_reason, shown=False),
    ),
    filters=(
        Filter(
            "keputusan",
            N_("Keputusan"),
            FilterKind.MANY,
            "decision",
            lambda here: terms(PriorDecision.choices()),
        ),
        Filter(
            "dimensi",
            N_("Dimensi"),
            FilterKind.MANY,
            "dimension__code",
            lambda here: choices_here(here).dimensions,
            N_("tidak dikenal"),
        ),
        Filter(
            "pd",
            N_("Perangkat daerah"),
            FilterKind.MANY,
            "office__code",
            lambda here: choices_here(here).offices,
            N_("tidak dikenal"),
        ),
        Filter(
            "buku",
            N_("Buku"),
            FilterKind.MANY,
            "book_id",
            lambda here: [(str(b.pk), b.title) for b in prior_books(region_id=here.region.id)],
        ),
        Filter("quickwin", N_("Quick win"), FilterKind.YES_NO, "quick_win"),
    ),
    row_url=lambda here, p: link(here, "programmes:prior-line", line_id=p.pk),
    row_key=lambda p: str(p.pk),
    order=("book_id", "order", "id"),
    search_kind="programmes.priorprogramme",
    buttons=(
        Button(N_("Unggah buku lama"), "programmes:prior-upload", "upload", may_decide),
        Button(N_("Program"), "programmes:list", "stack-2"),
    ),
    bulk=(
        Bulk(N_("Lanjutkan"), "programmes:prior-bulk-continue", "player-play", may_decide),
        Bulk(
            N_("Hentikan karena"),
            "programmes:prior-bulk-stop",
            "player-stop",
            may_decide,
            lambda here: [(reason.text, gettext(reason.text)) for reason in STOP_REASONS],
        ),
        Bulk(N_("Batalkan keputusan"), "programmes:prior-bulk-reopen", "arrow-back-up", may_decide),
    ),
    template="programmes/prior_list.html",
    around=counted,
    empty=Empty(
        N_("Belum ada rencana lama"),
        N_(
            "Unggah Buku 2 masterplan terdahulu (.docx): program dalam tabel-tabelnya dibaca beserta halamannya, "
            "lalu Anda putuskan satu per satu."
        ),
    ),
)
