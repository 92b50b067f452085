"""A letter is begun from a kind, written, and thrown away; the kop is kept for the region."""

from collections.abc import Mapping, Sequence
from datetime import date

from rangkai.domains.organisations.policies import PERSONAL_DATA
from rangkai.domains.organisations.queries import post_by_id
from rangkai.domains.work.actions.letters.kinds import letter_kind
from rangkai.domains.work.models import Letter, Letterhead
from rangkai.domains.work.policies import LETTER, LETTERHEAD
from rangkai.domains.work.queries.letter_access import require
from rangkai.domains.work.queries.letters import letterhead_row
from rangkai.domains.work.rules.letter_status import LetterState
from rangkai.domains.work.rules.letters import letterhead_problems
from rangkai.kit.actions import recording
from rangkai.kit.policies import Actor
from rangkai.kit.refs import take_refs
from rangkai.lib.errors import N_, Forbidden, Invalid, Missing

PREFIX = "SR"


def begin_letter(actor: Actor, *, kind: str, about: str, office_id: int, today: date) -> Letter:
    """Begin a draft with the words of its kind."""
    found = letter_kind(name=kind)
    row = Letter(region_id=actor.region_id, kind_of=kind, about=about, office_id=office_id)
    LETTER.require(actor, "create", row)
    if about not in {key for key, _ in found.subjects(actor)}:
        raise Missing(N_("Pokok surat ini tidak ada lagi. Pilih sekali lagi."))
    first = found.draft(actor, about)
    row.addressee, row.subject, row.body = first.addressee, first.subject[:200], first.body
    with recording("work.begin_letter", actor) as act:
        row.ref = take_refs(Letter, region_id=actor.region_id, prefix=PREFIX, year=today.year)[0]
        return act.create(row)


def edit_letter(actor: Actor, *, letter: Letter, version: int, values: Mapping[str, object]) -> Letter:
    """Save a draft; what is on its way is returned first. Who may not see a NIP cannot have it printed."""
    require(actor, "edit", letter)
    if letter.state != LetterState.DRAFT:
        raise Invalid(N_("%(ref)s bukan konsep lagi. Kembalikan dahulu, baru ubah.", ref=letter.ref))
    if values.get("shows_nip") and not letter.shows_nip and not PERSONAL_DATA.can(actor, "view"):
        raise Forbidden(N_("NIP hanya dapat ditampilkan oleh pengelola data pribadi."))
    for name in ("checker_post_id", "signer_post_id"):
        if isinstance(post_id := values.get(name), int):
            post_by_id(region_id=actor.region_id, post_id=post_id)
    with recording("work.edit_letter", actor) as act:
        return act.update(letter, version=version, **values)


def drop_letter(actor: Actor, *, letter: Letter, version: int) -> Letter:
    """Throw a draft away; a letter that was signed stays for ever."""
    require(actor, "delete", letter)
    if letter.state != LetterState.DRAFT:
        raise Invalid(N_("%(ref)s bukan konsep lagi, jadi tidak dapat dibuang.", ref=letter.ref))
    with recording("work.drop_letter", actor) as act:
        return act.delete(letter, version=version)


def set_letterhead(actor: Actor, *, version: int, lines: Sequence[str], place: str) -> Letterhead:
    """Keep the kop of the region; `version` 0 for the first one."""
    LETTERHEAD.require(actor, "edit")
    problems = letterhead_problems(lines)
    if problems:
        raise Invalid(problems[0].message, problems)
    row = letterhead_row(region_id=actor.region_id)
    text = "\n".join(lines)
    with recording("work.set_letterhead", actor) as act:
        if row is None:
            return act.create(Letterhead(region_id=actor.region_id, lines=text, place=place))
        return act.update(row, version=version, lines=text, place=place)
