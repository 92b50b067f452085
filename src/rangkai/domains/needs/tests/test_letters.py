"""A letter about needs from its draft to the signed paper, and who may do what with it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from rangkai.domains.accounts.models import User
from rangkai.domains.needs.actions import set_fate
from rangkai.domains.needs.rules.fate import Decision
from rangkai.domains.needs.rules.terms import Fate, FateOwner
from rangkai.domains.needs.tests.factories import TODAY, need
from rangkai.domains.organisations.models import Appointment, PersonPrivate
from rangkai.domains.organisations.tests.factories import Actors, actors, area
from rangkai.domains.work.actions.letters.sign import content_of, move_letter, sign_letter
from rangkai.domains.work.actions.letters.write import begin_letter, drop_letter, edit_letter, set_letterhead
from rangkai.domains.work.models import Letter
from rangkai.domains.work.queries.letters import letter_by_ref, letters, waiting_letters
from rangkai.domains.work.rules.letter_status import LetterState, LetterStep
from rangkai.domains.work.rules.letters import SignedPaper
from rangkai.domains.work.setup import letter_asks
from rangkai.gateways.files import fetch
from rangkai.kit import history
from rangkai.kit.messages import render
from rangkai.kit.models import Change
from rangkai.kit.policies import Actor
from rangkai.lib.errors import Conflict, Forbidden, Invalid, Missing

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 5, tzinfo=UTC)
PAPER = SignedPaper(b"%PDF-1.7 hasil pindai %%EOF", " 000/12/2026 ", date(2026, 11, 24))


@pytest.fixture
def cast() -> Actors:
    found = actors()
    row = need(found.dinkes, "Antrean daring")
    set_fate(found.citra, refs=[row.ref], decision=Decision(Fate.REFUSED, "sudah tersedia"))
    return found


def post_of(actor: Actor) -> int:
    found = actor.holdings[0].post_id
    assert found is not None
    return found


def written(cast: Actors, **values: object) -> Letter:
    """A draft of Citra's to Dinas Kesehatan: paraf by Dewi, signature by Lina."""
    row = begin_letter(
        cast.citra, kind="needs.reply", about="pd:dinkes", office_id=cast.diskominfo.pk, today=TODAY
    )
    posts = {"checker_post_id": post_of(cast.dewi), "signer_post_id": post_of(cast.lina)}
    return edit_letter(cast.citra, letter=row, version=1, values={**posts, **values})


def moved(actor: Actor, row: Letter, step: LetterStep, reason: str = "") -> Letter:
    found = letter_by_ref(actor, ref=row.ref)
    return move_letter(actor, letter=found, version=found.version, step=step, moment=NOON, reason=reason)


def initialled(cast: Actors, **values: object) -> Letter:
    row = written(cast, **values)
    moved(cast.citra, row, LetterStep.SUBMIT)
    return moved(cast.dewi, row, LetterStep.CHECK)


def signed(cast: Actors) -> Letter:
    row = initialled(cast)
    return sign_letter(cast.citra, letter=row, version=row.version, paper=PAPER, today=TODAY)


def test_it_begins_with_words_that_may_be_changed(cast: Actors) -> None:
    row = written(cast)
    assert (row.ref, row.number) == ("SR-2026-00001", "")
    assert row.addressee.startswith("Yth. Kepala Dinas Kesehatan")
    assert "tidak diterima: 1 usulan" in row.body


def test_it_asks_another_authority_for_what_is_theirs(cast: Actors) -> None:
    row = need(cast.dinkes, "Jembatan provinsi")
    decision = Decision(Fate.OTHER_AUTHORITY, "jalan provinsi", owner=FateOwner.PROVINCE)
    set_fate(cast.citra, refs=[row.ref], decision=decision)
    made = begin_letter(
        cast.citra, kind="needs.request", about="province", office_id=cast.diskominfo.pk, today=TODAY
    )
    made.signer_post_id = post_of(cast.lina)
    annex = content_of(letter=made, moment=NOON).annex
    assert annex is not None
    assert [cells[2] for cells in annex.rows] == ["Jembatan provinsi"]


def test_it_freezes_text_and_list_with_the_paraf(cast: Actors) -> None:
    row = initialled(cast)
    need(cast.dinkes, "Usulan susulan")
    content = content_of(letter=letter_by_ref(cast.lina, ref=row.ref), moment=NOON)
    assert content.annex is not None
    assert [cells[2] for cells in content.annex.rows] == ["Antrean daring"]
    assert content.signer.name == "Lina"


def test_it_names_who_stands_in_for_the_post(cast: Actors) -> None:
    Appointment.objects.filter(person_id=cast.lina.person_id).update(kind_of="plt")
    row = written(cast, on_behalf="a.n. Bupati")
    signer = content_of(letter=row, moment=NOON).signer
    assert (signer.post, signer.on_behalf) == ("Plt. Pimpinan Lina", "a.n. Bupati")


