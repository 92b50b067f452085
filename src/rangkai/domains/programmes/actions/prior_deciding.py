"""What becomes of a programme of the old plan: it goes on, changes, merges into another, or stops; and back again."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from django.utils import timezone

from rangkai.domains.programmes.actions.enter import NewProgramme, create_programmes
from rangkai.domains.programmes.models import PriorProgramme, Programme
from rangkai.domains.programmes.policies import PRIOR, PROGRAMME
from rangkai.domains.programmes.queries.known import known
from rangkai.domains.programmes.queries.prior import goal_targets, lines_to_decide
from rangkai.domains.programmes.rules.content import LONGEST
from rangkai.domains.programmes.rules.parts import Ties
from rangkai.domains.programmes.rules.prior.suggesting import Target, kind_of, suggest
from rangkai.domains.programmes.rules.terms import PriorDecision, ProgrammeStatus
from rangkai.kit.actions import recording
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Invalid, Message, Problem

LONGEST_REASON = 500


@dataclass(frozen=True)
class Undone:
    """How many decisions were taken back, and the programmes that stay because someone has worked on them since."""

    count: int
    staying: tuple[str, ...]


def origin(line: PriorProgramme) -> str:
    """ "Buku 2 Masterplan 2022, hal. 41": what a continued programme says of where it comes from."""
    text = f"{line.book.title}, hal. {line.page}" if line.page else line.book.title
    return text[: LONGEST["source"]]


def continue_line(
    actor: Actor,
    *,
    line: PriorProgramme,
    programme: NewProgramme,
    decision: PriorDecision,
    reason: str,
    today: date,
) -> Programme:
    """Make the programme that continues the line as it was (CONTINUE), or otherwise (CHANGE, which asks for a reason).

    The programme is a draft with an owner from its first minute, and knows its book and page. The sasaran that it is
    tied to is the one that the line serves now.
    """
    PRIOR.require(actor, "decide", line)
    _require_open([line])
    text = reason.strip()[:LONGEST_REASON]
    if decision is PriorDecision.CHANGE and not text:
        _refuse(N_("Tuliskan apa yang diubah dan mengapa."), "reason")
    if decision is PriorDecision.CONTINUE and programme.name != line.name:
        _refuse(
            N_("Namanya berubah: tuliskan apa yang diubah, lalu pilih Lanjutkan dengan perubahan."), "name"
        )
    with recording(f"programmes.prior_{decision.value}", actor, reason=text) as act:
        (made,) = create_programmes(actor, programmes=[programme], today=today)
        act.update(
            line,
            version=line.version,
            decision=decision.value,
            decision_reason=text,
            programme=made,
            goal_id=min(programme.ties.goals or (), default=None),
        )
    return made


def continue_lines(actor: Actor, *, ids: Collection[int], today: date) -> int:
    """Continue many as they are, all or none, each with the sasaran that is likest; each needs office and dimension."""
    PRIOR.require(actor, "decide")
    goals = goal_targets(region_id=actor.region_id, year=today.year)
    with recording("programmes.prior_continue", actor) as act:
        lines = lines_to_decide(actor, ids=ids)
        _require_open(lines)
        _require_complete(lines, known(region_id=actor.region_id).heads)
        wanted = [_likest(line, goals) for line in lines]
        news = [as_it_was(line, goal_id) for line, goal_id in zip(lines, wanted, strict=True)]
        made = create_programmes(actor, programmes=news, today=today)
        return act.update_all(
            [
                (line, {"decision": PriorDecision.CONTINUE.value, "programme": programme, "goal_id": goal_id})
                for line, programme, goal_id in zip(lines, made, wanted, strict=True)
            ]
        )


def _likest(line: PriorProgramme, goals: Sequence[Target]) -> int | None:
    found = suggest(f"{line.name} {line.details} {line.output}", goals)
    return found[0].id if found else None


def as_it_was(line: PriorProgramme, goal_id: int | None) -> NewProgramme:
    """The line as a new programme; its office and dimension must be known."""
    return NewProgramme(
        name=line.name,
        kind=kind_of(line.name, line.details),
        dimension_id=line.dimension_id or 0,
        office_id=line.office_id or 0,
        description=line.details[: LONGEST["description"]],
        quick_win=line.quick_win,
        source=origin(line),
        ties=Ties(goals=frozenset({goal_id}) if goal_id else frozenset()),
    )


def merge_line(
    actor: Actor, *, line: PriorProgramme, programme: Programme | None, goal_id: int | None, reason: str
) -> PriorProgramme:
    """Tie the line to a programme that is there already."""
    PRIOR.require(actor, "decide", line)
    _require_open([line])
    if programme is None:
        _refuse(N_("Pilih program tempat program lama ini digabung."), "programme")
    PROGRAMME.require(actor, "view", programme)
    with recording("programmes.prior_merge", actor, reason=reason.strip()) as act:
        return act.update(
            line,
            version=line.version,
            decision=PriorDecision.MERGE.value,
            decision_reason=reason.strip()[:LONGEST_REASON],
            programme=programme,
            goal_id=goal_id,
        )


def stop_lines(actor: Actor, *, ids: Collection[int], reason: str) -> int:
    """Stop one or many, all or none, for one reason, which is printed in the books."""
    PRIOR.require(actor, "decide")
    if not reason.strip():
        _refuse(N_("Tuliskan alasan program lama ini dihentikan."), "reason")
    with recording("programmes.prior_stop", actor, reason=reason.strip()) as act:
        lines = lines_to_decide(actor, ids=ids)
        _require_open(lines)
        values = {
            "decision": PriorDecision.STOP.value,
            "decision_reason": reason.strip()[:LONGEST_REASON],
        }
        return act.update_all([(line, values) for line in lines])


def reopen_lines(actor: Actor, *, ids: Collection[int]) -> Undone:
    """Take decisions back. A programme that a decision made goes to the bin, unless someone has worked on it since."""
    PRIOR.require(actor, "decide")
    made_by = {PriorDecision.CONTINUE, PriorDecision.CHANGE}
    with recording("programmes.prior_reopen", actor) as act:
        lines = [line for line in lines_to_decide(actor, ids=ids) if line.decision != PriorDecision.OPEN]
        ids_made = [line.programme_id for line in lines if line.programme_id and line.decision in made_by]
        rows = Programme.objects.live().filter(region_id=actor.region_id, pk__in=ids_made)
        programmes = list(rows.select_for_update().order_by("ref"))
        fresh = [p for p in programmes if p.version == 1 and p.status == ProgrammeStatus.DRAFT]
        act.update_all([(programme, {"deleted_at": timezone.now()}) for programme in fresh])
        values = {
            "decision": PriorDecision.OPEN.value,
            "decision_reason": "",
            "programme": None,
            "goal": None,
        }
        count = act.update_all([(line, values) for line in lines])
    return Undone(count, tuple(p.ref for p in programmes if p not in fresh))


def _require_open(lines: Sequence[PriorProgramme]) -> None:
    decided = [line.name for line in lines if line.decision != PriorDecision.OPEN]
    if decided:
        raise Invalid(
            N_(
                "“%(name)s” sudah diputuskan. Batalkan dahulu keputusannya; tidak ada yang berubah.",
                name=decided[0],
            )
        )
    if not lines:
        raise Invalid(N_("Tidak ada program lama yang dapat diputuskan di antara yang dicentang."))


def _require_complete(lines: Sequence[PriorProgramme], heads: Mapping[int, int]) -> None:
    """Bulk work makes up nothing: a line without office, head of office or dimension is decided on its own page."""
    lacking = [line.name for line in lines if line.office_id not in heads or line.dimension_id is None]
    if lacking:
        names = "; ".join(f"“{name}”" for name in lacking[:5])
        raise Invalid(
            N_(
                "%(count)s program lama belum jelas dimensi, perangkat daerah, atau jabatan kepalanya: %(names)s. Buka "
                "satu per satu untuk melanjutkannya; tidak ada yang berubah.",
                count=len(lacking),
                names=names,
            )
        )


def _refuse(message: Message, field: str) -> NoReturn:
    raise Invalid(message, [Problem(message, field=field)])
