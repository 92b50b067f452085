"""Documents that are not read, and what to do about each."""

from collections.abc import Sequence

from rangkai.engines.dossier.model import DocumentLimits
from rangkai.lib.errors import N_, Invalid, Message


def empty_file(name: str) -> Invalid:
    return Invalid(N_("Berkas %(name)s kosong. Unggah naskah .docx yang berisi.", name=name))


def too_large(name: str, size: int, limits: DocumentLimits) -> Invalid:
    return Invalid(
        N_(
            "Berkas %(name)s berukuran %(size)s MB; batasnya %(limit)s MB. Simpan dengan gambar yang dimampatkan, "
            "atau unggah bab yang memuat tabel program saja.",
            name=name,
            size=size // 1_000_000,
            limit=limits.file_bytes // 1_000_000,
        )
    )


def old_word(name: str) -> Invalid:
    return Invalid(
        N_(
            "Isi berkas %(name)s adalah dokumen Word lama (.doc), walaupun namanya mungkin .docx. Buka di Word atau "
            "LibreOffice, pilih Simpan Sebagai, jenis Dokumen Word (.docx), lalu unggah hasilnya.",
            name=name,
        )
    )


def a_pdf(name: str) -> Invalid:
    return Invalid(
        N_(
            "Isi berkas %(name)s adalah PDF. Rencana lama dibaca dari naskah Word (.docx): mintalah naskah itu kepada "
            "penyusunnya, atau buka PDF ini di Word dan simpan sebagai .docx. PDF hasil pindai (gambar tanpa teks) "
            "perlu dikenali dahulu teksnya (OCR).",
            name=name,
        )
    )


def wrong_kind(name: str, what: Message) -> Invalid:
    return Invalid(
        N_(
            "Isi berkas %(name)s adalah %(what)s. Rencana lama dibaca dari naskah Word (.docx).",
            name=name,
            what=what,
        )
    )


def a_sheet(name: str) -> Invalid:
    return Invalid(
        N_(
            "Isi berkas %(name)s adalah lembar kerja, bukan naskah. Program dalam lembar kerja diimpor lewat "
            "Program > Impor.",
            name=name,
        )
    )


def locked(name: str) -> Invalid:
    return Invalid(
        N_(
            "Berkas %(name)s dilindungi kata sandi. Buka dengan kata sandinya, hapus perlindungannya, simpan, lalu "
            "unggah kembali.",
            name=name,
        )
    )


def damaged(name: str) -> Invalid:
    return Invalid(
        N_(
            "Berkas %(name)s rusak atau tidak lengkap. Buka di Word atau LibreOffice, simpan ulang, lalu unggah "
            "kembali.",
            name=name,
        )
    )


def swollen(name: str, limits: DocumentLimits) -> Invalid:
    return Invalid(
        N_(
            "Teks di dalam berkas %(name)s mengembang menjadi lebih dari %(limit)s MB, jauh melebihi naskah yang "
            "wajar, sehingga tidak dibuka. Salin isinya ke dokumen baru lalu unggah kembali.",
            name=name,
            limit=limits.text_bytes // 1_000_000,
        )
    )


def too_much(name: str) -> Invalid:
    return Invalid(
        N_(
            "Isi berkas %(name)s terlalu banyak untuk dibaca sekaligus. Bagi per bab, lalu unggah bab yang memuat "
            "tabel program.",
            name=name,
        )
    )


def no_programmes(name: str, tables: int, headings: Sequence[str]) -> Invalid:
    """Shows the headings that were found, so that the person sees whether this is the right book."""
    found = "; ".join(f"“{heading}”" for heading in headings)
    if not found:
        return Invalid(
            N_(
                "Tidak ada tabel program pada berkas %(name)s (%(tables)s tabel diperiksa, tidak ada judul yang "
                "dikenali). Tabel program memuat nama program dan perangkat daerah, tahun, atau anggarannya.",
                name=name,
                tables=tables,
            )
        )
    return Invalid(
        N_(
            "Tidak ada tabel program pada berkas %(name)s (%(tables)s tabel diperiksa). Judul yang ditemukan: "
            "%(headings)s. Tabel program memuat nama program dan perangkat daerah, tahun, atau anggarannya; "
            "periksa apakah ini buku yang benar.",
            name=name,
            tables=tables,
            headings=found,
        )
    )
