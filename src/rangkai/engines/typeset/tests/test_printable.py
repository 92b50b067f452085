import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rangkai.engines.typeset.document import CrossReference, Emphasis
from rangkai.engines.typeset.printable import ALT_LIMIT, breakable, clean, flat, one_line

ANY_TEXT = st.text(st.characters(codec=None), max_size=200)


@pytest.mark.parametrize(
    ("given_text", "printed"),
    [
        pytest.param("a\x00b\x07c", "abc", id="controls go"),
        pytest.param("a\tb", "a b", id="a tab is a space"),
        pytest.param("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne", id="line ends are one kind"),
        pytest.param("a\ud800b", "ab", id="half a character goes"),
        pytest.param("a\ufffeb\U0001ffffc\ufeffd", "abcd", id="non-characters go"),
        pytest.param("a\u202eb\u2066c", "abc", id="turned direction goes"),
        pytest.param("سلام שלום 😀 ꦗꦮ", "سلام שלום 😀 ꦗꦮ", id="scripts stay"),
        pytest.param("*_#|$@<>[]{}\\`&", "*_#|$@<>[]{}\\`&", id="marks stay"),
    ],
)
def test_it_leaves_out_only_what_no_file_can_carry(given_text: str, printed: str) -> None:
    assert clean(given_text) == printed


@given(ANY_TEXT)
def test_it_leaves_nothing_that_a_file_can_not_carry(text: str) -> None:
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]", clean(clean(text).encode().decode())
    )


def test_it_cuts_a_long_title_at_its_limit() -> None:
    title = one_line("kata " * 100)
    assert (len(title), title[-1]) == (300, "…")


def test_it_keeps_more_of_an_alt_text() -> None:
    assert len(one_line("kata " * 100, ALT_LIMIT)) == 499


@pytest.mark.parametrize(
    ("word", "room", "broken"),
    [
        pytest.param("sungai", 8, "sungai", id="fits"),
        pytest.param("air sungai bersih", 8, "air sungai bersih", id="each word fits"),
        pytest.param(
            "pertanggungjawaban", 9, "per\u00adtang\u00adgung\u00adja\u00adwa\u00adban", id="syllables"
        ),
        pytest.param("xxxxxxxxxx", 4, "xxxx\u200bxxxx\u200bxx", id="no syllables"),
        pytest.param("https://a.go.id/xyz", 8, "https://\u200ba.go.id/\u200bxyz", id="no word"),
        pytest.param("abcdefgh", 1, "abcd\u200befgh", id="never less than four letters"),
    ],
)
def test_it_breaks_only_words_that_do_not_fit(word: str, room: int, broken: str) -> None:
    assert breakable(word, room) == broken


@given(ANY_TEXT, st.integers(1, 30))
def test_it_loses_nothing_by_breaking(text: str, room: int) -> None:
    marks = str.maketrans("", "", "\u00ad\u200b")
    assert breakable(text, room).translate(marks) == text.translate(marks)


def test_it_measures_marked_text_by_its_letters() -> None:
    assert flat(("a", Emphasis("bc"), CrossReference("t"))) == "abcTabel 10.10"
