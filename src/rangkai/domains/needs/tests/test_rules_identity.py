"""Identity of needs: number of the source, or office, area, activity and place."""

import pytest

from rangkai.domains.needs.rules.identity import identity_by_content, identity_by_key, plain_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kp. Cipetir RT.02 RW 012", "kp cipetir rt 2 rw 12"),
        ("  PEMBANGUNAN   MCK ", "pembangunan mck"),
        ("Desa Sukajadi, Kec. Cimanggu", "desa sukajadi kec cimanggu"),
        ("RT 00", "rt 0"),
        ("", ""),
        ("ꦩꦺꦴꦗꦺꦴ", "ꦩꦺꦴꦗꦺꦴ"),
    ],
    ids=[
        "dots and zeros",
        "case and blanks",
        "commas",
        "a zero alone",
        "empty",
        "another script stays itself",
    ],
)
def test_it_brings_a_text_to_plain_words(text: str, words: str) -> None:
    assert plain_words(text) == words


def content(**changed: object) -> str:
    given: dict[str, object] = {"office_id": 1, "area_id": 2, "statement": "Pembangunan MCK", "place": "RT 1"}
    return identity_by_content(**{**given, **changed})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changed",
    [{"statement": "PEMBANGUNAN  mck."}, {"place": "Rt.01"}],
    ids=["case and dots of the activity", "zeros of the place"],
)
def test_it_knows_the_same_need_in_other_writing(changed: dict[str, object]) -> None:
    assert content(**changed) == content()


@pytest.mark.parametrize(
    "changed",
    [{"office_id": 9}, {"area_id": 9}, {"area_id": None}, {"statement": "Rehab MCK"}, {"place": "RT 2"}],
    ids=["office", "area", "no area", "activity", "place"],
)
def test_it_tells_needs_apart_by(changed: dict[str, object]) -> None:
    assert content(**changed) != content()


def test_it_does_not_let_words_wander_between_activity_and_place() -> None:
    assert content(statement="Pembangunan", place="MCK RT 1") != content(
        statement="Pembangunan MCK", place="RT 1"
    )


def test_it_takes_the_number_of_a_source_as_identity() -> None:
    assert identity_by_key(source="e-RKPD 2019", key="A-12") == identity_by_key(
        source="E-RKPD  2019", key=" a-12 "
    )


def test_it_keeps_sources_that_both_count_from_one_apart() -> None:
    assert identity_by_key(source="Dinas A", key="1") != identity_by_key(source="Dinas B", key="1")


def test_it_keeps_leading_zeros_of_a_number() -> None:
    assert identity_by_key(source="x", key="01") != identity_by_key(source="x", key="1")
