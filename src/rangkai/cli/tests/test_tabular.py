import argparse
import json
from pathlib import Path

import pytest

from rangkai.cli import tabular
from rangkai.engines.tabular import Heading, Kind, SheetColumn, write_table
from rangkai.lib.errors import Invalid

CSV = "DAFTAR USULAN per 6 Juli 2022;;;\nNo;Desa;Pagu;Ket\n1;Puri;1.000;-\n2;Sooko;#REF!;-\n;Jumlah;1.000;\n"


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    tabular.register(parser.add_subparsers(required=True))
    args = parser.parse_args(["tabular", "read", *words])
    status: int = args.handler(args)
    return status


@pytest.fixture
def file(tmp_path: Path) -> str:
    (tmp_path / "usulan.csv").write_text(CSV, encoding="utf-8")
    return str(tmp_path / "usulan.csv")


def answer(file: str, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    assert run(file, "--json", "-") == 0
    read: dict[str, object] = json.loads(capsys.readouterr().out)
    return read


def test_it_answers_with_the_promised_keys(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    (table,) = answer(file, capsys)["tables"]
    assert {"sheet", "range", "header_rows", "columns", "rows", "sample", "notes"} <= set(table)
    assert (table["sheet"], table["range"], table["header_rows"], table["rows"]) == (
        "usulan",
        "A2:D5",
        [2],
        3,
    )


def test_it_types_columns_samples_and_titles(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    (table,) = answer(file, capsys)["tables"]
    assert table["columns"][2] == {"name": "Pagu", "letter": "C", "kind": "number", "unit": ""}
    assert table["sample"] == [
        {"No": 1, "Desa": "Puri", "Pagu": 1000, "Ket": None},
        {"No": 2, "Desa": "Sooko", "Pagu": None, "Ket": None},
    ]
    assert table["titles"][0]["dates"] == ["2022-07-06"]
    assert table["marked_rows"] == [{"row": 5, "kind": "total"}]


def test_it_names_faulty_cells_in_both_answers(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    (table,) = answer(file, capsys)["tables"]
    assert table["problems"][0]["cell"] == "C4"
    assert run(file) == 0
    assert "usulan!C4: Sel C4 berisi galat rumus #REF!." in capsys.readouterr().err


def test_it_prints_tables_for_people(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(file)
    out = capsys.readouterr().out
    assert "usulan!A2:D5: 3 baris, judul kolom di baris 2" in out
    assert "Pemisah kolom: titik koma." in out
    assert "- Baris jumlah ditandai dan bukan data: baris 5." in out


def test_it_lists_sheets_without_a_table_and_hidden_ones(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    columns = [SheetColumn("No", Kind.NUMBER), SheetColumn("Desa", choices=("Puri",))]
    path = tmp_path / "a.xlsx"
    path.write_bytes(write_table(columns, [[1, "Puri"]], Heading(guide=("Cara mengisi",))))
    read = answer(str(path), capsys)
    assert (read["sheets_without_table"], read["hidden_sheets"]) == (["Petunjuk"], ["Daftar"])


def test_it_calls_a_missing_file_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(tmp_path / "tidak-ada.csv")) == 2
    assert "tidak dapat dibaca" in capsys.readouterr().err


def test_it_refuses_what_is_no_sheet(tmp_path: Path) -> None:
    path = tmp_path / "usulan.xlsx"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(Invalid, match=r"usulan\.xlsx adalah PDF"):
        run(str(path))
