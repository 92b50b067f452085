"""Buku 2 with 500 programmes, printed from nothing in a fresh process: charts, DOCX and PDF.

Memory is the most that the process and its children (Typst, pandoc) held together, sampled every 10 ms. `cpu` is what
all of them computed: on a machine that does other work too, `total` says more about that work.
"""

import json
import resource
import subprocess
import sys
import threading
import time

import psutil

PROGRAMMES = 500
MOST_SECONDS, MOST_MB = 5.0, 600.0
_CHILD = "import json; from bench.books import measure; print(json.dumps(measure()))"


def run() -> dict[str, float]:
    done = subprocess.run([sys.executable, "-c", _CHILD], capture_output=True, text=True, check=True)  # noqa: S603
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    print(f"Buku 2, {PROGRAMMES} program")
    for name, unit in (
        ("charts", "s"),
        ("docx", "s"),
        ("pdf", "s"),
        ("total", "s"),
        ("cpu", "s"),
        ("rss", "MB"),
    ):
        print(f"  {name:<8}{figures[name]:>10.2f} {unit}")
    print(f"  {'pages':<8}{figures['pages']:>10.0f}")
    spent, held = figures["total"] / MOST_SECONDS, figures["rss"] / MOST_MB
    print(f"  {spent:.2f} of {MOST_SECONDS:g} s, {held:.2f} of {MOST_MB:g} MB")
    return figures


def measure() -> dict[str, float]:
    """Seconds of each step, pages, sizes in bytes, and the peak of memory in MB, of this very process."""
    watch = _Watch()
    watch.start()
    started = time.perf_counter()
    from rangkai.engines.typeset.render import to_docx, to_pdf
    from rangkai.engines.typeset.tests.samples import book, figures

    document = book(PROGRAMMES, figures(PROGRAMMES))
    drawn = time.perf_counter()
    word = to_docx(document)
    worded = time.perf_counter()
    pdf = to_pdf(document)
    ended = time.perf_counter()
    watch.stop()
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return {
        "programmes": PROGRAMMES,
        "charts": drawn - started,
        "docx": worded - drawn,
        "pdf": ended - worded,
        "total": ended - started,
        "cpu": sum(one.ru_utime + one.ru_stime for one in used),
        "pages": pdf.pages,
        "docx_bytes": len(word),
        "pdf_bytes": len(pdf.content),
        "rss": watch.peak / 2**20,
    }


class _Watch(threading.Thread):
    """Adds up the resident memory of this process and its children until stopped."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self._ended = threading.Event()

    def run(self) -> None:
        me = psutil.Process()
        while not self._ended.wait(0.01):
            self.peak = max(self.peak, sum(map(_resident, [me, *me.children(recursive=True)])))

    def stop(self) -> None:
        self._ended.set()
        self.join()


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.NoSuchProcess:
        return 0
