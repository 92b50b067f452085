"""`rangkai books build`: two files and their figures; what can't be printed is refused."""

import argparse
import json

import pytest

from rangkai.cli import books
from rangkai.cli.output import DONE, REFUSED, WRONG_USE
from rangkai.domains.books.models import Edition
from rangkai.domains.books.tests.factories import ready
from rangkai.domains.masterplans.tests.factories import masterplan
from rangkai.domains.organisations.tests.factories import actors

pytestmark = pytest.mark.django_db


def build(folder, *more, book="3", region="35.16"):
    parser = argparse.ArgumentParser()
    books.register(parser.add_subparsers())
    args = parser.parse_args(
        ["books", "build", "--region", region, "--book", book, "--out", str(folder), *more]
    )
    return args.handler(args)


def test_it_prints_both_files_and_says_where(tmp_path):
    ready()
    target = tmp_path / "jawaban.json"
    assert build(tmp_path / "hasil", "--json", str(target)) == DONE
    answer = json.loads(target.read_text())
    assert answer["files"] == [str(tmp_path / "hasil" / f"buku-3.{kind}") for kind in ("docx", "pdf")]
    assert {"files", "pages", "seconds"} <= set(answer)
    assert answer["pages"] > 0
    assert (tmp_path / "hasil" / "buku-3.pdf").read_bytes()[:5] == b"%PDF-"


def test_it_keeps_no_edition_of_a_draft(tmp_path, capsys):
    ready()
    assert build(tmp_path) == DONE
    assert (Edition.objects.count(), "konsep" in capsys.readouterr().out) == (0, True)


def test_it_keeps_an_edition_when_asked(tmp_path, capsys):
    ready()
    assert build(tmp_path, "--edition") == DONE
    assert (Edition.objects.get().number, "edisi 1" in capsys.readouterr().out) == (1, True)


def test_it_refuses_a_book_without_a_roadmap_and_lists_why(tmp_path, capsys):
    masterplan(actors().place)
    target = tmp_path / "jawaban.json"
    assert build(tmp_path, "--json", str(target), book="2") == REFUSED
    answer = json.loads(target.read_text())
    assert answer["message"].startswith("Belum ada program")
    assert "Peta jalan belum dihitung" in answer["problems"][0]["message"]
    assert "Peta jalan belum dihitung" in capsys.readouterr().err
    assert not (tmp_path / "buku-2.pdf").exists()


def test_it_refuses_a_region_without_a_plan(tmp_path, capsys):
    actors()
    assert build(tmp_path) == REFUSED
    assert "Kabupaten Mojokerto belum mempunyai rencana induk" in capsys.readouterr().err


def test_it_refuses_a_region_that_nobody_knows(tmp_path, capsys):
    assert build(tmp_path, region="99.99") == REFUSED
    assert "Kode daerah 99.99 tidak dikenal" in capsys.readouterr().err


def test_it_refuses_a_folder_that_is_a_file(tmp_path, capsys):
    target = tmp_path / "berkas"
    target.write_text("")
    assert build(target) == WRONG_USE
    assert "tidak dapat dipakai" in capsys.readouterr().err


def test_it_knows_three_books(tmp_path, capsys):
    with pytest.raises(SystemExit) as wrong:
        build(tmp_path, book="4")
    assert (wrong.value.code, "invalid choice" in capsys.readouterr().err) == (2, True)
