"""Offices that an import makes, by the name that the sheet gives."""

import pytest

from rangkai.domains.needs.rules.importing.offices import office_kind, office_name
from rangkai.domains.organisations.rules import OfficeKind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("DINAS PEKERJAAN UMUM", "Dinas Pekerjaan Umum", OfficeKind.DINAS),
        ("RSUD  PURI", "RSUD Puri", OfficeKind.RSUD),
        ("SATUAN POLISI PAMONG PRAJA", "Satuan Polisi Pamong Praja", OfficeKind.SATPOL),
        ("Kec. Sooko", "Kec. Sooko", OfficeKind.KECAMATAN),
        ("CIRACAP", "Ciracap", OfficeKind.INSTANSI),
    ],
)
def test_it_writes_a_name_out_and_tells_its_kind(text: str, name: str, kind: OfficeKind) -> None:
    assert (office_name(text), office_kind(text)) == (name, kind)
