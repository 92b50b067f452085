"""One command, three processes: the web server and a worker for each queue; what dies is started again."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from rangkai.kit.jobs import put_back_lost

LOOK_EVERY_SECONDS = 1.0
LOST_JOBS_EVERY = 30
THREADS = min(8, 2 * (os.cpu_count() or 1))


def web_command(host: str, port: int) -> list[str]:
    """Granian in threads of one process; more processes behind a proxy are the operator's choice."""
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)),
        *("--workers", "1", "--blocking-threads", str(THREADS), "--log-level", "warning"),
        "rangkai.config.wsgi:application",
    ]


def worker_command(queue: str) -> list[str]:
    return [sys.executable, "-m", "rangkai.config.worker", queue]


def collect_static() -> None:
    """Hash and compress the static files once after they change; a later start finds the stamp and does nothing."""
    root = Path(settings.STATIC_ROOT)
    stamp = root / ".stamp"
    now = fingerprint()
    if stamp.exists() and stamp.read_text() == now:
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=root.exists())
    stamp.write_text(now)


def fingerprint() -> str:
    """Names, sizes and times of every static file."""
    folders = [*map(Path, settings.STATICFILES_DIRS), *settings.PACKAGE.glob("**/static")]
    files = sorted({path for folder in folders for path in folder.rglob("*") if path.is_file()})
    facts = "\n".join(f"{p} {p.stat().st_size} {p.stat().st_mtime_ns}" for p in files)
    return sha256(facts.encode()).hexdigest()


def serve(host: str, port: int, ready: Callable[[], None]) -> None:
    """Run until SIGINT or SIGTERM. `ready` is called once, when the web server takes calls."""
    collect_static()
    put_back_lost(timezone.now())
    commands = {
        "web": web_command(host, port),
        "quick": worker_command("quick"),
        "long": worker_command("long"),
    }
    running = {name: subprocess.Popen(command) for name, command in commands.items()}  # noqa: S603 (our own commands)
    stopping = stop_on_signals()
    ticks = 0
    answers = False
    while not stopping():
        time.sleep(LOOK_EVERY_SECONDS)
        if not answers and taken(host, port):
            answers = True
            ready()
        restart_dead(running, commands)
        ticks += 1
        if ticks % LOST_JOBS_EVERY == 0:
            put_back_lost(timezone.now())
    for process in running.values():
        process.terminate()
    for process in running.values():
        process.wait()


def taken(host: str, port: int) -> bool:
    """Whether something listens there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.settimeout(1.0)
        return probe.connect_ex((host, port)) == 0


def restart_dead(running: dict[str, subprocess.Popen[bytes]], commands: Mapping[str, list[str]]) -> None:
    for name, process in running.items():
        if process.poll() is not None:
            running[name] = subprocess.Popen(commands[name])  # noqa: S603 (our own commands)


def stop_on_signals() -> Callable[[], bool]:
    """A question that turns true once the process was asked to stop."""
    asked: list[int] = []
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda number, _frame: asked.append(number))
    return lambda: bool(asked)
