"""Which known need a new row may be."""

import pytest

from rangkai.domains.needs.rules.alike import Known, alike, wording

KNOWN = [
    Known(1, wording("Pembangunan MCK", "Kp. Cipetir RT 02 RW 12"), "e-RKPD"),
    Known(2, wording("Pembangunan gedung PAUD", "Balai desa"), "e-RKPD"),
]


@pytest.mark.parametrize(
    ("statement", "place", "source", "found"),
    [
        ("Pembangunan MCK", "Kampung Cipetir RT 02 RW 12", "e-RKPD", [1]),
        ("Pembangunan MCK", "Kp. Cipetir RT 03 RW 12", "e-RKPD", [1]),
        ("Pembangunan MCK", "Kp. Cipetir RT 03 RW 12", "Reses", []),
        ("Pembangunan MCK", "Kp Cipetir, RT 2/RW 12", "Reses", [1]),
        ("Pengadaan ambulans", "Puskesmas", "e-RKPD", []),
    ],
    ids=[
        "other wording of the place",
        "a corrected number within a source",
        "another number in another source is another place",
        "same words from another source",
        "nothing alike",
    ],
)
def test_it_offers(statement: str, place: str, source: str, found: list[int]) -> None:
    assert [hit.id for hit in alike(wording(statement, place), source, KNOWN)] == found


def test_it_shows_the_best_first_and_three_at_most() -> None:
    known = [
        Known(n, wording("Pembangunan MCK umum", "Kampung Cipetir " + "x" * n), "a") for n in range(5, 0, -1)
    ]
    assert [hit.id for hit in alike(wording("Pembangunan MCK umum", "Kampung Cipetir"), "a", known)] == [
        1,
        2,
        3,
    ]


def test_it_scores_an_equal_wording_one() -> None:
    assert alike(KNOWN[1].words, "lain", KNOWN)[0].score == 1.0
