import io
import json

import pytest

from rangkai.cli import roadmap
from rangkai.cli.main import main
from rangkai.engines.phasing import Solution, Status, parse

CASE = {
    "years": [2027, 2028, 2029],
    "phases": [{"name": "pendek", "until": 2027}],
    "funds": {"PAD": [2_000_000, 2_000_000, 2_000_000]},
    "capacity": {"Kominfo": [1, 1, 0]},
    "discount": 0.1,
    "programmes": [
        {"id": "A", "value": 10, "owner": "Kominfo", "costs": {"PAD": [1_000_000]}},
        {"id": "B", "value": 5, "owner": "Kominfo", "costs": {"PAD": [1_000_000]}},
        {"id": "C", "value": 1, "owner": "Kominfo", "costs": {"PAD": [1_000_000]}},
    ],
}
IMPOSSIBLE = {
    **CASE,
    "capacity": {"Kominfo": [0, 0, 0]},
    "programmes": [{**CASE["programmes"][0], "must": True}],
}
KEYS = {"status", "objective", "bound", "gap", "seconds", "solver", "start", "why"}


@pytest.fixture
def case(tmp_path):
    def write(content):
        path = tmp_path / "masalah.json"
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return str(path)

    return write


class Terminal(io.StringIO):
    def isatty(self):
        return True


def solve(*argv):
    return main(["roadmap", "solve", *argv, "--seconds", "2"])


def test_it_answers_with_the_keys_of_the_format(case, capsys):
    assert solve(case(CASE), "--json", "-") == 0
    found = json.loads(capsys.readouterr().out)
    assert found.keys() >= KEYS
    assert (found["status"], found["start"]) == ("optimal", {"A": 2027, "B": 2028, "C": None})
    assert (found["objective"], found["gap"]) == (pytest.approx(14.5), 0.0)
    assert found["why"].keys() == {"B", "C"}


def test_it_shows_the_plan_as_a_table(case, capsys):
    assert solve(case({**CASE, "komentar": "x"})) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["Terbaik, terbukti.", "Kunci komentar tidak dikenal dan diabaikan."]
    assert lines[2].startswith("Nilai 14.5, selisih paling besar 0.00 %; ")
    assert lines[3].split() == ["Mulai", "Program", "PD", "Alasan"]
    assert [line.split()[:2] for line in lines[5:]] == [["2027", "A"], ["2028", "B"], ["-", "C"]]
    assert lines[6].endswith("Mulai 2028, bukan 2027: Kominfo sudah penuh pada 2027.")


def test_it_reads_standard_input(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps({**CASE, "programmes": []})))
    assert solve("-") == 0
    assert "Nilai 0.0" in capsys.readouterr().out


def test_it_writes_over_one_line_on_a_terminal(case, monkeypatch):
    monkeypatch.setattr("sys.stderr", Terminal())
    roadmap._bar(None, None, None, 0.25)
    roadmap._bar(1234.5, 1300.0, 0.0531, 1.0)
    assert roadmap.sys.stderr.getvalue() == (f"\r{'█' * 5:<20} \r{'█' * 20} nilai 1,234.5 selisih ≤ 5.31 % ")
    assert solve(case(CASE)) == 0
    assert roadmap.sys.stderr.getvalue().endswith("\r\033[K")


def test_it_shows_no_gap_where_the_plan_is_worth_nothing(case, capsys):
    worthless = {**CASE["programmes"][0], "value": 0}
    assert solve(case({**CASE, "programmes": [worthless]}), "--solver", "greedy") == 0
    assert "Nilai 0.0" in capsys.readouterr().out


def test_it_shows_no_value_where_it_was_stopped_before_any_plan():
    stopped = Solution(Status.CANCELLED, None, None, None, 0.1, "highs", dict.fromkeys("ABC"))
    lines = list(roadmap._lines(parse(CASE), stopped))
    assert lines[0] == "Dihentikan."
    assert [line.split() for line in lines[3:]] == [["-", name, "Kominfo"] for name in "ABC"]


def test_it_exits_1_with_the_clash_of_an_impossible_problem(case, capsys):
    assert solve(case(IMPOSSIBLE), "--json", "-") == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["status"], found["objective"]) == ("infeasible", None)
    assert found["clash"]["constraints"][0] == "program A wajib masuk"
    assert [mend["kind"] for mend in found["clash"]["mend"]] == ["seats", "release"]


def test_it_lists_the_clash_and_the_ways_out(case, capsys):
    assert solve(case(IMPOSSIBLE)) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Tidak mungkin: syarat-syarat ini tidak dapat dipenuhi bersama."
    assert lines[1] == "- program A wajib masuk"
    assert lines[-2].startswith("- kapasitas Kominfo 20")
    assert lines[-1] == "- lepaskan 1 dari syarat “program A wajib masuk”"


def test_it_exits_1_and_names_every_fault(case, capsys):
    assert solve(case({**CASE, "discount": -1, "pins": {"Z": "x"}})) == 1
    told = capsys.readouterr().err
    assert "Masalah pentahapan ditolak: 2 hal perlu dibetulkan" in told
    assert "discount: Masalah: discount harus angka nol atau lebih, bukan -1." in told


def test_it_writes_the_faults_as_json(case, capsys):
    assert solve(case({**CASE, "discount": -1}), "--json", "-") == 1
    found = json.loads(capsys.readouterr().out)
    assert found["message"].startswith("Masalah pentahapan ditolak: 1 hal")
    assert [fault["field"] for fault in found["problems"]] == ["discount"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(b'{"years": [2027,}', "bukan JSON yang benar: baris 1, kolom 17.", id="broken JSON"),
        pytest.param(b"\xff\xfe{", "bukan teks UTF-8.", id="another encoding"),
    ],
)
def test_it_exits_1_for_a_file_that_is_no_json(case, capsys, content, sentence):
    assert solve(case(content)) == 1
    assert sentence in capsys.readouterr().err


def test_it_exits_1_for_a_file_that_is_not_there(capsys):
    assert solve("tiada.json") == 1
    assert "Berkas tiada.json tidak dapat dibaca: No such file or directory." in capsys.readouterr().err


def test_it_replays_a_run_from_its_work(case, capsys):
    assert solve(case(CASE), "--json", "-") == 0
    first = json.loads(capsys.readouterr().out)
    assert solve(case(CASE), "--json", "-", "--work", str(first["work"])) == 0
    again = json.loads(capsys.readouterr().out)
    assert (again["start"], again["bound"], again["work"]) == (first["start"], first["bound"], first["work"])


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        pytest.param(["--seconds", "0"], "harus lebih dari 0", id="no time"),
        pytest.param(["--seconds", "1", "--work", "0"], "harus 1 atau lebih", id="no work"),
        pytest.param([], "--seconds", id="time left out"),
    ],
)
def test_it_exits_2_for_wrong_use(case, capsys, options, sentence):
    with pytest.raises(SystemExit) as ended:
        main(["roadmap", "solve", case(CASE), *options])
    assert ended.value.code == 2
    assert sentence in capsys.readouterr().err
