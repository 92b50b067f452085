"""What the templates of an import read: sentences translated, cells with the look of the part they play."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from rangkai.domains.work.rules.plan_json import message_from_json
from rangkai.kit.messages import render

LOOKS: Mapping[str, str] = {
    "header": "bg-primary-lt fw-bold",
    "numbering": "text-secondary",
    "title": "fst-italic text-secondary",
    "note": "fst-italic text-secondary",
    "total": "text-secondary",
    "section": "fst-italic",
    "skipped": "text-secondary",
    "problem": "bg-danger-lt",
    "outside": "text-secondary",
}
KINDS: Mapping[str, str] = {
    "text": "teks",
    "number": "angka",
    "date": "tanggal",
    "code": "kode",
    "empty": "kosong",
}


def step_list(current: int) -> list[dict[str, object]]:
    """The steps of an import; `current` from 0."""
    words = (_("Berkas"), _("Tabel"), _("Kolom"), _("Pratinjau"), _("Tersimpan"))
    return [{"word": word, "active": place == current} for place, word in enumerate(words)]


def table_view(sheet: Mapping[str, Any]) -> dict[str, Any]:
    """A table of `rules.sheets.sheet_view`, in the reader's language."""
    picture = sheet["picture"]
    return {
        **sheet,
        "notes": [render(message_from_json(note)) for note in sheet["notes"]],
        "columns": [
            {
                **column,
                "kind": _(KINDS[column["kind"]]),
                "reason": render(message_from_json(column["reason"])) if column["reason"] else "",
            }
            for column in sheet["columns"]
        ],
        "picture": {
            **picture,
            "rows": [
                {
                    "number": row["number"],
                    "cells": [(text, LOOKS.get(role, "")) for text, role in row["cells"]],
                }
                for row in picture["rows"]
            ],
        },
    }


def numbered(rows: Sequence[Any], number: int, size: int) -> Sequence[Any]:
    """One page of a sequence; pages count from 1."""
    return rows[(number - 1) * size : number * size]
