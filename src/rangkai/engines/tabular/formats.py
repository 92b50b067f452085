"""What a file really is, told by its bytes and never by its name; an archive is measured before anyone opens it."""

import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from rangkai.engines.tabular.model import Limits
from rangkai.engines.tabular.refusals import damaged, empty_file, locked, swollen, too_large, wrong_kind
from rangkai.lib.errors import N_

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (
    (b"%PDF", N_("PDF")),
    (b"\x89PNG", N_("gambar PNG")),
    (b"\xff\xd8\xff", N_("gambar JPEG")),
    (b"GIF8", N_("gambar GIF")),
    (b"{\\rtf", N_("dokumen RTF")),
    (b"Rar!", N_("arsip RAR")),
    (b"7z\xbc\xaf", N_("arsip 7-Zip")),
    (b"\x1f\x8b", N_("arsip GZIP")),
)
_ENTRIES = (
    ("xl/workbook.bin", N_("buku kerja biner (.xlsb)")),
    ("word/document.xml", N_("dokumen Word")),
    ("ppt/presentation.xml", N_("paparan PowerPoint")),
)
_STREAMS = (("WordDocument", N_("dokumen Word")), ("PowerPoint Document", N_("paparan PowerPoint")))
_MARKUP = (b"<html", b"<table", b"<!doctype html", b"<head", b"<meta", b"<div", b"<style")
_SMALL_ARCHIVE = 20_000_000
_CHUNK = 1 << 20
_LOCAL_HEADER = 30

BROKEN_ARCHIVE = (BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError, ValueError, EOFError)
"""What `zipfile` raises on damaged or hostile archives."""


def kind_of(data: bytes, name: str, limits: Limits) -> str:
    """xlsx, xls, ods, html or csv; `Invalid` says what else it is, or that it is locked, empty or too big."""
    if not data.strip(b"\x00 \r\n\t\xef\xbb\xbf\xff\xfe"):
        raise empty_file(name)
    if len(data) > limits.file_bytes:
        raise too_large(name, len(data), limits)
    if data.startswith(_ZIP):
        return _kind_of_archive(data, name, limits)
    if data.startswith(_OLE):
        return _kind_of_compound(data, name)
    for start, what in _OTHERS:
        if data.startswith(start):
            raise wrong_kind(name, what)
    return _kind_of_text(data, name)


def _kind_of_compound(data: bytes, name: str) -> str:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise locked(name)
    for stream, what in _STREAMS:
        if holds(stream):
            raise wrong_kind(name, what)
    if not holds("Workbook") and not holds("Book"):
        raise wrong_kind(name, N_("berkas Office lama yang bukan Excel"))
    return "xls"


def _kind_of_text(data: bytes, name: str) -> str:
    start = data[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").lower()
    if start.startswith(b"<") and any(mark in start for mark in _MARKUP):
        return "html"
    if start.startswith(b"<?xml"):
        raise wrong_kind(name, N_("XML"))
    if start.startswith((b'{"', b'[{"', b"{\n", b"[{", b"[\n")):
        raise wrong_kind(name, N_("JSON"))
    return "csv"


def _kind_of_archive(data: bytes, name: str, limits: Limits) -> str:
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
            _measure(data, entries, name, limits)
            kind = _kind_by_entries(names, name)
            manifest = "META-INF/manifest.xml"
            if kind == "ods" and manifest in names and b"encryption-data" in archive.read(manifest):
                raise locked(name)
    except BROKEN_ARCHIVE as error:
        raise damaged(name) from error
    return kind


def _kind_by_entries(names: set[str], name: str) -> str:
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "content.xml" in names:
        return "ods"
    raise wrong_kind(name, next((what for entry, what in _ENTRIES if entry in names), N_("arsip ZIP")))


def _measure(data: bytes, entries: list[ZipInfo], name: str, limits: Limits) -> None:
    """Unpack every entry without keeping it: the sizes that an archive states of itself can lie."""
    most = min(limits.unpacked_bytes, max(_SMALL_ARCHIVE, limits.ratio * len(data)))
    stated = sum(entry.file_size for entry in entries)
    if stated > most:
        raise swollen(name, most)
    total = 0
    for entry in entries:
        for size in _unpacked(data, entry):
            total += size
            if total > most:
                raise swollen(name, most)


def _unpacked(data: bytes, entry: ZipInfo) -> Iterator[int]:
    """Sizes of the pieces of one entry, at most a megabyte each."""
    start = entry.header_offset + _LOCAL_HEADER
    header = data[entry.header_offset : start]
    start += int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    packed = data[start : start + entry.compress_size]
    if entry.compress_type == 0:
        yield len(packed)
        return
    if entry.compress_type != 8:
        raise NotImplementedError(entry.compress_type)
    inflater = zlib.decompressobj(-15)
    while packed and not inflater.eof:
        piece = inflater.decompress(packed, _CHUNK)
        packed = inflater.unconsumed_tail
        yield len(piece)
