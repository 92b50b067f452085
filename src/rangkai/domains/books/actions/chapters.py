"""Chapters are written, added, moved and hidden. The first change saves the frame that the book began with."""

from rangkai.domains.books.models import Chapter
from rangkai.domains.books.policies import BOOK
from rangkai.domains.books.queries import chapters
from rangkai.domains.books.rules.content import Words, chapter_problems
from rangkai.domains.books.rules.outline import frame_of, is_of_frame, moved
from rangkai.domains.books.rules.terms import BookNumber, Place
from rangkai.domains.masterplans.models import Masterplan
from rangkai.kit.actions import Recorder, recording
from rangkai.kit.locks import lock
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Invalid, Missing, Problem

REFUSED = N_("Bab belum tersimpan. Isian Anda tidak hilang; perbaiki yang ditandai.")


def start_book(actor: Actor, *, plan: Masterplan, book: BookNumber) -> list[Chapter]:
    """Save the frame of a book, to be edited; a book that was started is left as it is."""
    BOOK.require(actor, "create", plan)
    with recording("books.start", actor) as act:
        return _started(act, plan=plan, book=book)


def _started(act: Recorder, *, plan: Masterplan, book: BookNumber) -> list[Chapter]:
    """The saved chapters, locked for this transaction; those of the frame when there are none yet."""
    lock("books.chapters", plan.region_id)
    rows = list(chapters(plan=plan, book=book))
    if rows:
        return rows
    frame = [
        Chapter(
            region_id=plan.region_id,
            plan=plan,
            book=book.value,
            key=one.key,
            title=one.title,
            body=one.body,
            place=one.place.value,
            order=order,
        )
        for order, one in enumerate(frame_of(book))
    ]
    return list(act.create_all(frame))


def _one(rows: list[Chapter], *, book: BookNumber, key: str) -> Chapter:
    found = next((row for row in rows if row.key == key), None)
    if found is None:
        raise Missing(N_("Bab ini tidak ada dalam %(book)s.", book=book.label))
    return found


def edit_chapter(
    actor: Actor, *, plan: Masterplan, book: BookNumber, key: str, version: int, words: Words
) -> Chapter:
    """Save the words of a chapter."""
    BOOK.require(actor, "edit", plan)
    words = words.tidy
    problems = chapter_problems(words)
    if problems:
        raise Invalid(REFUSED, problems)
    with recording("books.edit_chapter", actor) as act:
        row = _one(_started(act, plan=plan, book=book), book=book, key=key)
        return act.update(row, version=version, title=words.title, body=words.body)


def add_chapter(
    actor: Actor, *, plan: Masterplan, book: BookNumber, title: str, place: Place = Place.BODY
) -> Chapter:
    """A chapter of the region's own, last in its place; it prints its text alone."""
    BOOK.require(actor, "create", plan)
    words = Words(title).tidy
    problems = chapter_problems(words)
    if problems:
        raise Invalid(REFUSED, problems)
    with recording("books.add_chapter", actor) as act:
        rows = _started(act, plan=plan, book=book)
        last = max(row.order for row in rows)
        number = Chapter.objects.filter(region_id=plan.region_id, plan=plan, book=book.value).count() + 1
        return act.create(
            Chapter(
                region_id=plan.region_id,
                plan=plan,
                book=book.value,
                key=f"tambahan-{number}",
                title=words.title,
                place=place.value,
                order=last + 1,
            )
        )


def move_chapter(actor: Actor, *, plan: Masterplan, book: BookNumber, key: str, up: bool) -> None:
    """One place up or down among the chapters of its place."""
    BOOK.require(actor, "edit", plan)
    with recording("books.move_chapter", actor) as act:
        rows = _started(act, plan=plan, book=book)
        place = _one(rows, book=book, key=key).place
        beside = [row for row in rows if row.place == place]
        orders = [row.order for row in beside]
        by_key = {row.key: row for row in beside}
        keys = moved([row.key for row in beside], key, up=up)
        act.update_all((by_key[name], {"order": order}) for name, order in zip(keys, orders, strict=True))


def hide_chapter(actor: Actor, *, plan: Masterplan, book: BookNumber, key: str, hidden: bool) -> Chapter:
    """Leave a chapter out of the book, or take it back in; its text stays."""
    BOOK.require(actor, "edit", plan)
    with recording("books.hide_chapter", actor) as act:
        row = _one(_started(act, plan=plan, book=book), book=book, key=key)
        return act.update(row, version=row.version, is_hidden=hidden)


def delete_chapter(actor: Actor, *, plan: Masterplan, book: BookNumber, key: str, version: int) -> Chapter:
    """Put a chapter that was added into the bin; one of the frame can only be hidden."""
    BOOK.require(actor, "delete", plan)
    if is_of_frame(book, key):
        message = N_("Bab bawaan tidak dapat dihapus. Sembunyikan bila tidak hendak dicetak.")
        raise Invalid(message, [Problem(message)])
    with recording("books.delete_chapter", actor) as act:
        row = _one(list(chapters(plan=plan, book=book)), book=book, key=key)
        return act.delete(row, version=version)
