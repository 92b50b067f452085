"""What a letter needs, how it is frozen, and how its text is laid out."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from rangkai.domains.work.rules.letter_status import FROZEN, LETTER_MOVES, LetterState, LetterStep
from rangkai.domains.work.rules.letters import (
    MOST_SIGNED_BYTES,
    Annex,
    LetterContent,
    SignedPaper,
    Signer,
    body_blocks,
    document_of,
    from_json,
    letter_problems,
    letterhead_problems,
    lines_of,
    post_line,
    signed_problems,
    to_json,
)
from rangkai.engines.typeset.document import BulletList, Paragraph, Signature
from rangkai.kit.snapshots import canonical
from rangkai.lib.errors import Invalid
from rangkai.lib.moves import after

DAY = date(2026, 11, 24)
PDF = b"%PDF-1.7 isi %%EOF\n"


def content(**given: object) -> LetterContent:
    whole = LetterContent(
        ref="SR-2026-00001",
        region="Kabupaten Mojokerto",
        moment=datetime(2026, 11, 24, 5, tzinfo=UTC),
        letterhead=("PEMERINTAH KABUPATEN MOJOKERTO",),
        place="Mojosari",
        number="",
        dated=DAY,
        addressee=("Yth. Camat Sooko",),
        subject="Jawaban",
        body="Dengan hormat.",
        signer=Signer("Kepala Dinas", "Sari, S.Kom."),
        annex=Annex("Daftar", (("Usulan", 1.0),), (("Antrean",),)),
    )
    return replace(whole, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "given", [content(), content(annex=None, dated=None)], ids=["with annex and date", "with neither"]
)
def test_it_comes_back_from_its_frozen_form_as_it_was(given: LetterContent) -> None:
    assert canonical(to_json(from_json(to_json(given)))) == canonical(to_json(given))
    assert from_json(to_json(given)) == given


def test_it_parts_paragraphs_and_points() -> None:
    text = (
        "Dengan hormat.\n\nHasilnya:\n- masuk program\n- ditunda\n\n- satu\r\n\r\nSekian\ndan terima kasih."
    )
    assert body_blocks(text) == (
        Paragraph("Dengan hormat."),
        Paragraph("Hasilnya:"),
        BulletList(("masuk program", "ditunda")),
        BulletList(("satu",)),
        Paragraph("Sekian dan terima kasih."),
    )


def test_it_invents_no_number_and_says_that_a_draft_is_one() -> None:
    document = document_of(content(), draft=True)
    assert document.opening is not None
    assert dict(document.opening.facts)["Nomor"].strip("…") == ""
    assert (document.edition, document.opening.place_date) == (
        "SR-2026-00001 – KONSEP",
        "Mojosari, 24 November 2026",
    )


def test_it_prints_a_frozen_letter_without_a_mark() -> None:
    document = document_of(content(annex=None, dated=None, number="000/1"), draft=False)
    assert document.opening is not None
    assert (document.edition, document.parts, document.opening.place_date) == (
        "SR-2026-00001",
        (),
        "Mojosari",
    )
    assert dict(document.opening.facts) == {"Nomor": "000/1", "Lampiran": "–", "Hal": "Jawaban"}


def test_it_signs_on_behalf_above_the_post() -> None:
    signer = Signer("Plt. Sekretaris Daerah", "Sari", "a.n. Bupati", "Pembina", "1" * 18)
    document = document_of(content(signer=signer), draft=False)
    assert document.opening is not None
    assert document.opening.blocks[-1] == Signature(
        "", "a.n. Bupati,\nPlt. Sekretaris Daerah", "Sari", "Pembina", "1" * 18
    )


def test_it_marks_an_example() -> None:
    assert document_of(content(is_example=True), draft=True).edition.endswith("KONSEP – CONTOH")


@pytest.mark.parametrize(
    ("kind", "line"), [("", "Kepala Dinas"), ("Plh.", "Plh. Kepala Dinas")], ids=["definitif", "plh"]
)
def test_it_names_how_the_post_is_held(kind: str, line: str) -> None:
    assert post_line(kind, "Kepala Dinas") == line


def test_it_names_everything_that_is_missing() -> None:
    fields = [p.field for p in letter_problems({"addressee": " ", "subject": "Hal"})]
    assert fields == ["addressee", "body", "checker_post", "signer_post"]


@pytest.mark.parametrize(
    ("paper", "fields"),
    [
        pytest.param(SignedPaper(PDF, "1", DAY), [], id="whole"),
        pytest.param(SignedPaper(b"PK\x03\x04", "1", DAY), ["file"], id="a docx by another name"),
        pytest.param(SignedPaper(b"%PDF-1.7 putus", "1", DAY), ["file"], id="cut off"),
        pytest.param(SignedPaper(b"%PDF-" + b"x" * MOST_SIGNED_BYTES, "1", DAY), ["file"], id="too large"),
        pytest.param(SignedPaper(PDF, " ", None), ["number", "dated"], id="neither number nor date"),
        pytest.param(SignedPaper(PDF, "1", date(2026, 11, 25)), ["dated"], id="of tomorrow"),
    ],
)
def test_it_judges_the_signed_paper_by_its_bytes(paper: SignedPaper, fields: list[str]) -> None:
    assert [p.field for p in signed_problems(paper, today=DAY)] == fields


@pytest.mark.parametrize(("count", "problems"), [(0, 1), (1, 0), (6, 0), (7, 1)])
def test_it_keeps_the_kop_short(count: int, problems: int) -> None:
    assert len(letterhead_problems(["baris"] * count)) == problems


def test_it_reads_lines_that_say_something() -> None:
    assert lines_of(" Yth. Camat \n\n di tempat") == ("Yth. Camat", "di tempat")


WAY = [
    (LetterState.DRAFT, LetterStep.SUBMIT, LetterState.SUBMITTED),
    (LetterState.SUBMITTED, LetterStep.CHECK, LetterState.CHECKED),
    (LetterState.CHECKED, LetterStep.SIGN, LetterState.SIGNED),
    (LetterState.SUBMITTED, LetterStep.RETURN, LetterState.DRAFT),
    (LetterState.CHECKED, LetterStep.RETURN, LetterState.DRAFT),
]


@pytest.mark.parametrize(("state", "step", "then"), WAY)
def test_it_goes(state: LetterState, step: LetterStep, then: LetterState) -> None:
    assert after(LETTER_MOVES, step, state, ref="SR-1", reason="alamat") is then


@pytest.mark.parametrize("step", list(LetterStep))
def test_it_goes_nowhere_once_it_is_signed(step: LetterStep) -> None:
    with pytest.raises(Invalid, match="SR-1"):
        after(LETTER_MOVES, step, LetterState.SIGNED, ref="SR-1", reason="x")


def test_it_is_frozen_from_the_paraf_on() -> None:
    assert frozenset({LetterState.CHECKED, LetterState.SIGNED}) == FROZEN
