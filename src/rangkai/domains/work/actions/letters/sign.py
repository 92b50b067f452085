"""A letter goes its way: to the paraf, frozen, signed on paper, and back as a PDF."""

from datetime import date, datetime

from rangkai.domains.regions.queries import region_names
from rangkai.domains.work.actions.letters.kinds import letter_kind
from rangkai.domains.work.models import Letter
from rangkai.domains.work.queries.letter_access import require
from rangkai.domains.work.queries.letters import kop_of, signer_of
from rangkai.domains.work.rules.letter_status import LETTER_MOVES, LetterState, LetterStep
from rangkai.domains.work.rules.letters import (
    SCHEMA,
    LetterContent,
    SignedPaper,
    from_json,
    letter_problems,
    lines_of,
    signed_problems,
    to_json,
)
from rangkai.gateways import files
from rangkai.kit.actions import recording
from rangkai.kit.policies import Actor
from rangkai.kit.snapshots import body_of, freeze
from rangkai.lib.errors import N_, Invalid, Problem
from rangkai.lib.moves import after

FIELDS = ("addressee", "subject", "body", "checker_post_id", "signer_post_id")


def content_of(*, letter: Letter, moment: datetime) -> LetterContent:
    """What is printed: as frozen with the paraf, else as it stands at `moment`. Five queries and those of the annex."""
    if letter.snapshot is not None:
        return from_json(body_of(letter.snapshot))
    place = region_names(ids=[letter.region_id])[0]
    kop = kop_of(region_id=letter.region_id, region=place.name)
    return LetterContent(
        ref=letter.ref,
        region=place.name,
        moment=moment,
        letterhead=kop.lines,
        place=kop.place,
        number=letter.number,
        dated=letter.dated,
        addressee=lines_of(letter.addressee),
        subject=letter.subject,
        body=letter.body,
        signer=signer_of(letter=letter, day=letter.dated or moment.date()),
        annex=letter_kind(name=letter.kind_of).annex(letter.region_id, letter.about),
        is_example=letter.is_example,
    )


def move_letter(
    actor: Actor, *, letter: Letter, version: int, step: LetterStep, moment: datetime, reason: str = ""
) -> Letter:
    """Submit, put the paraf (which freezes the content), or return with a reason (which thaws it)."""
    require(actor, LETTER_MOVES[step].verb, letter)
    if step is LetterStep.SIGN:
        raise Invalid(N_("Tanda tangan dicatat dengan mengunggah surat yang sudah ditandatangani."))
    target = after(LETTER_MOVES, step, LetterState(letter.state), ref=letter.ref, reason=reason)
    if step is not LetterStep.RETURN:
        problems = letter_problems({name: getattr(letter, name) for name in FIELDS})
        if problems:
            raise Invalid(problems[0].message, [Problem(one.message) for one in problems])
        body = to_json(content_of(letter=letter, moment=moment))
    with recording(f"work.{step}_letter", actor, reason=reason.strip()) as act:
        values: dict[str, object] = {"state": target, "state_reason": reason.strip()[:300], "snapshot": None}
        if step is LetterStep.CHECK:
            values["snapshot"] = freeze(
                actor, kind=Letter.kind(), object_id=letter.pk, body=body, schema=SCHEMA
            )
        return act.update(letter, version=version, **values)


def sign_letter(actor: Actor, *, letter: Letter, version: int, paper: SignedPaper, today: date) -> Letter:
    """Keep the signed PDF with number and date as written on it; from now on nothing of the letter changes.

    The letter is touched once more in the same batch, so that no single change of it can be taken back.
    """
    require(actor, "sign", letter)
    target = after(LETTER_MOVES, LetterStep.SIGN, LetterState(letter.state), ref=letter.ref)
    problems = signed_problems(paper, today=today)
    if problems:
        raise Invalid(problems[0].message, problems)
    code = region_names(ids=[letter.region_id])[0].code
    name = files.keep(paper.content, folder=f"{code}/surat", suffix=".pdf")
    with recording("work.sign_letter", actor) as act:
        act.update(
            letter,
            version=version,
            state=target,
            number=paper.number.strip(),
            dated=paper.dated,
            signed=name,
            signed_sha256=files.fingerprint(paper.content),
        )
        return act.touch(letter, version=letter.version)
