"""The documents say what the product does, and nothing that it does not."""

import argparse
import ast
import re
from collections.abc import Iterator

import pytest

from rangkai.cli.main import parser
from tests.source import PACKAGE, ROOT, tree

DOCS = ROOT / "docs"
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *DOCS.rglob("*.md")])
GUIDE = sorted((DOCS / "guide").glob("*.md"))
ENGINES = sorted(
    p.name for p in (PACKAGE / "engines").iterdir() if (p / "__init__.py").exists() and p.name != "tests"
)


def commands(of: argparse.ArgumentParser, before: str = "rangkai") -> Iterator[str]:
    """`rangkai needs import`, and so on: every command that does something."""
    groups = [a for a in of._actions if isinstance(a, argparse._SubParsersAction)]
    if not groups:
        yield before
    for group in groups:
        for name, inner in group.choices.items():
            yield from commands(inner, f"{before} {name}")


@pytest.mark.parametrize("command", sorted(commands(parser())))
def test_it_documents_every_command(command):
    text = "\n".join(p.read_text() for p in [ROOT / "README.md", *GUIDE])
    assert command in text


@pytest.mark.parametrize("engine", ENGINES)
def test_it_explains_every_engine(engine):
    assert (DOCS / "algorithms" / f"{engine}.md").exists()


def links(text: str) -> list[str]:
    found = re.findall(r"\]\(([^)#\s]+)", text)
    return [target for target in found if not re.match(r"[a-z]+:", target)]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_it_links_only_to_what_exists(page):
    assert [target for target in links(page.read_text()) if not (page.parent / target).exists()] == []


def test_it_uses_every_picture_of_the_guide():
    shown = {target.split("/")[-1] for page in PAGES for target in links(page.read_text())}
    assert {p.name for p in (DOCS / "guide" / "images").glob("*")} - shown == set()


def test_it_keeps_pictures_small():
    assert [p.name for p in (DOCS / "guide" / "images").glob("*") if p.stat().st_size > 150_000] == []


def test_it_names_only_folders_that_exist_in_the_recipes():
    text = (ROOT / "CONTRIBUTING.md").read_text()
    named = re.findall(r"`((?:engines|domains|bench|docs|tools)/[\w./<>*-]+)`", text)
    missing = []
    for name in named:
        pattern = re.sub(r"<[^>]*>", "*", name)
        if not list(ROOT.glob(pattern)) and not list(PACKAGE.glob(pattern)):
            missing.append(name)
    assert missing == []


@pytest.mark.parametrize("folder", sorted(p.name for p in (PACKAGE / "domains").iterdir() if p.is_dir()))
def test_it_maps_every_noun_in_its_first_lines(folder):
    if folder.startswith("__") or folder == "tests":
        return
    assert len(ast.get_docstring(tree(PACKAGE / "domains" / folder / "__init__.py")) or "") > 20
