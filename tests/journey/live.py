"""A home that `rangkai serve --demo` fills and serves: the web server and two workers, as `make run` does."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

STARTS_WITHIN = 90
RANGKAI = Path(sys.executable).with_name("rangkai")


@dataclass(frozen=True)
class Live:
    """Where it answers, and the common password of the example accounts."""

    url: str
    password: str

    def at(self, path: str = "") -> str:
        return f"{self.url}/35.16/{path}"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def served(home: Path) -> Iterator[Live]:
    """Fill `home`, serve it, and stop the three processes at the end."""
    env = {**os.environ, "RANGKAI_HOME": str(home), "DJANGO_SETTINGS_MODULE": "rangkai.config.settings"}
    env.pop("DATABASE_URL", None)
    port = free_port()
    with (home / "serve.log").open("w") as log:
        command = [str(RANGKAI), "serve", "--demo", "--port", str(port)]
        process = subprocess.Popen(command, env=env, stdout=log, stderr=log)
        try:
            wait_for(f"http://127.0.0.1:{port}/masuk/", process)
            yield Live(f"http://127.0.0.1:{port}", (home / "kata_sandi_contoh").read_text().strip())
        finally:
            process.terminate()
            process.wait(timeout=30)


def wait_for(url: str, process: "subprocess.Popen[bytes]") -> None:
    """Until it answers; raises RuntimeError when it died or took too long."""
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310 (our own address)
                return
        except OSError:
            time.sleep(0.3)
    raise RuntimeError(f"the server did not answer at {url}")
