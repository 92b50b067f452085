"""The fields that a sheet of needs may fill, under the names that offices give them.

The labels are those of our own export and template, so that what was exported comes back column by column.
"""

import re

from rangkai.domains.work.rules.columns import Fields
from rangkai.engines.tabular import FieldSpec, Kind

REF, KEY = "Nomor", "Nomor di sumber"
STATEMENT, DETAIL, PLACE = "Kebutuhan", "Keadaan sekarang", "Tempat"
KECAMATAN, VILLAGE, AREA, OFFICE = "Kecamatan", "Desa/kelurahan", "Wilayah", "Perangkat daerah"
SOURCE_KIND, STATED_ON, YEAR = "Sumber", "Disampaikan", "Tahun"
QUANTITY, UNIT, PEOPLE, ESTIMATE = "Jumlah", "Satuan", "Penerima manfaat", "Perkiraan biaya"
DIMENSION, SUBDIMENSION = "Dimensi", "Subdimensi"
SERVICE, FOR_WHOM, AUTHORITY = "Layanan yang diperbaiki", "Siapa yang menerima manfaat", "Kewenangan"
URGENCY, SERIOUSNESS, GROWTH = "Urgensi (1–5)", "Keseriusan (1–5)", "Pertumbuhan (1–5)"

SPECS: tuple[FieldSpec, ...] = (
    FieldSpec("ref", REF, ("nomor kebutuhan", "nomor rangkai"), Kind.CODE),
    FieldSpec(
        "key",
        KEY,
        (
            "usulan id",
            "id usulan",
            "kode usulan",
            "nomor usulan",
            "no usulan",
            "id",
            "id kebutuhan",
            "kode kebutuhan",
        ),
        Kind.CODE,
    ),
    FieldSpec(
        "statement",
        STATEMENT,
        (
            "usulan",
            "usulan kegiatan",
            "kegiatan",
            "nama kegiatan",
            "nama usulan",
            "uraian kebutuhan",
            "uraian usulan",
            "permasalahan",
            "masalah",
            "pekerjaan",
            "kebutuhan layanan",
        ),
        required=True,
    ),
    FieldSpec(
        "detail",
        DETAIL,
        ("uraian", "keterangan", "deskripsi", "rincian", "indikator", "penjelasan", "catatan"),
    ),
    FieldSpec(
        "place",
        PLACE,
        ("rincian lokasi", "lokasi", "detail lokasi", "alamat", "lokasi kegiatan", "lokasi rinci"),
    ),
    FieldSpec("kecamatan", KECAMATAN, ("kec", "nama kecamatan")),
    FieldSpec("village", VILLAGE, ("desa", "kelurahan", "desa kelurahan", "nama desa", "kelurahan desa")),
    FieldSpec("area", AREA, ()),
    FieldSpec(
        "office",
        OFFICE,
        (
            "opd",
            "skpd",
            "pd",
            "opd tujuan",
            "dinas",
            "instansi",
            "opd pengusul",
            "opd penanggung jawab",
            "perangkat",
        ),
    ),
    FieldSpec(
        "source_kind",
        SOURCE_KIND,
        (
            "tahapan",
            "asal",
            "asal usulan",
            "asal kebutuhan",
            "sumber usulan",
            "jenis usulan",
            "jalur usulan",
        ),
    ),
    FieldSpec(
        "stated_on",
        STATED_ON,
        ("tanggal", "tanggal usulan", "tanggal input", "tgl", "tgl usulan", "tanggal masuk"),
        Kind.DATE,
    ),
    FieldSpec("year", YEAR, ("tahun anggaran", "ta", "tahun usulan", "tahun pelaksanaan"), Kind.CODE),
    FieldSpec("quantity", QUANTITY, ("volume", "target", "vol", "banyaknya", "besaran"), Kind.NUMBER),
    FieldSpec("unit", UNIT, ("sat", "satuan volume", "satuan target")),
    FieldSpec(
        "beneficiaries",
        PEOPLE,
        (
            "jumlah penerima manfaat",
            "penerima manfaat jiwa",
            "jumlah penerima",
            "sasaran jiwa",
            "jumlah jiwa",
        ),
        Kind.NUMBER,
    ),
    FieldSpec(
        "estimate",
        ESTIMATE,
        (
            "biaya",
            "anggaran",
            "usulan anggaran",
            "perkiraan anggaran",
            "estimasi biaya",
            "kebutuhan dana",
            "pagu",
            "pagu usulan",
            "nilai usulan",
            "perkiraan biaya rp",
        ),
        Kind.NUMBER,
    ),
    FieldSpec(
        "service",
        SERVICE,
        (
            "layanan",
            "nama layanan",
            "jenis layanan",
            "layanan publik",
            "layanan terkait",
            "layanan yang ditingkatkan",
        ),
    ),
    FieldSpec(
        "for_whom",
        FOR_WHOM,
        (
            "kelompok penerima manfaat",
            "kelompok sasaran",
            "penerima manfaat siapa",
            "sasaran penerima manfaat",
        ),
    ),
    FieldSpec("authority", AUTHORITY, ("kewenangan urusan", "wewenang", "kewenangan pemerintah")),
    FieldSpec("dimension", DIMENSION, ("pilar", "dimensi smart city", "pilar smart city")),
    FieldSpec("subdimension", SUBDIMENSION, ("sub dimensi", "sub pilar")),
    FieldSpec("urgency", URGENCY, ("urgensi", "urgency", "u"), Kind.NUMBER),
    FieldSpec("seriousness", SERIOUSNESS, ("keseriusan", "seriousness", "s"), Kind.NUMBER),
    FieldSpec("growth", GROWTH, ("pertumbuhan", "growth", "g"), Kind.NUMBER),
)

FIELDS = Fields(
    SPECS,
    exact=frozenset({"ref", "key", "area", "source_kind"}),
    shapes={"ref": re.compile(r"[Kk]-[0-9]{4}-[0-9]{5,}")},
)
"""A column "Nomor" that counts 1, 2, 3 is neither our number nor the source's; a column "Sumber anggaran" is money."""

JOINS = frozenset({"detail"})
"""A description may come from several columns; each is kept with its heading."""
