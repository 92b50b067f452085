"""Seconds to preview and to save the usulan of a kabupaten, and what the same sheet changes when it comes again.

The sheet is read in place beside the project and is no part of it; without it there is nothing to measure.
"""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

SHEET = Path(__file__).resolve().parents[2] / "shared/data/needs/sukabumi_2019_3_musrenbang_desa.csv"
REGION = "32.02"
PREVIEW_TARGET, SAVE_TARGET = 3.0, 10.0


def run() -> dict[str, Any]:
    """One run in an empty home; wall and CPU seconds, for the machine may be shared."""
    if not SHEET.exists():
        print("The sheet of usulan is absent beside the project; imports were not measured.")
        return {"skipped": True}
    with tempfile.TemporaryDirectory(prefix="rangkai-bench-") as home:
        os.environ["RANGKAI_HOME"] = home
        return _measured()


def _measured() -> dict[str, Any]:
    from rangkai.cli.django_setup import migrate, set_up

    set_up()
    migrate()
    from rangkai.domains.work.actions.imports.direct import import_directly, preview_directly

    actor, given = _given()
    figures: dict[str, Any] = {}
    _, figures["preview_s"], figures["preview_cpu_s"] = _timed(lambda: preview_directly(actor, **given))
    first, figures["saved_s"], figures["saved_cpu_s"] = _timed(lambda: import_directly(actor, **given))
    again, figures["again_s"], figures["again_cpu_s"] = _timed(lambda: import_directly(actor, **given))
    figures |= {"committed": first.committed, "first": _counts(first), "again": _counts(again)}
    _show(figures)
    return figures


def _given() -> tuple[Any, dict[str, Any]]:
    from datetime import date

    from rangkai.domains.regions.actions import load_areas, load_governments
    from rangkai.domains.regions.queries import government_ids, region_by_code
    from rangkai.domains.work.actions.imports.direct import Direct
    from rangkai.domains.work.actions.imports.upload import Upload
    from rangkai.domains.work.rules.options import ImportOptions
    from rangkai.domains.work.rules.terms import RowChoice
    from rangkai.kit.policies import Actor
    from rangkai.surfaces.examples.sheets import REGION_CODES

    load_governments(Actor.system(0), folder=REGION_CODES)
    regions = {code: pk for code, pk in government_ids().items() if code == REGION}
    load_areas(Actor.system(0), folder=REGION_CODES, regions=regions)
    upload = Upload(SHEET.name, SHEET.read_bytes(), source="", sheet="")
    wanted = Direct("needs", upload, ImportOptions(alike=RowChoice.NEW, skip_problems=True))
    actor = Actor.system(region_by_code(REGION).id)
    return actor, {"wanted": wanted, "today": date(2026, 11, 24)}


def _timed(work: Callable[[], Any]) -> tuple[Any, float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    found = work()
    return found, round(time.perf_counter() - wall, 2), round(time.process_time() - cpu, 2)


def _counts(answer: Any) -> dict[str, int]:
    return {str(outcome): count for outcome, count in answer.plan.counts.items()}


def _show(figures: dict[str, Any]) -> None:
    print(f"{'what':10} {'wall s':>8} {'CPU s':>8} {'target s':>9} {'ratio':>6}")
    for name, target in (("preview", PREVIEW_TARGET), ("saved", SAVE_TARGET), ("again", SAVE_TARGET)):
        wall, cpu = figures[f"{name}_s"], figures[f"{name}_cpu_s"]
        print(f"{name:10} {wall:8.2f} {cpu:8.2f} {target:9.1f} {wall / target:6.2f}")
    print(f"first: {figures['first']}, written: {figures['committed']}\nagain: {figures['again']}")
