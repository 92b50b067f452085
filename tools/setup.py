"""Makes `.venv` ready: `python3 tools/setup.py [run|test]`. Does only what changed since the last time.

Any Python from 3.10 on can run it. It puts uv and Node.js (both by pip, from requirements-setup.lock) into `.uv`,
lets uv find or download Python 3.13, installs the lock file, the browser libraries and the translations.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".uv"
VENV = ROOT / ".venv"
STAMPS = VENV / "stamps"
BIN = "Scripts" if os.name == "nt" else "bin"
LOCKS = {"run": "requirements.lock", "test": "requirements-dev.lock"}


def fail(sentence: str) -> None:
    sys.exit(f"make setup: {sentence}")


def run(*command: object, env: "dict[str, str] | None" = None) -> None:
    result = subprocess.run([str(part) for part in command], cwd=ROOT, env=env, check=False)
    if result.returncode:
        fail(f"'{' '.join(str(part) for part in command[:4])} …' failed; the lines above say why.")


def digest(*names: str) -> str:
    return hashlib.sha256(b"".join((ROOT / name).read_bytes() for name in names)).hexdigest()


def done(stamp: str, value: str) -> bool:
    path = STAMPS / stamp
    return path.exists() and path.read_text() == value


def mark(stamp: str, value: str) -> None:
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / stamp).write_text(value)


def tools_environment() -> "dict[str, str]":
    """PATH with the tools first, and pyenv's interpreters last, so that uv can find them."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = [str(path / "bin") for path in sorted(pyenv.glob("3.1[23]*"), reverse=True)]
    path = os.pathsep.join([str(TOOLS / BIN), os.environ.get("PATH", ""), *found])
    return {**os.environ, "PATH": path, "VIRTUAL_ENV": ""}


def make_tools() -> None:
    value = digest("requirements-setup.lock")
    stamp = TOOLS / "stamp"
    if stamp.exists() and stamp.read_text() == value:
        return
    if sys.version_info < (3, 10):
        fail("needs Python 3.10 or newer to start; 'python3 --version' shows an older one.")
    run(sys.executable, "-m", "venv", "--clear", TOOLS)
    run(
        TOOLS / BIN / "python",
        "-m",
        "pip",
        "install",
        "-q",
        "--require-hashes",
        "-r",
        "requirements-setup.lock",
    )
    stamp.write_text(value)


def make_environment(env: "dict[str, str]") -> None:
    if (VENV / BIN / "python").exists() or (VENV / BIN / "python.exe").exists():
        return
    uv = TOOLS / BIN / "uv"
    for version in ("3.13", "3.12"):
        made = subprocess.run(
            [str(uv), "venv", "-q", "--python", version, str(VENV)],
            cwd=ROOT,
            env=env,
            check=False,
            capture_output=True,
        )
        if made.returncode == 0:
            return
    fail("found no Python 3.13 or 3.12 and could not download one; install Python 3.13 and try again.")


def install(group: str, env: "dict[str, str]") -> None:
    wanted = {name: digest(lock, "pyproject.toml") for name, lock in LOCKS.items()}
    if done("python", wanted[group]) or done("python", wanted["test"]):
        return
    uv, python = TOOLS / BIN / "uv", VENV / BIN / "python"
    run(uv, "pip", "sync", "-q", "--require-hashes", "--python", python, LOCKS[group], env=env)
    run(
        uv,
        "pip",
        "install",
        "-q",
        "--python",
        python,
        "--no-deps",
        "--no-build-isolation",
        "-e",
        ".",
        env=env,
    )
    mark("python", wanted[group])


def install_assets(env: "dict[str, str]") -> None:
    value = digest("package-lock.json", "src/rangkai/config/assets.py")
    if done("assets", value) and (ROOT / "src/rangkai/vendored").exists():
        return
    npm = TOOLS / BIN / ("npm.cmd" if os.name == "nt" else "npm")
    run(npm, "ci", "--ignore-scripts", "--silent", env=env)
    run(VENV / BIN / "python", "-m", "rangkai.config.assets", "node_modules")
    mark("assets", value)


def compile_translations() -> None:
    source = "src/rangkai/locale/en/LC_MESSAGES/django.po"
    if not (ROOT / source).exists() or done("translations", digest(source)):
        return
    run(VENV / BIN / "pybabel", "-q", "compile", "-D", "django", "-d", "src/rangkai/locale")
    mark("translations", digest(source))


def main() -> None:
    group = sys.argv[1] if len(sys.argv) > 1 else "run"
    if group not in LOCKS:
        fail(f"unknown group {group!r}; use run or test.")
    env = tools_environment()
    make_tools()
    make_environment(env)
    install(group, env)
    install_assets(env)
    compile_translations()


if __name__ == "__main__":
    main()
