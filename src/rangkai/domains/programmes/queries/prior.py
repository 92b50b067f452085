"""The old plan: its books, its lines, what was decided, and what may be suggested."""

import json
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from rangkai.domains.goals.models import Goal
from rangkai.domains.goals.queries import plan_in_force
from rangkai.domains.goals.rules import GoalLevel
from rangkai.domains.masterplans.queries import dimensions
from rangkai.domains.organisations.queries import office_facts
from rangkai.domains.programmes.models import PriorBook, PriorProgramme, Programme
from rangkai.domains.programmes.rules.prior.lines import Read, read_from_json
from rangkai.domains.programmes.rules.prior.suggesting import Target
from rangkai.domains.programmes.rules.terms import PriorDecision
from rangkai.domains.work.rules.names import NameBook
from rangkai.engines.dossier import Known
from rangkai.engines.tabular import Choice
from rangkai.gateways import files
from rangkai.kit.policies import Actor, policy_of
from rangkai.lib.errors import N_, Missing


@dataclass(frozen=True, slots=True)
class PriorFact:
    """What became of a programme of the old plan, for the books. `programme` and `goal` are shown as they stand."""

    name: str
    book: str
    page: int | None
    heading: str
    office: str
    decision: PriorDecision
    reason: str
    programme: str
    goal: str


def prior_books(*, region_id: int) -> QuerySet[PriorBook]:
    """Live books, in the order in which they came."""
    rows: QuerySet[PriorBook] = PriorBook.objects.live().filter(region_id=region_id)
    return rows.order_by("id")


def prior_book(actor: Actor, *, book_id: int, verb: str = "view") -> PriorBook:
    """One query; raises Missing."""
    book = prior_books(region_id=actor.region_id).filter(pk=book_id).first()
    if book is None:
        raise Missing(N_("Buku rencana lama ini tidak ada."))
    policy_of(PriorBook.kind()).require(actor, verb, book)
    return book


def prior_programmes(actor: Actor) -> QuerySet[PriorProgramme]:
    """Live lines that the actor may see, with all that a list shows joined in."""
    rows = PriorProgramme.objects.live().filter(policy_of(PriorProgramme.kind()).scope(actor))
    return rows.select_related("book", "dimension", "office", "programme", "goal")


def prior_programme(actor: Actor, *, line_id: int, verb: str = "view") -> PriorProgramme:
    """One query; raises Missing."""
    line = prior_programmes(actor).filter(pk=line_id).first()
    if line is None:
        raise Missing(N_("Program lama ini tidak ada."))
    policy_of(PriorProgramme.kind()).require(actor, verb, line)
    return line


def next_undecided(actor: Actor, *, after: PriorProgramme) -> PriorProgramme | None:
    """The next line of the worklist that waits for a decision, from the top again at its end; one query."""
    rows = prior_programmes(actor).filter(decision=PriorDecision.OPEN).exclude(pk=after.pk)
    waiting = list(rows.order_by("book_id", "order", "id"))
    place = (after.book_id, after.order, after.pk)
    later = (line for line in waiting if (line.book_id, line.order, line.pk) > place)
    return next(later, waiting[0] if waiting else None)


def prior_counts(*, region_id: int) -> dict[PriorDecision, int]:
    """How many lines stand at each decision; one query."""
    rows = PriorProgramme.objects.live().filter(region_id=region_id)
    counts = Counter(rows.values_list("decision", flat=True))
    return {decision: counts[decision.value] for decision in PriorDecision}


def prior_facts(*, region_id: int) -> tuple[PriorFact, ...]:
    """Every line of the old plan in its order, for the books; one query."""
    rows = PriorProgramme.objects.live().filter(region_id=region_id)
    joined = rows.select_related("book", "office", "programme", "goal").order_by("book_id", "order", "id")
    return tuple(
        PriorFact(
            name=line.name,
            book=line.book.title,
            page=line.page,
            heading=line.heading,
            office=line.office.name if line.office else line.office_text,
            decision=PriorDecision(line.decision),
            reason=line.decision_reason,
            programme=str(line.programme) if line.programme else "",
            goal=str(line.goal) if line.goal else "",
        )
        for line in joined
    )


def lines_of_programme(*, programme_id: int) -> list[PriorProgramme]:
    """The old programmes that this one continues or took in; one query."""
    rows = PriorProgramme.objects.live().filter(programme_id=programme_id)
    return list(rows.select_related("book").order_by("book_id", "order"))


def draft_of(book: PriorBook) -> Read:
    """What was read of the file and is not saved yet; raises Missing where nothing waits."""
    if not book.draft:
        raise Missing(N_("Tidak ada hasil baca yang menunggu pada buku ini."))
    return read_from_json(json.loads(files.fetch(book.draft)))


def known_names() -> Known:
    """Dimensions and sub-dimensions by all their names, as the reader of books looks for them; two queries."""
    frame = dimensions()
    return Known(
        dimensions=[
            Choice(str(d.id), d.name, (d.name.removeprefix("Smart "), d.name_en, d.code)) for d in frame
        ],
        subdimensions=[
            Choice(str(part.id), part.name, (part.name_en,)) for d in frame for part in d.subdimensions
        ],
    )


def office_book(*, region_id: int) -> NameBook[int]:
    return NameBook(
        (office.id, (office.name, *filter(None, (office.short_name, *office.aliases))))
        for office in office_facts(region_id=region_id)
    )


def goal_targets(*, region_id: int, year: int) -> list[Target]:
    """The sasaran of the RPJMD in force; two queries."""
    plan = plan_in_force(region_id=region_id, year=year)
    if plan is None:
        return []
    rows = Goal.objects.live().filter(region_id=region_id, plan=plan, level=GoalLevel.SASARAN)
    return [
        Target(pk, f"{code} {text}", text)
        for pk, code, text in rows.order_by("order", "code").values_list("pk", "code", "text")
    ]


def programme_targets(actor: Actor) -> list[Target]:
    """Programmes into which an old one may be merged; one query."""
    rows = Programme.objects.live().filter(policy_of(Programme.kind()).scope(actor)).order_by("ref")
    return [
        Target(pk, f"{ref} {name}", f"{name} {details}")
        for pk, ref, name, details in rows.values_list("pk", "ref", "name", "description")
    ]


def programme_to_merge(actor: Actor, *, programme_id: int | None) -> Programme | None:
    """The chosen programme, if the actor may see it; one query."""
    rows = Programme.objects.live().filter(policy_of(Programme.kind()).scope(actor))
    found: Programme | None = rows.filter(pk=programme_id or 0).first()
    return found


def lines_to_decide(actor: Actor, *, ids: Collection[int]) -> Sequence[PriorProgramme]:
    """The named lines, locked until the transaction ends, in the order of the plan."""
    rows = PriorProgramme.objects.live().filter(policy_of(PriorProgramme.kind()).scope(actor, "decide"))
    return list(rows.filter(pk__in=ids).select_for_update().order_by("book_id", "order", "id"))
