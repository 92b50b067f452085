"""Words by which offices mark notes, signatures, totals and numbering in their sheets."""

import re

from rangkai.lib.text import fold, unspace

_NOTE = re.compile(
    r"(?:catatan|note|notes|footnote|sumber|source|keterangan|ket)(?: ?[/(][^:]{0,40})? ?[:.]|"
    r"(?:catatan|note|notes|sumber data|sumber|keterangan) ?\*?$|\*{1,3}\)? ?[a-z]|\(\*{1,3}\)"
)
_SIGNATURE = re.compile(
    r"(?:mengetahui|menyetujui|disahkan oleh|dibuat oleh|an\.|a\.n\.?|plt\.?|plh\.?|pj\.?|ttd)\b|nip\.? ?[:.\[0-9 ]|"
    r"(?:kepala|sekretaris|camat|bupati|wali ?kota|pengguna anggaran|kuasa pengguna anggaran|bendahara|selaku|"
    r"pejabat pelaksana|penanggung ?jawab|ketua|lurah)\b|"
    r"[a-z][a-z .]{2,30}, ?(?:\.{2,}|_{2,}|[0-9]{1,2} )? ?[a-z]{0,9} *(?:19|20)[0-9]{2}$"
)
_TOTAL = re.compile(
    r"(?:sub ?-?total|grand ?total|total|jumlah|jml|rata ?-?rata|rerata)"
    r"(?: ?[a-z]{0,2}[0-9]{0,2}| keseluruhan| total| umum| seluruhnya| besar| \([^)]{0,40}\)| ?[:=])?"
)
_TOTAL_START = re.compile(r"(?:sub ?-?total|grand ?total|total|jumlah|jml|rata ?-?rata|rerata)\b")
_TOTAL_INITIALS = frozenset("sgtjrSGTJR")
_SEQUENCE = re.compile(r"(?:no|nomor|no urut|nomor urut|nr|#)\.?")
_ROMAN_OR_LETTER = re.compile(r"(?:[ivxlc]{1,6}|[a-z])[.)]?")
_BULLET = re.compile(r"[-*>+o]{1,2}|(?:[a-z0-9]{1,2}|[ivx]{1,4})[.)]")


def is_note(text: str) -> bool:
    """It opens like a note below a table: "Catatan:", "Sumber/Source:", "*) angka sementara"."""
    return _NOTE.match(fold(text)) is not None


def is_signature(text: str) -> bool:
    """It opens like the place for a signature: "Mengetahui", "Kepala Dinas …", "NIP.", "Mojokerto, 6 Juli 2022"."""
    return _SIGNATURE.match(fold(text)) is not None


def is_total(text: str) -> bool:
    """Nothing but a word for a total, letters spaced out or not: "J U M L A H", "Sub Total", "Jumlah (Rp)"."""
    return _TOTAL.fullmatch(unspace(fold(text)).strip()) is not None


def opens_as_total(text: str) -> bool:
    """It begins with a word for a total: "Jumlah Belanja Operasi". The name of an indicator may do so as well."""
    return text[:1] in _TOTAL_INITIALS and _TOTAL_START.match(unspace(fold(text))) is not None


def is_sequence_name(text: str) -> bool:
    return _SEQUENCE.fullmatch(fold(text)) is not None


def is_outline_mark(text: str) -> bool:
    """I, II., A, b): numbers of headings, where rows are counted 1, 2, 3."""
    return _ROMAN_OR_LETTER.fullmatch(fold(text)) is not None


def is_dash(text: str) -> bool:
    """A mark that only shows that an item begins: -, •, >."""
    return len(text) < 6 and fold(text) in ("-", "--", "*", ">", "+")


def is_bullet(text: str) -> bool:
    """A mark before the words of a list: -, •, a., 1)."""
    return len(text) < 6 and _BULLET.fullmatch(fold(text)) is not None
