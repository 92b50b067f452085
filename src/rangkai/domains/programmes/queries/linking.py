"""What a programme is linked to, and what it may be linked to, kind by kind."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F, Q

from rangkai.domains.needs.models import Need
from rangkai.domains.needs.queries import issues, needs
from rangkai.domains.needs.rules.terms import Fate
from rangkai.domains.programmes.models import Programme
from rangkai.domains.programmes.queries.facts import ProgrammeFact
from rangkai.domains.programmes.queries.programmes import programmes
from rangkai.kit import search
from rangkai.kit.policies import Actor

MOST = 20


@dataclass(frozen=True, slots=True)
class Option:
    """Something to link to, with a word on whose it is."""

    id: int
    ref: str
    name: str
    note: str = ""


def need_options(actor: Actor, programme: Programme, words: str) -> Sequence[Option]:
    """Needs that the actor may see: by the words, or else the most urgent of the dimension that wait; one query."""
    rows = needs(actor).order_by("-priority", "id")
    if not words:
        near = Q(dimension_id=programme.dimension_id) | Q(dimension__isnull=True)
        rows = rows.filter(near).exclude(fate=Fate.PROGRAMME)
    rows = search.narrow(rows, region_id=actor.region_id, kind=Need.kind(), query=words)
    return [Option(row.pk, row.ref, row.statement, str(row.office)) for row in rows[:MOST]]


def issue_options(actor: Actor, programme: Programme, words: str) -> Sequence[Option]:
    """Issues of the region; one query."""
    rows = issues(actor, q=words).order_by(F("need_count").desc(), "id")[:MOST]
    return [Option(row.pk, row.ref, row.name) for row in rows]


def programme_options(actor: Actor, programme: Programme, words: str) -> Sequence[Option]:
    """Programmes that the actor may see; one query."""
    rows = search.narrow(
        programmes(actor).exclude(pk=programme.pk),
        region_id=actor.region_id,
        kind=Programme.kind(),
        query=words,
    ).order_by("ref")
    return [Option(row.pk, row.ref, row.name, str(row.office)) for row in rows[:MOST]]


type Offer = Callable[[Actor, Programme, str], Sequence[Option]]
OFFERS: Mapping[str, Offer] = {
    "needs": need_options,
    "issues": issue_options,
    "after": programme_options,
    "excludes": programme_options,
}


def linked(fact: ProgrammeFact, kind: str) -> Sequence[Option]:
    """What is linked now; one query for programmes, none for needs and issues."""
    if kind in {"needs", "issues"}:
        return [Option(tie.id, tie.code, tie.name) for tie in getattr(fact, kind)]
    ids: Sequence[int] = getattr(fact, kind)
    rows = Programme.objects.live().filter(pk__in=ids).order_by("ref").values_list("pk", "ref", "name")
    return [Option(*row) for row in rows]


def need_ids_of_issue(*, region_id: int, issue_id: int) -> frozenset[int]:
    """Every live need of an issue, whoever may see it; one query."""
    rows = Need.objects.live().filter(region_id=region_id, issue_id=issue_id)
    return frozenset(rows.values_list("pk", flat=True))
