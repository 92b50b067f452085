import argparse
import json
import subprocess
import sys

import pytest

from rangkai.cli import duplicates
from rangkai.lib.errors import Invalid

SHEET = """id,usulan,lokasi,desa,kecamatan,opd
K1,Pembangunan drainase,Kp. Sawo RT 02 RW 05,Wates,Jatirejo,Dinas PU
K2,Pembangunan drainase,Sawo 02/05,Wates,Jatirejo,Dinas PU
K3,Pembangunan drainase,Kp. Bulak RT 03 RW 01,Wates,Jatirejo,Dinas PU
K4,,Kp. Bulak,Wates,Jatirejo,Dinas PU
"""
ALL = ["--text", "usulan", "--id", "id", "--where", "lokasi", "desa", "kecamatan", "opd"]


@pytest.fixture
def sheet(tmp_path):
    def write(content, encoding="utf-8"):
        path = tmp_path / "usulan.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return str(path)

    return write


def run(*argv):
    parser = argparse.ArgumentParser()
    duplicates.register(parser.add_subparsers())
    args = parser.parse_args(["duplicates", *argv])
    return args.handler(args)


def answer(capsys, *argv):
    assert run(*argv, "--json", "-") == 0
    return json.loads(capsys.readouterr().out)


def refusal(*argv):
    with pytest.raises(Invalid) as refused:
        run(*argv)
    return str(refused.value), [(p.field, str(p.message), p.suggestion) for p in refused.value.problems]


def test_it_answers_with_pairs_groups_and_seconds(sheet, capsys):
    found = answer(capsys, sheet(SHEET), *ALL)
    assert found["pairs"] == [{"a": "K1", "b": "K2", "score": 0.99}]
    assert found["groups"] == [["K1", "K2"]]
    assert found["seconds"] > 0


def test_it_counts_rows_that_say_nothing(sheet, capsys):
    found = answer(capsys, sheet(SHEET), *ALL)
    assert (found["statements"], found["skipped"]) == (3, 1)


def test_it_reads_everything_from_one_column(sheet, capsys):
    text = '"Drainase - Kp. Sawo RT 02, Desa Wates, Kec. Jatirejo"'
    found = answer(capsys, sheet(f"teks\n{text}\n{text}\n"), "--text", "teks")
    assert found["pairs"] == [{"a": "2", "b": "3", "score": 1.0}]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(SHEET.replace(",", ";"), id="semicolons"),
        pytest.param(SHEET.replace(",", "\t"), id="tabs"),
        pytest.param("\ufeff" + SHEET, id="byte order mark"),
        pytest.param(SHEET.replace("Sawo", "Sawé").encode("cp1252"), id="cp1252"),
        pytest.param(SHEET + "\n", id="empty last line"),
        pytest.param(SHEET.replace("\n", "\r\n"), id="Windows lines"),
    ],
)
def test_it_reads_sheets_as_offices_save_them(sheet, capsys, content):
    assert len(answer(capsys, sheet(content), *ALL)["pairs"]) == 1


def test_it_takes_office_apart_from_place(sheet, capsys):
    """Another office lowers the score of what is else the same."""
    other = SHEET.replace("Sawo 02/05,Wates,Jatirejo,Dinas PU", "Sawo 02/05,Wates,Jatirejo,Dinas Perkim")
    assert answer(capsys, sheet(other), *ALL)["pairs"][0]["score"] < 0.99


def test_it_shows_only_what_reaches_the_threshold(sheet, capsys):
    assert answer(capsys, sheet(SHEET), *ALL, "--threshold", "1")["pairs"] == []


def test_it_prints_a_table_for_people(sheet, capsys):
    run(sheet(SHEET), *ALL)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("3 usulan, 1 baris tanpa isi, 1 pasangan, 1 kelompok")
    assert lines[-1].split() == ["K1", "K2", "0.99"]


def test_it_prints_the_first_pairs_of_many(sheet, capsys):
    run(sheet("teks\n" + "Drainase\n" * 15), "--text", "teks")
    assert capsys.readouterr().out.splitlines()[-1] == "… dan 55 pasangan lagi; semuanya ada di --json."


def test_it_says_when_nothing_is_alike(sheet, capsys):
    run(sheet("teks\nDrainase\nWifi\n"), "--text", "teks")
    assert "0 pasangan" in capsys.readouterr().out


def test_it_names_the_missing_column_and_the_nearest(sheet):
    message, problems = refusal(sheet(SHEET), "--text", "usuln", "--id", "nomor")
    assert "Yang ada: id, usulan, lokasi, desa, kecamatan, opd" in message
    assert problems == [
        ("baris 1", "Kolom usuln tidak ada.", "usulan"),
        ("baris 1", "Kolom nomor tidak ada.", ""),
    ]


def test_it_names_the_rows_of_a_repeated_and_of_an_empty_id(sheet):
    _, problems = refusal(sheet("id,teks\n7,Drainase\n7,Wifi\n,Jalan\n"), "--text", "teks", "--id", "id")
    assert problems == [("baris 3", "Id 7 sudah dipakai di baris 2.", ""), ("baris 4", "Id kosong.", "")]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("", "kosong", id="nothing in it"),
        pytest.param("\n\n", "kosong", id="empty lines"),
        pytest.param("teks\n", "tidak berisi usulan", id="a header alone"),
        pytest.param("teks\n\n ,\n", "tidak berisi usulan", id="rows that say nothing"),
        pytest.param('teks\n"' + "a" * 200_000, "baris 2: bukan CSV", id="a cell without end"),
    ],
)
def test_it_refuses_a_file_without_statements(sheet, content, expected):
    assert expected in refusal(sheet(content), "--text", "teks")[0]


def test_it_refuses_a_file_that_is_not_there(tmp_path):
    assert "tidak dapat dibaca" in refusal(str(tmp_path / "x.csv"), "--text", "teks")[0]


@pytest.mark.parametrize("share", ["2", "-0.1", "banyak"])
def test_it_calls_a_threshold_outside_0_and_1_wrong_use(sheet, share):
    with pytest.raises(SystemExit) as stopped:
        run(sheet(SHEET), *ALL, "--threshold", share)
    assert stopped.value.code == 2


def test_it_never_sets_up_django():
    code = "import sys, rangkai.cli.duplicates; sys.exit(any(name.split('.')[0] == 'django' for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603
