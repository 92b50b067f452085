"""Sebar–kumpul: workbooks for 45 offices of 100 needs each, made, given back with a cell changed in every row, saved.

The needs are made up and inserted in bulk, past the actions; making, reading and saving are the product's own.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

OFFICES, ROWS = 45, 100
TARGET = 10.0
TODAY = date(2026, 11, 24)
BEFORE, AFTER = "Keadaan contoh", "Keadaan terkini"
STRINGS = "xl/sharedStrings.xml"
_CHILD = "import json; from bench.sheets import measure; print(json.dumps(measure()))"


def run() -> dict[str, Any]:
    """One run in a home and a process of its own; wall and CPU seconds, for the machine may be shared."""
    with tempfile.TemporaryDirectory(prefix="rangkai-bench-") as home:
        command = [sys.executable, "-W", "ignore", "-c", _CHILD]
        env = {**os.environ, "RANGKAI_HOME": home}
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)  # noqa: S603
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    _show(figures)
    return figures


def measure() -> dict[str, Any]:
    """The work itself, in this very process and the home of its environment."""
    from rangkai.cli.django_setup import migrate, set_up

    set_up()
    migrate()
    return _measured()


def _measured() -> dict[str, Any]:
    from rangkai.domains.work.actions.sheets.making import RoundWish, make_workbooks, start_round
    from rangkai.domains.work.queries.sheets import round_of, sheets_in, workbook_of

    actor, offices = _fill()
    wish = RoundWish("needs", "Kebutuhan 2027", None, frozenset(offices))
    found = start_round(actor, wish=wish, today=TODAY)
    figures: dict[str, Any] = {"offices": OFFICES, "rows": ROWS}
    figures |= _timed("made", lambda: make_workbooks(actor, found=found, today=TODAY))
    sheets = list(sheets_in(found=round_of(actor, round_id=found.pk)))
    returned = [_returned(workbook_of(sheet=sheet)) for sheet in sheets]
    figures |= _timed("collected", lambda: _collect(actor, returned))
    figures["changed"] = _changed()
    return figures


def _fill() -> tuple[Any, list[int]]:
    """A region whose offices have needs; every text is told apart by its number."""
    from rangkai.domains.needs.models import Need
    from rangkai.domains.needs.rules.identity import identity_by_content
    from rangkai.domains.organisations.tests.factories import office, region
    from rangkai.kit.policies import Actor

    place = region()
    offices = [office(place, f"pd-{n:02d}", f"Dinas Contoh Nomor {n}") for n in range(OFFICES)]
    needs = [
        Need(
            region=place,
            office=of,
            ref=f"K-2026-{number:05d}",
            statement=(said := f"Peningkatan layanan nomor {number} di kantor {of.code}"),
            detail=f"{BEFORE} {number}",
            identity=identity_by_content(office_id=of.pk, area_id=None, statement=said, place=""),
        )
        for number, of in enumerate((of for of in offices for _ in range(ROWS)), 1)
    ]
    Need.objects.bulk_create(needs, batch_size=500)
    return Actor.system(place.pk), [of.pk for of in offices]


def _returned(content: bytes) -> bytes:
    """The workbook with its texts changed, as any program for sheets would write it again."""
    buffer = BytesIO()
    with ZipFile(BytesIO(content)) as given, ZipFile(buffer, "w") as written:
        for name in given.namelist():
            part = given.read(name)
            written.writestr(name, part.replace(BEFORE.encode(), AFTER.encode()) if name == STRINGS else part)
    return buffer.getvalue()


def _collect(actor: Any, returned: list[bytes]) -> None:
    from rangkai.domains.work.actions.sheets.gathering import Dropped, save_gathering, start_gathering
    from rangkai.domains.work.actions.sheets.reading import read_gathering

    dropped = [Dropped(f"WA {number}.xlsx", content) for number, content in enumerate(returned, 1)]
    pile = start_gathering(actor, dropped=dropped, today=TODAY)
    read_gathering(actor, gathering=pile, today=TODAY)
    save_gathering(actor, gathering=pile, today=TODAY)


def _changed() -> int:
    from rangkai.domains.needs.models import Need

    return Need.objects.filter(detail__startswith=AFTER).count()


def _timed(name: str, work: Callable[[], Any]) -> dict[str, float]:
    """Wall seconds, CPU seconds of this process and of those that it started."""
    wall, cpu, others = time.perf_counter(), time.process_time(), _of_children()
    work()
    spent = time.process_time() - cpu + _of_children() - others
    return {f"{name}_s": round(time.perf_counter() - wall, 2), f"{name}_cpu_s": round(spent, 2)}


def _of_children() -> float:
    times = os.times()
    return times.children_user + times.children_system


def _show(figures: dict[str, Any]) -> None:
    print(f"{OFFICES} offices × {ROWS} rows, {figures['changed']} cells changed and saved")
    print(f"{'what':10} {'wall s':>8} {'CPU s':>8} {'target s':>9} {'ratio':>6}")
    for name in ("made", "collected"):
        wall, cpu = figures[f"{name}_s"], figures[f"{name}_cpu_s"]
        print(f"{name:10} {wall:8.2f} {cpu:8.2f} {TARGET:9.1f} {wall / TARGET:6.2f}")
