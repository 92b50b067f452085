"""Data that the region keeps: sources of money, and the nomenclature."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from rangkai.domains.programmes.actions import NewFund, create_fund, delete_fund, edit_fund
from rangkai.domains.programmes.policies import FUND
from rangkai.domains.programmes.queries.choices import fund_by_code
from rangkai.domains.programmes.queries.nomenclature import find_codes, fund_rows
from rangkai.domains.programmes.queries.nomenclature import nomenclature as codes
from rangkai.domains.programmes.rules.terms import NomenclatureLevel
from rangkai.domains.programmes.web.forms import FundForm
from rangkai.kit.policies import Actor
from rangkai.kit.web.columns import Column, Kind
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.filters import Filter, FilterKind
from rangkai.kit.web.forms import FormPage, save_or_show
from rangkai.kit.web.links import link
from rangkai.kit.web.lists import Button, Empty, ListPage
from rangkai.lib.errors import N_


def may_keep(actor: Actor) -> bool:
    return FUND.can(actor, "edit")


FUNDS = ListPage(
    name="programmes.funds",
    title=N_("Sumber Dana"),
    purpose=N_("Dari mana program dibiayai; dipakai pada baris pendanaan dan pagu peta jalan."),
    rows=lambda here: fund_rows(region_id=here.region.id),
    columns=(
        Column("nama", N_("Nama"), lambda f: f.name, sort=("name",)),
        Column("kode", N_("Kode"), lambda f: f.code, sort=("code",)),
        Column("apbd", N_("APBD"), lambda f: f.is_apbd, Kind.YES_NO, sort=("is_apbd",)),
        Column("catatan", N_("Catatan"), lambda f: f.note),
    ),
    row_url=lambda here, f: link(here, "programmes:fund", code=f.code),
    row_key=lambda f: f.code,
    order=("order", "code"),
    buttons=(
        Button(N_("Sumber dana baru"), "programmes:fund-create", allowed=may_keep),
        Button(N_("Nomenklatur"), "programmes:nomenclature", "list"),
    ),
    empty=Empty(
        N_("Belum ada sumber dana"), N_("Tambahkan PAD, DAU, DAK, dan sumber lain yang dipakai daerah Anda.")
    ),
)

NOMENCLATURE = ListPage(
    name="programmes.nomenclature",
    title=N_("Nomenklatur"),
    purpose=N_("Urusan, bidang, program, kegiatan, dan subkegiatan menurut masa berlakunya."),
    rows=lambda here: codes(),
    columns=(
        Column("kode", N_("Kode"), lambda n: n.code, sort=("code",)),
        Column("nama", N_("Nama"), lambda n: n.name, sort=("name",)),
        Column(
            "tingkat", N_("Tingkat"), lambda n: gettext(NomenclatureLevel(n.level).label), sort=("level",)
        ),
        Column("mulai", N_("Berlaku sejak"), lambda n: n.valid_from, Kind.DATE, sort=("valid_from",)),
        Column("sampai", N_("Berakhir"), lambda n: n.valid_to, Kind.DATE, sort=("valid_to",)),
        Column("sumber", N_("Sumber"), lambda n: n.source, shown=False),
    ),
    row_url=lambda here, n: "",
    row_key=lambda n: str(n.pk),
    order=("code", "valid_from"),
    filters=(
        Filter(
            "tingkat",
            N_("Tingkat"),
            FilterKind.MANY,
            "level",
            lambda here: [(code, gettext(word)) for code, word in NomenclatureLevel.choices()],
        ),
    ),
    buttons=(
        Button(N_("Impor nomenklatur"), "programmes:nomenclature-import", "file-import", may_keep),
        Button(N_("Sumber dana"), "programmes:funds", "coins"),
    ),
    empty=Empty(
        N_("Belum ada nomenklatur"),
        N_("Impor lembar kerja berisi kode dan nama dari Permendagri 90/2019 atau pemutakhirannya."),
    ),
)


@page
def funds(request: PlacedRequest) -> HttpResponse:
    """Sources of money of the region."""
    FUND.require(request.here.actor, "view")
    return FUNDS.respond(request)


def _page(request: PlacedRequest, title: object) -> FormPage:
    purpose = N_("Kode dipakai pada lembar impor dan tabel; nama dipakai pada buku.")
    return FormPage(title, purpose, link(request.here, "programmes:funds"))  # type: ignore[arg-type]


@page
def create(request: PlacedRequest) -> HttpResponse:
    """A new source of money."""
    here = request.here
    FUND.require(here.actor, "create")
    form = FundForm(request.POST if request.method == "POST" else None)
    return save_or_show(
        request,
        form,
        _page(request, N_("Sumber dana baru")),
        do=lambda: create_fund(here.actor, fund=NewFund(**form.values())),
        then=lambda fund: link(here, "programmes:funds"),
    )


@page
def edit(request: PlacedRequest, code: str) -> HttpResponse:
    """Rename a source of money, or move it in the order."""
    here = request.here
    fund = fund_by_code(region_id=here.region.id, code=code)
    FUND.require(here.actor, "edit", fund)
    form = FundForm(request.POST if request.method == "POST" else None, initial=FundForm.initial_of(fund))
    return save_or_show(
        request,
        form,
        _page(request, N_("Ubah sumber dana %(code)s", code=code)),
        do=lambda: edit_fund(here.actor, fund=fund, version=form.read_version, values=form.values()),
        then=lambda _: link(here, "programmes:funds"),
    )


@require_POST
@page
def delete(request: PlacedRequest, code: str) -> HttpResponse:
    """Put away a source of money that pays for nothing."""
    fund = fund_by_code(region_id=request.here.region.id, code=code)
    delete_fund(request.here.actor, fund=fund, version=fund.version)
    messages.success(request, _("Sumber dana dihapus."))
    return redirect(link(request.here, "programmes:funds"))


@page
def nomenclature(request: PlacedRequest) -> HttpResponse:
    """All codes, also those that no longer hold."""
    FUND.require(request.here.actor, "view")
    return NOMENCLATURE.respond(request)


@page
def bring(request: PlacedRequest) -> HttpResponse:
    """To the import of the nomenclature."""
    return redirect(link(request.here, "work:import-start", noun="nomenclature"))


@page
def find(request: PlacedRequest) -> HttpResponse:
    """Suggestions for a funding line: subkegiatan that hold in its year."""
    FUND.require(request.here.actor, "view")
    words = _of_row(request, "nomenclature")
    year = _of_row(request, "year")
    context = {
        "codes": find_codes(words=words, year=int(year) if year.isdigit() else request.here.today.year),
    }
    return render(request, "programmes/codes.html", context)


def _of_row(request: PlacedRequest, column: str) -> str:
    """A cell of the row that was sent, whatever its number."""
    names = (name for name in request.GET if name.endswith(f"-{column}"))
    return request.GET.get(next(names, ""), "").strip()
