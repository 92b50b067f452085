"""The look holds under the Content-Security-Policy, and stays small."""

import re

import pytest

from rangkai.config.assets import ICONS
from tests.source import PACKAGE, python_files, templates

STATIC = PACKAGE / "kit" / "static" / "kit"
NAMED = re.compile(r'(?:Button|Bulk|Room|NewEntry)\([^()]*N_\("[^"]*"\), "[^"]*", "([a-z0-9-]+)"')
ICON = re.compile(r'{% icon "([a-z0-9-]+)"')


@pytest.mark.parametrize(
    "pattern", [r"\sstyle\s*=", r"\son[a-z]+\s*=\s*[\"']", r"hx-on", r"javascript:", r"\bjs:"]
)
def test_it_has_nothing_inline_in_a_template(pattern):
    assert [str(t) for t in templates() if re.search(pattern, t.read_text())] == []


def test_it_has_no_script_without_a_source():
    found = [(t.name, tag) for t in templates() for tag in re.findall(r"<script[^>]*>", t.read_text())]
    assert [pair for pair in found if "src=" not in pair[1]] == []


def test_it_keeps_the_style_sheet_under_three_hundred_lines():
    assert len((STATIC / "rangkai.css").read_text().splitlines()) < 300


@pytest.mark.parametrize("module", sorted(STATIC.glob("*.js")), ids=lambda path: path.name)
def test_it_keeps_a_behaviour_of_the_page_small(module):
    assert len(module.read_text().splitlines()) <= 100


def test_it_draws_only_icons_that_are_installed():
    drawn = {name for t in templates() for name in ICON.findall(t.read_text())}
    assert drawn - set(ICONS) == set()


def test_it_names_only_installed_icons_in_code():
    named = {name for path in python_files() for name in NAMED.findall(path.read_text())}
    assert named - set(ICONS) == set()
