"""Small sheets of programmes as offices keep them, and the region that they speak of."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

from rangkai.domains.needs.rules.importing.facts import Office, Part
from rangkai.domains.programmes.rules.identity import identity_of
from rangkai.domains.programmes.rules.importing.decide import decide
from rangkai.domains.programmes.rules.importing.facts import (
    Code,
    KnownLine,
    KnownProgramme,
    Named,
    ProgrammeFacts,
)
from rangkai.domains.programmes.rules.importing.fields import fields_for
from rangkai.domains.programmes.rules.terms import ProgrammeStatus
from rangkai.domains.work.rules.columns import guesses
from rangkai.domains.work.rules.options import ImportOptions
from rangkai.domains.work.rules.plan import Plan
from rangkai.engines.tabular import Table, read_workbook, tables_of

YEARS, FUNDS = (2026, 2027, 2028), ("PAD", "DAU")
DINKES, DLH, PAD, DAU = 1, 2, 1, 2


def csv_bytes(rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    return text.getvalue().encode()


def sheet(*rows: Mapping[str, str]) -> list[list[str]]:
    """Headings in the order of their first use, then the rows."""
    headings = list(dict.fromkeys(name for row in rows for name in row))
    return [headings, *([row.get(name, "") for name in headings] for row in rows)]


def table(*rows: Mapping[str, str]) -> Table:
    (found,) = tables_of(read_workbook(csv_bytes(sheet(*rows)), "program.csv"))
    return found


def facts(**given: Any) -> ProgrammeFacts:
    """Two offices with their heads, two dimensions, two funds, one subkegiatan."""
    return ProgrammeFacts(
        **{
            "offices": (
                Office(DINKES, ("Dinas Kesehatan", "Dinkes")),
                Office(DLH, ("Dinas Lingkungan Hidup", "DLH")),
            ),
            "posts": (Named(11, ("Kepala Dinas Kesehatan",)), Named(12, ("Kepala Dinas Lingkungan Hidup",))),
            "heads": {DINKES: 11, DLH: 12},
            "parts": (
                Part(5, ("Smart Living", "Living"), None),
                Part(51, ("Prasarana kesehatan", "health"), 5),
                Part(6, ("Smart Environment", "Environment"), None),
            ),
            "funds": (
                Named(PAD, ("PAD", "Pendapatan Asli Daerah")),
                Named(DAU, ("DAU", "Dana Alokasi Umum")),
            ),
            "codes": (
                Code(31, "1.02.02.2.02.0001", "Pengelolaan Pelayanan Kesehatan", 2024),
                Code(30, "1.02.02.2.02.01", "Pelayanan lama", 2021, 2023),
            ),
            "goals": (Named(71, ("S1.1.1", "Layanan kesehatan yang mudah")),),
            "indicators": (Named(81, ("Indeks kepuasan masyarakat", "IKU-1")),),
            "needs": {"K-2026-00001": 91},
            **given,
        }
    )


def known(name: str = "Antrean daring", pk: int = 1, **given: Any) -> KnownProgramme:
    """A programme of Dinas Kesehatan as it stands."""
    lines = tuple(KnownLine(*line) for line in given.pop("lines", ()))
    hung = {key: given.pop(key) for key in ("ties", "outputs", "status") if key in given}
    values = {
        "name": name,
        "description": "",
        "kind_of": "service",
        "dimension_id": 5,
        "subdimension_id": None,
        "office_id": DINKES,
        "owner_id": 11,
        "value": 50,
        "earliest": None,
        "latest": None,
        "must": False,
        "quick_win": False,
        "source": "",
        "source_key": "",
        **given,
    }
    return KnownProgramme(
        id=pk,
        ref=f"P-2026-{pk:05d}",
        version=3,
        identity=identity_of(
            office_id=values["office_id"],
            name=values["name"],
            source=values["source"],
            source_key=values["source_key"],
        ),
        values=values,
        lines=lines,
        **{"status": ProgrammeStatus.DRAFT, **hung},
    )


def plan(
    *rows: Mapping[str, str], about: ProgrammeFacts | None = None, options: ImportOptions | None = None
) -> Plan:
    """What saving the sheet would do, with the columns mapped as the product proposes."""
    found = table(*rows)
    mapping = {found.columns[hit.place].name: hit.field for hit in guesses(found, fields_for(YEARS, FUNDS))}
    return decide(found, mapping, about or facts(), options or ImportOptions())
