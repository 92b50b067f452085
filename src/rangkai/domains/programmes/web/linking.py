"""Links of a programme: sasaran, indicators, offices and places by ticking; needs, issues and programmes by finding."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect, render

from rangkai.domains.programmes.actions import set_links, set_ties
from rangkai.domains.programmes.queries import ProgrammeFact
from rangkai.domains.programmes.queries.choices import goals, kecamatan, measures, offices
from rangkai.domains.programmes.queries.linking import OFFERS, linked, need_ids_of_issue
from rangkai.domains.programmes.rules.parts import Ties
from rangkai.domains.programmes.web.forms import TiesForm
from rangkai.domains.programmes.web.tables import Open, opened
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.forms import FormPage, save_or_show
from rangkai.kit.web.links import link
from rangkai.lib.errors import N_, Message, Missing

TICKED = ("goals", "indicators", "supporting", "areas")


@dataclass(frozen=True)
class LinkKindPage:
    """One page of links: which ties of a ProgrammeFact it shows, and its words."""

    field: str
    title: Message
    purpose: Message
    empty: Message


PAGES: Mapping[str, LinkKindPage] = {
    "kebutuhan": LinkKindPage(
        "needs",
        N_("Kebutuhan"),
        N_("Kebutuhan yang dijawab program ini menjadi “masuk program”, dan pengusulnya dapat membacanya."),
        N_("Belum ada kebutuhan yang dijawab program ini."),
    ),
    "isu": LinkKindPage(
        "issues",
        N_("Isu strategis"),
        N_("Mengaitkan isu berarti menjawab semua kebutuhan di dalamnya."),
        N_("Belum ada isu yang dijawab program ini."),
    ),
    "sesudah": LinkKindPage(
        "after",
        N_("Dimulai sesudah"),
        N_("Program yang harus selesai lebih dahulu, sebelum program ini dimulai."),
        N_("Tidak menunggu program lain."),
    ),
    "tidak-bersama": LinkKindPage(
        "excludes",
        N_("Tidak bersama"),
        N_("Program pengganti: bila yang satu masuk peta jalan, yang lain tidak."),
        N_("Tidak meniadakan program lain."),
    ),
}


@page
def ties(request: PlacedRequest, ref: str) -> HttpResponse:
    """Sasaran, indicators, supporting offices and places, as boxes to tick."""
    found = opened(request, ref)
    here = found.here
    ticked = {name: ids_of(found.fact, name) for name in TICKED}
    form = TiesForm(
        request.POST if request.method == "POST" else None,
        offered={
            "goals": goals(region_id=here.region.id, year=here.today.year),
            "indicators": measures(region_id=here.region.id),
            "supporting": [
                pair for pair in offices(region_id=here.region.id) if pair[0] != found.row.office_id
            ],
            "areas": kecamatan(region_id=here.region.id),
        },
        ticked=ticked,
    )
    return save_or_show(
        request,
        form,
        FormPage(
            N_("Kaitan %(ref)s", ref=ref),
            N_(
                "Sasaran mana yang didukung, indikator mana yang digerakkan, siapa yang membantu, dan di mana."
            ),
            found.address,
            sections=(
                (N_("Sasaran dan indikator"), ("goals", "indicators")),
                (N_("Pendukung dan lokasi"), ("supporting", "areas")),
            ),
        ),
        do=lambda: set_ties(
            here.actor,
            programme=found.row,
            version=found.row.version,
            ties=form.ties(ticked),
        ),
        then=lambda _: found.address,
    )


def ids_of(fact: ProgrammeFact, name: str) -> list[int]:
    return [tie.id for tie in getattr(fact, name)]


@page
def links(request: PlacedRequest, ref: str, kind: str) -> HttpResponse:
    """Needs, issues or programmes that are linked, and a search for more; each button links or unlinks one."""
    if kind not in PAGES:
        raise Missing(N_("Jenis kaitan ini tidak ada."))
    here = request.here
    about = PAGES[kind]
    if request.method == "POST":
        return _change(request, ref, kind)
    found = opened(request, ref)
    there = linked(found.fact, about.field)
    taken = {option.id for option in there}
    words = request.GET.get("q", "").strip()
    context = {
        "programme": found.row,
        "about": about,
        "kind": kind,
        "pages": [(slug, other.title) for slug, other in PAGES.items()],
        "linked": there,
        "options": [o for o in OFFERS[about.field](here.actor, found.row, words) if o.id not in taken],
        "words": words,
        "address": found.address,
    }
    return render(request, "programmes/links.html", context)


def _change(request: PlacedRequest, ref: str, kind: str) -> HttpResponse:
    found = opened(request, ref)
    field = PAGES[kind].field
    adds, drops = _picked(request, "add"), _picked(request, "drop")
    if field in {"after", "excludes"}:
        wanted = {name: set(getattr(found.fact, name)) for name in ("after", "excludes")}
        wanted[field] = (wanted[field] | adds) - drops
        set_links(found.here.actor, programme=found.row, version=found.row.version, **wanted)
    else:
        set_ties(
            found.here.actor,
            programme=found.row,
            version=found.row.version,
            ties=_new_ties(found, field, adds, drops),
        )
    address = link(found.here, "programmes:links", ref=ref, kind=kind)
    words = request.GET.urlencode()
    return redirect(f"{address}?{words}" if words else address)


def _picked(request: PlacedRequest, name: str) -> set[int]:
    return {int(value) for value in request.POST.getlist(name) if value.isdigit()}


def _new_ties(found: Open, field: str, adds: set[int], drops: set[int]) -> Ties:
    """An issue brings its needs along; taken away, it leaves them, for each can be taken away by itself."""
    now = frozenset(ids_of(found.fact, field))
    wanted = (now | adds) - drops
    if field == "needs":
        return Ties(needs=wanted, issues=frozenset(ids_of(found.fact, "issues")))
    brought: frozenset[int] = frozenset()
    for issue_id in adds:
        brought |= need_ids_of_issue(region_id=found.here.region.id, issue_id=issue_id)
    return Ties(issues=wanted, needs=frozenset(ids_of(found.fact, "needs")) | brought)
