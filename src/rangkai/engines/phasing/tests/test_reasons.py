"""Why a programme is out or waits, and why a problem has no plan at all."""

import pytest

from rangkai.engines.phasing import Coverage, Goal
from rangkai.engines.phasing.clash import clash_of
from rangkai.engines.phasing.elastic import Elastic, Line
from rangkai.engines.phasing.explain import why
from rangkai.engines.phasing.tests.examples import MILLION, problem, programme
from rangkai.engines.phasing.watch import Watch
from rangkai.engines.phasing.windows import windows_of

LONG = programme("L", costs={"PAD": (MILLION, MILLION)})
PAIR = (programme("A"), programme("B"))


def reasons(case, **start):
    return {name: str(reason) for name, reason in why(case, windows_of(case), start).items()}


@pytest.mark.parametrize(
    ("case", "start", "expected"),
    [
        pytest.param(problem(programme("A")), {"A": 2027}, {}, id="nothing of what starts first"),
        pytest.param(
            problem(programme("A", earliest=2028)),
            {"A": 2028},
            {},
            id="nothing of what starts as its window opens",
        ),
        pytest.param(
            problem(LONG, years=(2027,), funds={"PAD": (MILLION,)}, capacity={"Kominfo": (1,)}),
            {"L": None},
            {
                "L": "Tidak masuk: tidak ada tahun mulai yang memenuhi jendelanya; ia berjalan 2 tahun dan "
                "harus selesai pada 2027."
            },
            id="a window without years",
        ),
        pytest.param(
            problem(programme("A"), pins={"A": 2029}),
            {"A": 2029},
            {"A": "Mulai 2029, bukan 2027: dikunci pada 2029 oleh perencana."},
            id="a pin",
        ),
        pytest.param(
            problem(programme("A"), pins={"A": None}),
            {"A": None},
            {"A": "Tidak masuk: dikunci di luar rencana oleh perencana."},
            id="a pin that keeps it out",
        ),
        pytest.param(
            problem(programme("A", costs={"PAD": (3 * MILLION,)}), funds={"PAD": (0, MILLION, 2 * MILLION)}),
            {"A": None},
            {
                "A": "Tidak masuk: biayanya sendiri melebihi pagu PAD 2027–2029; paling sedikit kurang "
                "Rp 1.000.000 (2029)."
            },
            id="money that it alone exceeds",
        ),
        pytest.param(
            problem(programme("A"), capacity={"Kominfo": (0, 1, 1)}),
            {"A": 2028},
            {"A": "Mulai 2028, bukan 2027: Kominfo tidak punya kapasitas pada 2027."},
            id="an office that is closed",
        ),
        pytest.param(
            problem(programme("A"), programme("B"), funds={"PAD": (2 * MILLION - 5,) * 3}),
            {"A": 2027, "B": 2028},
            {"B": "Mulai 2028, bukan 2027: pagu PAD 2027 sudah terpakai; paling sedikit kurang Rp 5 (2027)."},
            id="money that is spent",
        ),
        pytest.param(
            problem(programme("A", after=("L",)), LONG),
            {"A": 2029, "L": 2027},
            {"A": "Mulai 2029, bukan 2027: pendahulunya, L, baru selesai pada 2028."},
            id="a predecessor that still runs",
        ),
        pytest.param(
            problem(programme("A", after=("L",)), LONG),
            {"A": None, "L": None},
            {
                "A": "Tidak masuk: pendahulunya, L, tidak masuk rencana.",
                "L": "Tidak masuk: dipertahankan pada tahun yang dijanjikan rencana sebelumnya.",
            },
            id="a predecessor that is out",
        ),
        pytest.param(
            problem(programme("A", excludes=("B",)), programme("B")),
            {"A": None, "B": 2027},
            {"A": "Tidak masuk: tidak boleh bersama B, yang ada dalam rencana."},
            id="a rival",
        ),
        pytest.param(
            problem(
                programme("A", after=("B",)), programme("B", earliest=2027), capacity={"Kominfo": (1, 1, 1)}
            ),
            {"A": 2027, "B": None},
            {"B": "Tidak masuk: harus selesai sebelum A, yang mulai pada 2027."},
            id="a follower that has begun",
        ),
        pytest.param(
            problem(programme("A", value=0.0)),
            {"A": None},
            {"A": "Tidak masuk: nilainya nol, sehingga tidak menambah nilai rencana."},
            id="worth nothing",
        ),
        pytest.param(
            problem(programme("A"), previous={"A": 2028}, goals=(Goal("keep_previous", 9.0),)),
            {"A": 2028},
            {"A": "Mulai 2028, bukan 2027: dipertahankan pada tahun yang dijanjikan rencana sebelumnya."},
            id="a promise",
        ),
        pytest.param(
            problem(
                programme("A"),
                programme("B", costs={"PAD": (2 * MILLION,)}),
                capacity={"Kominfo": (1, 1, 1)},
                previous={"A": 2029},
                goals=(Goal("keep_previous", 9.0),),
            ),
            {"A": 2029, "B": 2027},
            {
                "A": "Mulai 2029, bukan 2027: pagu PAD 2027 sudah terpakai; paling sedikit kurang "
                "Rp 1.000.000 (2027)."
            },
            id="one of two reasons for the same year",
        ),
        pytest.param(
            problem(
                programme("A"),
                programme("B", excludes=("C",)),
                programme("C", costs={}),
                funds={"PAD": (MILLION, 0, 0)},
                capacity={"Kominfo": (1, 1, 1)},
            ),
            {"A": 2027, "B": None, "C": 2028},
            {
                "B": "Tidak masuk: biayanya sendiri melebihi pagu PAD 2028–2029; paling sedikit kurang "
                "Rp 1.000.000 (2028). Selain itu, tidak boleh bersama C, yang ada dalam rencana.",
                "C": "Mulai 2028, bukan 2027: Kominfo sudah penuh pada 2027.",
            },
            id="two reasons that share the years",
        ),
    ],
)
def test_it_says_why(case, start, expected):
    assert reasons(case, **start) == expected


