"""English is complete: every sentence of the product is translated, with the same blanks."""

import importlib.util
import re
import sys
from types import ModuleType

import pytest
from django.utils import translation

from tests.source import ROOT

BLANK = re.compile(r"%\(\w[\w.]*\)[sd]|%%|\{\w*\}")


def tool() -> ModuleType:
    """tools/messages.py, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("messages_tool", ROOT / "tools" / "messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def messages() -> ModuleType:
    return tool()


def test_it_translates_every_sentence(messages):
    """`make messages` gathers new ones; then write their English."""
    assert messages.untranslated(messages.renewed()) == []


def test_it_keeps_no_sentence_that_nobody_says(messages):
    said = {m.id for m in messages.renewed() if m.id}
    assert {m.id for m in messages.catalogue() if m.id} - said == set()


def test_it_fills_the_same_blanks_in_both_languages(messages):
    pairs = [(m.id, m.string) for m in messages.catalogue() if m.id and isinstance(m.id, str)]
    assert [a for a, b in pairs if sorted(BLANK.findall(a)) != sorted(BLANK.findall(b))] == []


def test_it_finds_the_sentences_of_a_template(messages):
    text = '{% translate "Simpan" %}{% blocktranslate with n=rows|number %}{{ n }} baris, 5 %{% endblocktranslate %}'
    assert list(messages.in_template(text)) == [("Simpan",), ("%(n)s baris, 5 %%",)]


def test_it_speaks_english_to_those_who_choose_it():
    with translation.override("en"):
        assert translation.gettext("Kebutuhan") == "Needs"
