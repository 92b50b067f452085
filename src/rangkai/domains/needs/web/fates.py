"""Nasib kebutuhan: the worklist of what is undecided, and deciding one need or many."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST

from rangkai.domains.needs.actions import set_fate
from rangkai.domains.needs.policies import NEED
from rangkai.domains.needs.queries import needs
from rangkai.domains.needs.queries.choices import (
    area_names,
    in_kecamatan,
    issue_choices,
    kecamatan_options,
    office_choices,
)
from rangkai.domains.needs.queries.fates import counts_by_fate
from rangkai.domains.needs.rules.fate import REASONS
from rangkai.domains.needs.rules.terms import Fate, FateOwner
from rangkai.domains.needs.web.forms import FateForm
from rangkai.domains.needs.web.lists import EMPTY, Choices, consolidates, needs_page, words
from rangkai.domains.regions.queries import area_facts
from rangkai.kit.web.columns import Column, Kind
from rangkai.kit.web.context import Here, PlacedRequest, page
from rangkai.kit.web.filters import Filter, FilterKind
from rangkai.kit.web.forms import FormPage, add_problems
from rangkai.kit.web.links import link
from rangkai.kit.web.lists import Bulk, Button, Empty, ListPage
from rangkai.kit.web.redirects import back
from rangkai.lib.errors import N_, Invalid

UNDO = "batal-nasib"
"""Where the session keeps the batch that can still be taken back."""


def reason_words(need: Any) -> str:
    """Whose authority or until when, then why."""
    parts = [gettext(FateOwner(need.fate_owner).label) if need.fate_owner else "", str(need.fate_year or "")]
    head = ", ".join(part for part in parts if part)
    return ": ".join(part for part in (head, need.fate_reason) if part)


def columns(names: Mapping[int, str]) -> tuple[Column, ...]:
    """What a row shows; `names` is area id → name."""
    return (
        Column("kebutuhan", N_("Kebutuhan"), lambda n: n.statement, sort=("statement",)),
        Column("nomor", N_("Nomor"), lambda n: n.ref, sort=("ref",)),
        Column("nasib", N_("Nasib"), lambda n: Fate(n.fate), Kind.STATE, sort=("fate",)),
        Column("alasan", N_("Alasan"), reason_words),
        Column("pd", N_("Perangkat daerah"), lambda n: str(n.office), sort=("office__name",)),
        Column("wilayah", N_("Wilayah"), lambda n: names.get(n.area_id, "")),
        Column("isu", N_("Isu strategis"), lambda n: n.issue and n.issue.name, sort=("issue__name",)),
        Column("diputuskan", N_("Diputuskan"), lambda n: n.fate_at, Kind.INSTANT, shown=False),
    )


def filters(kecamatan: Choices) -> tuple[Filter, ...]:
    """By fate, office, kecamatan and issue."""
    return (
        Filter("nasib", N_("Nasib"), FilterKind.MANY, "fate", lambda here: words(Fate)),
        Filter(
            "pd",
            N_("Perangkat daerah"),
            FilterKind.MANY,
            "office_id",
            lambda here: office_choices(here.actor),
        ),
        Filter("kecamatan", N_("Kecamatan"), FilterKind.MANY, in_kecamatan, lambda here: kecamatan),
        Filter(
            "isu",
            N_("Isu strategis"),
            FilterKind.MANY,
            "issue_id",
            lambda here: issue_choices(region_id=here.region.id)[1:],
            EMPTY,
        ),
    )


def around(here: Here) -> dict[str, object]:
    """Counts above the list, and the way back from the last decision."""
    return {"counts": counts_by_fate(needs(here.actor)).items(), "undo": here.extra.get("undo")}


def fates_page(here: Here) -> ListPage:
    """Made for one request: the names of areas are read once, not joined."""
    areas = area_facts(region_id=here.region.id)
    return ListPage(
        name="needs.fates",
        title=N_("Nasib kebutuhan"),
        purpose=N_("Setiap usulan berakhir dengan keputusan dan alasan; yang belum diputuskan di atas."),
        rows=lambda here: needs(here.actor),
        columns=columns(area_names(areas)),
        row_url=lambda here, n: link(here, "needs:need", ref=n.ref),
        row_key=lambda n: n.ref,
        order=("fate", "-priority", "id"),
        empty=Empty(
            N_("Belum ada kebutuhan"), N_("Nasib diputuskan sesudah kebutuhan dicatat atau diimpor.")
        ),
        filters=filters(kecamatan_options(areas)),
        search_kind="needs.need",
        buttons=(Button(N_("Daftar per kecamatan dan PD"), "needs:fate-lists", "printer"),),
        bulk=(Bulk(N_("Putuskan nasib"), "needs:bulk-decide", "gavel", consolidates),),
        template="needs/fates.html",
        around=around,
    )


@page
def listing(request: PlacedRequest) -> HttpResponse:
    """The worklist; for an office, what became of its own needs."""
    NEED.require(request.here.actor, "view")
    if NEED.can(request.here.actor, "edit"):
        request.here.extra["undo"] = undoable(request)
    return fates_page(request.here).respond(request)


@require_POST
@page
def from_needs(request: PlacedRequest) -> HttpResponse:
    """Decide what was ticked in the list of needs, or one need from its page."""
    return _decide(request, needs_page(request.here))


@require_POST
@page
def from_fates(request: PlacedRequest) -> HttpResponse:
    """Decide what was ticked in the worklist."""
    return _decide(request, fates_page(request.here))


def _decide(request: PlacedRequest, listed: ListPage) -> HttpResponse:
    """Ask for the fate and its reason first, then set it, and go back to where the button was pressed."""
    here = request.here
    NEED.require(here.actor, "consolidate")
    home = link(here, "needs:fates")
    if "fate" not in request.POST:
        refs = list(listed.ticked(request).values_list("ref", flat=True))
        form = FateForm(initial={"refs": ",".join(refs), "next": back(request, home)})
        return _form(request, form, refs)
    form = FateForm(request.POST)
    if form.is_valid():
        try:
            decided = set_fate(here.actor, refs=form.chosen(), decision=form.decision())
        except Invalid as invalid:
            add_problems(form, invalid)
        else:
            text = ngettext(
                "Nasib %(count)s kebutuhan diputuskan.",
                "Nasib %(count)s kebutuhan diputuskan.",
                decided.count,
            )
            messages.success(request, text % {"count": decided.count})
            request.session[UNDO] = str(decided.batch)
            return redirect(back(request, home))
    return _form(request, form, form.data.get("refs", "").split(","))


def _form(request: PlacedRequest, form: FateForm, refs: Sequence[str]) -> HttpResponse:
    title = N_("Nasib %(count)s kebutuhan", count=len(refs))
    if len(refs) == 1:
        title = N_("Nasib %(ref)s", ref=refs[0])
    words_ = FormPage(
        title,
        N_("“Masuk program” tercatat sendiri ketika kebutuhan dikaitkan dengan program; selebihnya di sini."),
        form["next"].value() or link(request.here, "needs:fates"),
        button=N_("Simpan nasib"),
    )
    context = {
        "form": form,
        "form_page": words_,
        "sections": [("", form.visible_fields())],
        "examples": [(fate, sentences) for fate, sentences in REASONS.items()],
    }
    return render(request, "needs/fate.html", context, status=422 if form.is_bound else 200)


def undoable(request: PlacedRequest) -> uuid.UUID | None:
    """The batch of the last decision of this session, once; the page that shows it offers to take it back."""
    kept = request.session.pop(UNDO, "")
    return uuid.UUID(kept) if kept else None
