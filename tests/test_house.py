"""The rules of the house that import-linter and ruff cannot see."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.source import PACKAGE, calls, place, python_files, templates, tree

WRITES = {"save", "create", "bulk_create", "bulk_update", "update_or_create", "get_or_create", "delete"}
WRITERS = {"kit/actions.py", "kit/jobs.py", "kit/search.py", "kit/snapshots.py"}
READS = {"filter", "exclude", "get", "live", "annotate"}
VAGUE = {"utils", "helpers", "common", "misc"}
MAX_FILE, MAX_FUNCTION = 400, 40


def test_it_keeps_source_files_under_400_lines():
    long = [(place(p), n) for p in python_files() if (n := len(p.read_text().splitlines())) > MAX_FILE]
    assert long == []


def test_it_keeps_functions_under_40_lines():
    """Lines of code: docstring, blank lines and signature do not count."""
    long = []
    for path in python_files():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                size = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
                if size > MAX_FUNCTION:
                    long.append(f"{place(path, node)} {node.name} {size}")
    assert long == []


def test_it_gives_modules_names_that_say_something():
    assert [place(p) for p in python_files() if p.stem in VAGUE] == []


def test_it_loads_on_windows_too():
    """What Windows lacks is imported where it is used, never by a module as it loads."""
    lacking = {"resource", "fcntl", "pwd", "grp", "termios"}
    found = [
        place(path, node)
        for path in python_files()
        for node in tree(path).body
        if isinstance(node, ast.Import)
        if lacking & {alias.name for alias in node.names}
    ]
    assert found == []


def is_queryset_write(node: ast.Call, name: str) -> bool:
    """`act.create(…)` writes through the recorder; `Model.objects.create(…)` and `row.save()` do not."""
    target = node.func
    if not isinstance(target, ast.Attribute):
        return False
    owner = target.value
    if "_store" in ast.unparse(owner) or "_present" in ast.unparse(owner):
        return False  # what `work` registered: it writes through its own actions
    if isinstance(owner, ast.Name) and owner.id in {"act", "recorder", "self", "storage", "default_storage"}:
        return False
    return name in WRITES


@pytest.mark.parametrize("folder", ["kit", "domains", "surfaces", "cli"])
def test_it_writes_to_the_database_only_through_the_recorder(folder):
    found = [
        place(path, node)
        for path in python_files(folder)
        if place(path) not in WRITERS
        for name, node in calls(path)
        if is_queryset_write(node, name)
    ]
    assert found == []


def test_it_reads_through_queries_never_in_views():
    found = []
    for path in python_files("domains", "surfaces"):
        if "web" not in path.parts and path.stem != "views":
            continue
        for name, node in calls(path):
            owner = ast.unparse(node.func)
            if name in READS and (".objects." in owner or name in {"filter", "exclude", "live"}):
                found.append(place(path, node))
    assert found == []


def offered(room: str) -> Iterator[tuple[Path, ast.FunctionDef]]:
    """The functions that a domain's room offers to others: those of its module, or those its package names."""
    for folder in sorted((PACKAGE / "domains").iterdir()):
        single, package = folder / f"{room}.py", folder / room / "__init__.py"
        named = (
            {a.asname or a.name for n in tree(package).body if isinstance(n, ast.ImportFrom) for a in n.names}
            if package.exists()
            else None
        )
        for path in python_files(f"domains/{folder.name}/{room}") if named else [single]:
            for node in tree(path).body if path.exists() else ():
                public = isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
                if public and (named is None or node.name in named):
                    yield path, node


@pytest.mark.parametrize("room", ["actions", "queries"])
def test_it_calls_actions_and_queries_by_keyword(room):
    """By position come at most the actor or recorder (actions), one thing that is asked about (queries)."""
    found = []
    for path, node in offered(room):
        names = [a.arg for a in node.args.args]
        fine = len(names) < 2 if room == "queries" else names in ([], ["actor"], ["act"])
        if not fine:
            found.append(f"{place(path, node)} {node.name}{names}")
    assert found == []


def test_it_hands_time_to_rules_and_engines():
    clock = {"now", "today", "utcnow", "localdate", "localtime"}
    files = python_files("engines", "lib", "domains")
    pure = [
        p
        for p in files
        if "engines" in p.parts or "lib" in p.parts or "rules" in p.parts or p.stem == "rules"
    ]
    found = [place(p, node) for p in pure for name, node in calls(p) if name in clock]
    assert found == []


def test_it_reads_settings_only_in_config_gateways_and_kit():
    allowed = {"config", "gateways", "kit", "cli"}
    found = [
        place(path)
        for path in python_files()
        if path.relative_to(PACKAGE).parts[0] not in allowed
        and "django.conf" in path.read_text()
        and not {path.stem, path.parent.name} & {"models"}
        and "accounts" not in path.parts
    ]
    assert found == []


def test_it_translates_fixed_sentences_never_f_strings():
    marks = {"_", "gettext", "gettext_lazy", "N_", "ngettext", "pgettext"}
    found = [
        place(path, node)
        for path in python_files()
        for name, node in calls(path)
        if name in marks and node.args and isinstance(node.args[0], ast.JoinedStr)
    ]
    assert found == []


def test_it_uses_no_inline_script_or_style():
    """The content security policy would block them."""
    pattern = re.compile(
        r"<script(?![^>]*(src=|application/json))|<style|\sstyle=|\son\w+=|hx-on|javascript:", re.I
    )
    found = [f"{place(p)}: {m.group(0)}" for p in templates() for m in pattern.finditer(p.read_text())]
    assert found == []


def test_it_uses_no_django_signals():
    found = [
        place(p)
        for p in python_files()
        if re.search(r"dispatch import receiver|post_save|pre_save", p.read_text())
    ]
    assert found == []
