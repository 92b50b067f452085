"""The columns by which a list of programmes is known, under the names that masterplans give them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from rangkai.engines.tabular import FieldSpec, Kind, Table, propose_mapping
from rangkai.lib.errors import N_, Message
from rangkai.lib.text import fold, words

NAME, ACTIVITY, NUMBER = "name", "activity", "number"
DIMENSION, SUBDIMENSION, OFFICE = "dimension", "subdimension", "office"
TIME, COST, FUND, OUTPUT, QUICK_WIN, DETAILS = "time", "cost", "fund", "output", "quick_win", "details"

FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec(NUMBER, "No", ("nomor", "no urut", "kode"), Kind.CODE),
    FieldSpec(
        NAME,
        "Program",
        (
            "nama program",
            "program smart city",
            "program kerja",
            "program prioritas",
            "program inovasi",
            "program kegiatan",
            "inisiatif",
            "inisiatif smart city",
            "nama inisiatif",
            "inovasi",
            "nama inovasi",
            "inovasi program",
            "quick win program",
            "program quick win",
            "rencana aksi program",
        ),
        required=True,
    ),
    FieldSpec(
        ACTIVITY,
        "Kegiatan",
        ("nama kegiatan", "rencana aksi", "rencana kegiatan", "aksi", "sub kegiatan", "kegiatan pendukung"),
    ),
    FieldSpec(
        DIMENSION,
        "Dimensi",
        ("pilar", "dimensi smart city", "pilar smart city", "dimensi pilar", "elemen smart city"),
    ),
    FieldSpec(SUBDIMENSION, "Sub dimensi", ("subdimensi", "sub pilar", "sub elemen", "indikator dimensi")),
    FieldSpec(
        OFFICE,
        "Perangkat daerah",
        (
            "opd",
            "pd",
            "skpd",
            "opd penanggung jawab",
            "perangkat daerah penanggung jawab",
            "penanggung jawab",
            "opd pelaksana",
            "pelaksana",
            "opd pengampu",
            "pengampu",
            "leading sector",
            "instansi pelaksana",
            "opd terkait",
            "unit kerja",
            "pic",
        ),
    ),
    FieldSpec(
        TIME,
        "Tahun",
        (
            "tahun pelaksanaan",
            "waktu",
            "waktu pelaksanaan",
            "periode",
            "periode pelaksanaan",
            "target waktu",
            "jangka waktu",
            "tahun anggaran",
            "jadwal",
        ),
    ),
    FieldSpec(
        COST,
        "Anggaran",
        (
            "pagu",
            "biaya",
            "kebutuhan anggaran",
            "perkiraan biaya",
            "estimasi anggaran",
            "estimasi biaya",
            "rencana anggaran",
            "pagu indikatif",
            "anggaran rp",
            "total anggaran",
            "kebutuhan dana",
        ),
    ),
    FieldSpec(FUND, "Sumber dana", ("sumber pendanaan", "sumber anggaran", "sumber biaya", "pendanaan")),
    FieldSpec(
        OUTPUT,
        "Indikator",
        (
            "indikator keberhasilan",
            "indikator kinerja",
            "luaran",
            "keluaran",
            "output",
            "output luaran",
            "target",
            "hasil yang diharapkan",
            "target capaian",
        ),
    ),
    FieldSpec(QUICK_WIN, "Quick win", ("quickwin", "quick wins")),
    FieldSpec(
        DETAILS,
        "Uraian",
        ("deskripsi", "penjelasan", "keterangan", "uraian program", "deskripsi program", "ruang lingkup"),
    ),
)
EVIDENCE = (OFFICE, TIME, COST, FUND)
"""A list of programmes says at least by whom, when, or with what money; a table of gaps or strengths does not."""

_YEAR_NAME = re.compile(r"(?:tahun |th\.? ?|thn\.? ?|ta\.? )?((?:19|20)[0-9]{2})(?: \(?rp\.?\)?)?")
_UNITS = re.compile(
    r"\(?\b(?:dalam )?(?:rp\.?|rupiah|juta(?:an)?|ribu(?:an)?|mil[iy]ar|0{3})\b[^)]*\)?$", re.IGNORECASE
)
_TEMPLATE = re.compile(
    r"kekuatan|kelemahan|peluang|ancaman|kesenjangan|kondisi saat ini|strength|weakness|swot|gap"
)


@dataclass(frozen=True, slots=True)
class Columns:
    """Places in `table.columns`: of each field, and of the columns that stand for a year."""

    places: Mapping[str, int]
    years: Mapping[int, int]
    """Place → year."""


def columns_of(table: Table) -> Columns | Message:
    """Which column is which; or, for a table that lists no programmes, the reason."""
    years = {
        place: int(match[1])
        for place, column in enumerate(table.columns)
        if (match := _YEAR_NAME.fullmatch(fold(column.header[-1] if column.header else column.name)))
    }
    proposals = propose_mapping(_without_units(table), FIELDS)
    places = {
        name: found.column_index for name, found in proposals.items() if found.column_index not in years
    }
    if NAME not in places and ACTIVITY in places:
        places[NAME] = places.pop(ACTIVITY)
    if NAME not in places:
        return N_("Tidak ada kolom nama program.")
    if any(_TEMPLATE.search(words(column.name)) for column in table.columns):
        return N_("Tabel ini menilai keadaan (SWOT, kesenjangan), bukan daftar program.")
    if not years and not any(name in places for name in EVIDENCE):
        return N_("Ada kolom program, tetapi tidak ada perangkat daerah, tahun, maupun anggarannya.")
    return Columns(places, years)


def _without_units(table: Table) -> Table:
    """The same table whose headings leave out their unit: "Anggaran (juta)" is "Anggaran", not "Tahun anggaran"."""
    columns = (
        replace(
            column,
            name=_UNITS.sub("", column.name) or column.name,
            header=tuple(_UNITS.sub("", part) or part for part in column.header),
        )
        for column in table.columns
    )
    return replace(table, columns=tuple(columns))
