"""Sheets of services as offices send them, and the small region they speak of; all of it example."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from rangkai.domains.architecture.rules.importing import FIELDS, KnownService, Office, ServiceFacts, decide
from rangkai.domains.work.actions.imports.deciding import proposed_mapping
from rangkai.domains.work.rules.options import ImportOptions
from rangkai.domains.work.rules.plan import Plan
from rangkai.engines.tabular import read_workbook, tables_of

HEADINGS = ("Nama layanan", "OPD", "Jumlah pengguna", "Tingkat digitalisasi", "Kendala", "Keterangan")
ROW = ("Pendaftaran pasien", "Dinas Kesehatan", "12.500", "manual", "jaringan; SDM", "Satu loket")
OFFICES = (Office(1, ("Dinas Kesehatan", "Dinkes")), Office(2, ("Dinas Lingkungan Hidup", "DLH")))


def csv_bytes(rows: Sequence[Sequence[object]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    return text.getvalue().encode()


def row(**changed: str) -> tuple[str, ...]:
    """The example row with some cells changed: name, office, users, degree, hindrances, note."""
    names = ("name", "office", "users", "degree", "hindrances", "note")
    return tuple(changed.get(name, cell) for name, cell in zip(names, ROW, strict=True))


def known(number: int = 1, **values: Any) -> KnownService:
    """A service that is already there, by default the one of the example row."""
    columns: dict[str, Any] = {
        "name": "Pendaftaran pasien",
        "office_id": 1,
        "audience": "",
        "channel": "",
        "users": 12_500,
        "digitalisation": "manual",
        "lacks_network": True,
        "lacks_devices": False,
        "lacks_people": True,
        "hindrance_note": "Satu loket",
        **values,
    }
    return KnownService(number, f"L-2026-{number:05d}", 3, columns)


def plan(
    rows: Sequence[Sequence[object]],
    *,
    headings: Sequence[str] = HEADINGS,
    options: ImportOptions | None = None,
    **given: Any,
) -> Plan:
    """Decide a sheet of these rows against the example region."""
    table = tables_of(read_workbook(csv_bytes([headings, *rows]), "layanan.csv"))[0]
    facts = ServiceFacts(**{"offices": OFFICES, "known": (), **given})
    mapping = proposed_mapping(table=table, fields=FIELDS)
    return decide(table, mapping, facts, options or ImportOptions())
