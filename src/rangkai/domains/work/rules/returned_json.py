"""Returned files as JSON and back: read once, then looked at, answered and recorded as they were shown."""

from collections.abc import Mapping
from typing import Any

from rangkai.domains.work.rules.merging import Cell, ReturnedFile
from rangkai.domains.work.rules.plan_json import (
    message_from_json,
    message_to_json,
    plan_from_json,
    plan_to_json,
)

type Data = dict[str, Any]


def file_to_json(file: ReturnedFile) -> Data:
    return {
        "name": file.name,
        "file": file.file,
        "sha256": file.sha256,
        "sheet_id": file.sheet_id,
        "noun": file.noun,
        "office": file.office,
        "trouble": message_to_json(file.trouble) if file.trouble else None,
        "importable": file.importable,
        "repeated": file.repeated,
        "plan": plan_to_json(file.plan) if file.plan else None,
        "cells": {
            str(row): {name: [cell.sent, cell.now, cell.address] for name, cell in cells.items()}
            for row, cells in file.cells.items()
        },
        "gone": list(file.gone),
    }


def file_from_json(data: Mapping[str, Any]) -> ReturnedFile:
    return ReturnedFile(
        name=data["name"],
        file=data["file"],
        sha256=data["sha256"],
        sheet_id=data["sheet_id"],
        noun=data["noun"],
        office=data["office"],
        trouble=message_from_json(data["trouble"]) if data["trouble"] else None,
        importable=data["importable"],
        repeated=data["repeated"],
        plan=plan_from_json(data["plan"]) if data["plan"] else None,
        cells={
            int(row): {name: Cell(*parts) for name, parts in cells.items()}
            for row, cells in data["cells"].items()
        },
        gone=tuple(data["gone"]),
    )
