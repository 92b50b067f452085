"""Buku 2 with 500 programmes and 500 needs, from the database to DOCX and PDF, in a fresh process.

Memory is the most that the process and its children (charts, Typst, pandoc) held together, sampled every 10 ms from
outside. `cpu` is what all of them computed: on a machine that does other work too, `total` says more about that work.
Starting Python and Django is left out of `total`.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import psutil

PROGRAMMES, NEEDS = 500, 500
MOST_SECONDS, MOST_MB = 5.0, 600.0
STEPS = (
    ("gather", "s"),
    ("layout", "s"),
    ("docx", "s"),
    ("pdf", "s"),
    ("total", "s"),
    ("cpu", "s"),
    ("rss", "MB"),
)
_FILL = "import sys; from pathlib import Path; from bench.books import prepare; prepare(Path(sys.argv[1]))"
_CHILD = (
    "import json, sys; from pathlib import Path; from bench.books import measure; "
    "print(json.dumps(measure(Path(sys.argv[1]))))"
)


def run() -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="rangkai-bench-") as home:
        _watched(_FILL, home)
        said, peak = _watched(_CHILD, home)
    figures: dict[str, float] = {**json.loads(said.splitlines()[-1]), "rss": peak / 2**20}
    print(f"Buku 2, {PROGRAMMES} program, {NEEDS} kebutuhan")
    for name, unit in STEPS:
        print(f"  {name:<8}{figures[name]:>10.2f} {unit}")
    print(f"  {'pages':<8}{figures['pages']:>10.0f}")
    spent, held = figures["total"] / MOST_SECONDS, figures["rss"] / MOST_MB
    print(f"  {spent:.2f} of {MOST_SECONDS:g} s, {held:.2f} of {MOST_MB:g} MB")
    return figures


def _watched(code: str, home: str) -> tuple[str, int]:
    """What a fresh interpreter prints, and the most bytes that it and its children held together."""
    command = [sys.executable, "-W", "ignore", "-c", code, home]
    with (
        tempfile.TemporaryFile("w+") as said,
        tempfile.TemporaryFile("w+") as errors,
        subprocess.Popen(command, stdout=said, stderr=errors) as child,  # noqa: S603
    ):
        peak = 0
        watched = psutil.Process(child.pid)
        while child.poll() is None:
            peak = max(peak, _resident(watched))
            time.sleep(0.01)
        said.seek(0)
        errors.seek(0)
        if child.returncode:
            raise RuntimeError(errors.read()[-2000:])
        return said.read(), peak


def _resident(process: psutil.Process) -> int:
    held = 0
    try:
        for one in (process, *process.children(recursive=True)):
            held += one.memory_info().rss
    except psutil.NoSuchProcess:
        pass
    return held


def prepare(home: Path) -> None:
    """Fill a home, not measured."""
    from bench.big_region import fill, open_home

    open_home(home)
    fill(programmes=PROGRAMMES, needs=NEEDS)


def measure(home: Path) -> dict[str, float]:
    """Seconds of each step, pages, and sizes in bytes, of this very process."""
    from bench.big_region import open_home

    open_home(home)
    from rangkai.domains.books.actions import content_of, print_content
    from rangkai.domains.books.rules.terms import BookNumber
    from rangkai.domains.masterplans.queries import masterplans
    from rangkai.domains.regions.queries import region_by_code

    before = _cpu()
    started = time.perf_counter()
    plan = masterplans(region_id=region_by_code("35.16").id)[0]
    at = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
    content = content_of(plan=plan, book=BookNumber.TWO, at=at, number=1)
    marks = [started, time.perf_counter()]
    printed = print_content(content=content, tell=lambda share, doing: marks.append(time.perf_counter()))
    ended = time.perf_counter()
    _, gathered, _, worded, set_ = marks
    return {
        "programmes": PROGRAMMES,
        "needs": NEEDS,
        "gather": gathered - started,
        "layout": worded - gathered,
        "docx": set_ - worded,
        "pdf": ended - set_,
        "total": ended - started,
        "cpu": _cpu() - before,
        "pages": printed.pages,
        "docx_bytes": len(printed.docx),
        "pdf_bytes": len(printed.pdf),
    }


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)
