import time

import pytest

from rangkai.engines.similarity.words import is_abbreviation, normalise, stem, stems, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Pembangunan Drainase", ("bangun", "drainase"), id="prefix and suffix fall away"),
        pytest.param("dibangun, membangun", ("bangun", "bangun"), id="voices of one verb are one word"),
        pytest.param("Jalan-jalan desa", ("jalan", "jalan", "desa"), id="a doubled word is two words"),
        pytest.param("RT.17/RW.05", ("rt", "17", "rw", "05"), id="an address keeps its numbers"),
        pytest.param("rt17", ("rt", "17"), id="letters and digits part"),
        pytest.param("Kafé Ñandu", ("kafe", "nandu"), id="accents fold away"),
        pytest.param("Ⅳ ½", ("iv", "1", "2"), id="compatibility signs open up"),
        pytest.param("MCK", ("mck",), id="an abbreviation stays"),
        pytest.param("Gandasoli", ("gandasoli",), id="an unknown name stays"),
        pytest.param("", (), id="nothing gives nothing"),
        pytest.param("— !? ％", (), id="signs are no words"),
    ],
)
def test_it_reads_the_roots_of_a_text(text, expected):
    assert stems(text) == expected


def test_it_keeps_the_written_form_in_tokens():
    assert tokens("Pembangunan Drainase") == ("pembangunan", "drainase")


def test_it_joins_roots_for_the_index():
    assert normalise("Perbaikan jalan desa") == "baik jalan desa"


def test_it_leaves_a_very_long_word_alone():
    word = "men" + "tengah" * 8 + "kan"
    assert stem(word) == word


def test_it_is_fast_on_a_region_of_needs():
    """6,000 needs of 25 words repeat few distinct words; each is stemmed once."""
    texts = [f"pembangunan saluran drainase lingkungan permukiman nomor {n} " * 4 for n in range(6_000)]
    stems(texts[0])
    start = time.perf_counter()
    for text in texts:
        stems(text)
    assert time.perf_counter() - start < 3


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("mck", True, id="no vowel"),
        pytest.param("pju", True, id="three letters"),
        pytest.param("rtlh", True, id="four letters, no vowel"),
        pytest.param("air", False, id="a short root"),
        pytest.param("wates", False, id="a name"),
    ],
)
def test_it_knows_an_abbreviation(word, expected):
    assert is_abbreviation(word) is expected
