"""What the engine groups, and the proposed groups that wait for a decision."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from rangkai.domains.needs.models import GroupMember, GroupProposal, Need, RejectedPair
from rangkai.domains.needs.rules.terms import ProposalState
from rangkai.domains.regions.queries import AreaFact, area_facts
from rangkai.engines.similarity.statements import Statement
from rangkai.kit.policies import Actor, policy_of
from rangkai.lib.errors import N_, Missing


@dataclass(frozen=True)
class MemberFact:
    """A need of a proposed group, as the worklist shows it."""

    need_id: int
    ref: str
    statement: str
    office: str
    area: str


def area_words(area: AreaFact | None, areas: Mapping[int, AreaFact]) -> str:
    """ "Desa Japan, Kec. Sooko", as the engine reads it; empty where there is none."""
    if area is None:
        return ""
    parent = areas.get(area.parent_id) if area.parent_id else None
    return f"Desa {area.name}, Kec. {parent.name}" if parent else f"Kec. {area.name}"


def statements_to_group(*, region_id: int) -> list[Statement]:
    """Live needs without an issue; two queries."""
    areas = {area.id: area for area in area_facts(region_id=region_id)}
    rows = Need.objects.live().filter(region_id=region_id, issue__isnull=True).order_by("id")
    return [
        Statement(str(pk), statement, place, area_words(areas.get(area_id), areas), office)
        for pk, statement, place, area_id, office in rows.values_list(
            "pk", "statement", "place", "area_id", "office__name"
        )
    ]


def rejected_pairs(*, region_id: int) -> list[tuple[str, str]]:
    """Pairs that a person said are not alike; one query."""
    rows = RejectedPair.objects.live().filter(region_id=region_id)
    return [(str(a), str(b)) for a, b in rows.values_list("first_id", "second_id")]


def rejected_groups(*, region_id: int) -> list[frozenset[int]]:
    """The members of every proposal that was rejected; one query."""
    rows = GroupMember.objects.live().filter(
        region_id=region_id, proposal__state=ProposalState.REJECTED, proposal__deleted_at__isnull=True
    )
    groups: dict[int, set[int]] = {}
    for proposal_id, need_id in rows.values_list("proposal_id", "need_id"):
        groups.setdefault(proposal_id, set()).add(need_id)
    return [frozenset(members) for members in groups.values()]


def dimension_ids(*, need_ids: Sequence[int]) -> dict[int, tuple[int | None, int | None]]:
    """Need id → (dimension, sub-dimension); one query."""
    rows = Need.objects.filter(pk__in=need_ids).values_list("pk", "dimension_id", "subdimension_id")
    return {pk: (dimension, sub) for pk, dimension, sub in rows}


def proposals(actor: Actor) -> QuerySet[GroupProposal]:
    """Groups that wait for a decision, the largest gain first."""
    rows: QuerySet[GroupProposal] = GroupProposal.objects.live().filter(
        policy_of(GroupProposal.kind()).scope(actor), state=ProposalState.PROPOSED
    )
    return rows.order_by("-gain", "id")


def with_members(rows: QuerySet[GroupProposal], *, most: int | None = None) -> QuerySet[GroupProposal]:
    """Each group with its members as `listed`, at most so many of each; one query more."""
    members = GroupMember.objects.live().select_related("need", "need__office").order_by("id")
    return rows.prefetch_related(Prefetch("members", members[:most] if most else members, to_attr="listed"))


def proposal_by_id(actor: Actor, *, proposal_id: int) -> GroupProposal:
    """One that still waits, with all its members; raises Missing for one that was decided."""
    found = with_members(proposals(actor)).filter(pk=proposal_id).first()
    if found is None:
        raise Missing(N_("Usulan kelompok ini tidak ada lagi, atau sudah diputuskan."))
    return found


def member_ids(*, proposal: GroupProposal) -> set[int]:
    """The needs of a group; one query."""
    rows = GroupMember.objects.live().filter(proposal=proposal)
    return set(rows.values_list("need_id", flat=True))


def member_facts(*, proposal: GroupProposal, areas: Mapping[int, AreaFact]) -> list[MemberFact]:
    """Members of a proposal from `proposals`, in words; no query."""
    return [
        MemberFact(
            member.need_id,
            member.need.ref,
            member.need.statement,
            str(member.need.office),
            area_words(areas.get(member.need.area_id), areas),
        )
        for member in proposal.listed  # type: ignore[attr-defined]
    ]


def ungrouped_count(*, region_id: int) -> int:
    """How many live needs have no issue; one query."""
    return Need.objects.live().filter(region_id=region_id, issue__isnull=True).count()
