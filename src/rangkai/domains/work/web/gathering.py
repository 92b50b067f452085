"""Returned workbooks: dropped in together, looked through, answered, saved."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from rangkai.domains.work.actions.imports.upload import Upload, start_import
from rangkai.domains.work.actions.sheets.gathering import (
    Dropped,
    answer,
    counts_of,
    drop_gathering,
    settled_of,
    start_gathering,
    start_reading,
    start_saving,
)
from rangkai.domains.work.actions.sheets.nouns import sheet_nouns
from rangkai.domains.work.actions.sheets.reading import importable_nouns
from rangkai.domains.work.policies import SHEETS
from rangkai.domains.work.queries.sheets import file_content, files_of, gathering_of
from rangkai.domains.work.rules.gathered import answered
from rangkai.domains.work.rules.merging import CellConflict, ReturnedFile, SettledRow
from rangkai.domains.work.rules.plan import CellProblem, repeated
from rangkai.domains.work.rules.reminders import mending
from rangkai.domains.work.rules.terms import GatheringState, Outcome
from rangkai.domains.work.web.rounds import text_of
from rangkai.kit.messages import render as sentence
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.links import link
from rangkai.lib.errors import N_, Invalid, Missing

SHOWN = 100
"""Conflicts, problems and changes shown at once; what is answered makes room for the next."""


class Files(forms.FileInput):
    """A control that takes several files."""

    allow_multiple_selected = True


class GatherForm(forms.Form):
    """The returned workbooks."""

    workbooks = forms.Field(
        label=_("Berkas yang kembali"),
        widget=Files(attrs={"accept": ".xlsx,.xls,.ods,.xlsm", "multiple": True}),
        help_text=_("Letakkan semuanya sekaligus, apa pun namanya; paling banyak 100 berkas."),
        required=False,
    )


@page
def start(request: PlacedRequest) -> HttpResponse:
    """Drop in what came back."""
    here = request.here
    SHEETS.require(here.actor, "create")
    form = GatherForm(request.POST, request.FILES) if request.method == "POST" else GatherForm()
    if form.is_bound and form.is_valid():
        dropped = [Dropped(file.name or "", file.read()) for file in form.cleaned_data["workbooks"] or ()]
        try:
            found = start_gathering(here.actor, dropped=dropped, today=here.today)
        except Invalid as invalid:
            form.add_error("workbooks", sentence(invalid.message))
        else:
            return redirect(link(here, "kit:job", job_id=found.job_id))
    return render(request, "work/gather.html", {"form": form}, status=422 if form.errors else 200)


@page
def pile(request: PlacedRequest, gathering_id: int) -> HttpResponse:
    """What the files say, what must be answered, what saving would write. Two queries, whatever the number of rows."""
    here = request.here
    found = gathering_of(here.actor, gathering_id=gathering_id)
    if found.state == GatheringState.SAVED:
        return render(request, "work/gathering_saved.html", _saved(found))
    if found.state == GatheringState.DROPPED:
        return redirect(link(here, "work:rounds"))
    if found.state == GatheringState.UPLOADED:
        return redirect(link(here, "kit:job", job_id=found.job_id))
    files, settled = files_of(gathering=found), settled_of(gathering=found)
    troubled = settled.of(Outcome.PROBLEM, Outcome.ALIKE)
    changing = settled.of(Outcome.NEW, Outcome.CHANGED)
    problems = [problem for row in troubled for problem in row.plan.problems]
    context = {
        "gathering": found,
        "files": [_file(place, file) for place, file in enumerate(files)],
        "refused": [_file(place, file) for place, file in enumerate(files) if file.trouble],
        "nouns": [(noun.name, sentence(noun.label)) for noun in importable_nouns(here.actor)],
        "conflicts": [_conflict(conflict) for conflict in settled.conflicts[:SHOWN]],
        "more_conflicts": max(0, len(settled.conflicts) - SHOWN),
        "unanswered": settled.unanswered,
        "unknown": [_unknown(group) for group in repeated(problems)[:SHOWN]],
        "problems": [_row(row, files) for row in troubled[:SHOWN]],
        "mending": _mending(troubled, files),
        "more_problems": max(0, len(troubled) - SHOWN),
        "changes": [_row(row, files) for row in changing[:SHOWN]],
        "more_changes": max(0, len(changing) - SHOWN),
        "counts": counts_of(settled=settled, pile=files),
        "open": settled.open_questions,
        "saving": len(changing),
    }
    return render(request, "work/gathering.html", context)


def _mending(rows: Sequence[SettledRow], files: Sequence[ReturnedFile]) -> list[tuple[str, str]]:
    """For each office whose file has faulty cells, the text that asks to mend them."""
    found: dict[int, list[CellProblem]] = {}
    for row in rows:
        found.setdefault(row.place, []).extend(problem for problem in row.plan.problems if problem.blocks)
    return [
        (files[place].office, text_of(mending(files[place].office, files[place].name, problems)))
        for place, problems in found.items()
        if problems
    ]


def _saved(found: Any) -> dict[str, object]:
    return {"gathering": found, "counts": found.summary["counts"], "batch": found.summary.get("batch", "")}


def _file(place: int, file: ReturnedFile) -> dict[str, object]:
    plan = file.plan
    notes = [sentence(p.message) for p in plan.problems if not p.blocks] if plan else []
    return {
        "place": place,
        "name": file.name,
        "office": file.office,
        "trouble": sentence(file.trouble) if file.trouble else "",
        "importable": file.importable,
        "repeated": file.repeated,
        "rows": len(plan.rows) if plan else 0,
        "gone": file.gone,
        "notes": notes[:5],
    }


def _conflict(conflict: CellConflict) -> dict[str, object]:
    return {"conflict": conflict, "column": sentence(conflict.column)}


def _unknown(group: Any) -> dict[str, object]:
    problem = group.problem
    return {
        "field": problem.field,
        "key": problem.key,
        "value": problem.value,
        "message": sentence(problem.message),
        "suggestions": problem.suggestions,
        "count": len(group.cells),
    }


def _row(row: SettledRow, files: Sequence[ReturnedFile]) -> dict[str, object]:
    plan, file = row.plan, files[row.place]
    return {
        "name": f"row:{row.place}:{plan.row}",
        "plan": plan,
        "file": file.name,
        "office": file.office,
        "is_new": plan.outcome is Outcome.NEW,
        "ref": plan.target.ref if plan.target else "",
        "problems": [(p.cell, p.column, sentence(p.message)) for p in plan.problems],
        "changes": [
            (sentence(c.label), c.before, c.after) for c in (plan.target.changes if plan.target else ())
        ],
        "candidates": [(found.ref, found.label, round(found.score * 100)) for found in plan.candidates],
    }


@require_POST
@page
def choose(request: PlacedRequest, gathering_id: int) -> HttpResponse:
    """Take the answers of the form; where they change what rows mean, the files are read again."""
    here = request.here
    found = gathering_of(here.actor, gathering_id=gathering_id)
    form: Mapping[str, Sequence[str]] = {name: request.POST.getlist(name) for name in request.POST}
    answers, again = answered(found.answers, form, settled_of(gathering=found))
    found = answer(here.actor, gathering=found, answers=answers)
    if again:
        job = start_reading(here.actor, gathering=found, today=here.today)
        return redirect(link(here, "kit:job", job_id=job.pk))
    return redirect(link(here, "work:gathering", gathering_id=gathering_id))


@require_POST
@page
def reread(request: PlacedRequest, gathering_id: int) -> HttpResponse:
    """Read the files again, against what stands now."""
    here = request.here
    found = gathering_of(here.actor, gathering_id=gathering_id)
    job = start_reading(here.actor, gathering=found, today=here.today)
    return redirect(link(here, "kit:job", job_id=job.pk))


@require_POST
@page
def save(request: PlacedRequest, gathering_id: int) -> HttpResponse:
    """Write everything at once, in the background."""
    here = request.here
    found = gathering_of(here.actor, gathering_id=gathering_id)
    job = start_saving(here.actor, gathering=found, today=here.today)
    return redirect(link(here, "kit:job", job_id=job.pk))


@require_POST
@page
def drop(request: PlacedRequest, gathering_id: int) -> HttpResponse:
    """Throw the pile away."""
    here = request.here
    drop_gathering(here.actor, gathering=gathering_of(here.actor, gathering_id=gathering_id))
    return redirect(link(here, "work:rounds"))


@require_POST
@page
def to_import(request: PlacedRequest, gathering_id: int, place: int) -> HttpResponse:
    """Bring a file that is no sheet of ours in by the normal import, which matches rows by what they say."""
    here = request.here
    found = gathering_of(here.actor, gathering_id=gathering_id)
    files = files_of(gathering=found)
    noun = request.POST.get("noun", "")
    if place >= len(files) or noun not in {known.name for known in sheet_nouns(here.actor)}:
        raise Missing(N_("Berkas ini tidak ada."))
    upload = Upload(files[place].name, file_content(file=files[place]))
    session = start_import(here.actor, noun=noun, upload=upload)
    return redirect(link(here, "work:import-table", session_id=session.pk))
