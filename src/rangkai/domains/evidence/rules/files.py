"""What a file is, by its bytes and never by its name; which are taken, and why others are not.

PDF 1.7 §7.5.2 (`%PDF-`), JPEG (FF D8 FF), PNG (its eight bytes), and the ZIP packages of Office Open XML (ECMA-376),
told apart by their main folder. Files with macros and the OLE files of old or encrypted Office are refused.
"""

from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile

from rangkai.lib.errors import N_, Invalid, Message, Problem
from rangkai.lib.terms import Term
from rangkai.lib.text import squeeze

MOST_BYTES = 10 * 1024 * 1024
LONGEST_NAME = 120
PDF, JPEG, PNG = b"%PDF-", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEAD = 1024
"""A PDF may begin with up to so many other bytes."""
MACROS = "vbaProject.bin"
FORBIDDEN = '<>:"|?*'
"""Characters that a name on Windows may not have."""


class DocumentKind(Term):
    """A kind of file that is taken; the code is its ending."""

    PDF = "pdf", "PDF"
    JPEG = "jpg", "Gambar JPEG"
    PNG = "png", "Gambar PNG"
    WORD = "docx", "Word"
    EXCEL = "xlsx", "Excel"
    SLIDES = "pptx", "PowerPoint"


FOLDERS = {"word/": DocumentKind.WORD, "xl/": DocumentKind.EXCEL, "ppt/": DocumentKind.SLIDES}
TYPES = {
    DocumentKind.PDF: "application/pdf",
    DocumentKind.JPEG: "image/jpeg",
    DocumentKind.PNG: "image/png",
    DocumentKind.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    DocumentKind.EXCEL: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    DocumentKind.SLIDES: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
"""Media type of each kind, for the browser."""


@dataclass(frozen=True)
class FileFact:
    """A file that is taken: a safe name with the ending of its kind, and its size in bytes."""

    name: str
    kind: DocumentKind
    size: int


def checked_file(name: str, content: bytes) -> FileFact:
    """Judge an upload; raises Invalid, with the reason and what to do, for a file that is not taken."""
    if not content:
        raise _refused(N_("Berkas ini kosong. Pilih berkas yang berisi."))
    if len(content) > MOST_BYTES:
        raise _refused(
            N_(
                "Berkas ini lebih besar dari %(most)s MB. Kecilkan atau pecah dahulu, lalu unggah lagi.",
                most=MOST_BYTES // 1_048_576,
            )
        )
    kind = kind_of(content)
    return FileFact(safe_name(name, kind), kind, len(content))


def kind_of(content: bytes) -> DocumentKind:
    """By the bytes; raises Invalid for what is not taken."""
    if PDF in content[:HEAD]:
        return DocumentKind.PDF
    if content.startswith(JPEG):
        return DocumentKind.JPEG
    if content.startswith(PNG):
        return DocumentKind.PNG
    if content.startswith(OLE):
        raise _refused(
            N_("Berkas Office lama atau berkata sandi tidak diterima. Simpan sebagai PDF, lalu unggah lagi.")
        )
    if content.startswith(ZIP) and (kind := _office_kind(content)):
        return kind
    raise _refused(
        N_("Jenis berkas ini tidak diterima. Unggah PDF, gambar JPEG atau PNG, Word, Excel, atau PowerPoint.")
    )


def _office_kind(content: bytes) -> DocumentKind | None:
    """None for a ZIP file that is no Office document; only the list of names is read, nothing is unpacked."""
    try:
        with ZipFile(BytesIO(content)) as package:
            names = package.namelist()
    except BadZipFile:
        raise _refused(
            N_("Berkas ini rusak dan tidak dapat dibuka. Simpan ulang, lalu unggah lagi.")
        ) from None
    if any(PurePosixPath(name).name == MACROS for name in names):
        raise _refused(
            N_("Berkas dengan makro tidak diterima. Simpan tanpa makro atau sebagai PDF, lalu unggah lagi.")
        )
    if "[Content_Types].xml" not in names:
        return None
    return next(
        (kind for folder, kind in FOLDERS.items() if any(name.startswith(folder) for name in names)), None
    )


def safe_name(name: str, kind: DocumentKind) -> str:
    """The last part of a path without control characters or those that Windows forbids, ending as its kind does."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    plain = squeeze("".join(mark for mark in last if mark.isprintable() and mark not in FORBIDDEN))
    stem = plain.rsplit(".", 1)[0] if "." in plain else plain
    return f"{stem.strip('. ')[:LONGEST_NAME] or 'berkas'}.{kind.value}"


def _refused(message: Message) -> Invalid:
    return Invalid(message, [Problem(message, field="file")])
