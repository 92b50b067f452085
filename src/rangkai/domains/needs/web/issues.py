"""Strategic issues: the list, one issue with its needs, and its form."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from rangkai.domains.masterplans.queries import dimension_choices, subdimension_choices
from rangkai.domains.needs.actions import NewIssue, create_issue, delete_issue, edit_issue
from rangkai.domains.needs.policies import GROUPING, ISSUE, NEED
from rangkai.domains.needs.queries import issue_by_ref, issue_needs, issues
from rangkai.domains.needs.queries.origin import origin_of
from rangkai.kit.policies import Actor
from rangkai.kit.web.columns import Column, Kind
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.filters import Filter, FilterKind
from rangkai.kit.web.forms import FormPage, RecordForm, save_or_show
from rangkai.kit.web.history import history_rows
from rangkai.kit.web.links import link
from rangkai.kit.web.lists import Button, Empty, ListPage
from rangkai.lib.errors import N_


def may_group(actor: Actor) -> bool:
    return GROUPING.can(actor, "edit")


SHOWN = 100
"""Needs listed on the page of an issue; the list of needs has them all."""

ISSUES = ListPage(
    name="needs.issues",
    title=N_("Isu Strategis"),
    purpose=N_("Kebutuhan sejenis sebagai satu pokok; dari sini program dibuat."),
    rows=lambda here: issues(here.actor),
    columns=(
        Column("nama", N_("Isu strategis"), lambda i: i.name, sort=("name",)),
        Column("nomor", N_("Nomor"), lambda i: i.ref, sort=("ref",)),
        Column("dimensi", N_("Dimensi"), lambda i: i.dimension, Kind.DIMENSION, sort=("dimension__order",)),
        Column("kebutuhan", N_("Kebutuhan"), lambda i: i.need_count, Kind.NUMBER, sort=("need_count",)),
        Column("wilayah", N_("Wilayah"), lambda i: i.area_count, Kind.NUMBER, sort=("area_count",)),
        Column("penerima", N_("Penerima manfaat"), lambda i: i.people, Kind.NUMBER, sort=("people",)),
    ),
    row_url=lambda here, i: link(here, "needs:issue", ref=i.ref),
    row_key=lambda i: i.ref,
    order=("-need_count", "id"),
    empty=Empty(
        N_("Belum ada isu strategis"),
        N_("Kelompokkan kebutuhan sejenis: usulan kelompok menunjukkan mana yang serupa dan mengapa."),
    ),
    filters=(
        Filter(
            "dimensi",
            N_("Dimensi"),
            FilterKind.MANY,
            "dimension_id",
            lambda here: dimension_choices(),
            N_("belum diisi"),
        ),
    ),
    search_kind="needs.strategicissue",
    buttons=(
        Button(N_("Usulan kelompok"), "needs:groups", "layers-intersect", may_group),
        Button(N_("Isu baru"), "needs:issue-create", "plus", lambda actor: ISSUE.can(actor, "create")),
    ),
)


class IssueForm(RecordForm):
    """Name, summary and where it belongs."""

    name = forms.CharField(label=_("Nama isu strategis"), max_length=200)
    summary = forms.CharField(
        label=_("Ringkasan"), widget=forms.Textarea(attrs={"rows": 4}), required=False, max_length=4000
    )
    dimension = forms.TypedChoiceField(label=_("Dimensi"), coerce=int, empty_value=None, required=False)
    subdimension = forms.TypedChoiceField(label=_("Subdimensi"), coerce=int, empty_value=None, required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["dimension"].choices = [("", "–"), *dimension_choices()]  # type: ignore[attr-defined]
        self.fields["subdimension"].choices = [("", "–"), *subdimension_choices()]  # type: ignore[attr-defined]

    def columns(self) -> dict[str, object]:
        """Values by column, as the action takes them."""
        data = self.cleaned_data
        return {
            "name": data["name"],
            "summary": data["summary"],
            "dimension_id": data["dimension"],
            "subdimension_id": data["subdimension"],
        }


@page
def listing(request: PlacedRequest) -> HttpResponse:
    """All issues of the region."""
    ISSUE.require(request.here.actor, "view")
    return ISSUES.respond(request)


@page
def issue(request: PlacedRequest, ref: str) -> HttpResponse:
    """One issue and the needs that the person may see of it."""
    here = request.here
    found = issue_by_ref(here.actor, ref=ref)
    seen = issue_needs(here.actor, issue=found)
    context = {
        "record": found,
        "issue": found,
        "needs": seen.order_by("-priority", "id")[:SHOWN],
        "more": max(0, seen.count() - SHOWN),
        "origin": origin_of(issue=found),
        "can_edit": ISSUE.can(here.actor, "edit", found),
        "sees_all": NEED.can(here.actor, "consolidate"),
        "history": history_rows(request, found),
    }
    return render(request, "needs/issue.html", context)


def _page(title: object, back: str) -> FormPage:
    purpose = N_("Satu pokok yang menaungi kebutuhan sejenis.")
    return FormPage(title, purpose, back)  # type: ignore[arg-type]


@page
def create(request: PlacedRequest) -> HttpResponse:
    """An empty issue, to be filled from the list of needs."""
    here = request.here
    ISSUE.require(here.actor, "create")
    form = IssueForm(request.POST if request.method == "POST" else None)
    return save_or_show(
        request,
        form,
        _page(N_("Isu strategis baru"), link(here, "needs:issues")),
        do=lambda: create_issue(here.actor, issue=NewIssue(**form.columns()), today=here.today),  # type: ignore[arg-type]
        then=lambda made: link(here, "needs:issue", ref=made.ref),
    )


@page
def edit(request: PlacedRequest, ref: str) -> HttpResponse:
    """Rename or move an issue."""
    here = request.here
    found = issue_by_ref(here.actor, ref=ref)
    ISSUE.require(here.actor, "edit", found)
    form = IssueForm(request.POST if request.method == "POST" else None, initial=IssueForm.initial_of(found))
    address = link(here, "needs:issue", ref=ref)
    return save_or_show(
        request,
        form,
        _page(N_("Ubah isu strategis"), address),
        do=lambda: edit_issue(here.actor, issue=found, version=form.read_version, values=form.columns()),
        then=lambda _: address,
    )


@require_POST
@page
def delete(request: PlacedRequest, ref: str) -> HttpResponse:
    """Dissolve an issue; its needs stay."""
    found = issue_by_ref(request.here.actor, ref=ref)
    delete_issue(request.here.actor, issue=found, version=found.version)
    return redirect(link(request.here, "needs:issues"))
