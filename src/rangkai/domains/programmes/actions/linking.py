"""What a programme hangs together with: needs, issues, goals, indicators, offices, areas, and other programmes."""

from collections.abc import Collection, Set

from django.db.models import Q
from django.utils import timezone

from rangkai.domains.needs.models import Need
from rangkai.domains.needs.policies import NEED
from rangkai.domains.needs.rules.fate import Ended
from rangkai.domains.programmes.actions.judging import refuse, require_open, tie_problems
from rangkai.domains.programmes.actions.serving import release, serve
from rangkai.domains.programmes.actions.settle import settle_ties
from rangkai.domains.programmes.models import Programme, ProgrammeLink, ProgrammeNeed
from rangkai.domains.programmes.policies import PROGRAMME
from rangkai.domains.programmes.queries.programmes import names_of
from rangkai.domains.programmes.queries.ties import links_of
from rangkai.domains.programmes.rules.parts import Ties
from rangkai.domains.programmes.rules.precedence import link_problems
from rangkai.domains.programmes.rules.terms import LinkKind
from rangkai.kit.actions import Recorder, recording
from rangkai.kit.locks import lock
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Problem


def set_ties(actor: Actor, *, programme: Programme, version: int, ties: Ties) -> None:
    """Bring the given kinds of ties to what was chosen; the needs linked become "masuk program"."""
    PROGRAMME.require(actor, "edit", programme)
    require_open(actor, programme=programme)
    refuse([*tie_problems(ties, region_id=actor.region_id), *_foreign_needs(actor, programme, ties)])
    with recording("programmes.set_ties", actor) as act:
        act.touch(programme, version=version)
        moved = settle_ties(act, programme=programme, ties=ties)
        if "needs" in moved:
            serve(act, programme=programme, needs=moved["needs"].added)
            release(act, region_id=actor.region_id, needs=moved["needs"].gone, ended=Ended.UNTIED)


def _foreign_needs(actor: Actor, programme: Programme, ties: Ties) -> list[Problem]:
    """Needs that the actor may not see can stay linked, or come with an issue; they can't be picked singly."""
    if not ties.needs:
        return []
    linked = ProgrammeNeed.objects.live().filter(region_id=actor.region_id, programme=programme)
    allowed = NEED.scope(actor) | Q(pk__in=linked.values("need_id"))
    if ties.issues:
        allowed |= Q(issue_id__in=ties.issues)
    hidden = Need.objects.live().filter(region_id=actor.region_id, pk__in=ties.needs).exclude(allowed)
    if not hidden.exists():
        return []
    return [Problem(N_("Ada kebutuhan milik perangkat daerah lain di antara pilihan Anda."), field="needs")]


def set_links(
    actor: Actor,
    *,
    programme: Programme,
    version: int,
    after: Collection[int],
    excludes: Collection[int],
) -> None:
    """Set what must have ended before and what can't be in the same plan; a circle is refused and named."""
    PROGRAMME.require(actor, "edit", programme)
    require_open(actor, programme=programme)
    with recording("programmes.set_links", actor) as act:
        lock("programme-links", actor.region_id)
        refuse(_link_problems(programme, after=after, excludes=excludes))
        act.touch(programme, version=version)
        keys = {(LinkKind.AFTER, pk) for pk in after} | {(LinkKind.EXCLUDES, pk) for pk in excludes}
        add_links(act, programme=programme, keys=keys, removing=True)


def add_links(
    act: Recorder, *, programme: Programme, keys: Set[tuple[LinkKind, int]], removing: bool = False
) -> None:
    """Make the links that are not there yet, inside another action; with `removing`, end those not in `keys`."""
    rows = ProgrammeLink.objects.live().filter(
        Q(programme=programme) | Q(other=programme, kind_of=LinkKind.EXCLUDES),
        region_id=programme.region_id,
    )
    there = {_key(row, programme): row for row in rows.select_for_update()}
    if removing:
        now = timezone.now()
        act.update_all([(row, {"deleted_at": now}) for key, row in there.items() if key not in keys])
    act.create_all(
        [
            ProgrammeLink(
                region_id=programme.region_id,
                programme=programme,
                other_id=pk,
                kind_of=kind,
                is_example=programme.is_example,
            )
            for kind, pk in sorted(keys - set(there))
        ]
    )


def _link_problems(
    programme: Programme, *, after: Collection[int], excludes: Collection[int]
) -> list[Problem]:
    """Two queries: the links of the region, and the names of those that may be in a circle."""
    known = links_of(programme.region_id).after
    wanted = {*after, *excludes}
    ends = {pk for start, others in known.items() for pk in (start, *others)}
    names = names_of(region_id=programme.region_id, ids=ends | wanted | {programme.pk})
    if wanted - set(names):
        message = N_("Ada program yang sudah tidak ada di antara pilihan Anda. Pilih kembali.")
        return [Problem(message, field="after")]
    return link_problems(programme.pk, after=after, excludes=excludes, known=known, names=names)


def _key(row: ProgrammeLink, programme: Programme) -> tuple[LinkKind, int]:
    """Kind and the other programme, from whichever side the link was entered."""
    return LinkKind(row.kind_of), row.other_id if row.programme_id == programme.pk else row.programme_id
