"""The preview of an import, its choices, its report, and saving."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rangkai.domains.work.actions.imports.choose import set_options
from rangkai.domains.work.actions.imports.nouns import ImportNoun, import_noun
from rangkai.domains.work.actions.imports.preview import quiet
from rangkai.domains.work.actions.imports.save import save_import, start_save
from rangkai.domains.work.queries.imports import import_session, plan_of, read_file
from rangkai.domains.work.rules.answers import answered
from rangkai.domains.work.rules.options import ImportOptions, from_json
from rangkai.domains.work.rules.plan import Plan, repeated
from rangkai.domains.work.rules.terms import ImportState, Outcome
from rangkai.domains.work.web.imports import to_preview
from rangkai.domains.work.web.shown import numbered, step_list
from rangkai.engines.tabular.annotating import Fault, annotate
from rangkai.kit.messages import render as sentence
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.links import link
from rangkai.lib.errors import Message
from rangkai.lib.text import slug

PAGE = 50
AT_ONCE = 300
"""Rows up to which saving happens within the request."""
SHOWN_VALUES = 30
ORDER = (
    Outcome.PROBLEM,
    Outcome.ALIKE,
    Outcome.CHANGED,
    Outcome.NEW,
    Outcome.UNCHANGED,
    Outcome.SKIPPED,
)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@page
def preview(request: PlacedRequest, session_id: int) -> HttpResponse:
    """What saving would do, row by row; two queries, whatever the number of rows."""
    here = request.here
    session = import_session(here.actor, session_id=session_id)
    if session.state == ImportState.SAVED:
        return render(request, "work/import_saved.html", _saved(session))
    if session.state != ImportState.PREVIEWED:
        return (
            to_preview(request, session) if session.state == ImportState.MAPPED else _back(request, session)
        )
    noun, plan, options = import_noun(session.noun), plan_of(session=session), from_json(session.options)
    context = {
        "noun": noun,
        "session": session,
        "plan": plan,
        "steps": step_list(3),
        "open": plan.open_questions(),
        "saving": plan.counts[Outcome.NEW] + plan.counts[Outcome.CHANGED],
        "notes": [sentence(note) for note in plan.notes],
        "unknown": [_unknown(group) for group in repeated(plan.problems)[:SHOWN_VALUES]],
        "names": noun.names(here.actor),
        "options": options,
        **_choices(noun, request, options),
        **_rows(plan, options, request.GET),
    }
    return render(request, "work/import_preview.html", context)


def _back(request: PlacedRequest, session: Any) -> HttpResponse:
    name = "work:import-columns" if session.state == ImportState.UPLOADED else "work:import-start"
    if session.state == ImportState.DROPPED:
        return redirect(link(request.here, name, noun=session.noun))
    return redirect(link(request.here, name, session_id=session.pk))


def _saved(session: Any) -> dict[str, object]:
    counts = session.summary["counts"]
    return {
        "session": session,
        "noun": import_noun(session.noun),
        "steps": step_list(4),
        "counts": [(outcome.label, counts[outcome.value]) for outcome in ORDER if counts[outcome.value]],
        "batch": session.summary.get("batch", ""),
    }


def _unknown(group: Any) -> dict[str, object]:
    problem = group.problem
    return {
        "field": problem.field,
        "key": problem.key,
        "value": problem.value,
        "message": sentence(problem.message),
        "suggestions": problem.suggestions,
        "cells": group.cells[:6],
        "more": max(0, len(group.cells) - 6),
        "count": len(group.cells),
        "blocks": problem.blocks,
    }


def _choices(noun: ImportNoun, request: PlacedRequest, options: ImportOptions) -> dict[str, object]:
    return {
        "choices": [
            {
                "name": choice.name,
                "label": sentence(choice.label),
                "help": sentence(choice.help),
                "values": [
                    (value, sentence(word) if isinstance(word, Message) else word)
                    for value, word in choice.values(request.here.actor)
                ],
                "empty": sentence(choice.empty) if choice.empty else "",
                "chosen": options.defaults.get(choice.name, ""),
            }
            for choice in noun.choices
        ],
        "creates": [(kind, sentence(label), kind in options.create) for kind, label in noun.creates.items()],
    }


def _rows(plan: Plan, options: ImportOptions, query: QueryDict) -> dict[str, object]:
    """One page of the rows of one outcome; without a wish, of the first outcome that has any."""
    tabs = [outcome for outcome in ORDER if plan.counts[outcome]]
    asked = query.get("lihat", "")
    shown = next((outcome for outcome in tabs if outcome.value == asked), tabs[0] if tabs else Outcome.NEW)
    rows = plan.of(shown)
    heads = [sentence(head) for head in plan.heads]
    pages = max(1, -(-len(rows) // PAGE))
    text = query.get("page", "1")
    number = min(max(1, int(text) if text.isdigit() and len(text) < 6 else 1), pages)
    return {
        "tabs": [(outcome, _(outcome.label), plan.counts[outcome], outcome is shown) for outcome in tabs],
        "tab": shown,
        "rows": [_row(row, options, heads) for row in numbered(rows, number, PAGE)],
        "heads": heads,
        "number": number,
        "pages": pages,
        "previous": number - 1,
        "following": number + 1,
    }


def _row(row: Any, options: ImportOptions, heads: Sequence[str]) -> dict[str, object]:
    return {
        "plan": row,
        "shown": list(zip(heads, row.shown, strict=True)),
        "problems": [(sentence(p.message), p.cell, p.suggestions, p.blocks) for p in row.problems],
        "changes": [
            (sentence(c.label), c.before, c.after) for c in (row.target.changes if row.target else ())
        ],
        "candidates": [
            {
                "ref": found.ref,
                "label": found.label,
                "percent": round(found.score * 100),
                "changes": [(sentence(c.label), c.before, c.after) for c in found.changes],
            }
            for found in row.candidates
        ],
        "chosen": options.rows.get(row.row),
    }


@require_POST
@page
def choose(request: PlacedRequest, session_id: int) -> HttpResponse:
    """Take the choices of the form and make the preview again."""
    here = request.here
    session = import_session(here.actor, session_id=session_id)
    form: Mapping[str, Sequence[str]] = {name: request.POST.getlist(name) for name in request.POST}
    options = answered(from_json(session.options), form)
    session = set_options(here.actor, session=session, version=session.version, options=options)
    return to_preview(request, session)


@require_POST
@page
def save(request: PlacedRequest, session_id: int) -> HttpResponse:
    """Write everything at once: a short sheet within the request, a long one in the background."""
    here = request.here
    session = import_session(here.actor, session_id=session_id)
    address = link(here, "work:import-preview", session_id=session.pk)
    if int(session.summary.get("rows", 0)) <= AT_ONCE:
        save_import(here.actor, session=session, today=here.today, tell=quiet)
        return redirect(address)
    job = start_save(here.actor, session=session, version=session.version, url=address, today=here.today)
    return redirect(link(here, "kit:job", job_id=job.pk))


@page
def report(request: PlacedRequest, session_id: int) -> HttpResponse:
    """The same workbook with the faulty cells coloured and commented."""
    session = import_session(request.here.actor, session_id=session_id)
    plan = plan_of(session=session)
    faults = [
        Fault(plan.sheet, problem.cell, sentence(problem.message), is_warning=not problem.blocks)
        for problem in plan.problems
        if problem.cell
    ]
    content = annotate(read_file(session.file, session.filename).book, faults)
    name = slug(f"{session.filename.rsplit('.', 1)[0]} laporan")
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return response
