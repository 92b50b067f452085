"""`rangkai needs import`: what it shows, what it answers, and that it writes only when told."""

import argparse
import json
from pathlib import Path

import pytest

from rangkai.cli import needs
from rangkai.cli.output import DONE, REFUSED, WRONG_USE
from rangkai.domains.needs.models import Need
from rangkai.domains.needs.tests.sheets import HEADINGS, csv_bytes, row
from rangkai.domains.organisations.tests.factories import Actors, actors, area
from rangkai.domains.work.models import ImportSession

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Actors:
    people = actors()
    puri = area(people.place, "35.16.10", "Puri")
    area(people.place, "35.16.10.2001", "Kebonagung", puri)
    return people


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "usulan.csv"
    path.write_bytes(csv_bytes([HEADINGS, row(), row(Lokasi="RT 2")]))
    return path


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    needs.register(parser.add_subparsers(required=True))
    args = parser.parse_args(["import", *words])
    return int(args.handler(args))


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    run(*words, "--json", "-")
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_it_shows_what_would_change_and_writes_nothing(
    cast: Actors, sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(str(sheet), "--region", "35.16") == DONE
    shown = capsys.readouterr().out
    assert "baru 2, berubah 0, tetap 0" in shown
    assert "Tambahkan --commit" in shown
    assert not Need.objects.exists()
    assert not ImportSession.objects.exists()


def test_it_answers_with_the_agreed_keys(
    cast: Actors, sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = answer(capsys, str(sheet), "--region", "35.16", "--commit")
    assert {
        name: found[name] for name in ("rows", "new", "changed", "unchanged", "problems", "committed")
    } == {
        "rows": 2,
        "new": 2,
        "changed": 0,
        "unchanged": 0,
        "problems": [],
        "committed": True,
    }


def test_it_changes_nothing_the_second_time(
    cast: Actors, sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(capsys, str(sheet), "--region", "35.16", "--commit")
    found = answer(capsys, str(sheet), "--region", "35.16", "--commit")
    assert (found["new"], found["changed"], found["unchanged"]) == (0, 0, 2)
    assert Need.objects.count() == 2


def test_it_shows_a_correction_before_and_after(
    cast: Actors, sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(capsys, str(sheet), "--region", "35.16", "--commit")
    sheet.write_bytes(csv_bytes([HEADINGS, row(Biaya="60 juta"), row(Lokasi="RT 2")]))
    found = answer(capsys, str(sheet), "--region", "35.16")
    assert found["changes"] == [
        {
            "row": 2,
            "ref": "K-2026-00001",
            "field": "estimate",
            "before": "Rp 50.000.000",
            "after": "Rp 60.000.000",
        }
    ]


def test_it_names_the_cell_and_exits_with_one(
    cast: Actors, sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet.write_bytes(csv_bytes([HEADINGS, row(OPD="Dinas Kesehatn")]))
    assert run(str(sheet), "--region", "35.16", "--commit", "--json", "-") == REFUSED
    found = json.loads(capsys.readouterr().out)
    problem = found["problems"][0]
    assert (problem["sheet"], problem["cell"], problem["row"], problem["column"]) == (
        "usulan",
        "E2",
        2,
        "OPD",
    )
    assert (problem["value"], problem["suggestion"]) == ("Dinas Kesehatn", "Dinas Kesehatan")
    assert (found["committed"], Need.objects.exists()) == (False, False)


def test_it_lists_a_row_that_is_only_alike_among_the_problems(
    cast: Actors, sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(capsys, str(sheet), "--region", "35.16", "--commit")
    sheet.write_bytes(csv_bytes([HEADINGS, row(Lokasi="RT 1 RW 2"), row(Lokasi="RT 2")]))
    found = answer(capsys, str(sheet), "--region", "35.16", "--commit")
    assert (found["alike"], found["committed"]) == (1, False)
    assert found["problems"][0]["suggestion"] == "K-2026-00001"  # type: ignore[index]
    assert answer(capsys, str(sheet), "--region", "35.16", "--commit", "--alike", "same")["changed"] == 1


def test_it_refuses_a_file_that_is_no_sheet(
    cast: Actors, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    photo = tmp_path / "foto.xlsx"
    photo.write_bytes(b"\xff\xd8\xff\xe0")
    assert run(str(photo), "--region", "35.16", "--json", "-") == REFUSED
    found = json.loads(capsys.readouterr().out)
    assert "gambar JPEG" in found["problems"][0]["message"]
    assert (found["rows"], found["committed"]) == (0, False)


def test_it_takes_only_the_named_sheet(cast: Actors, sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(sheet), "--region", "35.16", "--sheet", "Lain") == REFUSED
    assert "Yang ada: usulan" in capsys.readouterr().err


def test_it_says_when_the_file_or_the_region_is_not_there(
    cast: Actors, sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("tidak-ada.csv", "--region", "35.16") == WRONG_USE
    assert run(str(sheet), "--region", "99.99") == REFUSED
    assert "99.99" in capsys.readouterr().err


def test_it_asks_for_the_codes_to_be_loaded_first(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(sheet), "--region", "35.16") == REFUSED
    assert "rangkai demo" in capsys.readouterr().err


def test_it_imports_on_behalf_of_an_account(cast: Actors, sheet: Path) -> None:
    assert run(str(sheet), "--region", "35.16", "--as", "eko.35.16", "--commit") == REFUSED
    assert run(str(sheet), "--region", "35.16", "--as", "ani.35.16", "--commit") == DONE
    assert set(Need.objects.values_list("office__code", flat=True)) == {"dinkes"}


def test_it_skips_faulty_rows_when_told(
    cast: Actors, sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet.write_bytes(csv_bytes([HEADINGS, row(), row(Lokasi="RT 2", Biaya="-1")]))
    found = answer(capsys, str(sheet), "--region", "35.16", "--commit", "--skip-problems")
    assert (found["new"], found["skipped"], found["committed"]) == (1, 1, True)
