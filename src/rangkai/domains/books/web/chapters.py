"""Chapters: writing, adding, moving, hiding."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rangkai.domains.books.actions import (
    add_chapter,
    delete_chapter,
    edit_chapter,
    hide_chapter,
    move_chapter,
)
from rangkai.domains.books.policies import BOOK
from rangkai.domains.books.queries import chapter_by_key, saved_chapter
from rangkai.domains.books.rules.fill_ins import FILL_INS
from rangkai.domains.books.rules.outline import is_of_frame
from rangkai.domains.books.rules.terms import Place
from rangkai.domains.books.web.forms import ChapterForm, NewChapterForm
from rangkai.domains.books.web.found import book_of, plan_here
from rangkai.kit.messages import render as sentence
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.forms import FormPage, save_or_show
from rangkai.kit.web.history import history_rows
from rangkai.kit.web.links import link
from rangkai.lib.errors import N_


@page
def chapter(request: PlacedRequest, number: int, key: str) -> HttpResponse:
    """Write a chapter; below it how, the fill-in words, and its history."""
    here, book, plan = request.here, book_of(number), plan_here(request)
    BOOK.require(here.actor, "edit", plan)
    found = chapter_by_key(plan=plan, book=book, key=key)
    row = saved_chapter(plan=plan, book=book, key=key)
    form = ChapterForm(
        request.POST if request.method == "POST" else None,
        initial={"title": found.title, "body": found.body, "version": found.version},
    )
    back = link(here, "books:book", number=number)
    return save_or_show(
        request,
        form,
        FormPage(
            N_("Sunting bab %(title)s", title=found.title),
            N_("%(book)s: teks ini dicetak lebih dahulu; data menyusul di bawahnya.", book=book.label)
            if found.from_records
            else N_("%(book)s: bab ini mencetak teksnya saja.", book=book.label),
            back,
            template="books/chapter.html",
            extra={
                "chapter": found,
                "fill_ins": [(f"{{{name}}}", one.meaning) for name, one in FILL_INS.items()],
                "history": history_rows(request, row) if row else None,
                "can_delete": not is_of_frame(book, key),
                "number": number,
            },
        ),
        do=lambda: edit_chapter(
            here.actor, plan=plan, book=book, key=key, version=form.read_version, words=form.words()
        ),
        then=lambda _: back,
    )


@require_POST
@page
def add(request: PlacedRequest, number: int) -> HttpResponse:
    """A chapter of one's own; goes on to write it."""
    here, book, plan = request.here, book_of(number), plan_here(request)
    form = NewChapterForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Tulis judul bab dahulu."))
        return redirect(link(here, "books:book", number=number))
    place = Place(form.cleaned_data["place"])
    made = add_chapter(here.actor, plan=plan, book=book, title=form.cleaned_data["title"], place=place)
    return redirect(link(here, "books:chapter", number=number, key=made.key))


@require_POST
@page
def move(request: PlacedRequest, number: int, key: str) -> HttpResponse:
    """A place up or down."""
    up = request.POST.get("arah") == "naik"
    move_chapter(request.here.actor, plan=plan_here(request), book=book_of(number), key=key, up=up)
    return redirect(f"{link(request.here, 'books:book', number=number)}#bab-{key}")


@require_POST
@page
def hide(request: PlacedRequest, number: int, key: str) -> HttpResponse:
    """Out of the book, or back in."""
    hidden = request.POST.get("sembunyi") == "ya"
    hide_chapter(request.here.actor, plan=plan_here(request), book=book_of(number), key=key, hidden=hidden)
    return redirect(f"{link(request.here, 'books:book', number=number)}#bab-{key}")


@require_POST
@page
def delete(request: PlacedRequest, number: int, key: str) -> HttpResponse:
    """Into the bin, for chapters that were added."""
    here, book, plan = request.here, book_of(number), plan_here(request)
    found = chapter_by_key(plan=plan, book=book, key=key)
    delete_chapter(here.actor, plan=plan, book=book, key=key, version=found.version)
    messages.success(request, sentence(N_("Bab “%(title)s” dihapus.", title=found.title)))
    return redirect(link(here, "books:book", number=number))
