"""Chapters and editions of the three books."""

from django.db.models import Max, Q, QuerySet

from rangkai.domains.books.models import Chapter, Edition
from rangkai.domains.books.rules.facts import ChapterText
from rangkai.domains.books.rules.outline import OutlineChapter, frame_of, in_order
from rangkai.domains.books.rules.terms import BookNumber, Place
from rangkai.domains.masterplans.models import Masterplan
from rangkai.domains.needs.models import Need
from rangkai.domains.needs.rules.terms import Fate, NeedStatus
from rangkai.domains.programmes.models import Programme
from rangkai.domains.roadmap.queries import adopted_scenario, decisions
from rangkai.domains.roadmap.queries.scenarios import PLACEABLE
from rangkai.domains.roadmap.rules.terms import ScenarioState
from rangkai.lib.errors import N_, Missing

HAS_LEFT_OFFICE = (
    Q(status__in=[NeedStatus.CHECKED, NeedStatus.APPROVED]) | Q(issue__isnull=False) | ~Q(fate=Fate.OPEN)
)
"""Needs that their head let go or that were taken up; what an office still drafts is its own (design §9)."""


def chapters(*, plan: Masterplan, book: BookNumber) -> QuerySet[Chapter]:
    """Live chapters in their order, hidden ones too."""
    rows: QuerySet[Chapter] = Chapter.objects.live().filter(region_id=plan.region_id, plan=plan, book=book)
    return rows.order_by("order", "id")


def outline(*, plan: Masterplan, book: BookNumber) -> tuple[OutlineChapter, ...]:
    """All chapters in the order of the book, hidden ones too; the frame while none is saved. One query."""
    columns = ("key", "place", "title", "body", "version", "is_hidden")
    saved = [
        OutlineChapter(key, Place(place), title, body, version, hidden)
        for key, place, title, body, version, hidden in chapters(plan=plan, book=book).values_list(*columns)
    ]
    return in_order(saved or frame_of(book))


def chapter_by_key(*, plan: Masterplan, book: BookNumber, key: str) -> OutlineChapter:
    """One query; raises Missing."""
    found = next((one for one in outline(plan=plan, book=book) if one.key == key), None)
    if found is None:
        raise Missing(N_("Bab ini tidak ada dalam %(book)s.", book=book.label))
    return found


def saved_chapter(*, plan: Masterplan, book: BookNumber, key: str) -> Chapter | None:
    """The row of a chapter, with its history; None while the frame stands unchanged. One query."""
    return chapters(plan=plan, book=book).filter(key=key).first()


def printable_chapters(*, plan: Masterplan, book: BookNumber) -> tuple[ChapterText, ...]:
    """The chapters that are printed; one query."""
    return tuple(one.text for one in outline(plan=plan, book=book) if not one.is_hidden)


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


def edition_of_job(*, region_id: int, job_id: int) -> Edition | None:
    """What a job has printed already, so that a job that was put back prints nothing twice; one query."""
    return editions(region_id=region_id).filter(job_id=job_id).first()


def current_versions(*, region_id: int) -> tuple[dict[str, int], dict[str, int]]:
    """Ref → version of every need that a book prints, and of every programme that a book prints; two queries."""
    needs = Need.objects.live().filter(HAS_LEFT_OFFICE, region_id=region_id).values_list("ref", "version")
    rows = Programme.objects.live().filter(region_id=region_id, status__in=PLACEABLE)
    programmes = rows.values_list("ref", "version")
    return dict(needs), dict(programmes)


def is_behind_decision(*, plan: Masterplan, book: BookNumber) -> bool:
    """Whether the roadmap was adopted after the book was last printed; three queries at most."""
    scenario = adopted_scenario(region_id=plan.region_id)
    if scenario is None or scenario.plan_id != plan.pk or scenario.state != ScenarioState.ADOPTED:
        return False
    decided = decisions(region_id=plan.region_id).filter(scenario=scenario).first()
    printed = editions(region_id=plan.region_id, book=book).filter(plan=plan).first()
    return decided is not None and (printed is None or printed.as_of < decided.created_at)
