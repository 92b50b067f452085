"""A sheet of goals, row by row."""

import pytest

from rangkai.domains.goals.rules.importing import GoalFacts, Known, decide, fields_for
from rangkai.domains.work.rules.columns import guesses
from rangkai.domains.work.rules.options import Chosen, ImportOptions
from rangkai.domains.work.rules.terms import Outcome, RowChoice
from rangkai.engines.tabular import find_tables, read_workbook
from rangkai.lib.errors import Message

YEARS = (2025, 2026)
HEAD = "Tingkat;Kode;Induk;Uraian;Satuan;Arah;Tahun awal;Kondisi awal;Target 2025;Target 2026"
WHOLE = (
    "Visi;V;;Maju;;;;;;",
    "Misi;M1;V;Layanan;;;;;;",
    "Tujuan;T1;M1;Mutu;;;;;;",
    "Sasaran;S1;T1;Puas;;;;;;",
    "IKU;IKU-1;S1;IKM;nilai;naik;2024;85,1;85,6;86,2",
)


def plan(*rows, facts=GoalFacts(YEARS), options=ImportOptions(), head=HEAD):  # noqa: B008 (frozen)
    data = "\n".join([head, *rows]).encode()
    (table,) = find_tables(read_workbook(data, "tujuan.csv").sheets[0])
    mapping = {table.columns[g.place].name: g.field for g in guesses(table, fields_for(YEARS))}
    return decide(table, mapping, facts, options)


def test_it_takes_a_whole_cascade_as_new():
    assert [row.outcome for row in plan(*WHOLE).rows] == [Outcome.NEW] * 5


def test_it_reads_targets_and_the_baseline():
    values = plan(*WHOLE).rows[4].values
    assert (values["target_2026"], values["baseline"], values["direction"]) == ("86.2", "2024:85.1", "up")


KNOWN = {
    "V": Known(1, 1, "visi", "", {"text": "Maju"}),
    "M1": Known(2, 1, "misi", "V", {"text": "Layanan"}),
    "T1": Known(3, 1, "tujuan", "M1", {"text": "Mutu"}),
    "S1": Known(4, 1, "sasaran", "T1", {"text": "Puas"}),
    "IKU-1": Known(
        5,
        1,
        "iku",
        "S1",
        {
            "text": "IKM",
            "unit": "nilai",
            "direction": "up",
            "baseline": "2024:85.1",
            "target_2025": "85.6",
            "target_2026": "86.2",
        },
    ),
}


def test_it_changes_nothing_the_second_time():
    assert {row.outcome for row in plan(*WHOLE, facts=GoalFacts(YEARS, KNOWN)).rows} == {Outcome.UNCHANGED}


def test_it_shows_what_a_corrected_sheet_changes():
    rows = plan(WHOLE[4].replace("86,2", "87"), facts=GoalFacts(YEARS, KNOWN)).rows
    change = rows[0].target.changes[0]
    assert (str(change.label), change.before, change.after) == ("Target 2026", "86.2", "87")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        pytest.param("Program;P1;S1;X;;;;;;", "Program", id="a level that is none"),
        pytest.param("Sasaran;;T1;X;;;;;;", "Kode belum diisi", id="no code"),
        pytest.param("Sasaran;S2;T1;;;;;;;", "Uraian belum diisi", id="no words"),
        pytest.param("Sasaran;S2;T9;X;;;;;;", "T9", id="no such parent"),
        pytest.param("Sasaran;S2;V;X;;;;;;", "harus berinduk", id="a parent of the wrong level"),
        pytest.param("IKU;I2;S9;X;;;;;;", "S9", id="an indicator of no goal"),
        pytest.param("IKU;I2;S1;X;;;;;banyak;", "banyak", id="a target that is no number"),
        pytest.param("IKU;I2;S1;X;;;;80;;", "perlu tahunnya", id="a baseline without its year"),
    ],
)
def test_it_names_the_row_and_what_is_wrong(row, said):
    found = plan(*WHOLE[:4], row).rows[4]
    assert found.outcome is Outcome.PROBLEM
    assert any(said in str(problem.message) for problem in found.problems)


def test_it_refuses_an_indicator_code_that_stands_twice():
    assert plan(*WHOLE, WHOLE[4]).rows[5].outcome is Outcome.PROBLEM


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(ImportOptions(skip_problems=True), id="all faulty rows"),
        pytest.param(ImportOptions(rows={6: Chosen(RowChoice.SKIP)}), id="this row"),
    ],
)
def test_it_leaves_out_what_the_person_skips(options):
    assert plan(*WHOLE[:4], "Sasaran;S2;T9;X;;;;;;", options=options).rows[4].outcome is Outcome.SKIPPED


def test_it_reads_a_fall_as_better_where_the_sheet_says_so():
    assert plan(*WHOLE[:4], "IKU;I2;S1;Stunting;%;turun;;;;").rows[4].values["direction"] == "down"


def test_it_says_its_heads_in_words():
    assert all(isinstance(head, Message) for head in plan(*WHOLE).heads)


def test_it_keeps_the_measures_of_an_indicator_that_the_sheet_is_silent_about():
    head, facts = "Tingkat;Kode;Induk;Uraian", GoalFacts(YEARS, KNOWN)
    (row,) = plan("IKU;IKU-1;S1;Indeks Kepuasan", head=head, facts=facts).rows
    assert [str(change.label) for change in row.target.changes] == ["Uraian"]


def test_it_does_not_blame_the_sheet_for_a_fault_of_a_goal_that_is_already_there():
    facts = GoalFacts(YEARS, {**KNOWN, "S8": Known(9, 1, "sasaran", "T8", {"text": "Yatim"})})
    assert {row.outcome for row in plan(*WHOLE, facts=facts).rows} == {Outcome.UNCHANGED}
