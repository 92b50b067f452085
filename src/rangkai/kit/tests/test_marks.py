"""Icon, dimension and state: never a colour alone."""

from dataclasses import dataclass

import pytest
from django.utils import translation

from rangkai.kit.web import marks
from rangkai.lib.terms import Term


@dataclass
class Dimension:
    code: str = "economy"
    name: str = "Ekonomi <cerdas>"
    name_en: str = "Smart Economy"
    icon: str = "coins"


class Fate(Term):
    APPROVED = "approved", "disetujui"
    OPEN = "open", "belum diputuskan"


def test_it_hides_an_icon_from_screen_readers():
    assert 'aria-hidden="true"' in marks.icon("plus")


def test_it_refuses_an_icon_that_is_not_vendored():
    with pytest.raises(LookupError, match="no-such-icon"):
        marks.icon("no-such-icon")


def test_it_shows_a_dimension_with_colour_icon_and_escaped_word():
    chip = marks.dimension(Dimension())
    assert "dim-economy" in chip
    assert "<svg" in chip
    assert "Ekonomi &lt;cerdas&gt;" in chip


def test_it_shows_a_dimension_in_english_to_an_english_reader():
    with translation.override("en"):
        assert "Smart Economy" in marks.dimension(Dimension())


def test_it_shows_a_dash_with_a_hidden_word_where_there_is_no_dimension():
    assert "visually-hidden" in marks.dimension(None)


@pytest.mark.parametrize(
    ("value", "label", "tone", "word"),
    [
        pytest.param(Fate.APPROVED, "", "state-good", "disetujui", id="a term brings its word"),
        pytest.param(Fate.OPEN, "", "state-plain", "belum diputuskan", id="an unknown code is plain"),
        pytest.param("late", "terlambat", "state-late", "terlambat", id="a code with its label"),
        pytest.param("stopped", "", "state-stopped", "stopped", id="a code without a label"),
    ],
)
def test_it_shows_a_state_with_tone_shape_and_word(value, label, tone, word):
    badge = marks.state(value, label)
    assert tone in badge
    assert "<svg" in badge
    assert word in badge
