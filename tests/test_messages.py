"""English is complete: every sentence of the product is translated, with the same blanks."""

import importlib.util
import re
import sys
from types import ModuleType

import pytest
from django.test import Client
from django.utils import translation

from rangkai.domains.accounts.models import User
from rangkai.domains.organisations.rules import Role
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


def forms(texts: str | tuple[str, ...]) -> tuple[str, ...]:
    return (texts,) if isinstance(texts, str) else tuple(texts)


def test_it_translates_every_sentence(messages):
    """`make messages` gathers new ones; then write their English."""
    assert messages.untranslated(messages.renewed()) == []


def test_it_keeps_no_sentence_that_nobody_says(messages):
    said = {m.id for m in messages.renewed() if m.id}
    assert {m.id for m in messages.catalogue() if m.id} - said == set()


def test_it_fills_the_same_blanks_in_both_languages(messages):
    wrong = [
        english
        for m in messages.catalogue()
        if m.id
        for english in forms(m.string)
        if sorted(BLANK.findall(forms(m.id)[0])) != sorted(BLANK.findall(english))
    ]
    assert wrong == []


def test_it_compiles_without_complaint(messages):
    assert [error for _, errors in messages.catalogue().check() for error in errors] == []


def test_it_writes_the_same_catalogue_at_every_run(messages):
    assert messages.written(messages.renewed()) == messages.written(messages.renewed())


def test_it_finds_the_sentences_of_a_template(messages):
    text = '{% translate "Simpan" %}{% blocktranslate with n=rows|number %}{{ n }} baris, 5 %{% endblocktranslate %}'
    assert list(messages.in_template(text)) == [("Simpan",), ("%(n)s baris, 5 %%",)]


def test_it_finds_both_numbers_of_a_counted_sentence(messages):
    text = (
        "{% blocktranslate trimmed count n=rows %}\n  {{ n }} baris\n{% plural %}\n  {{ n }} baris semua\n"
        "{% endblocktranslate %}"
    )
    assert list(messages.in_template(text)) == [("%(n)s baris", "%(n)s baris semua")]


def test_it_finds_the_sentences_of_code(messages):
    text = (
        'A = "Tahun"\n'
        'class Kind(Term):\n    ONE = "one", "satu"\n'
        'x = N_("Baris %(n)s", n=1), _("ya" if y else "tidak"), FieldSpec("year", A), other("bukan")\n'
    )
    assert set(messages.in_python(text)) == {
        ("satu",),
        ("Baris %(n)s",),
        ("ya",),
        ("tidak",),
        ("Tahun",),
    }


def test_it_speaks_english_to_those_who_choose_it():
    with translation.override("en"):
        assert translation.gettext("Kebutuhan") == "Needs"


def needs_page(world, language: str) -> str:
    client = Client()
    client.force_login(
        User.objects.get(pk=world.people[Role.SECRETARIAT].user_id),
        backend="rangkai.domains.accounts.backends.AnyNameBackend",
    )
    client.cookies["django_language"] = language
    return client.get(f"/{world.spots['own'].code}/kebutuhan/").content.decode()


@pytest.mark.django_db
def test_it_shows_a_page_in_the_language_of_choice(world):
    english, indonesian = needs_page(world, "en"), needs_page(world, "id")
    assert '<html lang="en"' in english
    assert "What public services need" in english
    assert "Apa yang dibutuhkan layanan publik" not in english
    assert "Apa yang dibutuhkan layanan publik" in indonesian
