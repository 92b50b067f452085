"""What a file really is, told by its bytes and never by its name."""

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from rangkai.engines.dossier.model import DocumentLimits
from rangkai.engines.dossier.refusals import (
    a_pdf,
    a_sheet,
    damaged,
    empty_file,
    locked,
    old_word,
    swollen,
    too_large,
    wrong_kind,
)
from rangkai.lib.errors import N_

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = b"%PDF-"
_PDF_WITHIN = 1024
"""Readers accept some bytes before the mark."""
_OTHERS = (
    (b"\x89PNG", N_("gambar PNG")),
    (b"\xff\xd8\xff", N_("gambar JPEG")),
    (b"{\\rtf", N_("dokumen RTF")),
    (b"Rar!", N_("arsip RAR")),
    (b"7z\xbc\xaf", N_("arsip 7-Zip")),
)
_CHUNK = 1 << 20

BROKEN_ARCHIVE = (BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError, ValueError, EOFError)
"""What `zipfile` raises on damaged or hostile archives."""


def require_docx(data: bytes, name: str, limits: DocumentLimits = DocumentLimits()) -> None:  # noqa: B008
    """Nothing for a .docx; else `Invalid` says what it is, or that it is locked, empty or too big."""
    if not data.strip(b"\x00 \r\n\t"):
        raise empty_file(name)
    if len(data) > limits.file_bytes:
        raise too_large(name, len(data), limits)
    if data.startswith(_ZIP):
        _require_word(data, name)
        return
    if data.startswith(_OLE):
        raise locked(name) if "EncryptedPackage".encode("utf-16-le") in data else old_word(name)
    if _PDF in data[:_PDF_WITHIN]:
        raise a_pdf(name)
    for start, what in _OTHERS:
        if data.startswith(start):
            raise wrong_kind(name, what)
    raise wrong_kind(name, N_("berkas yang tidak dikenal"))


def _require_word(data: bytes, name: str) -> None:
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.namelist()
    except BROKEN_ARCHIVE as error:
        raise damaged(name) from error
    if any(entry.startswith("word/") for entry in entries):
        return
    if any(entry.startswith("xl/") for entry in entries):
        raise a_sheet(name)
    raise wrong_kind(name, N_("dokumen OpenDocument") if "content.xml" in entries else N_("arsip ZIP"))


def part_of(archive: ZipFile, part: str, name: str, limits: DocumentLimits) -> bytes:
    """One part of the archive, unpacked no further than the limit: the size that an archive states can lie."""
    pieces, size = [], 0
    with archive.open(part) as source:
        while piece := source.read(_CHUNK):
            size += len(piece)
            if size > limits.text_bytes:
                raise swollen(name, limits)
            pieces.append(piece)
    return b"".join(pieces)
