"""What a payload may hold, and what is said of each thing that it may not."""

from dataclasses import replace

import pytest

from rangkai.engines.phasing import Coverage, Goal, parse
from rangkai.engines.phasing.problem import Phase
from rangkai.engines.phasing.tests.examples import MILLION, payload, problem, programme, row
from rangkai.engines.phasing.validation import problems_of, validate
from rangkai.lib.errors import Invalid


def faults(given):
    """Field and sentence of each fault of a payload."""
    with pytest.raises(Invalid) as refused:
        parse(given)
    return [(fault.field, str(fault.message)) for fault in refused.value.problems]


def test_it_reads_every_part():
    found = parse(
        payload(
            programmes=[row(earliest=2027, latest=2028.0, quick_win=True, areas=["35.16.01"]), row(2)],
            coverage=[
                {"dimension": "governance", "quick_win": True, "at_least": 1, "by": 2028},
                {"at_least": 0},
            ],
            pins={"2": None},
            previous={"A": 2028},
            goals=[{"kind": "keep_previous", "weight": 1.5}],
        )
    )
    first, second = found.programmes
    assert (found.years, found.funds) == ((2027, 2028, 2029), {"PAD": (2 * MILLION,) * 3})
    assert found.phases == (Phase("pendek", 2027), Phase("menengah", 2029))
    assert (first.earliest, first.latest, first.quick_win, first.areas) == (2027, 2028, True, ("35.16.01",))
    assert (second.id, second.value, second.costs, second.must) == ("2", 10.0, {"PAD": (MILLION,)}, False)
    assert found.coverage == (Coverage(1, 2028, "governance", True), Coverage(0, 2029))
    assert (found.pins, found.previous) == ({"2": None}, {"A": 2028})
    assert (found.goals, found.discount, found.notes) == ((Goal("keep_previous", 1.5),), 0.1, ())


def test_it_takes_what_is_left_out_as_empty():
    found = parse({"years": [2027]})
    assert (found.programmes, found.funds, found.capacity, found.discount) == ((), {}, {}, 0.0)


def test_it_notes_the_keys_that_it_does_not_know():
    found = parse(payload(komentar="x"))
    assert [str(note) for note in found.notes] == ["Kunci komentar tidak dikenal dan diabaikan."]


def test_it_refuses_what_is_no_object():
    with pytest.raises(Invalid, match="harus berisi satu objek JSON"):
        parse([1, 2])


def test_it_tells_everything_that_is_wrong_at_once():
    found = faults(payload(discount=-1, programmes=[row(value=-1, owner="")], pins={"A": "x"}))
    assert [field for field, _ in found] == [
        "discount",
        "programmes.A.value",
        "programmes.A.owner",
        "pins.A",
    ]


def test_it_counts_the_faults_in_its_refusal():
    with pytest.raises(Invalid, match="ditolak: 2 hal perlu dibetulkan"):
        parse(payload(discount=-1, funds={"PAD": [-1, 0, 0]}))


@pytest.mark.parametrize(
    ("given", "field", "sentence"),
    [
        pytest.param(
            {"years": [2027.5, 2028]},
            "years[0]",
            "Masalah: years[0] harus bilangan bulat, bukan 2027.5.",
            id="a year in halves",
        ),
        pytest.param(
            {"years": "2027"}, "years", "Masalah: years harus daftar, bukan '2027'.", id="years as a word"
        ),
        pytest.param({"funds": [1]}, "funds", "Masalah: funds harus objek, bukan [1].", id="funds as a list"),
        pytest.param(
            {"funds": {"PAD": [True, 0, 0]}},
            "funds.PAD[0]",
            "Masalah: funds.PAD[0] harus bilangan bulat, bukan true.",
            id="money that is true",
        ),
        pytest.param(
            {"capacity": {"Kominfo": [-2, 0, 0]}},
            "capacity.Kominfo[0]",
            "Masalah: capacity.Kominfo[0] tidak boleh negatif (-2).",
            id="a negative capacity",
        ),
        pytest.param(
            {"discount": "10%"},
            "discount",
            "Masalah: discount harus angka nol atau lebih, bukan '10%'.",
            id="a discount in words",
        ),
        pytest.param(
            {"discount": float("nan")},
            "discount",
            "Masalah: discount harus angka nol atau lebih, bukan nan.",
            id="a discount that is no number",
        ),
        pytest.param(
            {"phases": [{"name": " ", "until": 2029}]},
            "phases[0].name",
            "Masalah: phases[0].name harus teks yang terisi, bukan ' '.",
            id="a phase without a name",
        ),
        pytest.param(
            {"pins": {"A": 27}},
            "pins.A",
            "Masalah: pins.A bukan tahun yang wajar (27).",
            id="a pin in two digits",
        ),
        pytest.param(
            {"coverage": [{"at_least": 1, "quick_win": "ya"}]},
            "coverage[0].quick_win",
            "Masalah: coverage[0].quick_win harus true atau false, bukan 'ya'.",
            id="a flag in words",
        ),
        pytest.param(
            {"goals": [{"kind": "keep_previous", "weight": None}]},
            "goals[0].weight",
            "Masalah: goals[0].weight harus angka nol atau lebih, bukan kosong.",
            id="a goal without weight",
        ),
        pytest.param(
            {"programmes": [row("")]},
            "programmes[0].id",
            "Masalah: programmes[0].id harus teks yang terisi, bukan ''.",
            id="a programme without a code",
        ),
        pytest.param(
            {"programmes": [row(after=[None])]},
            "programmes.A.after[0]",
            "Program A: after[0] harus teks yang terisi, bukan kosong.",
            id="a predecessor that is null",
        ),
        pytest.param(
            {"programmes": [row(excludes=[False])]},
            "programmes.A.excludes[0]",
            "Program A: excludes[0] harus teks yang terisi, bukan false.",
            id="an exclusion that is false",
        ),
        pytest.param(
            {"programmes": [row(), "B"]},
            "programmes[1]",
            "Masalah: programmes[1] harus objek, bukan 'B'.",
            id="a programme that is a word",
        ),
    ],
)
def test_it_names_the_place_of_a_value_it_cannot_read(given, field, sentence):
    assert (field, sentence) in faults(payload(**given))


