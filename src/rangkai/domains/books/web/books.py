"""The three books, one book with its chapters and editions, and printing it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from rangkai.domains.books.actions import ask_to_build
from rangkai.domains.books.policies import BOOK
from rangkai.domains.books.queries import (
    book_facts,
    edition_rows,
    is_behind_decision,
    latest_editions,
    outline,
)
from rangkai.domains.books.rules.outline import OutlineChapter, is_of_frame
from rangkai.domains.books.rules.readiness import obstacles, remarks
from rangkai.domains.books.rules.terms import BookNumber, Place
from rangkai.domains.books.web.forms import NewChapterForm
from rangkai.domains.books.web.found import book_of, plan_here
from rangkai.domains.masterplans.queries import current_plan
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.links import link
from rangkai.lib.errors import N_, Message

PURPOSES = {
    BookNumber.ONE: N_("Kebutuhan, isu strategis, dan sasaran yang menjadi pijakan rencana."),
    BookNumber.TWO: N_("Visi, strategi, rencana aksi, peta jalan, dan anggaran: rencananya sendiri."),
    BookNumber.THREE: N_("Ringkasan beberapa halaman untuk pimpinan dan tamu."),
}
SHOWN_EDITIONS = 20


@dataclass(frozen=True)
class BookCard:
    """One book in the overview."""

    number: str
    title: str
    purpose: Message
    edition: object | None
    behind: bool


@page
def listing(request: PlacedRequest) -> HttpResponse:
    """All three; four queries beyond the frame."""
    BOOK.require(request.here.actor, "view")
    plan = current_plan(region_id=request.here.region.id)
    cards = []
    if plan is not None:
        latest = latest_editions(plan=plan)
        behind = is_behind_decision(plan=plan, book=BookNumber.TWO)
        cards = [
            BookCard(one.value, one.label, PURPOSES[one], latest.get(one), behind and one is BookNumber.TWO)
            for one in BookNumber
        ]
    return render(request, "books/list.html", {"plan": plan, "cards": cards})


@page
def book(request: PlacedRequest, number: int) -> HttpResponse:
    """Editions, what to know before printing, and the chapters in order. All facts are gathered: some forty queries."""
    here, found, plan = request.here, book_of(number), plan_here(request)
    BOOK.require(here.actor, "view", plan)
    facts = book_facts(plan=plan, at=timezone.now())
    rows = edition_rows(region_id=here.region.id, book=found, most=SHOWN_EDITIONS)
    chapters = outline(plan=plan, book=found)
    problems = obstacles(found, facts)
    return render(
        request,
        "books/book.html",
        {
            "book": found,
            "plan": plan,
            "purpose": PURPOSES[found],
            "obstacles": [problem.message for problem in problems],
            "remarks": [] if problems else remarks(found, facts),
            "editions": rows,
            "chapters": lines_of(found, chapters),
            "places": list(Place),
            "new_chapter": NewChapterForm(),
            "can_edit": BOOK.can(here.actor, "edit", plan),
            "can_build": BOOK.can(here.actor, "build", plan),
        },
    )


def lines_of(
    book: BookNumber, chapters: Sequence[OutlineChapter]
) -> list[tuple[OutlineChapter, bool, bool, bool]]:
    """Each chapter with whether it was added here, and whether it is the first or last of its place."""
    places = [one.place for one in chapters]
    return [
        (
            one,
            not is_of_frame(book, one.key),
            one.place not in places[:at],
            one.place not in places[at + 1 :],
        )
        for at, one in enumerate(chapters)
    ]


@require_POST
@page
def build(request: PlacedRequest, number: int) -> HttpResponse:
    """Print a new edition; the job's page goes on to it."""
    plan = plan_here(request)
    job = ask_to_build(request.here.actor, plan=plan, book=book_of(number), at=timezone.now())
    return redirect(link(request.here, "kit:job", job_id=job.pk))
