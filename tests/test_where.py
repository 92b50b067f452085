"""What is behind an address or a sentence is found without knowing the source."""

import importlib.util
import sys
from types import ModuleType

import pytest

from tests.source import ROOT


def tool() -> ModuleType:
    """tools/where.py, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("where_tool", ROOT / "tools" / "where.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


where = tool()


def test_it_finds_the_view_behind_an_address():
    assert "domains/needs/web/approval.py" in where.of_address("/35.16/kebutuhan/persetujuan/").view


def test_it_finds_the_template_of_an_address():
    templates = where.of_address("/35.16/kebutuhan/persetujuan/").templates
    assert templates == ("src/rangkai/domains/needs/templates/needs/approval.html",)


def test_it_finds_the_actions_of_an_address():
    actions = where.of_address("/35.16/kebutuhan/persetujuan/").actions
    assert "rangkai.domains.needs.actions.move_needs" in actions


def test_it_finds_tests_that_name_the_address():
    tests = where.of_address("/35.16/kebutuhan/").tests
    assert any(place.startswith("tests/test_messages.py") for place in tests)


def test_it_drops_the_query_of_an_address():
    plain = where.of_address("/35.16/kebutuhan/")
    assert where.of_address("http://localhost:8000/35.16/kebutuhan/?q=air") == plain


def test_it_finds_where_a_sentence_is_said():
    found = where.saying("Persetujuan dilakukan oleh perencana dan kepala perangkat daerah.")
    assert [place.partition(":")[0] for place in found] == ["src/rangkai/domains/needs/web/approval.py"]


def test_it_finds_a_sentence_by_its_msgid():
    found = where.saying("Berkas usulan.csv kosong.")
    assert any(place.startswith("src/rangkai/cli/duplicates.py") for place in found)


@pytest.mark.parametrize(
    ("what", "status"), [("", 2), ("/nowhere/at/all/", 1), ("/35.16/kebutuhan/", 0), ("Cari kelompok", 0)]
)
def test_it_says_by_its_status_whether_it_found_something(what, status, capsys):
    assert where.main([what]) == status
    assert capsys.readouterr().out.strip()
