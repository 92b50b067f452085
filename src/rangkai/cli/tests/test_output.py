import argparse
import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from rangkai.cli.output import add_json_option, as_json, emit, refuse, table_lines
from rangkai.lib.errors import N_, Invalid, Problem


def parsed(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    add_json_option(parser)
    return parser.parse_args(words)


def test_it_prints_lines_without_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert emit({"rows": 2}, parsed(), ["dua baris"]) == 0
    assert capsys.readouterr().out == "dua baris\n"


def test_it_prints_one_json_object_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert emit({"rows": 2}, parsed("--json", "-"), ["dua baris"]) == 0
    assert json.loads(capsys.readouterr().out) == {"rows": 2}


def test_it_writes_json_to_a_file(tmp_path: Path) -> None:
    assert emit({"nama": "Trawas é"}, parsed("--json", str(tmp_path / "a.json")), []) == 0
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == {"nama": "Trawas é"}


def test_it_calls_an_unwritable_file_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert emit({}, parsed("--json", str(tmp_path / "tidak" / "ada.json")), []) == 2
    assert "tidak dapat ditulis" in capsys.readouterr().err


def test_it_lists_the_problems_of_a_refusal(capsys: pytest.CaptureFixture[str]) -> None:
    problems = [Problem(N_("Nama kosong."), field="B7", suggestion="Puri"), Problem(N_("Berkas kosong."))]
    assert refuse(Invalid(N_("Berkas ditolak."), problems)) == 1
    assert (
        capsys.readouterr().err == "Berkas ditolak.\n  B7: Nama kosong. (mungkin: Puri)\n  Berkas kosong.\n"
    )


@dataclass(frozen=True)
class Point:
    x: int


def test_it_gives_every_plain_value_a_json_form() -> None:
    payload = {
        "bagian": Decimal("0.25"),
        "rupiah": Fraction(12, 3),
        "tanggal": date(2022, 7, 6),
        "pesan": N_("Kolom %(name)s kosong.", name="A"),
        "titik": Point(1),
        "himpunan": {"b", "a"},
    }
    assert json.loads(as_json(payload)) == {
        "bagian": 0.25,
        "rupiah": 4,
        "tanggal": "2022-07-06",
        "pesan": "Kolom A kosong.",
        "titik": {"x": 1},
        "himpunan": ["a", "b"],
    }


def test_it_refuses_a_value_without_a_json_form() -> None:
    with pytest.raises(TypeError, match="object has no JSON form"):
        as_json({"a": object()})


def test_it_pads_columns_to_their_widest_cell() -> None:
    assert table_lines(["Nama", "N"], [["Puri", 1], ["Mojosari", 20]]) == [
        "Nama      N",
        "--------  --",
        "Puri      1",
        "Mojosari  20",
    ]
