"""What is installed is what is declared, by anyone, from anywhere."""

import json
import re
import subprocess
import tomllib
from importlib.metadata import version

import pytest

import rangkai
from tests.source import PACKAGE, ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
LOCKS = ["requirements.lock", "requirements-dev.lock", "requirements-setup.lock"]
GROUPS = {
    "requirements.lock": PROJECT["project"]["dependencies"],
    "requirements-dev.lock": PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"],
    "requirements-setup.lock": PROJECT["dependency-groups"]["setup"],
}
MACHINE = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|tmp/rk)\b|localhost:\d{4}/simple")
REGISTRY = re.compile(
    r"https?://(?:[\w.-]*(?:pypi|pythonhosted|npmjs|artifactory|nexus|verdaccio)[\w.-]*)", re.I
)


def plain(requirement: str) -> str:
    return re.split(r"[\[<>=!~; ]", requirement)[0].lower().replace("_", "-")


def locked(name: str) -> dict[str, str]:
    lines = (ROOT / name).read_text().splitlines()
    return dict(m.groups() for line in lines if (m := re.match(r"([\w.-]+)(?:\[[^\]]*\])?==([^\s;]+)", line)))


def tracked() -> list[str]:
    listing = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listing.stdout.splitlines() if (ROOT / name).is_file()]


def text_files() -> list[str]:
    """Tracked files that a person could read."""
    binary = {".png", ".jpg", ".webp", ".xlsx", ".xls", ".ods", ".docx", ".pdf", ".gz", ".ttf", ".ico"}
    return [name for name in tracked() if not any(name.endswith(end) for end in binary)]


@pytest.mark.parametrize("name", LOCKS)
def test_it_locks_all_that_is_declared(name):
    assert [r for r in GROUPS[name] if plain(r) not in locked(name)] == []


@pytest.mark.parametrize("name", LOCKS)
def test_it_locks_with_hashes(name):
    text = (ROOT / name).read_text()
    assert text.count("==") <= text.count("--hash=sha256:")


def test_it_locks_the_same_versions_for_running_and_testing():
    run, test = locked("requirements.lock"), locked("requirements-dev.lock")
    assert {name: v for name, v in run.items() if test.get(name) != v} == {}


def test_it_locks_the_npm_packages_that_are_declared():
    wanted = json.loads((ROOT / "package.json").read_text())
    root = json.loads((ROOT / "package-lock.json").read_text())["packages"][""]
    assert root["dependencies"] == wanted["dependencies"]
    assert root["devDependencies"] == wanted["devDependencies"]


def test_it_names_no_registry_in_its_lock_files():
    found = {name for name in [*LOCKS, "package-lock.json"] if REGISTRY.search((ROOT / name).read_text())}
    assert found == set()


def test_it_names_no_machine():
    found = []
    for name in text_files():
        if name == "tests/test_packaging.py":
            continue
        for number, line in enumerate((ROOT / name).read_text(encoding="utf-8").splitlines(), 1):
            if MACHINE.search(line):
                found.append(f"{name}:{number}")
    assert found == []


def test_it_copies_nothing_of_third_parties():
    """Libraries are installed; neither minified files nor a vendored folder are in the repository."""
    odd = [n for n in tracked() if ".min." in n or "/vendored/" in n or "node_modules/" in n]
    assert odd == []


def test_it_keeps_no_large_file():
    assert [name for name in tracked() if (ROOT / name).stat().st_size > 400_000] == []


def test_it_has_one_version():
    assert PROJECT["project"]["version"] == rangkai.__version__ == version("rangkai")


def test_it_says_in_the_changelog_what_this_version_brings():
    headings = re.findall(r"^## +\[?v?([\w.]+)", (ROOT / "CHANGELOG.md").read_text(), re.M)
    assert rangkai.__version__ in headings


def test_it_packs_templates_and_static_files():
    assert (PACKAGE / "kit" / "templates" / "kit" / "base.html").exists()
    assert PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == ["src/rangkai"]
