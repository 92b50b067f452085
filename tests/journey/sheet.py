"""A sheet of needs as an office keeps it: title rows, a header of two rows, and one desa misspelt."""

from pathlib import Path

from openpyxl import Workbook

HEAD = [
    ["No", "Uraian Kebutuhan", "Perangkat Daerah", "Lokasi", None, "Perkiraan Biaya (Rp)"],
    [None, None, None, "Kecamatan", "Desa/Kelurahan", None],
]
ROWS = [
    [
        1,
        "Pembangunan taman bacaan digital warga",
        "Dinas Perpustakaan dan Kearsipan",
        "Mojosari",
        "Awang-Awang",
        85000000,
    ],
    [
        2,
        "Taman bacaan digital di balai desa",
        "Dinas Perpustakaan dan Kearsipan",
        "Mojosari",
        "Kauman",
        60000000,
    ],
    [
        3,
        "Pengadaan rak arsip digital kecamatan",
        "Dinas Perpustakaan dan Kearsipan",
        "Mojosari",
        "Awang-Awng",
        40000000,
    ],
]
WRONG, RIGHT = "Awang-Awng", "Awang-Awang"


def write(path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    sheet.title = "Kebutuhan"
    sheet.append(["DAFTAR KEBUTUHAN KOTA CERDAS"])
    sheet.append(["Dinas Perpustakaan dan Kearsipan, Tahun 2027"])
    sheet.append([])
    for row in [*HEAD, *ROWS]:
        sheet.append(row)
    for span in ("A4:A5", "B4:B5", "C4:C5", "D4:E4", "F4:F5", "A1:F1", "A2:F2"):
        sheet.merge_cells(span)
    book.save(path)
    return path
