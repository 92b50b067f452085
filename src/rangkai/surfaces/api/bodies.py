"""The bodies of the answers, in few queries: lists are unpaged, so no row may cost one of its own."""

from typing import Any

from rangkai.domains.needs.queries import NeedFilter, filtered, needs
from rangkai.domains.programmes.policies import PROGRAMME
from rangkai.domains.programmes.queries import ProgrammeFact, programme_facts
from rangkai.domains.regions.queries import area_facts
from rangkai.kit.web.context import Here

NEED_COLUMNS = {
    "ref": "ref",
    "statement": "statement",
    "place": "place",
    "area": "area_id",
    "office": "office__name",
    "source": "source_kind",
    "stated_on": "stated_on",
    "dimension": "dimension__code",
    "subdimension": "subdimension__code",
    "urgency": "urgency",
    "seriousness": "seriousness",
    "growth": "growth",
    "priority": "priority",
    "status": "status",
    "fate": "fate",
    "issue": "issue__ref",
    "service": "service__ref",
    "for_whom": "for_whom",
    "authority": "authority",
    "beneficiaries": "beneficiaries",
    "estimate": "estimate",
}
"""Key of the answer → column."""


def needs_body(here: Here, words: str) -> dict[str, Any]:
    """Two queries: needs, and the names of areas."""
    areas = {area.id: area.name for area in area_facts(region_id=here.region.id)}
    rows = filtered(needs(here.actor), region_id=here.region.id, by=NeedFilter(q=words))
    found = []
    for row in rows.order_by("ref").values_list(*NEED_COLUMNS.values()):
        need = dict(zip(NEED_COLUMNS, row, strict=True))
        need["area"] = areas.get(need["area"])
        found.append(need)
    return {"region": here.region.code, "count": len(found), "needs": found}


def programmes_body(here: Here) -> dict[str, Any]:
    """The queries of `programme_facts`, whatever the number of programmes."""
    facts = programme_facts(region_id=here.region.id, today=here.today, visible=PROGRAMME.scope(here.actor))
    return {"region": here.region.code, "count": len(facts), "programmes": [programme_body(f) for f in facts]}


def programme_body(fact: ProgrammeFact) -> dict[str, Any]:
    """One programme as the interface shows it; no personal names."""
    return {
        "ref": fact.ref,
        "name": fact.name,
        "kind": fact.kind,
        "status": fact.status,
        "dimension": fact.dimension,
        "subdimension": fact.subdimension,
        "office": fact.office,
        "owner": fact.owner_title,
        "value": fact.value,
        "earliest": fact.earliest,
        "latest": fact.latest,
        "must": fact.must,
        "quick_win": fact.quick_win,
        "total": fact.total,
        "funding": [
            {
                "year": line.year,
                "fund": line.fund,
                "office": line.office,
                "amount": line.amount,
                "nomenclature": line.nomenclature_code,
                "document": line.document,
            }
            for line in fact.funding
        ],
        "needs": list(fact.need_refs),
        "goals": list(fact.goal_codes),
    }
