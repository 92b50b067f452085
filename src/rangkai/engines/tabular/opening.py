"""Workbooks opened in a process of their own, so that no file can take this one down."""

import pickle
import subprocess
import sys
from pathlib import Path

from rangkai.engines.tabular.addresses import Area
from rangkai.engines.tabular.model import Limits, Raw, Sheet
from rangkai.engines.tabular.refusals import damaged, too_slow

_OPENER = Path(__file__).with_name("opener.py")


def open_workbook(data: bytes, filename: str, limits: Limits) -> list[Sheet]:
    """The sheets of an xlsx, xls or ods as its library reads them: without the cells that hold errors.

    Raises `Invalid` for a damaged file, and for one that needs more memory or time than `limits` allow.
    """
    command = [sys.executable, "-P", str(_OPENER), str(limits.memory_bytes)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=limits.seconds, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise too_slow(filename) from error
    if done.returncode:
        raise damaged(filename)
    opened = pickle.loads(done.stdout)  # noqa: S301 (written by our own script a moment ago)
    return [_sheet(*parts) for parts in opened]


def _sheet(
    name: str, is_hidden: bool, rows: list[list[Raw]], merged: list[tuple[int, int, int, int]]
) -> Sheet:
    return Sheet(name, rows, tuple(Area(*area) for area in merged), is_hidden)
