from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rangkai.engines.similarity import corpus
from rangkai.engines.similarity.pairs import THRESHOLD, score_pairs, similar_pairs
from rangkai.engines.similarity.scoring import compare
from rangkai.engines.similarity.statements import Statement, read_all
from rangkai.lib.errors import Invalid

PAGE = Path(__file__).resolve().parents[5] / "docs" / "algorithms" / "similarity.md"


def worked_table():
    """Rows (A, B, score) of the table on the page."""
    lines = PAGE.read_text(encoding="utf-8").split("## Worked table")[1].split("\n## ")[0].splitlines()
    rows = [line.strip("| ").split(" | ") for line in lines if line.startswith("| ")][1:]
    return [(a, b, float(score)) for a, b, score in rows]


def statements(*texts):
    return [Statement(str(number), text) for number, text in enumerate(texts)]


def ids(pairs):
    return {(pair.a, pair.b) for pair in pairs}


def reasons_of(*texts, **fields):
    (pair,) = similar_pairs([Statement(str(n), text, **fields) for n, text in enumerate(texts)])
    return [str(reason) for reason in pair.reasons]


TABLE = worked_table()
TABLE_CORPUS = [text for a, b, _ in TABLE for text in (a, b)]


@pytest.mark.parametrize(
    ("row", "expected"), [pytest.param(n, score, id=f"{a[:60]}…") for n, (a, _, score) in enumerate(TABLE)]
)
def test_it_scores_as_the_page_says(row, expected):
    built = corpus.build(read_all(statements(*TABLE_CORPUS)))
    score = compare(built, np.array([2 * row]), np.array([2 * row + 1]))
    assert score[0] == pytest.approx(expected, abs=0.0051)


def test_it_shows_the_pairs_of_the_page_that_reach_the_threshold():
    expected = {(str(2 * n), str(2 * n + 1)) for n, (_, _, score) in enumerate(TABLE) if score >= THRESHOLD}
    assert expected <= ids(similar_pairs(statements(*TABLE_CORPUS)))


def test_it_puts_the_surest_first():
    scores = [pair.score for pair in similar_pairs(statements(*TABLE_CORPUS))]
    assert scores == sorted(scores, reverse=True)


def test_it_gives_the_same_answer_every_time():
    assert similar_pairs(statements(*TABLE_CORPUS)) == similar_pairs(statements(*TABLE_CORPUS))


def test_it_names_the_earlier_statement_first():
    (pair,) = similar_pairs([Statement("z", "Drainase, Desa Wates"), Statement("a", "Drainase, Desa Wates")])
    assert (pair.a, pair.b) == ("z", "a")


@pytest.mark.parametrize(
    "rejected", [pytest.param(("0", "1"), id="as shown"), pytest.param(("1", "0"), id="the other way round")]
)
def test_it_never_shows_a_rejected_pair_again(rejected):
    assert similar_pairs(statements("Drainase", "Drainase"), rejected=[rejected]) == ()


def test_it_forgives_a_rejected_pair_that_is_gone():
    assert len(similar_pairs(statements("Drainase", "Drainase"), rejected=[("1", "gone")])) == 1


def test_it_keeps_the_best_of_each_statement():
    """Six alike and one each: everyone keeps its nearest, and nobody is lost."""
    pairs = similar_pairs(statements(*["Drainase, Desa Wates"] * 6), per_item=1)
    assert {end for pair in ids(pairs) for end in pair} == set("012345")


def test_it_finds_every_pair_of_one_sentence():
    assert len(similar_pairs(statements(*["Drainase, Desa Wates"] * 6))) == 15


def test_it_shows_less_with_a_higher_threshold():
    assert all(pair.score >= 0.9 for pair in similar_pairs(statements(*TABLE_CORPUS), threshold=0.9))


