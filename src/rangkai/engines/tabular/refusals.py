"""Files that are not read, and what to do about each."""

from rangkai.engines.tabular.model import Limits
from rangkai.lib.errors import N_, Invalid, Message
from rangkai.lib.numbers import format_number


def empty_file(name: str) -> Invalid:
    return Invalid(N_("Berkas %(name)s kosong. Unggah berkas yang berisi tabel.", name=name))


def too_large(name: str, size: int, limits: Limits) -> Invalid:
    return Invalid(
        N_(
            "Berkas %(name)s berukuran %(size)s MB; batasnya %(limit)s MB. Bagi menjadi beberapa berkas.",
            name=name,
            size=size // 1_000_000,
            limit=limits.file_bytes // 1_000_000,
        )
    )


def wrong_kind(name: str, what: Message) -> Invalid:
    return Invalid(
        N_(
            "Isi berkas %(name)s adalah %(what)s, bukan lembar kerja. Unggah berkas .xlsx, .xls, .ods, atau .csv.",
            name=name,
            what=what,
        )
    )


def locked(name: str) -> Invalid:
    return Invalid(
        N_(
            "Berkas %(name)s dilindungi kata sandi. Buka di Excel, hapus kata sandinya lewat Info > Lindungi Buku "
            "Kerja, simpan, lalu unggah kembali.",
            name=name,
        )
    )


def damaged(name: str) -> Invalid:
    return Invalid(
        N_(
            "Berkas %(name)s rusak atau tidak lengkap. Buka di Excel atau LibreOffice, simpan ulang sebagai .xlsx, "
            "lalu unggah kembali.",
            name=name,
        )
    )


def swollen(name: str, size: int) -> Invalid:
    return Invalid(
        N_(
            "Berkas %(name)s mengembang menjadi lebih dari %(size)s MB saat dibuka, jauh melebihi lembar kerja yang "
            "wajar, sehingga tidak dibuka. Salin tabelnya ke berkas baru lalu unggah kembali.",
            name=name,
            size=size // 1_000_000,
        )
    )


def too_many_rows(name: str, sheet: str, limits: Limits) -> Invalid:
    return Invalid(
        N_(
            "Lembar %(sheet)s pada berkas %(name)s berisi lebih dari %(limit)s baris. Bagi menjadi beberapa berkas, "
            "misalnya per kecamatan, lalu unggah satu per satu.",
            name=name,
            sheet=sheet,
            limit=format_number(limits.rows),
        )
    )


def too_wide(name: str, sheet: str, cell: str, limits: Limits) -> Invalid:
    return Invalid(
        N_(
            "Lembar %(sheet)s pada berkas %(name)s terisi sampai sel %(cell)s, melebihi batas %(columns)s kolom dan "
            "%(cells)s sel. Hapus isi yang jauh di luar tabel, lalu unggah kembali.",
            name=name,
            sheet=sheet,
            cell=cell,
            columns=format_number(limits.columns),
            cells=format_number(limits.cells),
        )
    )


def too_much_text(name: str, sheet: str) -> Invalid:
    return Invalid(
        N_(
            "Teks pada lembar %(sheet)s di berkas %(name)s terlalu banyak untuk dibuka. Bagi menjadi beberapa berkas.",
            name=name,
            sheet=sheet,
        )
    )


def too_slow(name: str) -> Invalid:
    return Invalid(
        N_(
            "Berkas %(name)s terlalu lama dibuka sehingga dihentikan. Bagi menjadi beberapa berkas.",
            name=name,
        )
    )


def nothing_in_it(name: str) -> Invalid:
    return Invalid(
        N_(
            "Tidak ada satu sel pun yang terisi pada berkas %(name)s. Unggah berkas yang berisi tabel.",
            name=name,
        )
    )
