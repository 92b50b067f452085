"""The checker, the ledger, the windows, the model and the polish, each by itself."""

import math

import pytest

from rangkai.engines.phasing import Coverage, Goal
from rangkai.engines.phasing.check import violations
from rangkai.engines.phasing.ledger import Ledger
from rangkai.engines.phasing.model import Row, model_of, scaled
from rangkai.engines.phasing.objective import Objective
from rangkai.engines.phasing.polish import best_year, polish
from rangkai.engines.phasing.tests.examples import MILLION, problem, programme
from rangkai.engines.phasing.windows import Block, windows_of


def ledger_of(case, start=None):
    return Ledger(case, windows_of(case), start)


def rows_of(case, kind):
    """Rows of a kind of the model: subject, year, columns as (programme, year), coefficients, bounds."""
    model = model_of(case, windows_of(case), Objective(case))
    return [
        (
            row.subject,
            row.year,
            [model.columns[place] for place in row.columns],
            row.coefficients,
            row.lower,
            row.upper,
        )
        for row in model.rows
        if row.kind == kind
    ]


PAIR = (programme("A"), programme("B"))
LONG = programme("L", costs={"PAD": (MILLION, MILLION)})


@pytest.mark.parametrize(
    ("case", "start", "sentences"),
    [
        pytest.param(
            problem(
                programme("A", excludes=("C",)),
                programme("B", after=("A",)),
                programme("C"),
                pins={"A": 2027},
                coverage=(Coverage(2, 2028),),
            ),
            {"A": 2027, "B": 2028, "C": None},
            [],
            id="a plan with relations that keeps everything",
        ),
        pytest.param(
            problem(*PAIR, capacity={"Kominfo": (1, 2, 2)}),
            {"A": 2027, "B": 2028},
            [],
            id="a plan that keeps everything",
        ),
        pytest.param(
            problem(*PAIR),
            {"A": None, "Z": None},
            ["Program Z tidak ada dalam masalah.", "Program B tidak dijawab."],
            id="one too many and one too few",
        ),
        pytest.param(
            problem(programme("A", earliest=2028), programme("B", latest=2027)),
            {"A": 2027, "B": 2028},
            ["Program A mulai 2027, di luar jendelanya.", "Program B mulai 2028, di luar jendelanya."],
            id="before and after the window",
        ),
        pytest.param(
            problem(LONG),
            {"L": 2029},
            ["Program L mulai 2029, di luar jendelanya."],
            id="running past the last year",
        ),
        pytest.param(
            problem(*PAIR, funds={"PAD": (2 * MILLION - 1,) * 3}),
            {"A": 2028, "B": 2028},
            ["Pagu PAD 2028 terlampaui 1 rupiah."],
            id="one rupiah over the ceiling",
        ),
        pytest.param(
            problem(*PAIR, capacity={"Kominfo": (1, 1, 1)}),
            {"A": 2029, "B": 2029},
            ["Kominfo menjalankan 2 program pada 2029, kapasitasnya 1."],
            id="an office too full",
        ),
        pytest.param(
            problem(programme("A", must=True)),
            {"A": None},
            ["Program wajib A tidak masuk."],
            id="a must that is out",
        ),
        pytest.param(
            problem(*PAIR, pins={"A": 2028, "B": None}),
            {"A": 2027, "B": 2027},
            ["Program A tidak menurut kuncian 2028.", "Program B tidak menurut kuncian keluar."],
            id="two pins that are not kept",
        ),
        pytest.param(
            problem(programme("A", after=("L",)), LONG),
            {"A": 2028, "L": 2027},
            ["Program A mulai 2028 sebelum pendahulu L selesai."],
            id="a predecessor that still runs",
        ),
        pytest.param(
            problem(programme("A", after=("L",)), LONG),
            {"A": 2028, "L": None},
            ["Program A mulai 2028 sebelum pendahulu L selesai."],
            id="a predecessor that is out",
        ),
        pytest.param(
            problem(programme("A", excludes=("B",)), programme("B")),
            {"A": 2027, "B": 2029},
            ["Program A dan B masuk bersama."],
            id="two that exclude each other",
        ),
        pytest.param(
            problem(
                programme("A", dimension="living", quick_win=True),
                programme("B", dimension="economy"),
                coverage=(Coverage(2, 2027), Coverage(1, 2029, "economy", quick_win=True)),
            ),
            {"A": 2027, "B": 2028},
            [
                "Baru 1 dari 2 program semua dimensi mulai sampai 2027.",
                "Baru 0 dari 1 program economy mulai sampai 2029.",
            ],
            id="two counts that fall short",
        ),
    ],
)
def test_it_says_what_a_plan_breaks(case, start, sentences):
    assert [str(fault) for fault in violations(case, start)] == sentences


