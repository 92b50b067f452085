import pytest

from rangkai.engines.similarity.ranking import rank_candidates
from rangkai.engines.similarity.statements import Statement

CANDIDATES = [
    Statement("drainase", "Pembangunan drainase - Kp. Sawo, Desa Wates, Kec. Jatirejo"),
    Statement("lampu", "Pemasangan lampu penerangan jalan - Kp. Bulak, Desa Wates, Kec. Jatirejo"),
    Statement("wifi", "Pemasangan wifi balai desa, Desa Sooko"),
    Statement("empty", ""),
]


def found(text, limit=3, **options):
    return [ranked.id for ranked in rank_candidates(text, CANDIDATES, limit, **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("perbaikan drainase", ["drainase"], id="the same object"),
        pytest.param("drain", ["drainase"], id="the beginning of a word"),
        pytest.param("drainse", ["drainase"], id="a slip of the pen"),
        pytest.param("lampu kp bulak", ["lampu"], id="object and place"),
        pytest.param("pemasangan", ["wifi", "lampu"], id="what is done, the shorter first"),
        pytest.param("d", [], id="a letter says too little"),
        pytest.param("drain ", [], id="a finished word is no beginning"),
        pytest.param("jembatan", [], id="nobody asks for it"),
        pytest.param("", [], id="nothing typed"),
    ],
)
def test_it_finds_what_is_like_the_words_typed(text, expected):
    assert found(text) == expected


def test_it_shows_the_best_few_only():
    assert found("pemasangan", limit=1) == ["wifi"]


def test_it_scores_the_same_sentence_one():
    assert rank_candidates(CANDIDATES[0].text, CANDIDATES, 1)[0].score == 1


def test_it_prefers_the_own_village():
    assert found("pemasangan", area="Desa Wates") == ["lampu", "wifi"]


def test_it_says_why_without_asking_for_the_place():
    (hint,) = rank_candidates("drainase", CANDIDATES, 1)
    assert [str(reason) for reason in hint.reasons] == ["objek sama: drainase"]
