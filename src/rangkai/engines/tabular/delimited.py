"""Text files with a delimiter, in the encodings and dialects that offices and portals export."""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from rangkai.engines.tabular.addresses import letter
from rangkai.engines.tabular.model import Limits, Raw, Sheet
from rangkai.engines.tabular.refusals import damaged, too_many_rows, too_wide, wrong_kind
from rangkai.lib.errors import N_, Message

_DELIMITERS = {";": N_("titik koma"), ",": N_("koma"), "\t": N_("tab"), "|": N_("garis tegak")}
_HINT = re.compile(r"sep=([;,|\t])\r?\n")
_SAMPLE_LINES = 60
_FIELD_LIMIT = 10_000_000
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")


def read_delimited(data: bytes, name: str, limits: Limits) -> tuple[Sheet, tuple[Message, ...]]:
    """The rows of a csv as one sheet named after the file; more rows or cells than the limits are refused."""
    usual = csv.field_size_limit(_FIELD_LIMIT)
    try:
        return _read(data, name, limits)
    finally:
        csv.field_size_limit(usual)


def _read(data: bytes, name: str, limits: Limits) -> tuple[Sheet, tuple[Message, ...]]:
    text, encoding_note = decode(data, name)
    hint = _HINT.match(text)
    mark = hint[1] if hint else delimiter_of(text)
    notes = [N_("Pemisah kolom: %(mark)s.", mark=_DELIMITERS[mark])]
    if encoding_note is not None:
        notes.append(encoding_note)
    sheet_name = _stem(name)
    grid: list[list[Raw]] = []
    cells = 0
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=mark):
            grid.append(list(row))
            cells += len(row)
            if len(grid) > limits.rows:
                raise too_many_rows(name, sheet_name, limits)
            if cells > limits.cells or len(row) > limits.columns:
                raise too_wide(name, sheet_name, f"{letter(len(row) - 1)}{len(grid)}", limits)
    except csv.Error as error:
        raise damaged(name) from error
    if hint:
        grid[0] = []
    return Sheet(name=sheet_name, grid=grid), tuple(notes)


def decode(data: bytes, name: str) -> tuple[str, Message | None]:
    """The text and, where it is not UTF-8, a note on the encoding. Binary rubbish is refused."""
    wide = _wide_encoding(data)
    if wide:
        try:
            text = data.decode(wide).removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            raise damaged(name) from error
        note: Message | None = N_("Berkas ditulis dalam UTF-16.")
    else:
        try:
            text, note = data.decode("utf-8-sig"), None
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
            note = N_("Berkas tidak ditulis dalam UTF-8; dibaca sebagai Windows-1252.")
    if len(_CONTROL.findall(text[:4096])) > 8 or "\x00" in text:
        raise wrong_kind(name, N_("data biner"))
    return text, note


def _wide_encoding(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    sample = data[:4096]
    if sample[1::2].count(0) > len(sample) // 4:
        return "utf-16-le"
    return "utf-16-be" if sample[::2].count(0) > len(sample) // 4 else ""


def delimiter_of(text: str) -> str:
    """The mark that cuts most of the first lines into the same number of parts, more parts winning."""
    best, best_score = ",", 0.0
    for mark in _DELIMITERS:
        widths = [len(row) for row in _first_rows(text, mark)]
        wide = [width for width in widths if width > 1]
        if not wide:
            continue
        usual = max(set(wide), key=lambda width: (wide.count(width), width))
        score = wide.count(usual) / len(widths) * min(usual, 30) ** 0.5
        if score > best_score:
            best, best_score = mark, score
    return best


def _first_rows(text: str, mark: str) -> Iterator[list[str]]:
    lines = islice(StringIO(text[:200_000], newline=""), _SAMPLE_LINES)
    return (row for row in csv.reader(lines, delimiter=mark) if row)


def _stem(name: str) -> str:
    return name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0][:31] or "csv"
