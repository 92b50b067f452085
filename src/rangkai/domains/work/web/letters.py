"""Letters: the list, beginning one, its page, writing it, and its steps."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from rangkai.domains.organisations.policies import PERSONAL_DATA
from rangkai.domains.work.actions.letters.kinds import letter_kind, letter_kinds
from rangkai.domains.work.actions.letters.sign import move_letter, sign_letter
from rangkai.domains.work.actions.letters.write import begin_letter, drop_letter, edit_letter, set_letterhead
from rangkai.domains.work.policies import LETTER, LETTERHEAD
from rangkai.domains.work.queries.letter_access import may
from rangkai.domains.work.queries.letters import kop_of, letter_by_ref, letterhead_row, letters
from rangkai.domains.work.rules.letter_status import FROZEN, LETTER_MOVES, LetterState, LetterStep
from rangkai.domains.work.web.letter_forms import BeginForm, LetterForm, LetterheadForm, SignForm
from rangkai.kit.messages import render as sentence
from rangkai.kit.policies import Actor
from rangkai.kit.web.columns import Column, Kind
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.filters import Filter, FilterKind
from rangkai.kit.web.forms import FormPage, save_or_show
from rangkai.kit.web.history import history_rows
from rangkai.kit.web.links import link
from rangkai.kit.web.lists import Button, Empty, ListPage
from rangkai.lib.errors import N_, Missing
from rangkai.lib.moves import steps_from


def writes(actor: Actor) -> bool:
    return LETTER.can(actor, "create")


LETTERS = ListPage(
    name="work.letters",
    title=N_("Surat"),
    purpose=N_("Surat daerah dari konsep sampai ditandatangani, dengan daftar lampirannya."),
    rows=lambda here: letters(here.actor),
    columns=(
        Column("hal", N_("Hal"), lambda one: one.subject or "–", sort=("subject",)),
        Column("kode", N_("Kode"), lambda one: one.ref, sort=("ref",)),
        Column("keadaan", N_("Keadaan"), lambda one: LetterState(one.state), Kind.STATE, sort=("state",)),
        Column("nomor", N_("Nomor surat"), lambda one: one.number),
        Column("tanggal", N_("Tanggal"), lambda one: one.dated, Kind.DATE, sort=("dated",)),
        Column("kepada", N_("Kepada"), lambda one: one.addressee.split("\n", 1)[0]),
        Column(
            "pd", N_("Perangkat daerah"), lambda one: str(one.office), sort=("office__name",), shown=False
        ),
    ),
    row_url=lambda here, one: link(here, "work:letter", ref=one.ref),
    row_key=lambda one: one.ref,
    order=("-ref",),
    empty=Empty(
        N_("Belum ada surat"),
        N_("Mulai dari jenisnya: alamat, hal, dan isi sudah terisi awal dan dapat diubah seluruhnya."),
    ),
    filters=(
        Filter(
            "keadaan",
            N_("Keadaan"),
            FilterKind.MANY,
            "state",
            lambda here: [(state.value, sentence(N_(state.label))) for state in LetterState],
        ),
    ),
    buttons=(
        Button(N_("Surat baru"), "work:letter-begin", "plus", writes),
        Button(N_("Kop surat"), "work:letterhead", "settings", lambda actor: LETTERHEAD.can(actor, "edit")),
    ),
)


@page
def listing(request: PlacedRequest) -> HttpResponse:
    """Letters that the person may read."""
    return LETTERS.respond(request)


@page
def begin(request: PlacedRequest) -> HttpResponse:
    """Choose a kind and what it is about; the draft opens with its words."""
    here = request.here
    LETTER.require(here.actor, "create")
    subjects = [(name, kind, kind.subjects(here.actor)) for name, kind in letter_kinds().items()]
    form = BeginForm(
        request.POST if request.method == "POST" else None,
        initial={"subject": request.GET.get("tentang", "")},
        subjects=subjects,
        here=here,
    )

    def do() -> object:
        kind, about = form.chosen()
        office_id = form.cleaned_data["office"]
        return begin_letter(here.actor, kind=kind, about=about, office_id=office_id, today=here.today)

    words = FormPage(
        N_("Surat baru"),
        N_("Isi awalnya dapat diubah seluruhnya; nomor surat diisi dari agenda kantor Anda."),
        link(here, "work:letters"),
        button=N_("Buat konsep"),
        saved=N_("Konsep dibuat."),
    )
    return save_or_show(
        request, form, words, do=do, then=lambda made: link(here, "work:letter-edit", ref=made.ref)
    )


@page
def letter(request: PlacedRequest, ref: str) -> HttpResponse:
    """What it says, how far it is, and what the person may do with it."""
    here = request.here
    found = letter_by_ref(here.actor, ref=ref)
    state = LetterState(found.state)
    steps = [
        step for step in steps_from(LETTER_MOVES, state) if may(here.actor, LETTER_MOVES[step].verb, found)
    ]
    context = {
        "record": found,
        "letter": found,
        "state": state,
        "kind": letter_kind(name=found.kind_of),
        "steps": [step for step in steps if step not in {LetterStep.RETURN, LetterStep.SIGN}],
        "can_return": LetterStep.RETURN in steps,
        "sign_form": SignForm(initial={"number": found.number, "dated": found.dated})
        if LetterStep.SIGN in steps
        else None,
        "can_edit": state is LetterState.DRAFT and may(here.actor, "edit", found),
        "frozen": state in FROZEN,
        "has_signer": found.signer_post_id is not None,
        "history": history_rows(request, found),
    }
    return render(request, "work/letter.html", context)


@page
def edit(request: PlacedRequest, ref: str) -> HttpResponse:
    """Write a draft."""
    here = request.here
    found = letter_by_ref(here.actor, ref=ref, verb="edit")
    form = LetterForm(
        request.POST if request.method == "POST" else None,
        initial=LetterForm.initial_of(found),
        here=here,
        shows_personal=found.shows_nip or PERSONAL_DATA.can(here.actor, "view"),
    )
    address = link(here, "work:letter", ref=ref)
    words = FormPage(
        N_("Tulis %(ref)s", ref=ref),
        N_(
            "Baris kosong memisahkan paragraf; baris yang diawali “- ” menjadi butir. Daftar lampiran ikut sendiri."
        ),
        address,
    )
    return save_or_show(
        request,
        form,
        words,
        do=lambda: edit_letter(here.actor, letter=found, version=form.read_version, values=form.columns()),
        then=lambda _: address,
    )


@require_POST
@page
def move(request: PlacedRequest, ref: str) -> HttpResponse:
    """One step; the button says which."""
    here = request.here
    step = request.POST.get("step", "")
    if step not in set(LetterStep):
        raise Missing(N_("Langkah ini tidak ada."))
    move_letter(
        here.actor,
        letter=letter_by_ref(here.actor, ref=ref),
        version=version_in(request),
        step=LetterStep(step),
        moment=timezone.localtime(),
        reason=request.POST.get("reason", ""),
    )
    return redirect(link(here, "work:letter", ref=ref))


@page
def sign(request: PlacedRequest, ref: str) -> HttpResponse:
    """The signed paper comes back as a PDF."""
    here = request.here
    found = letter_by_ref(here.actor, ref=ref, verb="sign")
    posted = request.method == "POST"
    form = SignForm(
        request.POST if posted else None,
        request.FILES if posted else None,
        initial={"number": found.number, "dated": found.dated, "version": found.version},
    )
    address = link(here, "work:letter", ref=ref)
    words = FormPage(
        N_("Unggah %(ref)s yang sudah ditandatangani", ref=ref),
        N_("Sesudah ini surat tidak dapat diubah lagi."),
        address,
        button=N_("Simpan surat bertanda tangan"),
        saved=N_("Surat bertanda tangan tersimpan."),
    )
    return save_or_show(
        request,
        form,
        words,
        do=lambda: sign_letter(
            here.actor, letter=found, version=form.read_version, paper=form.paper(), today=here.today
        ),
        then=lambda _: address,
    )


@require_POST
@page
def drop(request: PlacedRequest, ref: str) -> HttpResponse:
    """Throw a draft away."""
    here = request.here
    drop_letter(here.actor, letter=letter_by_ref(here.actor, ref=ref), version=version_in(request))
    messages.success(request, sentence(N_("Konsep surat dibuang.")))
    return redirect(link(here, "work:letters"))


@page
def letterhead(request: PlacedRequest) -> HttpResponse:
    """The kop of the region."""
    here = request.here
    LETTERHEAD.require(here.actor, "edit")
    row = letterhead_row(region_id=here.region.id)
    kop = kop_of(region_id=here.region.id, region=here.region.name)
    form = LetterheadForm(
        request.POST if request.method == "POST" else None,
        initial={"lines": "\n".join(kop.lines), "place": kop.place, "version": row.version if row else 0},
    )
    words = FormPage(
        N_("Kop surat"),
        N_("Tercetak di atas setiap surat: nama pemerintah daerah, nama kantor, alamat, telepon."),
        link(here, "work:letters"),
    )
    return save_or_show(
        request,
        form,
        words,
        do=lambda: set_letterhead(
            here.actor, version=form.read_version, lines=form.given_lines(), place=form.cleaned_data["place"]
        ),
        then=lambda _: link(here, "work:letters"),
    )


def version_in(request: PlacedRequest) -> int:
    given = request.POST.get("version", "")
    return int(given) if given.isdigit() and len(given) < 8 else 0