def test_it_refuses_an_id_that_stands_twice():
    with pytest.raises(Invalid, match="Id K-1 dipakai"):
        similar_pairs([Statement("K-1", "Drainase"), Statement("K-1", "Jalan")])


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param((), id="no statement"),
        pytest.param(("Drainase",), id="one statement"),
        pytest.param(("", ""), id="two empty ones"),
        pytest.param(("—", "?!"), id="signs only"),
    ],
)
def test_it_finds_nothing_where_nothing_is_said(texts):
    assert similar_pairs(statements(*texts)) == ()


@pytest.mark.parametrize(
    ("texts", "fields", "expected"),
    [
        pytest.param(
            ("Drainase, Desa Wates", "DRAINASE, Desa Wates"), {}, ["kalimat sama"], id="the same but for case"
        ),
        pytest.param(
            ("Pembangunan drainase - Kp. Sawo RT 02 RW 05", "Perbaikan drainase - Sawo 02/05"),
            {"area": "Desa Wates, Kec. Jatirejo"},
            ["objek sama: drainase", "tempat sama: Sawo, Desa Wates", "RT/RW sama"],
            id="object, place and address",
        ),
        pytest.param(
            ("Pembangunan MCK - Kp. Sawo", "Pembangunan MCK - "),
            {"area": "Desa Wates"},
            ["objek sama: MCK", "tempat sama: Desa Wates", "tempat rinci di salah satunya tidak diisi"],
            id="an abbreviation in capitals, one place left empty",
        ),
        pytest.param(
            ("Perbaikan irigasi - Dusun I-II", "Perbaikan irigasi - dusun 1 dan 2"),
            {"area": "Kec. Jatirejo", "office": "Dinas PU"},
            [
                "objek sama: irigasi",
                "tempat sama: Kec. Jatirejo",
                "nomor dusun sama",
                "perangkat daerah sama",
            ],
            id="hamlets by number, one office",
        ),
        pytest.param(
            ("Jalan usaha tani - Ruas Gnadasari - Mloko", "Jalan usaha tani - Ruas Gandasari - Mloko"),
            {"area": "Desa Wates"},
            [
                "objek sama: jalan usaha tani",
                "tempat sama: Gnadasari Mloko, Desa Wates",
                "kalimat hampir sama",
            ],
            id="a name misspelt",
        ),
        pytest.param(
            ("Rehab kelas - SDN Wates Wetan, blok Jati", "Rehab kelas - Jati, SDN Wates"),
            {"area": "Desa Sooko"},
            ["objek sama: kelas", "tempat sama: SDN Wates, Jati, Desa Sooko"],
            id="two names apart",
        ),
        pytest.param(
            ("Pembangunan sarana - Kp. Sawo", "Sarana dan sarana, dibangun - Sawo RT 01 sampai RT 09"),
            {"area": "Desa Wates"},
            ["tempat sama: Sawo, Desa Wates"],
            id="no object in common but what fits everything",
        ),
        pytest.param(
            ("Pelatihan barista pemuda", "Pelatihan pemuda barista"),
            {},
            ["objek sama: pelatihan barista pemuda"],
            id="no place anywhere",
        ),
    ],
)
def test_it_says_why(texts, fields, expected):
    assert reasons_of(*texts, **fields) == expected


def test_it_reads_a_name_written_in_two_words_as_one():
    (pair,) = similar_pairs(
        statements("MCK - Kp. Bojong Menteng, Desa Wates", "MCK - Bojongmenteng, Desa Wates")
    )
    assert pair.score > 0.9


TEXTS = st.sampled_from(TABLE_CORPUS) | st.text(max_size=40)


@given(st.lists(TEXTS, min_size=2, max_size=8))
@settings(max_examples=40, deadline=None)
def test_it_scores_a_pair_alike_from_both_sides(texts):
    built = corpus.build(read_all(statements(*texts)))
    left, right = np.triu_indices(len(texts), 1)
    assert (compare(built, left, right) == compare(built, right, left)).all()


@given(st.lists(TEXTS, max_size=8))
@settings(max_examples=40, deadline=None)
def test_it_keeps_scores_between_zero_and_one(texts):
    scored = score_pairs(statements(*texts), threshold=0.0)
    assert ((scored.score >= 0) & (scored.score <= 1)).all()