def test_it_gives_back_what_is_taken_out():
    ledger = ledger_of(problem(LONG), {"L": 2028})
    assert (ledger.left["PAD"], ledger.seats["Kominfo"]) == ([2 * MILLION, MILLION, MILLION], [2, 1, 1])
    assert ledger.take_out("L") == 2028
    assert (ledger.left["PAD"], ledger.seats["Kominfo"], ledger.start) == (
        [2 * MILLION] * 3,
        [2, 2, 2],
        {"L": None},
    )


def test_it_takes_nothing_out_twice():
    ledger = ledger_of(problem(LONG), {"L": None})
    assert ledger.take_out("L") is None
    assert ledger.left["PAD"] == [2 * MILLION] * 3


@pytest.mark.parametrize(
    ("case", "start", "asked", "blocks"),
    [
        pytest.param(problem(*PAIR), {"A": 2027}, ("B", 2027), [], id="room for both"),
        pytest.param(
            problem(programme("A", earliest=2029)),
            {},
            ("A", 2027),
            [Block("early", year=2029)],
            id="its window",
        ),
        pytest.param(
            problem(programme("A"), programme("B", costs={"PAD": (MILLION, 2 * MILLION)})),
            {"A": 2028},
            ("B", 2027),
            [Block("fund", "PAD", 2028, MILLION)],
            id="money of its second year",
        ),
        pytest.param(
            problem(programme("A", costs={}), programme("B", costs={}), capacity={"Kominfo": (1, 1, 1)}),
            {"A": 2027},
            ("B", 2027),
            [Block("office", "Kominfo", 2027)],
            id="a full office",
        ),
        pytest.param(
            problem(programme("A"), programme("B", after=("A",))),
            {},
            ("B", 2028),
            [Block("after_out", "A")],
            id="a predecessor that is out",
        ),
        pytest.param(
            problem(programme("A"), programme("B", after=("A",))),
            {"A": 2028},
            ("B", 2028),
            [Block("after_late", "A", 2028)],
            id="a predecessor that is late",
        ),
        pytest.param(
            problem(programme("A"), programme("B", after=("A",))),
            {"A": 2027},
            ("B", 2028),
            [],
            id="a predecessor that has ended",
        ),
        pytest.param(
            problem(programme("A"), programme("B", excludes=("A",))),
            {"A": 2027},
            ("B", 2029),
            [Block("excluded", "A")],
            id="a rival that is in",
        ),
        pytest.param(
            problem(programme("A"), programme("B", excludes=("A",))),
            {},
            ("B", 2029),
            [],
            id="a rival that is out",
        ),
        pytest.param(
            problem(programme("A"), programme("B", after=("A",))),
            {"B": 2028},
            ("A", 2028),
            [Block("followed", "B", 2028)],
            id="a follower that has begun",
        ),
        pytest.param(
            problem(programme("A"), programme("B", after=("A",))),
            {"B": 2028},
            ("A", 2027),
            [],
            id="a follower still to come",
        ),
    ],
)
def test_it_names_what_stands_in_the_way(case, start, asked, blocks):
    ledger = ledger_of(case, start)
    assert list(ledger.blocks(*asked)) == blocks
    assert ledger.fits(*asked) is (blocks == [])


