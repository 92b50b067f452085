"""Needs like the one that somebody is writing down."""

from dataclasses import dataclass

from rangkai.domains.needs.models import Need
from rangkai.domains.needs.queries.groups import area_words
from rangkai.domains.regions.queries import area_facts
from rangkai.engines.similarity.ranking import rank_candidates, telling_words
from rangkai.engines.similarity.statements import Statement
from rangkai.kit import search
from rangkai.kit.policies import Actor, policy_of
from rangkai.lib.errors import Message

CANDIDATES = 200
SHOWN = 5
LEAST_LETTERS = 4


@dataclass(frozen=True)
class Alike:
    """A need that is already there. `percent` 0..100, `reasons` in words, `area` as "Desa Japan, Kec. Sooko"."""

    ref: str
    statement: str
    place: str
    area: str
    office: str
    percent: int
    reasons: tuple[Message, ...]


def alike_while_typing(
    actor: Actor, *, statement: str, place: str = "", area_id: int | None = None
) -> list[Alike]:
    """The likest needs that the actor may see, at most five; three queries."""
    text = f"{statement} - {place}" if place.strip() else statement
    words = telling_words(text)
    if sum(map(len, words)) < LEAST_LETTERS:
        return []
    rows = Need.objects.live().filter(policy_of(Need.kind()).scope(actor))
    ids = search.likeliest(rows, region_id=actor.region_id, words=words, limit=CANDIDATES)
    areas = {area.id: area for area in area_facts(region_id=actor.region_id)}
    found = {
        str(pk): (ref, said, spot, area_words(areas.get(area), areas), office)
        for pk, ref, said, spot, area, office in rows.filter(pk__in=ids).values_list(
            "pk", "ref", "statement", "place", "area_id", "office__name"
        )
    }
    candidates = [
        Statement(pk, said, spot, area, office) for pk, (_, said, spot, area, office) in found.items()
    ]
    where = area_words(areas.get(area_id), areas) if area_id else ""
    return [
        Alike(*found[one.id], percent=round(one.score * 100), reasons=one.reasons)
        for one in rank_candidates(text, candidates, SHOWN, area=where)
    ]
