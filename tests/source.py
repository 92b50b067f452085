"""Reads the project's own source, for the rules of the house that no linter knows."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "rangkai"


def python_files(*folders: str) -> list[Path]:
    """Source files (without tests, migrations and installed assets) below folders of the package."""
    roots = [PACKAGE / folder for folder in folders] or [PACKAGE]
    files = [path for root in roots for path in ([root] if root.is_file() else root.rglob("*.py"))]
    return sorted(p for p in files if not {"tests", "migrations", "vendored"} & set(p.parts))


def templates() -> list[Path]:
    return sorted(p for p in PACKAGE.rglob("templates/**/*.html") if "vendored" not in p.parts)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """(name of the called attribute or function, node) of every call in a file."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            target = node.func
            if isinstance(target, ast.Attribute):
                yield target.attr, node
            elif isinstance(target, ast.Name):
                yield target.id, node


def place(path: Path, node: ast.AST | None = None) -> str:
    """`domains/needs/actions.py:12`, as a failing test shows it."""
    line = f":{node.lineno}" if node is not None and hasattr(node, "lineno") else ""
    return f"{path.relative_to(PACKAGE)}{line}"
