"""What is behind an address or a sentence of the screen: `make where WHAT=/35.16/kebutuhan/` or WHAT="Cari kelompok".

Prints the view (module:line), its templates, the actions that its module calls, and the tests that name the address
or the view. Reads source text; the only thing that it asks of Django is how it resolves addresses.
"""

import ast
import inspect
import os
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "rangkai"
MOST = 12
FRAGMENT = 8
"""How many letters of a sentence, its %(fields)s aside, must fit before it is worth telling."""


@dataclass(frozen=True)
class Place:
    """Where a page comes from; paths are relative to the project."""

    address: str
    view: str
    templates: tuple[str, ...]
    actions: tuple[str, ...]
    tests: tuple[str, ...]


def relative(path: Path) -> str:
    return path.resolve().relative_to(ROOT).as_posix()


def set_up() -> None:
    """Django, in the home that is set or in an empty one that is never written to."""
    os.environ.setdefault("RANGKAI_HOME", tempfile.mkdtemp(prefix="rangkai-where-"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rangkai.config.settings")
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()


def of_address(address: str) -> Place:
    """Raises django.urls.Resolver404 when no view answers the address."""
    from django.urls import resolve

    path = urlsplit(address).path
    match = resolve(path if path.endswith("/") or path.startswith("/api/") else f"{path}/")
    view: Any = inspect.unwrap(getattr(match.func, "view_class", match.func))
    file = Path(inspect.getsourcefile(view) or "")
    line = inspect.getsourcelines(view)[1]
    tree = ast.parse(file.read_text())
    return Place(
        address=f"{match.view_name}  {match.route}",
        view=f"{relative(file)}:{line} {view.__name__}",
        templates=tuple(templates_of(tree, view.__name__)),
        actions=tuple(actions_of(tree)),
        tests=tuple(naming(tests(), names_of(match.view_name, match.route))),
    )


def names_of(view_name: str, route: str) -> Iterator[str]:
    """How tests write an address: its name, or its words when all of them are fixed."""
    yield f'"{view_name}"'
    tail = route.replace("<region:region_code>/", "")
    if tail and "<" not in tail:
        yield f'"{tail}"'
        yield f'/{tail}"'


def templates_of(tree: ast.Module, view: str) -> Iterator[str]:
    """Templates named in the view; else kit/list.html where the module has lists; else those of the module."""
    body = [n for n in tree.body if getattr(n, "name", "") == view]
    found = list(_named_templates(body))
    if not found and "lists" in ast.dump(tree):
        found = ["kit/list.html"]
    found = found or list(_named_templates(tree.body))
    for name in dict.fromkeys(found):
        path = next(iter(sorted(SOURCE.glob(f"**/templates/{name}"))), None)
        if path:
            yield relative(path)


def _named_templates(nodes: Iterable[ast.stmt]) -> Iterator[str]:
    for node in nodes:
        for inner in ast.walk(node):
            if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
                name = inner.value.partition("#")[0]
                if re.fullmatch(r"[\w/]+\.html", name):
                    yield name


def actions_of(tree: ast.Module) -> Iterator[str]:
    """Actions that the view's module imports, as module.name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and ".actions" in f".{node.module}":
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def tests() -> list[Path]:
    return sorted([*SOURCE.glob("**/tests/test_*.py"), *(ROOT / "tests").glob("**/test_*.py")])


def naming(files: Iterable[Path], names: Iterable[str]) -> Iterator[str]:
    """Files that hold one of the names, each with the first line that does."""
    wanted = [name for name in names if name]
    for path in files:
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if any(name in line for name in wanted):
                yield f"{relative(path)}:{number}"
                break


def saying(sentence: str) -> list[str]:
    """Templates and modules that hold the sentence, as path:line; a %(field)s of a msgid stands for anything."""
    said = " ".join(sentence.split()).lower()
    found = []
    for path in sorted([*SOURCE.rglob("*.html"), *SOURCE.rglob("*.py")]):
        if "/tests/" in path.as_posix() or "/migrations/" in path.as_posix():
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if said in line.lower() or _is_said(line, said):
                found.append(f"{relative(path)}:{number}")
    return found


def _is_said(line: str, said: str) -> bool:
    """A msgid of this line with its fields left open fits the sentence."""
    for text in re.findall(r'"([^"]*(?:%\(\w+\)[sd]|{{)[^"]*)"', line):
        parts = [part.strip().lower() for part in re.split(r"%\(\w+\)[sd]|{{.*?}}", text)]
        if sum(map(len, parts)) >= FRAGMENT and re.search(".*".join(map(re.escape, parts)), said):
            return True
    return False


def users_of(paths: Iterable[str]) -> list[str]:
    """Modules and templates that name the templates among `paths`, and the tests beside them."""
    names = {path.rpartition("/templates/")[2].partition(":")[0] for path in paths if ".html" in path}
    files = sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html")])
    return list(naming(files, names)) if names else []


def lines(what: str) -> Iterator[str]:
    """The answer, one line an item; nothing when nothing was found."""
    if what.startswith(("/", "http://", "https://")):
        from django.urls import Resolver404

        try:
            place = of_address(what)
        except Resolver404:
            return
        yield f"address   {place.address}"
        yield f"view      {place.view}"
        rows = (("template", place.templates), ("action", place.actions), ("test", place.tests))
        for label, found in rows:
            yield from (f"{label:9} {item}" for item in found[:MOST])
        return
    found_at = saying(what)
    yield from (f"said in   {item}" for item in found_at[:MOST])
    yield from (f"used by   {item}" for item in users_of(found_at)[:MOST])


def main(arguments: "list[str]") -> int:
    what = " ".join(arguments).strip()
    if not what:
        print('Say what: make where WHAT=/35.16/kebutuhan/ or WHAT="a sentence".')
        return 2
    set_up()
    answer = list(lines(what))
    print("\n".join(answer) if answer else f"Nothing answers to {what}.")
    return 0 if answer else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