@pytest.mark.parametrize(
    ("case", "name", "options", "blocks"),
    [
        pytest.param(
            problem(programme("A", latest=2028)),
            "A",
            (2027, 2028),
            {2029: Block("late", year=2028)},
            id="its last start",
        ),
        pytest.param(
            problem(LONG),
            "L",
            (2027, 2028),
            {2029: Block("horizon", year=2029, amount=2)},
            id="the end of the plan",
        ),
        pytest.param(
            problem(programme("A"), pins={"A": 2028}),
            "A",
            (2028,),
            {2027: Block("pin", year=2028), 2029: Block("pin", year=2028)},
            id="a pin",
        ),
        pytest.param(
            problem(programme("A"), pins={"A": None}),
            "A",
            (),
            dict.fromkeys((2027, 2028, 2029), Block("pinned_out")),
            id="a pin that keeps it out",
        ),
        pytest.param(
            problem(LONG, funds={"PAD": (MILLION, MILLION, MILLION - 7)}),
            "L",
            (2027,),
            {2028: Block("fund_alone", "PAD", 2029, 7), 2029: Block("horizon", year=2029, amount=2)},
            id="money that it alone exceeds",
        ),
        pytest.param(
            problem(programme("A"), capacity={"Kominfo": (0, 1, 1)}),
            "A",
            (2028, 2029),
            {2027: Block("office_closed", "Kominfo", 2027)},
            id="an office that is closed",
        ),
        pytest.param(
            problem(programme("A", after=("L",)), LONG),
            "A",
            (2029,),
            {2027: Block("after_late", "L", 2028), 2028: Block("after_late", "L", 2028)},
            id="a predecessor of two years",
        ),
        pytest.param(
            problem(programme("A", after=("B", "C")), programme("B"), programme("C")),
            "A",
            (2028, 2029),
            {2027: Block("after_late", "B", 2027)},
            id="the first of two predecessors",
        ),
        pytest.param(
            problem(programme("A", after=("B",)), programme("B"), pins={"B": None}),
            "A",
            (),
            dict.fromkeys((2027, 2028, 2029), Block("after_out", "B")),
            id="a predecessor that is kept out",
        ),
        pytest.param(
            problem(programme("A", after=("B",), must=True, latest=2028), programme("B")),
            "B",
            (2027,),
            {2028: Block("followed", "A", 2028), 2029: Block("followed", "A", 2028)},
            id="a must that follows it",
        ),
        pytest.param(
            problem(programme("A", must=True), programme("B", excludes=("A",))),
            "B",
            (),
            dict.fromkeys((2027, 2028, 2029), Block("excluded", "A")),
            id="a must that excludes it",
        ),
    ],
)
def test_it_strikes_out_the_years_that_cannot_be(case, name, options, blocks):
    windows = windows_of(case)
    assert windows.options[name] == options
    assert windows.struck[name] == blocks


def test_it_needs_what_the_needed_wait_for():
    case = problem(
        programme("A", after=("B",)),
        programme("B", after=("C",)),
        programme("C"),
        programme("D"),
        pins={"A": 2029},
    )
    assert windows_of(case).needed == {"A", "B", "C"}


def test_it_calls_hopeless_what_must_be_in_and_cannot():
    case = problem(
        programme("A", must=True, earliest=2030), programme("B", earliest=2030), programme("C", must=True)
    )
    assert windows_of(case).hopeless() == ("A",)


def test_it_writes_one_row_for_each_programme_with_a_year():
    case = problem(
        programme("A", must=True, latest=2027), programme("B", earliest=2029), programme("C", latest=2026)
    )
    assert rows_of(case, "once") == [
        ("A", None, [("A", 2027)], (1,), 1, 1),
        ("B", None, [("B", 2029)], (1,), None, 1),
    ]


def test_it_writes_an_empty_row_for_a_must_without_years():
    assert rows_of(problem(programme(must=True, latest=2026)), "once") == [("A", None, [], (), 1, 1)]


def test_it_writes_a_row_for_money_only_where_it_may_run_out():
    case = problem(
        programme("A", latest=2027, costs={"PAD": (MILLION + 1, 0)}),
        programme("B", latest=2027),
        programme("C", earliest=2029),
    )
    assert rows_of(case, "fund") == [
        ("PAD", 2027, [("A", 2027), ("B", 2027)], (MILLION + 1, MILLION), None, 2 * MILLION)
    ]


def test_it_writes_a_row_for_an_office_only_where_it_may_be_full():
    case = problem(
        *(programme(name, latest=2028, earliest=2028) for name in "AB"), capacity={"Kominfo": (9, 1, 9)}
    )
    assert rows_of(case, "office") == [("Kominfo", 2028, [("A", 2028), ("B", 2028)], (1, 1), None, 1)]


