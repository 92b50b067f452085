"""The form over a pile of returned workbooks, read: which answers it changes."""

from collections.abc import Mapping, Sequence
from typing import Any

from rangkai.domains.work.rules.merging import NOW, CellConflict, Settled
from rangkai.domains.work.rules.terms import Outcome, RowChoice

CELL, ROW, VALUE, EVERY, ROWS = "cell", "row", "value", "every", "rows"
THEIRS = "theirs"


def answered(
    answers: Mapping[str, Any], form: Mapping[str, Sequence[str]], settled: Settled
) -> tuple[dict[str, Any], bool]:
    """The answers with those of the form, and whether the files must be read again.

    `cell:<key>` answers a conflict; `every` answers all open ones alike ("now", or "theirs": the last file);
    `row:<file>:<row>` decides a row ("new", "skip", "same:<ref>"), `rows=skip` leaves out all that ask something;
    `value:<field>:<key>` takes another value.
    """
    cells = dict(answers.get("cells", {}))
    rows = {place: dict(chosen) for place, chosen in answers.get("rows", {}).items()}
    values = {name: dict(chosen) for name, chosen in answers.get("replace", {}).items()}
    again = False
    for name, given in form.items():
        kind, _, rest = name.partition(":")
        said = given[-1].strip() if given else ""
        if kind == CELL and said:
            cells[rest] = said
        elif kind == ROW and _is_row(rest, said):
            place, _, row = rest.partition(":")
            choice, _, ref = said.partition(":")
            rows.setdefault(place, {})[row] = [choice, ref]
            again = True
        elif kind == VALUE and said:
            field, _, key = rest.partition(":")
            values.setdefault(field, {})[key] = said
            again = True
    if form.get(ROWS, [""])[-1] == RowChoice.SKIP:
        for asking in settled.of(Outcome.PROBLEM, Outcome.ALIKE):
            rows.setdefault(str(asking.place), {})[str(asking.plan.row)] = [RowChoice.SKIP.value, ""]
            again = True
    every = form.get(EVERY, [""])[-1]
    cells |= _for_all(every, [conflict for conflict in settled.conflicts if conflict.key not in cells])
    return {"cells": cells, "rows": rows, "replace": values}, again


def _is_row(rest: str, said: str) -> bool:
    place, _, row = rest.partition(":")
    return place.isdigit() and row.isdigit() and said.partition(":")[0] in set(RowChoice)


def _for_all(every: str, conflicts: Sequence[CellConflict]) -> dict[str, str]:
    """One answer for all of them; where nothing stands against the files, the last file speaks."""
    found = {}
    for conflict in conflicts:
        voices = [voice.answer for voice in conflict.voices]
        if every == NOW and NOW in voices:
            found[conflict.key] = NOW
        elif every == THEIRS:
            found[conflict.key] = voices[-1]
    return found
