"""Letters that a person may read, the kop, and who signs."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from rangkai.domains.organisations.models import Appointment, PersonPrivate
from rangkai.domains.organisations.queries import PostFact, in_force, office_facts, post_facts
from rangkai.domains.organisations.rules import AppointmentKind
from rangkai.domains.work.models import Letter, Letterhead
from rangkai.domains.work.queries.letter_access import posts_of, require, seen_letters
from rangkai.domains.work.rules.letter_status import LetterState
from rangkai.domains.work.rules.letters import Signer, lines_of, post_line
from rangkai.kit.policies import Actor, policy_of
from rangkai.lib.errors import N_, Invalid, Missing


@dataclass(frozen=True)
class Kop:
    """The lines of the letterhead and the place that stands before the date."""

    lines: tuple[str, ...]
    place: str


def letters(actor: Actor) -> QuerySet[Letter]:
    """Live letters that the actor may read, newest first; office and posts joined."""
    rows: QuerySet[Letter] = Letter.objects.live().filter(seen_letters(actor))
    return rows.select_related("office", "checker_post", "signer_post").order_by("-ref")


def letter_by_ref(actor: Actor, *, ref: str, verb: str = "view") -> Letter:
    """One query; raises Missing for a letter that is not there or not the actor's to read."""
    rows = Letter.objects.live().filter(region_id=actor.region_id, ref=ref)
    letter: Letter | None = rows.select_related("office", "checker_post", "signer_post", "snapshot").first()
    if letter is None:
        raise Missing(N_("Surat ini tidak ada, atau bukan milik perangkat daerah Anda."))
    require(actor, verb, letter)
    return letter


def waiting_letters(actor: Actor) -> QuerySet[Letter]:
    """What waits for the actor's paraf or signature, oldest first."""
    posts = posts_of(actor)
    paraf = Q(state=LetterState.SUBMITTED, checker_post__in=posts)
    signature = Q(state=LetterState.CHECKED, signer_post__in=posts)
    rows: QuerySet[Letter] = Letter.objects.live().filter(paraf | signature, region_id=actor.region_id)
    return rows.order_by("ref")


def letterhead_row(*, region_id: int) -> Letterhead | None:
    """One query."""
    row: Letterhead | None = Letterhead.objects.live().filter(region_id=region_id).first()
    return row


def kop_of(*, region_id: int, region: str) -> Kop:
    """The region's own kop; until it is written, the name of its government alone. One query."""
    row = letterhead_row(region_id=region_id)
    if row is None:
        return Kop((f"PEMERINTAH {region.upper()}",), "")
    return Kop(lines_of(row.lines), row.place)


def signer_of(*, letter: Letter, day: date) -> Signer:
    """Who holds the signing post on a day; raises Invalid while it is vacant. Two queries at most.

    NIP and rank are read only for a letter on which someone who keeps personal data said to show them.
    """
    held = (
        Appointment.objects.live()
        .filter(in_force(day), region_id=letter.region_id, post_id=letter.signer_post_id or 0)
        .select_related("person", "post")
        .order_by("-valid_from")
        .first()
    )
    if held is None:
        message = N_(
            "Jabatan penandatangan kosong pada tanggal itu. Catat penugasannya, atau pilih jabatan lain."
        )
        raise Invalid(message)
    kind = AppointmentKind(held.kind_of)
    private = PersonPrivate.objects.filter(person=held.person).first() if letter.shows_nip else None
    return Signer(
        post_line("" if kind is AppointmentKind.DEFINITIF else kind.label, held.post.title),
        held.person.full_name,
        letter.on_behalf,
        private.rank if private else "",
        private.nip if private else "",
    )


def post_options(*, region_id: int, today: date) -> list[tuple[str, str]]:
    """(id, "Sekretaris Daerah – Plt. Wisnu") of the posts of a region, by title; two queries."""
    return [
        (str(post.id), f"{post.title} – {_holder(post) or gettext('kosong')}")
        for post in post_facts(region_id=region_id, today=today)
    ]


def _holder(post: PostFact) -> str:
    stands_in = post.kind if post.kind != AppointmentKind.DEFINITIF.label else ""
    return f"{stands_in} {post.holder}".strip()


def sending_offices(actor: Actor) -> list[tuple[int, str]]:
    """(id, name) of the offices in whose name the actor may write, the own ones first; two queries."""
    policy, own = policy_of(Letter.kind()), actor.office_ids()
    found = [
        (office.id, office.name)
        for office in office_facts(region_id=actor.region_id)
        if policy.can(actor, "create", Letter(region_id=actor.region_id, office_id=office.id))
    ]
    return sorted(found, key=lambda office: (office[0] not in own, office[1]))