def test_it_prints_a_nip_only_where_a_keeper_of_personal_data_said_so(cast: Actors) -> None:
    PersonPrivate.objects.create(
        region=cast.place, person_id=cast.lina.person_id, nip="1" * 18, rank="Pembina"
    )
    row = written(cast)
    assert content_of(letter=row, moment=NOON).signer.nip == ""
    with pytest.raises(Forbidden):
        edit_letter(cast.dewi, letter=row, version=row.version, values={"shows_nip": True})
    shown = edit_letter(cast.citra, letter=row, version=row.version, values={"shows_nip": True})
    assert content_of(letter=shown, moment=NOON).signer.nip == "1" * 18


def test_it_refuses_a_vacant_post(cast: Actors) -> None:
    row = written(cast)
    Appointment.objects.filter(person_id=cast.lina.person_id).update(valid_to=date(2025, 12, 31))
    with pytest.raises(Invalid, match="kosong"):
        moved(cast.citra, row, LetterStep.SUBMIT)


def test_it_is_not_shown_for_a_paraf_unfinished(cast: Actors) -> None:
    row = written(cast, body=" ")
    with pytest.raises(Invalid, match="kosong"):
        moved(cast.citra, row, LetterStep.SUBMIT)


def test_it_takes_the_paraf_of_the_named_post_alone(cast: Actors) -> None:
    row = written(cast)
    moved(cast.citra, row, LetterStep.SUBMIT)
    with pytest.raises(Forbidden):
        moved(cast.citra, row, LetterStep.CHECK)


def test_it_asks_whoever_must_put_paraf_or_signature(cast: Actors) -> None:
    row = written(cast)
    moved(cast.citra, row, LetterStep.SUBMIT)
    assert [render(ask.title) for ask in letter_asks(cast.dewi, TODAY)] == [
        "Paraf surat “Jawaban atas usulan kebutuhan Dinas Kesehatan”"
    ]
    assert (waiting_letters(cast.lina).count(), letter_asks(cast.citra, TODAY)) == (0, [])
    moved(cast.dewi, row, LetterStep.CHECK)
    assert [ask.url for ask in letter_asks(cast.lina, TODAY)] == [f"/35.16/pekerjaan/surat/{row.ref}/"]


def test_it_goes_back_with_a_reason_and_is_open_again(cast: Actors) -> None:
    row = moved(cast.lina, initialled(cast), LetterStep.RETURN, "alamat keliru")
    assert (row.state, row.state_reason, row.snapshot_id) == (LetterState.DRAFT, "alamat keliru", None)
    assert (
        edit_letter(cast.citra, letter=row, version=row.version, values={"subject": "Baru"}).subject == "Baru"
    )


def test_it_is_not_edited_or_dropped_on_its_way(cast: Actors) -> None:
    row = initialled(cast)
    with pytest.raises(Invalid, match="bukan konsep"):
        edit_letter(cast.citra, letter=row, version=row.version, values={"subject": "x"})
    with pytest.raises(Invalid, match="bukan konsep"):
        drop_letter(cast.citra, letter=row, version=row.version)


def test_it_keeps_the_signed_paper_with_its_number_and_fingerprint(cast: Actors) -> None:
    row = signed(cast)
    assert (row.state, row.number, row.dated) == (LetterState.SIGNED, "000/12/2026", date(2026, 11, 24))
    assert (fetch(row.signed), len(row.signed_sha256)) == (PAPER.content, 64)


def test_it_takes_no_signature_by_a_button(cast: Actors) -> None:
    row = initialled(cast)
    with pytest.raises(Invalid, match="mengunggah"):
        moved(cast.lina, row, LetterStep.SIGN)


def test_it_refuses_what_is_no_pdf(cast: Actors) -> None:
    row = initialled(cast)
    with pytest.raises(Invalid, match="bukan PDF"):
        sign_letter(
            cast.citra, letter=row, version=row.version, paper=replace(PAPER, content=b"PK"), today=TODAY
        )


def test_it_takes_nothing_of_a_signed_letter_back(cast: Actors) -> None:
    row = signed(cast)
    batch = Change.objects.filter(action="work.sign_letter").latest("id").batch
    with pytest.raises(Conflict):
        history.undo(cast.citra, batch=batch)
    assert Letter.objects.get(pk=row.pk).state == LetterState.SIGNED


def test_it_is_hidden_from_other_offices_and_regions(cast: Actors) -> None:
    row = written(cast)
    for outsider in (cast.ani, cast.eko, cast.fajar):
        with pytest.raises(Missing):
            letter_by_ref(outsider, ref=row.ref)
    assert [letters(actor).count() for actor in (cast.citra, cast.lina, cast.ani)] == [1, 1, 0]


