"""What sort of office a name speaks of, for offices that an import makes; the secretariat can correct it."""

from collections.abc import Mapping

from rangkai.domains.organisations.rules import OfficeKind
from rangkai.lib.text import squeeze, title_case, words

FIRST_WORDS: Mapping[str, OfficeKind] = {
    "badan": OfficeKind.BADAN,
    "bagian": OfficeKind.BAGIAN,
    "dinas": OfficeKind.DINAS,
    "inspektorat": OfficeKind.INSPEKTORAT,
    "kantor": OfficeKind.BADAN,
    "kecamatan": OfficeKind.KECAMATAN,
    "kec": OfficeKind.KECAMATAN,
    "puskesmas": OfficeKind.PUSKESMAS,
    "rsud": OfficeKind.RSUD,
    "rumah": OfficeKind.RSUD,
    "satpol": OfficeKind.SATPOL,
    "satuan": OfficeKind.SATPOL,
    "sekretariat": OfficeKind.SEKRETARIAT,
}


def office_kind(name: str) -> OfficeKind:
    """By the first word; what no word tells is an institution."""
    return FIRST_WORDS.get(words(name).split(" ")[0], OfficeKind.INSTANSI)


ABBREVIATIONS = frozenset({"rsud", "uptd", "upt", "blud", "umkm", "ukm", "psda"})


def office_name(text: str) -> str:
    """As one writes it: "DINAS PEKERJAAN UMUM" is "Dinas Pekerjaan Umum", "RSUD PURI" is "RSUD Puri"."""
    parts = title_case(squeeze(text)).split(" ")
    return " ".join(part.upper() if part.lower() in ABBREVIATIONS else part for part in parts)
