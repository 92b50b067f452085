"""What books offer to the kit: policies, the rail, what is asked, words of history."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from rangkai.domains.books.models import Chapter, Edition
from rangkai.domains.books.policies import BOOK
from rangkai.domains.books.queries import is_behind_decision
from rangkai.domains.books.rules.terms import BookNumber, Place
from rangkai.domains.masterplans.queries import current_plan
from rangkai.domains.organisations.rules import Role
from rangkai.domains.regions.queries import region_code_of
from rangkai.kit.policies import Actor, register_policy
from rangkai.kit.registries import AskFact, Room, register_asks, register_record_url, register_room
from rangkai.kit.web.history import FieldWord, register_field_words, register_verbs
from rangkai.lib.errors import N_

ROOM = "books"
VERBS = {
    "books.start": N_("menyiapkan bab"),
    "books.edit_chapter": N_("mengubah bab"),
    "books.add_chapter": N_("menambah bab"),
    "books.move_chapter": N_("menggeser bab"),
    "books.hide_chapter": N_("menyembunyikan atau menampilkan bab"),
    "books.delete_chapter": N_("menghapus bab"),
    "books.print_edition": N_("mencetak edisi"),
}
WORDS = {
    "title": FieldWord(N_("Judul")),
    "body": FieldWord(N_("Isi")),
    "place": FieldWord(N_("Tempat"), words=dict(Place.choices())),
    "is_hidden": FieldWord(N_("Disembunyikan")),
    "order": FieldWord(N_("Urutan")),
}


def register() -> None:
    register_policy(Chapter.kind(), BOOK)
    register_policy(Edition.kind(), BOOK)
    register_verbs(VERBS)
    register_field_words(Chapter.kind(), WORDS)
    register_record_url(Edition.kind(), edition_url)
    register_room(Room(ROOM, N_("Dokumen"), "book", "books:list", 70, sees_room))
    register_asks(ROOM, asks)


def sees_room(actor: Actor) -> bool:
    """Operators enter data; their rail stays short. The address is open to everyone of the region."""
    return Role.OPERATOR not in actor.roles() and BOOK.can(actor, "view")


def edition_url(edition: Any) -> str:
    code = region_code_of(region_id=edition.region_id)
    return reverse("books:edition", kwargs={"region_code": code, "ref": edition.ref})


def asks(actor: Actor, today: date) -> Sequence[AskFact]:
    """For who writes the books: Buku 2 is older than the decision on the roadmap. Five queries at most."""
    if not BOOK.can(actor, "edit"):
        return ()
    plan = current_plan(region_id=actor.region_id)
    if plan is None or not is_behind_decision(plan=plan, book=BookNumber.TWO):
        return ()
    url = reverse(
        "books:book", kwargs={"region_code": region_code_of(region_id=actor.region_id), "number": 2}
    )
    title = N_("Buku 2 belum dicetak sejak peta jalan ditetapkan")
    return (AskFact(title, N_("Cetak Buku 2"), url, room=ROOM),)