def test_it_writes_predecessors_as_started_only_after_the_other():
    case = problem(programme("A", after=("B",)), programme("B"))
    assert rows_of(case, "after") == [
        ("A B", 2028, [("A", 2028), ("B", 2027)], (1, -1), None, 0),
        ("A B", 2029, [("A", 2028), ("A", 2029), ("B", 2027), ("B", 2028)], (1, 1, -1, -1), None, 0),
    ]


def test_it_writes_exclusions_and_coverage():
    case = problem(
        programme("A", latest=2027, excludes=("B",), quick_win=True, dimension="living"),
        programme("B", latest=2027, excludes=("A",), dimension="living"),
        coverage=(Coverage(1, 2028, "living", quick_win=True),),
    )
    assert rows_of(case, "excludes") == [("A B", None, [("A", 2027), ("B", 2027)], (1, 1), None, 1)]
    assert rows_of(case, "coverage") == [("living", 2028, [("A", 2027)], (1,), 1, None)]


def test_it_reads_a_plan_from_a_point_and_back():
    case = problem(programme("A", latest=2028), programme("B", latest=2027))
    model = model_of(case, windows_of(case), Objective(case))
    assert model.start([0.1, 0.9999999, 0.0], case) == {"A": 2028, "B": None}
    assert model.point({"A": 2028, "B": None}) == [0.0, 1.0, 0.0]
    assert (model.place["B", 2027], model.gains) == (2, (10.0, 9.0, 10.0))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param(
            Row("fund", "PAD", 2027, (0, 1), (4, 6), None, 9), ((2.0, 3.0), -math.inf, 4.0), id="a ceiling"
        ),
        pytest.param(
            Row("coverage", "", 2027, (0, 1), (2, 2), 3, None), ((1.0, 1.0), 2.0, math.inf), id="a floor"
        ),
        pytest.param(Row("once", "A", None, (), (), 1, 1), ((), 1.0, 1.0), id="nothing in it"),
    ],
)
def test_it_divides_a_row_by_its_common_divisor(row, expected):
    assert scaled(row) == expected


@pytest.mark.parametrize(
    ("case", "start", "expected"),
    [
        pytest.param(problem(programme("A")), {"A": 2029}, {"A": 2027}, id="it starts as early as it can"),
        pytest.param(problem(programme("A")), {"A": None}, {"A": 2027}, id="it brings in what fits"),
        pytest.param(problem(programme("A")), {"A": 2027}, {"A": 2027}, id="it leaves the first year alone"),
        pytest.param(
            problem(programme("A", value=0.0)),
            {"A": None},
            {"A": None},
            id="it leaves out what is worth nothing",
        ),
        pytest.param(
            problem(programme("A", value=0.0)),
            {"A": 2028},
            {"A": 2027},
            id="it starts earlier what is worth the same",
        ),
        pytest.param(
            problem(programme("A", costs={"PAD": (9 * MILLION,)})),
            {"A": None},
            {"A": None},
            id="it leaves out what nothing can pay",
        ),
        pytest.param(
            problem(programme("A"), previous={"A": 2029}, goals=(Goal("keep_previous", 5.0),)),
            {"A": 2029},
            {"A": 2029},
            id="it keeps a promise that is worth more",
        ),
        pytest.param(
            problem(programme("A"), programme("B"), capacity={"Kominfo": (1, 1, 1)}),
            {"A": 2027, "B": 2029},
            {"A": 2027, "B": 2028},
            id="it moves up to the next free seat",
        ),
    ],
)
def test_it_fills_what_a_plan_leaves_free(case, start, expected):
    ledger, objective = ledger_of(case, start), Objective(case)
    before = objective.of(start)
    polish(ledger, objective)
    assert ledger.start == expected
    assert objective.of(ledger.start) >= before


def test_it_finds_the_year_of_most_gain_in_time():
    case = problem(programme("A", earliest=2028))
    ledger, objective = ledger_of(case), Objective(case)
    assert best_year(ledger, objective, "A", 2029) == 2028
    assert best_year(ledger, objective, "A", 2027) is None
