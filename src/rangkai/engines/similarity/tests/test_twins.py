import numpy as np
import pytest

from rangkai.engines.similarity.twins import LIKE, SLIP, twin_matrix


def likeness(words, frequency):
    return twin_matrix(words, np.array(frequency, dtype=np.float64)).toarray()[0, 1]


@pytest.mark.parametrize(
    ("words", "frequency", "expected"),
    [
        pytest.param(("gnadasari", "gandasari"), (1, 9), SLIP, id="two letters swapped, once"),
        pytest.param(("karangrejo", "karanrejo"), (90, 3), SLIP, id="a letter lost, seldom"),
        pytest.param(("karangrejo", "karangreje"), (20, 15), LIKE, id="both in use: perhaps two places"),
        pytest.param(("limbah", "lembah"), (9, 1), 0, id="two words of the language"),
        pytest.param(("wates", "bates"), (9, 1), 0, id="another first letter"),
        pytest.param(("sawo", "sawa"), (9, 1), 0, id="too short to tell"),
        pytest.param(("sidomulyo", "sidoarum"), (9, 1), 0, id="more than a slip"),
        pytest.param(("karangrejo", "bendungan"), (9, 1), 0, id="nothing alike"),
        pytest.param(("kali", "karangrejo"), (9, 1), 0, id="one long word alone"),
    ],
)
def test_it_hears_a_misspelt_word_as_its_twin(words, frequency, expected):
    assert likeness(words, frequency) == expected


def test_it_hears_every_word_as_itself():
    assert np.diag(twin_matrix(("gnadasari", "gandasari"), np.array([1.0, 2.0])).toarray()).tolist() == [1, 1]
