"""Making a programme, from scratch or from an issue, and changing its facts."""

from typing import Any

from django.http import HttpResponse

from rangkai.domains.needs.queries import issue_by_ref
from rangkai.domains.programmes.actions import create_programme, edit_programme
from rangkai.domains.programmes.policies import PROGRAMME
from rangkai.domains.programmes.queries.choices import offices_to_lead, owners
from rangkai.domains.programmes.queries.programmes import programme_by_ref
from rangkai.domains.programmes.queries.serving import IssueNeeds, needs_of_issue
from rangkai.domains.programmes.rules.content import LONGEST
from rangkai.domains.programmes.rules.parts import Ties
from rangkai.domains.programmes.web.forms import SECTIONS, FromIssueForm, ProgrammeForm
from rangkai.kit.web.context import Here, PlacedRequest, page
from rangkai.kit.web.forms import FormPage, save_or_show
from rangkai.kit.web.links import link
from rangkai.lib.errors import N_

FROM_ISSUE = (N_("Menjawab isu"), ("needs",))


def choices(here: Here) -> dict[str, Any]:
    return {
        "offices": offices_to_lead(here.actor),
        "owners": owners(region_id=here.region.id, today=here.today),
    }


@page
def create(request: PlacedRequest) -> HttpResponse:
    """A new programme; `?isu=` names the issue that it answers."""
    here = request.here
    PROGRAMME.require(here.actor, "create")
    ref = request.GET.get("isu", "")
    return _from_issue(request, ref) if ref else _from_scratch(request)


def _from_scratch(request: PlacedRequest) -> HttpResponse:
    here = request.here
    form = ProgrammeForm(request.POST if request.method == "POST" else None, **choices(here))
    return save_or_show(
        request,
        form,
        FormPage(
            N_("Program baru"),
            N_("Cukup nama, dimensi, jenis, dan penanggung jawab; pendanaan dan kaitannya menyusul."),
            link(here, "programmes:list"),
            button=N_("Buat program"),
            saved=N_("Program dibuat. Lengkapi pendanaan, sasaran, dan kebutuhannya."),
            sections=SECTIONS,
        ),
        do=lambda: create_programme(here.actor, programme=form.new_programme(ties=Ties()), today=here.today),
        then=lambda made: link(here, "programmes:programme", ref=made.ref),
    )


def _from_issue(request: PlacedRequest, ref: str) -> HttpResponse:
    """Name and dimension come from the issue; its needs are ticked, those of other offices come along."""
    here = request.here
    issue = issue_by_ref(here.actor, ref=ref)
    found = needs_of_issue(here.actor, issue_id=issue.pk)
    form = FromIssueForm(
        request.POST if request.method == "POST" else None,
        needs=list(found.visible),
        initial={
            "name": issue.name[: LONGEST["name"]],
            "description": issue.summary,
            "dimension": issue.dimension_id,
            "subdimension": issue.subdimension_id,
            "needs": [pk for pk, _ in found.visible],
        },
        **choices(here),
    )
    if found.hidden:
        form.fields["needs"].help_text = str(
            N_(
                "%(count)s kebutuhan perangkat daerah lain pada isu ini ikut dijawab.",
                count=len(found.hidden),
            )
        )
    return save_or_show(
        request,
        form,
        FormPage(
            N_("Jadikan program: %(issue)s", issue=issue.name),
            N_("Kebutuhan pada isu ini menjadi “masuk program”; pengusulnya dapat membaca nasibnya."),
            link(here, "needs:issue", ref=ref),
            button=N_("Buat program"),
            saved=N_("Program dibuat dari isu. Lengkapi pendanaan dan sasarannya."),
            sections=(*SECTIONS, FROM_ISSUE) if found.visible or found.hidden else SECTIONS,
        ),
        do=lambda: create_programme(
            here.actor,
            programme=form.new_programme(ties=_ties(issue.pk, form, found)),
            today=here.today,
        ),
        then=lambda made: link(here, "programmes:programme", ref=made.ref),
    )


def _ties(issue_id: int, form: FromIssueForm, found: IssueNeeds) -> Ties:
    needs = frozenset(form.cleaned_data["needs"]) | found.hidden
    return Ties(issues=frozenset({issue_id}), needs=needs)


@page
def edit(request: PlacedRequest, ref: str) -> HttpResponse:
    """The facts of a programme; what is typed is kept as a draft."""
    here = request.here
    row = programme_by_ref(here.actor, ref=ref, verb="edit")
    offered = choices(here)
    if row.office_id not in {pk for pk, _ in offered["offices"]}:
        offered["offices"].append((row.office_id, row.office.name))
    form = ProgrammeForm(
        request.POST if request.method == "POST" else None, initial=ProgrammeForm.initial_of(row), **offered
    )
    address = link(here, "programmes:programme", ref=ref)
    return save_or_show(
        request,
        form,
        FormPage(
            N_("Ubah %(ref)s", ref=ref),
            N_("Isian disimpan sebagai draf selagi Anda mengetik."),
            address,
            sections=SECTIONS,
        ),
        do=lambda: edit_programme(
            here.actor, programme=row, version=form.read_version, values=_kept_owner(form.columns(), row)
        ),
        then=lambda _: address,
    )


def _kept_owner(values: dict[str, Any], row: Any) -> dict[str, Any]:
    """An owner that was left empty is the present one, unless the office changes (then its head)."""
    if values["owner_id"] is None:
        values["owner_id"] = row.owner_id
    return values
