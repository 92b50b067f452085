import pytest

from rangkai.engines.understanding.model import Example, asked_words, learn

DESCRIPTIONS = {"waste": "Bank sampah dan daur ulang", "learning": "Sekolah dan perpustakaan"}


def guess(text, *examples):
    return learn(examples, DESCRIPTIONS).guess(asked_words(text))


@pytest.mark.parametrize(
    ("text", "label", "words"),
    [
        pytest.param("Pengadaan bank sampah", "waste", ("bank", "sampah"), id="a word of the description"),
        pytest.param("Pembangunan perpustakaan desa", "learning", ("pustaka",), id="another form of it"),
    ],
)
def test_it_begins_with_the_descriptions(text, label, words):
    found = guess(text)
    assert (found.label, found.words) == (label, words)


@pytest.mark.parametrize("text", ["Pembangunan drainase", "", "Pembangunan"])
def test_it_says_nothing_of_words_that_it_never_saw(text):
    assert guess(text) is None


def test_it_says_nothing_where_there_is_no_choice():
    assert learn([], {"waste": "sampah"}).guess(("sampah",)) is None


def test_it_learns_what_people_decided():
    found = guess("Pembangunan drainase", Example(("drainase",), "waste", 5))
    assert (found.label, found.words) == ("waste", ("drainase",))


def test_it_follows_a_correction_against_the_description():
    found = guess("Pelatihan bank sampah", Example(("latih", "bank", "sampah"), "learning", 9))
    assert found.label == "learning"


def test_it_is_less_sure_of_a_word_that_both_say():
    both = [Example(("air",), "waste", 3), Example(("air",), "learning", 3)]
    assert guess("Air", *both).share < guess("Sampah", *both).share


def test_it_shows_no_word_that_speaks_against_the_label():
    examples = [Example(("air", "limbah"), "waste", 9), Example(("air", "minum"), "learning", 1)]
    assert "minum" not in guess("Air limbah minum", *examples).words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Pembangunan drainase - Kp. Sawo, Desa Wates, Kec. Puri", ("drainase",), id="no place"),
        pytest.param(
            "Pembangunan sarana prasarana", ("sarana", "prasarana"), id="only words of every proposal"
        ),
    ],
)
def test_it_reads_what_is_asked_for(text, words):
    assert asked_words(text) == words
