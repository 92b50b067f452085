import dataclasses

import pytest

from rangkai.engines.typeset.document import Chapter, Figure
from rangkai.engines.typeset.render import to_docx, to_pdf
from rangkai.engines.typeset.tests.samples import book
from rangkai.lib.errors import Unavailable


@pytest.mark.parametrize("make", [to_docx, to_pdf], ids=["docx", "pdf"])
def test_it_says_so_when_printing_takes_too_long(make: object) -> None:
    with pytest.raises(Unavailable, match="Dokumen belum selesai dicetak dalam 0 detik"):
        make(book(6), 0.001)  # type: ignore[operator]


def test_it_raises_the_last_words_of_a_program_that_failed() -> None:
    broken = Figure("Rusak", "Gambar rusak", "<svg")
    with pytest.raises(RuntimeError, match="failed to parse SVG"):
        to_pdf(dataclasses.replace(book(6), parts=(Chapter("Bab", (broken,)),)))


def test_it_prints_at_any_moment() -> None:
    moment = book(6).created.replace(microsecond=123)
    assert to_pdf(dataclasses.replace(book(6), created=moment)) == to_pdf(book(6))