@pytest.mark.parametrize(
    ("given", "field", "sentence"),
    [
        pytest.param({"years": ()}, "years", "Tahun rencana kosong", id="no years"),
        pytest.param(
            {"years": (2027, 2029, 2030)}, "years", "berurutan tanpa celah", id="a gap in the years"
        ),
        pytest.param(
            {"phases": (Phase("a", 2028), Phase("b", 2028))},
            "phases",
            "harus makin besar",
            id="phases that end together",
        ),
        pytest.param(
            {"funds": {"PAD": (1, 2)}},
            "funds.PAD",
            "Pagu dana PAD berisi 2 angka, padahal rencana memuat 3 tahun.",
            id="a ceiling too few",
        ),
        pytest.param(
            {"capacity": {"Kominfo": (1,) * 4}},
            "capacity.Kominfo",
            "Kapasitas Kominfo berisi 4 angka, padahal rencana memuat 3 tahun.",
            id="a capacity too many",
        ),
        pytest.param(
            {"funds": {"PAD": (1, -5, 1)}}, "funds.PAD[1]", "Angka -5 negatif.", id="a negative ceiling"
        ),
        pytest.param(
            {"discount": 1.0}, "discount", "kurang dari 1, bukan 1.0", id="a discount of everything"
        ),
        pytest.param(
            {"programmes": (programme("A"), programme("A"))},
            "programmes.A.id",
            "Kode program A dipakai 2 kali",
            id="a code used twice",
        ),
        pytest.param(
            {"programmes": (programme(owner="Dinkes"),)},
            "programmes.A.owner",
            "Dinkes tidak ada dalam daftar kapasitas",
            id="an office that is not listed",
        ),
        pytest.param(
            {"programmes": (programme(value=float("inf")),)},
            "programmes.A.value",
            "nilai harus angka nol atau lebih",
            id="a value without end",
        ),
        pytest.param(
            {"programmes": (programme(costs={"DAK": (1,)}),)},
            "programmes.A.costs.DAK",
            "sumber dana DAK tidak ada dalam daftar pagu",
            id="a fund that is not listed",
        ),
        pytest.param(
            {"programmes": (programme(costs={"PAD": (1, -1)}),)},
            "programmes.A.costs.PAD[1]",
            "biaya PAD tahun ke-2 negatif",
            id="a negative cost",
        ),
        pytest.param(
            {"programmes": (programme(after=("A",)),)},
            "programmes.A.after",
            "pendahulu menunjuk dirinya sendiri",
            id="its own predecessor",
        ),
        pytest.param(
            {"programmes": (programme(excludes=("Z",)),)},
            "programmes.A.excludes",
            "pengecualian Z tidak dikenal",
            id="an exclusion that is not here",
        ),
        pytest.param(
            {"programmes": (programme("A", after=("B",)), programme("B", after=("A",)))},
            "programmes.A.after",
            "Pendahulu melingkar: A → B → A.",
            id="a circle of predecessors",
        ),
        pytest.param(
            {"pins": {"Z": 2027}}, "pins.Z", "menunjuk program Z yang tidak dikenal", id="a pin of nobody"
        ),
        pytest.param(
            {"goals": (Goal("fair", 1.0),)},
            "goals[0].kind",
            "Sasaran lunak fair belum didukung; yang ada: keep_previous.",
            id="a goal it does not know",
        ),
        pytest.param(
            {"goals": (Goal("keep_previous", -1.0),)},
            "goals[0].weight",
            "Bobot sasaran lunak keep_previous",
            id="a goal below nothing",
        ),
    ],
)
def test_it_says_what_is_out_of_order(given, field, sentence):
    found = [(fault.field, str(fault.message)) for fault in problems_of(replace(problem(), **given))]
    assert [where for where, text in found if sentence in text] == [field]


def test_it_refuses_a_problem_out_of_order():
    with pytest.raises(Invalid, match="1 hal perlu dibetulkan"):
        validate(problem(discount=2.0))


def test_it_lets_a_problem_in_order_pass():
    validate(problem(programme("A"), programme("B", after=("A",), excludes=("A",))))
