"""What work offers to the kit: policies, drafts, saved views, letters, sheets, and what waits of both."""

from datetime import date

from django.urls import reverse

from rangkai.domains.regions.queries import region_code_of
from rangkai.domains.work.actions.sheets.nouns import sheet_nouns
from rangkai.domains.work.models import Letter, Letterhead
from rangkai.domains.work.policies import KINDS, LETTER, LETTERHEAD, OWN, SHEET_KINDS, SHEETS
from rangkai.domains.work.queries.letters import waiting_letters
from rangkai.domains.work.queries.sheets import owing
from rangkai.domains.work.rules.letter_status import LetterState
from rangkai.domains.work.stores import Drafts, SavedViews
from rangkai.kit.policies import Actor, register_policy
from rangkai.kit.registries import AskFact, Room, register_asks, register_record_url, register_room
from rangkai.kit.web.drafts import register_drafts
from rangkai.kit.web.history import FieldWord, register_field_words, register_verbs
from rangkai.kit.web.saved_views import register_saved_views
from rangkai.lib.errors import N_

LETTER_WORDS = {
    "number": FieldWord(N_("Nomor surat")),
    "dated": FieldWord(N_("Tanggal surat")),
    "addressee": FieldWord(N_("Kepada")),
    "subject": FieldWord(N_("Hal")),
    "body": FieldWord(N_("Isi")),
    "on_behalf": FieldWord(N_("Atas nama")),
    "checker_post_id": FieldWord(N_("Diparaf oleh")),
    "signer_post_id": FieldWord(N_("Ditandatangani oleh")),
    "state": FieldWord(N_("Keadaan"), words=dict(LetterState.choices())),
    "signed_sha256": FieldWord(N_("Sidik berkas bertanda tangan")),
}
LETTER_VERBS = {
    "work.begin_letter": N_("membuat konsep surat"),
    "work.edit_letter": N_("mengubah isian"),
    "work.submit_letter": N_("mengajukan untuk paraf"),
    "work.check_letter": N_("memaraf"),
    "work.return_letter": N_("mengembalikan"),
    "work.sign_letter": N_("menyimpan surat bertanda tangan"),
    "work.drop_letter": N_("membuang konsep"),
}


def register() -> None:
    for kind in KINDS:
        register_policy(f"work.{kind}", OWN)
    for kind in SHEET_KINDS:
        register_policy(f"work.{kind}", SHEETS)
    register_drafts(Drafts())
    register_saved_views(SavedViews())
    register_policy(Letter.kind(), LETTER)
    register_policy(Letterhead.kind(), LETTERHEAD)
    register_room(Room("letters", N_("Surat"), "mail", "work:letters", 75, lambda a: LETTER.can(a, "view")))
    register_asks("letters", letter_asks)
    register_record_url(Letter.kind(), letter_url)
    register_field_words(Letter.kind(), LETTER_WORDS)
    register_verbs(LETTER_VERBS)
    register_room(
        Room(
            "sheets",
            N_("Sebar–kumpul"),
            "table-export",
            "work:rounds",
            35,
            lambda actor: bool(sheet_nouns(actor)),
        )
    )
    register_asks("work", asks)


def letter_url(letter: Letter) -> str:
    code = region_code_of(region_id=letter.region_id)
    return reverse("work:letter", kwargs={"region_code": code, "ref": letter.ref})


def letter_asks(actor: Actor, today: date) -> list[AskFact]:
    """Letters that wait for the person's paraf or signature, each with its button.

    One query, and one a letter for the code of its region.
    """
    words = {
        LetterState.SUBMITTED: (N_("Paraf surat"), N_("Baca")),
        LetterState.CHECKED: (N_("Tanda tangani surat"), N_("Buka")),
    }
    found = []
    for letter in waiting_letters(actor)[:20]:
        title, button = words[LetterState(letter.state)]
        told = N_("%(what)s “%(subject)s”", what=title, subject=letter.subject)
        found.append(AskFact(told, button, letter_url(letter), room="letters"))
    return found


def asks(actor: Actor, today: date) -> list[AskFact]:
    """Rounds whose workbooks are still out; two queries."""
    if not sheet_nouns(actor):
        return []
    owed_rounds = owing(actor)
    if not owed_rounds:
        return []
    code = region_code_of(region_id=actor.region_id)
    return [
        AskFact(
            N_(
                "%(count)s perangkat daerah belum mengembalikan “%(title)s”",
                count=owed.count,
                title=owed.round.title,
            ),
            N_("Ingatkan"),
            reverse("work:round", kwargs={"region_code": code, "round_id": owed.round.pk}),
            due=owed.round.due,
            room="sheets",
        )
        for owed in owed_rounds
    ]
