"""Chapters and editions of the three books."""

from django.db.models import Max, QuerySet

from rangkai.domains.books.models import Chapter, Edition
from rangkai.domains.books.rules.facts import ChapterText
from rangkai.domains.books.rules.terms import BookNumber
from rangkai.domains.masterplans.models import Masterplan
from rangkai.lib.errors import N_, Missing


def chapters(*, plan: Masterplan, book: BookNumber) -> QuerySet[Chapter]:
    """Live chapters in their order, hidden ones too."""
    rows: QuerySet[Chapter] = Chapter.objects.live().filter(region_id=plan.region_id, plan=plan, book=book)
    return rows.order_by("order", "id")


def chapter_by_key(*, plan: Masterplan, book: BookNumber, key: str) -> Chapter:
    """One query; raises Missing."""
    found = chapters(plan=plan, book=book).filter(key=key).first()
    if found is None:
        raise Missing(N_("Bab ini tidak ada dalam %(book)s.", book=book.label))
    return found


def printable_chapters(*, plan: Masterplan, book: BookNumber) -> tuple[ChapterText, ...]:
    """The chapters that are printed, as plain text; one query."""
    rows = chapters(plan=plan, book=book).filter(is_hidden=False)
    return tuple(ChapterText(*row) for row in rows.values_list("key", "place", "title", "body", "version"))


def editions(*, region_id: int, book: BookNumber | None = None) -> QuerySet[Edition]:
    """Live editions, newest first, with their scenario and who printed them."""
    rows: QuerySet[Edition] = Edition.objects.live().filter(region_id=region_id)
    if book is not None:
        rows = rows.filter(book=book)
    return rows.select_related("plan", "scenario", "snapshot", "snapshot__actor").order_by("-as_of", "-id")


def edition_by_ref(*, region_id: int, ref: str) -> Edition:
    """One query; raises Missing."""
    found = editions(region_id=region_id).filter(ref=ref).first()
    if found is None:
        raise Missing(N_("Edisi %(ref)s tidak ada.", ref=ref))
    return found


def latest_editions(*, plan: Masterplan) -> dict[BookNumber, Edition]:
    """The newest edition of each book of a plan that has one; one query."""
    found: dict[BookNumber, Edition] = {}
    for edition in editions(region_id=plan.region_id).filter(plan=plan):
        found.setdefault(BookNumber(edition.book), edition)
    return found


def next_number(*, plan: Masterplan, book: BookNumber) -> int:
    """Deleted editions keep their number; one query."""
    rows = Edition.objects.filter(region_id=plan.region_id, plan=plan, book=book)
    last: int | None = rows.aggregate(last=Max("number"))["last"]
    return (last or 0) + 1
