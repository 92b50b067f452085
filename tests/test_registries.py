"""How nouns meet: what is registered, that every name of background work has a handler, and no page looks upward."""

import ast
import re

import pytest

from rangkai.domains.work.actions.imports.nouns import import_nouns
from rangkai.domains.work.actions.letters.kinds import letter_kinds
from rangkai.kit import jobs, registries
from rangkai.kit.search import searchable_kinds
from tests.source import PACKAGE, calls, place, python_files, templates
from tests.test_models import ORDER

ROOMS = {
    "books",
    "chain",
    "decisions",
    "goals",
    "home",
    "letters",
    "needs",
    "plan",
    "programmes",
    "roadmap",
    "services",
    "settings",
    "sheets",
}
ASKS = {"books", "letters", "needs", "programmes", "roadmap", "work"}
FIGURES = {"needs", "programmes"}
PANELS = {
    "architecture.service:needs",
    "needs.need:documents",
    "needs.need:programmes",
    "needs.strategicissue:programmes",
    "programmes.programme:prior",
}
SEARCHED = {
    "architecture.service",
    "needs.need",
    "needs.strategicissue",
    "organisations.organisation",
    "programmes.priorprogramme",
    "programmes.programme",
}


def test_it_lists_every_room_of_the_rail():
    assert {room.name for room in registries.all_rooms()} == ROOMS


def test_it_lists_who_asks_something_of_people():
    assert set(registries.ask_providers()) == ASKS


def test_it_lists_the_kinds_of_letters():
    assert set(letter_kinds()) == {"needs.reply", "needs.request"}


def test_it_lists_the_figures_of_the_first_page():
    assert set(registries.figure_providers()) == FIGURES


def test_it_lists_the_panels_of_record_pages():
    assert {f"{panel.kind}:{panel.name}" for panel in registries.all_panels()} == PANELS


def test_it_lists_what_search_finds():
    assert set(searchable_kinds()) == SEARCHED


def started() -> dict[str, str]:
    """Names given to `jobs.start`, with their place; a name that holds the noun is told for every import."""
    found = {}
    for path in python_files("domains", "surfaces", "cli"):
        for name, node in calls(path):
            if name == "start" and node.args and ast.unparse(node.func).endswith("jobs.start"):
                if isinstance(node.args[0], ast.Constant):
                    found[node.args[0].value] = place(path, node)
                else:
                    pattern = ast.unparse(node.args[0]).strip("f'\"")
                    for noun in import_nouns():
                        found[re.sub(r"\{[^}]*\}", noun, pattern)] = place(path, node)
    return found


def test_it_starts_only_work_that_someone_does():
    unknown = {name: where for name, where in started().items() if name not in jobs.handlers()}
    assert unknown == {}


def test_it_keeps_no_handler_that_nobody_starts():
    own = {name for name in jobs.handlers() if not name.startswith("test.")}
    assert own - set(started()) == set()


REFERENCE = re.compile(r"""\{%\s*(?:include|extends|url)\s+['"]([\w-]+)[/:]""")


def height(name: str) -> int | None:
    """kit −1, then the domains in their order, surfaces above all; None for what is no part of ours."""
    if name == "kit":
        return -1
    if name in ORDER:
        return ORDER.index(name)
    return len(ORDER) if (PACKAGE / "surfaces" / name).exists() else None


@pytest.mark.parametrize("path", templates(), ids=lambda p: "/".join(p.parts[-2:]))
def test_it_names_no_page_or_address_of_a_higher_noun(path):
    own = height(path.relative_to(PACKAGE).parts[1] if "kit" not in path.parts else "kit")
    named = {found for found in REFERENCE.findall(path.read_text()) if height(found) is not None}
    assert {found for found in named if (height(found) or 0) > (own if own is not None else 99)} == set()