def clash(case, seconds=2.0):
    return clash_of(case, Watch(seconds))


@pytest.mark.parametrize(
    ("case", "constraints", "mends"),
    [
        pytest.param(
            problem(programme("A", must=True), funds={"PAD": (0, 4, 2)}, capacity={"Kominfo": (1, 1, 1)}),
            ["program A wajib masuk", "pagu PAD 2027 Rp 0", "pagu PAD 2028 Rp 4", "pagu PAD 2029 Rp 2"],
            [
                ("money", [("PAD", 2028, 999_996)], "pagu PAD 2028 kurang Rp 999.996"),
                ("release", [("A", None, 1)], "lepaskan 1 dari syarat “program A wajib masuk”"),
            ],
            id="money for a must",
        ),
        pytest.param(
            problem(
                *(programme(name, must=True, latest=2027) for name in "AB"), capacity={"Kominfo": (1, 2, 2)}
            ),
            [
                "program A wajib masuk",
                "program B wajib masuk",
                "program A hanya boleh mulai 2027–2027",
                "program B hanya boleh mulai 2027–2027",
                "kapasitas Kominfo 2027 1 program",
            ],
            [
                ("seats", [("Kominfo", 2027, 1)], "kapasitas Kominfo 2027 kurang 1 program"),
                ("years", None, "jendela mulai program"),
                ("release", None, "lepaskan 1 dari syarat"),
            ],
            id="a seat, or a year, for two musts",
        ),
        pytest.param(
            problem(programme("L", must=True, costs={"PAD": (1, 1, 1, 1)})),
            ["program L wajib masuk (L berjalan 4 tahun, rencana hanya 3 tahun)"],
            [
                (
                    "release",
                    [("L", None, 1)],
                    "lepaskan 1 dari syarat “program L wajib masuk (L berjalan 4 tahun, rencana hanya 3 tahun)”",
                )
            ],
            id="a must that no plan is long enough for",
        ),
        pytest.param(
            problem(
                programme("A", must=True, latest=2027),
                funds={"PAD": (0, 0, 0)},
                capacity={"Kominfo": (0, 1, 1)},
            ),
            None,
            [("together", None, "pagu PAD 202"), ("release", None, "lepaskan 1 dari syarat")],
            id="money and a seat together",
        ),
        pytest.param(
            problem(programme("A", excludes=("B",)), programme("B"), pins={"A": 2027, "B": 2029}),
            [
                "program A dikunci pada 2027",
                "program B dikunci pada 2029",
                "program A dan B tidak boleh bersama",
            ],
            [("release", None, "dikunci pada")],
            id="two pins that exclude each other",
        ),
        pytest.param(
            problem(programme("A", must=True), pins={"A": None}),
            ["program A wajib masuk", "program A dikunci di luar rencana"],
            [("release", None, "lepaskan 1 dari syarat")],
            id="a must that is pinned out",
        ),
        pytest.param(
            problem(programme("A", must=True, after=("L",), latest=2028), LONG),
            [
                "program A wajib masuk",
                "program A hanya boleh mulai 2027–2028",
                "program A menunggu L selesai",
            ],
            [
                ("years", [("A", None, 1)], "jendela mulai program A perlu dilonggarkan 1 tahun"),
                ("release", [("A", None, 1)], "lepaskan 1 dari syarat “program A wajib masuk”"),
            ],
            id="a predecessor that ends too late",
        ),
        pytest.param(
            problem(
                programme("A", quick_win=True, dimension="living"),
                programme("B", dimension="living"),
                coverage=(Coverage(2, 2028, "living", quick_win=True), Coverage(0, 2029)),
            ),
            ["paling sedikit 2 quick win living mulai sampai 2028"],
            [
                (
                    "release",
                    [("living", 2028, 1)],
                    "lepaskan 1 dari syarat “paling sedikit 2 quick win living mulai sampai 2028”",
                )
            ],
            id="a count above what there is",
        ),
        pytest.param(
            problem(*PAIR, pins={"A": None, "B": None}, coverage=(Coverage(1, 2029),)),
            [
                "program A dikunci di luar rencana",
                "program B dikunci di luar rencana",
                "paling sedikit 1 program dari semua dimensi mulai sampai 2029",
            ],
            [("release", [("", 2029, 1)], "program dari semua dimensi")],
            id="a count of all dimensions that pins forbid",
        ),
    ],
)
def test_it_names_the_clash_and_the_least_mend(case, constraints, mends):
    found = clash(case)
    assert found.irreducible
    if constraints is not None:
        assert [str(constraint) for constraint in found.constraints] == constraints
    assert [mend.kind for mend in found.mend] == [kind for kind, _, _ in mends]
    for mend, (_, changes, sentence) in zip(found.mend, mends, strict=True):
        assert sentence in str(mend.message)
        assert mend.least
        if changes is not None:
            assert [(change.subject, change.year, change.amount) for change in mend.changes] == changes


