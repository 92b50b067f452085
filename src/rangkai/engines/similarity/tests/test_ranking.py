import pytest

from rangkai.engines.similarity.ranking import rank_candidates, telling_words
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


def test_it_names_the_words_where_neither_object_nor_place_is_shared():
    (hint,) = rank_candidates("pemasan", CANDIDATES, 1)
    assert [str(reason) for reason in hint.reasons] == ["kata sama: pemasangan"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Pembangunan drainase - Kp. Sawo RT 02", ("drainase", "sawo"), id="object and names of the place"
        ),
        pytest.param("Pembangunan sarana", ("bangun", "sarana"), id="nothing more telling"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_it_looks_for_what_tells_proposals_apart(text, expected):
    assert telling_words(text) == expected
