"""Rounds of sheets: start one, see who has answered, take the workbooks, the texts and the picture."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from rangkai.domains.organisations.queries import office_facts
from rangkai.domains.work.actions.sheets.making import RoundWish, drop_round, require_sheets, start_round
from rangkai.domains.work.actions.sheets.nouns import sheet_noun, sheet_nouns
from rangkai.domains.work.policies import SHEETS
from rangkai.domains.work.queries.sheets import (
    counts_by_state,
    open_gatherings,
    round_archive,
    round_of,
    rounds_of,
    sheet_of,
    sheets_in,
    workbook_of,
)
from rangkai.domains.work.rules.reminders import OWING, RoundFact, SheetFact, reminder, roll_call
from rangkai.domains.work.rules.terms import SheetState
from rangkai.engines.typeset.status_picture import Line, Tone, Words, status_png
from rangkai.kit.messages import render as sentence
from rangkai.kit.web.context import Here, PlacedRequest, page
from rangkai.kit.web.forms import DayField, add_problems
from rangkai.kit.web.links import link
from rangkai.lib.dates import format_date
from rangkai.lib.errors import N_, Invalid, Message
from rangkai.lib.text import slug

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN_ROUNDS = 30
TONES: dict[str, Tone] = {
    SheetState.BACK.value: "good",
    SheetState.PARTLY.value: "part",
    SheetState.TROUBLED.value: "bad",
}


class RoundForm(forms.Form):
    """What is sent, to whom, until when."""

    noun = forms.ChoiceField(label=_("Yang diisi"))
    title = forms.CharField(
        label=_("Judul"),
        max_length=120,
        help_text=_("Tampil di berkas dan di pesan, misalnya Kebutuhan 2027."),
    )
    due = DayField(label=_("Kembali paling lambat"), required=False)
    offices = forms.MultipleChoiceField(
        label=_("Perangkat daerah"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, here: Here, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        nouns = [(noun.name, sentence(noun.label)) for noun in sheet_nouns(here.actor)]
        offices = [(str(o.id), o.name) for o in office_facts(region_id=here.region.id)]
        self.fields["noun"].choices = nouns  # type: ignore[attr-defined]
        self.fields["offices"].choices = offices  # type: ignore[attr-defined]
        self.fields["offices"].initial = [pk for pk, _name in offices]

    def wish(self) -> RoundWish:
        data = self.cleaned_data
        return RoundWish(
            data["noun"], data["title"], data["due"], frozenset(int(pk) for pk in data["offices"])
        )


@page
def rounds(request: PlacedRequest) -> HttpResponse:
    """Every round of the region and the piles that wait. Three queries."""
    here = request.here
    context = {
        "rounds": [
            (found, sentence(sheet_noun(found.noun).label)) for found in rounds_of(here.actor)[:SHOWN_ROUNDS]
        ],
        "piles": open_gatherings(here.actor)[:SHOWN_ROUNDS],
        "can_send": bool(sheet_nouns(here.actor)),
    }
    return render(request, "work/rounds.html", context)


@page
def create(request: PlacedRequest) -> HttpResponse:
    """Start a round; its workbooks are made in the background. Three queries."""
    here = request.here
    SHEETS.require(here.actor, "create")
    for noun in sheet_nouns(here.actor)[:1] or [sheet_noun("needs")]:
        require_sheets(here.actor, noun=noun)
    form = RoundForm(here, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            found = start_round(here.actor, wish=form.wish(), today=here.today)
        except Invalid as invalid:
            add_problems(form, invalid)
        else:
            return redirect(link(here, "kit:job", job_id=found.job_id))
    return render(request, "work/round_create.html", {"form": form}, status=422 if form.errors else 200)


@page
def status(request: PlacedRequest, round_id: int) -> HttpResponse:
    """Who has answered and who has not, with each office's workbook and text. Two queries."""
    here = request.here
    found = round_of(here.actor, round_id=round_id)
    sheets = list(sheets_in(found=found))
    about = _about(here, found)
    facts = [_fact(sheet) for sheet in sheets]
    counts = counts_by_state(sheets=sheets)
    context = {
        "round": found,
        "noun": sentence(about.asked),
        "late": found.due is not None and found.due < here.today,
        "rows": [
            {"sheet": sheet, "text": text_of(reminder(about, fact, here.today)), "owes": fact.state in OWING}
            for sheet, fact in zip(sheets, facts, strict=True)
        ],
        "total": len(sheets),
        "back": counts[SheetState.BACK],
        "counts": [(state, counts[state]) for state in SheetState if counts[state]],
        "making": counts[SheetState.MAKING],
        "roll_call": text_of(roll_call(about, facts, here.today)),
    }
    return render(request, "work/round.html", context)


def _about(here: Here, found: Any) -> RoundFact:
    sender = sentence(N_("Sekretariat %(region)s", region=here.region.name))
    return RoundFact(found.title, found.due, sheet_noun(found.noun).asked, sender)


def _fact(sheet: Any) -> SheetFact:
    return SheetFact(sheet.office.name, sheet.filename, sheet.rows, SheetState(sheet.state))


def text_of(lines: Sequence[Message]) -> str:
    """Lines as one text to copy."""
    return "\n".join(sentence(line) if line.text else "" for line in lines)


def _download(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@page
def archive(request: PlacedRequest, round_id: int) -> HttpResponse:
    """All workbooks in one zip, with an index."""
    found = round_of(request.here.actor, round_id=round_id)
    return _download(round_archive(found=found), "application/zip", f"{slug(found.title)}.zip")


@page
def workbook(request: PlacedRequest, sheet_id: int) -> HttpResponse:
    """The workbook of one office, as it was sent."""
    sheet = sheet_of(request.here.actor, sheet_id=sheet_id)
    return _download(workbook_of(sheet=sheet), XLSX, sheet.filename)


@page
def picture(request: PlacedRequest, round_id: int) -> HttpResponse:
    """The status table as PNG."""
    here = request.here
    found = round_of(here.actor, round_id=round_id)
    lines = [_line(sheet) for sheet in sheets_in(found=found)]
    back = sum(line.tone == "good" for line in lines)
    summary = gettext("%(back)s dari %(total)s perangkat daerah sudah kembali") % {
        "back": back,
        "total": len(lines),
    }
    if found.due:
        summary += " · " + gettext("paling lambat %(due)s") % {"due": format_date(found.due)}
    footnote = gettext("Keadaan %(day)s · %(region)s") % {
        "day": format_date(here.today),
        "region": here.region.name,
    }
    content = status_png(Words(found.title, summary, footnote), lines)
    return _download(content, "image/png", f"{slug(found.title)}-status.png")


def _line(sheet: Any) -> Line:
    state = SheetState(sheet.state)
    day: date | None = sheet.returned_at.date() if sheet.returned_at else None
    return Line(
        sheet.office.name,
        gettext(state.label),
        TONES.get(state.value, "open"),
        format_date(day) if day else "",
    )


@require_POST
@page
def drop(request: PlacedRequest, round_id: int) -> HttpResponse:
    """Take a round back."""
    here = request.here
    drop_round(here.actor, found=round_of(here.actor, round_id=round_id))
    return redirect(link(here, "work:rounds"))