def test_it_lets_an_office_write_about_its_own_needs_alone(cast: Actors) -> None:
    area(cast.place, "35.16.10", "Sooko")
    begin_letter(cast.hadi, kind="needs.reply", about="pd:dinkes", office_id=cast.dinkes.pk, today=TODAY)
    with pytest.raises(Missing):
        begin_letter(
            cast.hadi, kind="needs.reply", about="kecamatan:35.16.10", office_id=cast.dinkes.pk, today=TODAY
        )
    with pytest.raises((Missing, Forbidden)):
        begin_letter(cast.hadi, kind="needs.reply", about="pd:dlh", office_id=cast.dlh.pk, today=TODAY)


def test_it_prints_the_kop_of_the_region(cast: Actors) -> None:
    row = written(cast)
    assert content_of(letter=row, moment=NOON).letterhead == ("PEMERINTAH KABUPATEN MOJOKERTO",)
    kop = set_letterhead(cast.citra, version=0, lines=("PEMKAB", "Jalan Contoh 1"), place="Mojosari")
    set_letterhead(cast.citra, version=kop.version, lines=("PEMKAB", "Jalan Contoh 2"), place="Mojosari")
    content = content_of(letter=row, moment=NOON)
    assert (content.letterhead, content.place) == (("PEMKAB", "Jalan Contoh 2"), "Mojosari")
    with pytest.raises(Invalid, match="Kop surat"):
        set_letterhead(cast.citra, version=2, lines=(), place="")
    with pytest.raises(Forbidden):
        set_letterhead(cast.dewi, version=2, lines=("x",), place="")


def client_of(actor: Actor) -> Client:
    client = Client()
    user = User.objects.get(pk=actor.user_id)
    client.force_login(user, backend="rangkai.domains.accounts.backends.AnyNameBackend")
    return client


LETTERS = "/35.16/pekerjaan/surat/"


def test_it_goes_the_whole_way_in_a_browser(cast: Actors) -> None:
    client = client_of(cast.citra)
    data = {"subject": "needs.reply|pd:dinkes", "office": cast.diskominfo.pk}
    assert client.post(f"{LETTERS}baru/", data).status_code == 302
    row = Letter.objects.get()
    page = f"{LETTERS}{row.ref}/"
    fields = {"addressee": row.addressee, "subject": row.subject, "body": row.body, "version": 1}
    posts = {"checker_post": post_of(cast.dewi), "signer_post": post_of(cast.lina)}
    browsers = {name: value.replace("\n", "\r\n") for name, value in fields.items() if name != "version"}
    assert client.post(f"{page}ubah/", {**fields, **browsers, **posts}).status_code == 302
    assert Letter.objects.get().body == row.body
    client.post(f"{page}langkah/", {"step": "submit", "version": 2})
    client_of(cast.dewi).post(f"{page}langkah/", {"step": "check", "version": 3})
    printed = client_of(cast.lina).get(f"{page}berkas.pdf")
    assert (printed["Content-Type"], printed.content[:5]) == ("application/pdf", b"%PDF-")
    scan = SimpleUploadedFile("pindai.pdf", PAPER.content, "application/pdf")
    upload = {"file": scan, "number": "000/12", "dated": "2026-11-20", "version": 4}
    assert client.post(f"{page}tanda-tangan/", upload).status_code == 302
    shown = client.get(page).content.decode()
    assert ("ditandatangani" in shown, "SHA-256" in shown) == (True, True)
    assert client.get(f"{page}bertanda-tangan.pdf").content == PAPER.content
    assert client_of(cast.ani).get(f"{page}bertanda-tangan.pdf").status_code == 404


def test_it_says_beside_the_file_that_it_is_no_pdf(cast: Actors) -> None:
    row = initialled(cast)
    scan = SimpleUploadedFile("surat.pdf", b"PK\x03\x04", "application/pdf")
    upload = {"file": scan, "number": "1", "dated": "2026-11-20", "version": row.version}
    answer = client_of(cast.citra).post(f"{LETTERS}{row.ref}/tanda-tangan/", upload)
    assert (answer.status_code, "bukan PDF yang utuh" in answer.content.decode()) == (422, True)


def test_it_gives_word_a_draft_and_knows_no_other_file(cast: Actors) -> None:
    row = written(cast)
    client = client_of(cast.citra)
    assert client.get(f"{LETTERS}{row.ref}/berkas.docx").content[:2] == b"PK"
    assert client.get(f"{LETTERS}{row.ref}/berkas.odt").status_code == 404
    assert client.get(f"{LETTERS}{row.ref}/bertanda-tangan.pdf").status_code == 404


def test_it_drops_a_draft_and_keeps_the_kop_by_its_page(cast: Actors) -> None:
    row = written(cast)
    client = client_of(cast.citra)
    client.post(f"{LETTERS}{row.ref}/buang/", {"version": row.version})
    assert letters(cast.citra).count() == 0
    client.post(f"{LETTERS}kop/", {"lines": "PEMKAB\n", "place": "Mojosari", "version": 0})
    assert "PEMKAB" in client.get(f"{LETTERS}kop/").content.decode()
    assert client.get(f"{LETTERS}?keadaan=draft").status_code == 200
    assert client.post(f"{LETTERS}{row.ref}/langkah/", {"step": "terbang"}).status_code == 404
