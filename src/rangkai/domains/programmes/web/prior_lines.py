"""The worklist of the old plan, and the page on which one programme of it is decided."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from rangkai.domains.masterplans.queries import dimensions
from rangkai.domains.programmes.actions.prior_deciding import (
    as_it_was,
    continue_line,
    continue_lines,
    merge_line,
    reopen_lines,
    stop_lines,
)
from rangkai.domains.programmes.policies import PRIOR
from rangkai.domains.programmes.queries.choices import offices_to_lead
from rangkai.domains.programmes.queries.prior import (
    goal_targets,
    next_undecided,
    prior_programme,
    programme_targets,
    programme_to_merge,
)
from rangkai.domains.programmes.rules.parts import Ties
from rangkai.domains.programmes.rules.prior.lines import load_all
from rangkai.domains.programmes.rules.prior.suggesting import kind_of, suggest
from rangkai.domains.programmes.rules.terms import PriorDecision, ProgrammeKind
from rangkai.domains.programmes.web.prior_forms import ContinueForm, MergeForm, StopForm
from rangkai.domains.programmes.web.prior_lists import PRIOR_LIST, place_of, years_of
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.forms import add_problems
from rangkai.kit.web.history import history_rows
from rangkai.kit.web.links import link
from rangkai.kit.web.lists import bulk_value
from rangkai.kit.web.redirects import back
from rangkai.lib.errors import Invalid


@page
def listing(request: PlacedRequest) -> HttpResponse:
    """The worklist; everyone of the region reads it."""
    PRIOR.require(request.here.actor, "view")
    return PRIOR_LIST.respond(request)


@page
def line(request: PlacedRequest, line_id: int) -> HttpResponse:
    """One old programme as printed, and the decision on it; what is POSTed names the decision in `do`."""
    here = request.here
    row = prior_programme(here.actor, line_id=line_id)
    decide = request.POST.get("do", "") if request.method == "POST" else ""
    if decide:
        PRIOR.require(here.actor, "decide", row)
    desk = _Desk(request, row, decide)
    if decide and desk.settle():
        following = next_undecided(here.actor, after=row)
        messages.success(request, _("Diputuskan: %(name)s.") % {"name": row.name})
        if following is None:
            messages.info(request, _("Semua program lama sudah diputuskan."))
            return redirect(link(here, "programmes:prior-list"))
        return redirect(link(here, "programmes:prior-line", line_id=following.pk))
    return render(request, "programmes/prior_line.html", desk.context(), status=422 if decide else 200)


class _Desk:
    """The forms of one decision. Suggestions are made anew each time: the RPJMD may have changed."""

    def __init__(self, request: PlacedRequest, row: Any, decide: str) -> None:
        self.request = request
        self.row = row
        self.decide = decide
        actor, year = request.here.actor, request.here.today.year
        self.can_decide = PRIOR.can(actor, "decide", row)
        self.goals = goal_targets(region_id=row.region_id, year=year)
        self.programmes = programme_targets(actor) if self.can_decide else []
        said = f"{row.name} {row.details} {row.output}"
        self.likely_goals = suggest(said, self.goals)
        self.likely_programmes = suggest(said, self.programmes)
        self._make_forms()

    def _bound(self, *decisions: str) -> Any:
        return self.request.POST if self.decide in decisions else None

    def _make_forms(self) -> None:
        row = self.row
        goals = [(goal.id, goal.label) for goal in self.goals]
        first = self.likely_goals[0].id if self.likely_goals else None
        self.continued = ContinueForm(
            self._bound(PriorDecision.CONTINUE, PriorDecision.CHANGE),
            dimensions=[(d.id, d.name) for d in dimensions()],
            offices=offices_to_lead(self.request.here.actor),
            goals=goals,
            auto_id="lanjut_%s",
            initial={
                "name": row.name,
                "dimension": row.dimension_id,
                "kind_of": kind_of(row.name, row.details).value,
                "office": row.office_id,
                "goal": first,
            },
        )
        self.merged = MergeForm(
            self._bound(PriorDecision.MERGE),
            programmes=[(programme.id, programme.label) for programme in self.programmes],
            goals=goals,
            auto_id="gabung_%s",
            initial={
                "programme": self.likely_programmes[0].id if self.likely_programmes else None,
                "goal": first,
            },
        )
        self.stopped = StopForm(self._bound(PriorDecision.STOP), auto_id="henti_%s")

    def settle(self) -> bool:
        """Do what was decided; False where the form has to be shown again."""
        forms = {PriorDecision.MERGE.value: self.merged, PriorDecision.STOP.value: self.stopped}
        form = forms.get(self.decide, self.continued)
        if not (form.is_bound and form.is_valid()):
            return False
        try:
            self._act(form.values())
        except Invalid as invalid:
            add_problems(form, invalid)
            return False
        return True

    def _act(self, values: dict[str, Any]) -> None:
        actor = self.request.here.actor
        if self.decide == PriorDecision.STOP:
            stop_lines(actor, ids=[self.row.pk], reason=values["reason"])
            return
        goal_id = values["goal"]
        if self.decide == PriorDecision.MERGE:
            into = programme_to_merge(actor, programme_id=values["programme"])
            merge_line(actor, line=self.row, programme=into, goal_id=goal_id, reason=values["reason"])
            return
        programme = replace(
            as_it_was(self.row, goal_id),
            name=values["name"],
            kind=ProgrammeKind(values["kind_of"]),
            dimension_id=values["dimension"],
            office_id=values["office"],
            ties=Ties(goals=frozenset({goal_id}) if goal_id else frozenset()),
        )
        continue_line(
            actor,
            line=self.row,
            programme=programme,
            decision=PriorDecision(self.decide),
            reason=values["reason"],
            today=self.request.here.today,
        )

    def context(self) -> dict[str, Any]:
        row = self.row
        decision = PriorDecision(row.decision)
        waits = decision is PriorDecision.OPEN
        following = next_undecided(self.request.here.actor, after=row)
        return {
            "record": row,
            "line": row,
            "decision": decision,
            "place": place_of(row),
            "years": years_of(row),
            "remarks": load_all(row.remarks),
            "can_decide": self.can_decide and waits,
            "can_reopen": self.can_decide and not waits,
            "decide": self.decide,
            "continued": self.continued,
            "merged": self.merged,
            "stopped": self.stopped,
            "likely_goals": self.likely_goals,
            "likely_programmes": self.likely_programmes,
            "following": following,
            "history": history_rows(self.request, row),
        }


def _ids(request: PlacedRequest) -> list[int]:
    return list(PRIOR_LIST.ticked(request).values_list("pk", flat=True))


@require_POST
@page
def bulk_continue(request: PlacedRequest) -> HttpResponse:
    """The ticked ones go on as they are, each with the likest sasaran."""
    count = continue_lines(request.here.actor, ids=_ids(request), today=request.here.today)
    text = ngettext("%(count)s program dilanjutkan.", "%(count)s program dilanjutkan.", count)
    messages.success(request, text % {"count": count})
    return redirect(back(request))


@require_POST
@page
def bulk_stop(request: PlacedRequest) -> HttpResponse:
    """The ticked ones stop, for the reason chosen beside the button."""
    count = stop_lines(request.here.actor, ids=_ids(request), reason=bulk_value(request))
    text = ngettext("%(count)s program dihentikan.", "%(count)s program dihentikan.", count)
    messages.success(request, text % {"count": count})
    return redirect(back(request))


@require_POST
@page
def bulk_reopen(request: PlacedRequest) -> HttpResponse:
    """Decisions of the ticked ones are taken back."""
    return _reopened(request, _ids(request))


@require_POST
@page
def reopen(request: PlacedRequest, line_id: int) -> HttpResponse:
    """The decision on one is taken back."""
    row = prior_programme(request.here.actor, line_id=line_id, verb="decide")
    return _reopened(request, [row.pk])


def _reopened(request: PlacedRequest, ids: list[int]) -> HttpResponse:
    undone = reopen_lines(request.here.actor, ids=ids)
    text = ngettext("%(count)s keputusan dibatalkan.", "%(count)s keputusan dibatalkan.", undone.count)
    messages.success(request, text % {"count": undone.count})
    if undone.staying:
        kept = _("Program %(refs)s sudah dikerjakan sejak dibuat, jadi tetap ada.")
        messages.info(request, kept % {"refs": ", ".join(undone.staying)})
    return redirect(back(request))
