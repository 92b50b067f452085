"""What is installed is what is declared, by anyone, from anywhere."""

import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import version

import pytest

import rangkai
from rangkai.config.assets import FILES, ICONS
from tests.source import ROOT

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


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The wheel as pip would unpack it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def test_it_packs_all_that_runs_and_no_test(installed):
    packed = {str(path.relative_to(installed)) for path in installed.rglob("*") if path.is_file()}
    source = {n.removeprefix("src/") for n in tracked() if n.startswith("src/") and "/tests/" not in n}
    assert source - packed == set()
    assert [name for name in packed if "/tests/" in name] == []


def test_it_packs_what_the_browser_needs_and_the_english(installed):
    assert {p.name for p in (installed / "rangkai/vendored/static/vendored").iterdir()} == set(FILES.values())
    assert {p.stem for p in (installed / "rangkai/vendored/icons").iterdir()} == set(ICONS)
    assert (installed / "rangkai/locale/en/LC_MESSAGES/django.mo").exists()


def test_it_runs_from_the_wheel_alone(installed, tmp_path):
    env = {**os.environ, "PYTHONPATH": str(installed), "RANGKAI_HOME": str(tmp_path / "home")}
    command = [
        sys.executable,
        "-c",
        "import sys; from rangkai.cli.main import main; sys.exit(main(['check']))",
    ]
    checked = subprocess.run(command, cwd=tmp_path, env=env, check=False, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    where = [sys.executable, "-c", "import rangkai; print(rangkai.__file__)"]
    found = subprocess.run(where, cwd=tmp_path, env=env, check=True, capture_output=True, text=True)
    assert found.stdout.startswith(str(installed))
