"""Sheets as offices send them, and the small region that they speak of; all of it example."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

from rangkai.domains.needs.rules.derived import EMPTY, with_derived
from rangkai.domains.needs.rules.importing.decide import decide
from rangkai.domains.needs.rules.importing.facts import (
    KnownNeed,
    KnownService,
    NeedFacts,
    Office,
    Part,
    Place,
)
from rangkai.domains.needs.rules.importing.fields import FIELDS
from rangkai.domains.needs.rules.terms import NeedStatus
from rangkai.domains.work.actions.imports.deciding import proposed_mapping
from rangkai.domains.work.rules.options import ImportOptions
from rangkai.domains.work.rules.plan import Plan
from rangkai.engines.tabular import Table, read_workbook, tables_of

HEADINGS = ("Kebutuhan", "Kecamatan", "Desa", "Lokasi", "OPD", "Volume", "Satuan", "Biaya", "Tanggal")
ROW = (
    "Pembangunan MCK",
    "Puri",
    "Kebonagung",
    "RT 1",
    "Dinas Kesehatan",
    "2",
    "unit",
    "50.000.000",
    "6 Juli 2022",
)
OFFICES = (Office(1, ("Dinas Kesehatan", "Dinkes")), Office(2, ("Dinas Lingkungan Hidup", "DLH")))
PLACES = (
    Place(10, "Puri", None),
    Place(11, "Kebonagung", 10),
    Place(12, "Sumber Girang", 10),
    Place(20, "Sooko", None),
    Place(21, "Kedungmaling", 20),
    Place(22, "Kebonagung", 20),
)
PARTS = (
    Part(1, ("Smart Living", "Living"), None),
    Part(2, ("Smart Environment", "Environment"), None),
    Part(1, ("Prasarana kesehatan", "Health"), 1),
)
BLANK: Mapping[str, Any] = {
    "statement": "",
    "detail": "",
    "place": "",
    "area_id": None,
    "office_id": None,
    "source_kind": "office",
    "source": "",
    "source_key": "",
    "stated_on": None,
    "year": None,
    "quantity": None,
    "unit": "",
    "beneficiaries": None,
    "service_id": None,
    "for_whom": "",
    "authority": "",
    "estimate": None,
    "dimension_id": None,
    "subdimension_id": None,
    "urgency": None,
    "seriousness": None,
    "growth": None,
}


SERVICES = (
    KnownService(1, "L-2026-00001", "Pendaftaran pasien", 1),
    KnownService(2, "L-2026-00002", "Pengaduan", 1),
    KnownService(3, "L-2026-00003", "Pengaduan", 2),
)


def csv_bytes(rows: Sequence[Sequence[object]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    return text.getvalue().encode()


def row(**changed: str) -> tuple[str, ...]:
    """The example row with some cells changed, by heading."""
    return tuple(changed.get(heading, cell) for heading, cell in zip(HEADINGS, ROW, strict=True))


def table(rows: Sequence[Sequence[object]], headings: Sequence[str] = HEADINGS) -> Table:
    return tables_of(read_workbook(csv_bytes([headings, *rows]), "usulan.csv"))[0]


def facts(**changed: Any) -> NeedFacts:
    return NeedFacts(
        **{"offices": OFFICES, "places": PLACES, "parts": PARTS, "known": (), "services": SERVICES, **changed}
    )


def known(number: int = 1, status: NeedStatus = NeedStatus.DRAFT, **values: Any) -> KnownNeed:
    """A need that is already there, by default the one of the example row."""
    columns: dict[str, Any] = {
        **BLANK,
        "statement": "Pembangunan MCK",
        "place": "RT 1",
        "area_id": 11,
        "office_id": 1,
        "quantity": "2",
        "unit": "unit",
        "estimate": 50_000_000,
        "stated_on": "2022-07-06",
        **values,
    }
    identity = str(with_derived(EMPTY, columns)["identity"])
    return KnownNeed(number, f"K-2026-{number:05d}", 3, identity, status, columns)


def plan(
    rows: Sequence[Sequence[object]],
    *,
    headings: Sequence[str] = HEADINGS,
    options: ImportOptions | None = None,
    **given: Any,
) -> Plan:
    """Decide a sheet of these rows against the example region."""
    found = table(rows, headings)
    return decide(
        found, proposed_mapping(table=found, fields=FIELDS), facts(**given), options or ImportOptions()
    )