def test_it_says_where_time_ended_before_the_clash_was_least(monkeypatch):
    monkeypatch.setattr("rangkai.engines.phasing.clash.AT_LEAST_SECONDS", 0.0)
    case = problem(
        *(programme(name, must=True, latest=2027) for name in "AB"), capacity={"Kominfo": (1, 2, 2)}
    )
    found = clash(case, seconds=0.0)
    assert (found.irreducible, found.mend) == (False, ())
    assert "program A wajib masuk" in [str(constraint) for constraint in found.constraints]


def test_it_leaves_out_of_the_clash_what_nobody_asks_for():
    case = problem(
        programme("A", after=("B",), must=True),
        programme("B", after=("C",)),
        programme("C"),
        programme("D", excludes=("A",)),
        pins={"D": None},
    )
    elastic = Elastic(case)
    assert [asked.id for asked in elastic.asked] == ["A", "B", "C"]
    assert elastic.width == 9
    assert not any("program D" in str(rule.said) for rule in elastic.rules)


@pytest.mark.parametrize(
    ("line", "chosen", "short"),
    [
        pytest.param(Line(((0, 3), (1, 4)), upper=5), {0, 1}, 2, id="over its upper end"),
        pytest.param(Line(((0, 3), (1, 4)), upper=5), {1}, 0, id="under its upper end"),
        pytest.param(Line(((0, 1),), lower=1), set(), 1, id="under its lower end"),
        pytest.param(Line(((0, 1),)), {0}, 0, id="without ends"),
    ],
)
def test_it_measures_by_how_much_a_line_is_broken(line, chosen, short):
    assert line.short(chosen) == short
