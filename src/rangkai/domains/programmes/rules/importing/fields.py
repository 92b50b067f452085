"""The fields that a sheet of programmes may fill, under the names that offices give them.

Money comes in two shapes: columns ("Tahun 2027 / PAD", one for each year and fund), or rows that repeat the programme
with a year, a fund and an amount. Both may stand in one sheet. The labels are those of our own template and export.
"""

import re
from collections.abc import Sequence

from rangkai.domains.work.rules.columns import Fields
from rangkai.engines.tabular import FieldSpec, Kind

REF, KEY = "Nomor", "Nomor di sumber"
NAME, DESCRIPTION, KIND = "Program", "Uraian", "Jenis"
DIMENSION, SUBDIMENSION = "Dimensi", "Subdimensi"
OFFICE, OWNER, SUPPORTING = (
    "Perangkat daerah",
    "Jabatan penanggung jawab",
    "Perangkat daerah pendukung",
)
VALUE, EARLIEST, LATEST = "Bobot manfaat (1–100)", "Mulai paling awal", "Mulai paling lambat"
MUST, QUICK_WIN = "Wajib", "Quick win"
GOALS, INDICATORS, NEEDS, OUTPUT = "Sasaran", "Indikator kinerja", "Kebutuhan yang dijawab", "Keluaran"
YEAR, FUND, AMOUNT = "Tahun anggaran", "Sumber dana", "Pagu"
LINE_OFFICE, NOMENCLATURE, DOCUMENT = "Perangkat daerah pelaksana", "Subkegiatan", "Dokumen sumber"

MONEY = "money_"
"""Beginning of the fields for one year, or one year and fund: money_2027, money_2027_PAD."""

SPECS: tuple[FieldSpec, ...] = (
    FieldSpec("ref", REF, ("nomor program", "nomor rangkai"), Kind.CODE),
    FieldSpec("key", KEY, ("id program", "kode program", "id", "no program", "nomor usulan"), Kind.CODE),
    FieldSpec(
        "name",
        NAME,
        (
            "nama program",
            "program smart city",
            "nama inovasi",
            "inovasi",
            "rencana aksi",
            "nama kegiatan",
            "kegiatan",
            "judul program",
        ),
        required=True,
    ),
    FieldSpec("description", DESCRIPTION, ("deskripsi", "keterangan", "penjelasan", "uraian program")),
    FieldSpec("kind", KIND, ("jenis program", "tipe", "tipe program", "jenis inovasi")),
    FieldSpec("dimension", DIMENSION, ("pilar", "dimensi smart city", "pilar smart city")),
    FieldSpec("subdimension", SUBDIMENSION, ("sub dimensi", "sub pilar", "elemen")),
    FieldSpec(
        "office",
        OFFICE,
        (
            "opd",
            "pd",
            "skpd",
            "opd penanggung jawab",
            "perangkat daerah penanggung jawab",
            "opd pengampu",
            "leading sector",
            "pelaksana",
        ),
    ),
    FieldSpec("owner", OWNER, ("pic", "jabatan pic", "penanggung jawab", "pemilik program")),
    FieldSpec(
        "supporting", SUPPORTING, ("opd pendukung", "pd pendukung", "instansi pendukung", "kolaborator")
    ),
    FieldSpec("value", VALUE, ("bobot", "nilai manfaat", "bobot manfaat"), Kind.NUMBER),
    FieldSpec("earliest", EARLIEST, ("tahun mulai", "tahun rencana", "mulai")),
    FieldSpec("latest", LATEST, ("batas mulai", "paling lambat")),
    FieldSpec("must", MUST, ("program wajib", "prioritas wajib")),
    FieldSpec("quick_win", QUICK_WIN, ("quickwin", "program quick win", "qw")),
    FieldSpec("goals", GOALS, ("sasaran rpjmd", "kode sasaran", "keterkaitan rpjmd"), Kind.CODE),
    FieldSpec("indicators", INDICATORS, ("iku", "indikator", "indikator sasaran", "kode iku")),
    FieldSpec("needs", NEEDS, ("nomor kebutuhan", "kebutuhan"), Kind.CODE),
    FieldSpec("output", OUTPUT, ("output", "hasil", "keluaran program")),
    FieldSpec("year", YEAR, ("tahun", "ta", "tahun pelaksanaan"), Kind.CODE),
    FieldSpec("fund", FUND, ("sumber anggaran", "sumber pendanaan", "sumber pembiayaan", "sumber")),
    FieldSpec(
        "amount",
        AMOUNT,
        (
            "anggaran",
            "biaya",
            "pagu indikatif",
            "nilai anggaran",
            "jumlah anggaran",
            "pagu rp",
            "kebutuhan dana",
        ),
        Kind.NUMBER,
    ),
    FieldSpec("line_office", LINE_OFFICE, ("opd pelaksana", "pd pelaksana", "opd pengelola anggaran")),
    FieldSpec(
        "nomenclature",
        NOMENCLATURE,
        ("kode subkegiatan", "sub kegiatan", "kode sub kegiatan", "nomenklatur", "kode rekening kegiatan"),
    ),
    FieldSpec("document", DOCUMENT, ("dokumen", "sumber dokumen", "dasar anggaran")),
)


def money_specs(years: Sequence[int], funds: Sequence[str]) -> tuple[FieldSpec, ...]:
    """A column for each year, and for each year and fund (code)."""
    whole = [
        FieldSpec(
            f"{MONEY}{year}",
            f"Pagu {year}",
            (str(year), f"tahun {year}", f"anggaran {year}", f"pagu tahun {year}", f"biaya {year}"),
            Kind.NUMBER,
        )
        for year in years
    ]
    split = [
        FieldSpec(
            f"{MONEY}{year}_{fund}",
            f"Tahun {year} / {fund}",
            (f"{year} / {fund}", f"pagu {year} / {fund}", f"anggaran {year} / {fund}", f"{fund} {year}"),
            Kind.NUMBER,
        )
        for year in years
        for fund in funds
    ]
    return (*whole, *split)


def fields_for(years: Sequence[int], funds: Sequence[str]) -> Fields:
    """All that a sheet of the region may have. Numbers and money are taken only from headings of their very name."""
    money = money_specs(years, funds)
    return Fields(
        (*SPECS, *money),
        exact=frozenset({"ref", "key", *(spec.name for spec in money)}),
        shapes={"ref": re.compile(r"[Pp]-[0-9]{4}-[0-9]{5,}")},
    )


def year_and_fund(field: str) -> tuple[int, str]:
    """What the field of a money column says; the fund is empty for a whole year."""
    year, _, fund = field.removeprefix(MONEY).partition("_")
    return int(year), fund
