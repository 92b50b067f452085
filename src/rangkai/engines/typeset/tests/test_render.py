import dataclasses
import io
import json

import pytest

from rangkai.engines.typeset.charts import to_figure, to_sketch
from rangkai.engines.typeset.document import Chapter, Figure, Section
from rangkai.engines.typeset.drawing_process import main
from rangkai.engines.typeset.render import drawn, to_docx, to_pdf
from rangkai.engines.typeset.tests.samples import book, share_chart
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


def test_it_draws_every_sketch_wherever_it_stands() -> None:
    sketch = to_sketch(share_chart(6), "Pagu")
    document = dataclasses.replace(book(6), parts=(Chapter("Bab", (Section("Subbab", (sketch,)), sketch)),))
    blocks = drawn(document).parts[0].blocks
    figures = [blocks[0].blocks[0], blocks[1]]  # type: ignore[union-attr]
    assert figures == [to_figure(share_chart(6), "Pagu")] * 2


def test_it_draws_nothing_where_there_are_no_sketches() -> None:
    document = book(6)
    assert drawn(document) is document


def test_it_draws_what_it_reads_and_answers_in_json(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = to_sketch(share_chart(6), "Pagu").spec
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps([spec])))
    main()
    ((svg, png),) = json.loads(capsys.readouterr().out)
    assert (svg[:4], png[:8]) == ("<svg", "iVBORw0K")
