"""Codes of Permendagri 90/2019 and its updates: urusan.bidang.program.kegiatan.subkegiatan.

A kegiatan has two parts (authority, number): 1.02.02.2.02; a subkegiatan one more, of two or four digits. Sheets write
the authority as "2" or "02"; both are the same code here.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from rangkai.domains.programmes.rules.terms import NomenclatureLevel
from rangkai.lib.errors import N_, Message
from rangkai.lib.text import squeeze

LEVELS: Mapping[int, NomenclatureLevel] = {
    1: NomenclatureLevel.URUSAN,
    2: NomenclatureLevel.BIDANG,
    3: NomenclatureLevel.PROGRAM,
    5: NomenclatureLevel.KEGIATAN,
    6: NomenclatureLevel.SUBKEGIATAN,
}
"""By the number of parts."""
WIDTHS: tuple[str, ...] = ("[0-9X]", "[0-9X]{2}", "[0-9]{2}", "0?[0-9]", "[0-9]{2}", "[0-9]{2,4}")
LONGEST_NAME = 400
AUTHORITY = 3
"""Place of the part that says whose authority a kegiatan is (1 province, 2 kabupaten/kota)."""


def normal_code(text: str) -> str | None:
    """The code as it is kept, or None for what is none: "1.02.02.02.02.0001" gives "1.02.02.2.02.0001"."""
    parts = re.sub(r"[\s.]+", ".", text.strip().upper()).strip(".").split(".")
    if len(parts) not in LEVELS:
        return None
    if not all(re.fullmatch(width, part) for width, part in zip(WIDTHS, parts, strict=False)):
        return None
    if len(parts) > AUTHORITY:
        parts[AUTHORITY] = parts[AUTHORITY].lstrip("0") or "0"
    return ".".join(parts)


def level_of(code: str) -> NomenclatureLevel:
    """Of a code in its kept form."""
    return LEVELS[code.count(".") + 1]


@dataclass(frozen=True, slots=True)
class KnownCode:
    """A code in force on the day of the load."""

    id: int
    code: str
    name: str
    valid_from: date


@dataclass(frozen=True, slots=True)
class NewCode:
    """A code to add, with the level that follows from it."""

    code: str
    name: str
    level: NomenclatureLevel


@dataclass(frozen=True)
class CodeLoad:
    """What a sheet of codes would change: new codes, renamed ones (old id → new), and rows that cannot be read.

    `rows` is row of the sheet → what it adds or renames.
    """

    new: tuple[NewCode, ...]
    renamed: Mapping[int, NewCode]
    unchanged: int
    problems: tuple[tuple[int, Message], ...]
    rows: Mapping[int, NewCode] = field(default_factory=dict)


def plan_codes(
    rows: Iterable[tuple[int, str, str]], known: Mapping[str, KnownCode], *, valid_from: date
) -> CodeLoad:
    """`rows` are (row of the sheet, code, name); `known` is code → what is in force.

    A code with another name is ended on `valid_from` and begun anew; on its own first day it cannot be. A code that
    the sheet does not name is left alone. The same code twice is a problem unless the name is the same.
    """
    new: dict[str, NewCode] = {}
    renamed: dict[int, NewCode] = {}
    seen: dict[str, tuple[int, str]] = {}
    places: dict[int, NewCode] = {}
    unchanged = 0
    problems: list[tuple[int, Message]] = []
    for number, written, name_written in rows:
        fault, code, name = _read(written, squeeze(name_written))
        if fault is None and code in seen:
            earlier, earlier_name = seen[code]
            if earlier_name == name:
                continue
            fault = N_("Kode %(code)s sudah ada pada baris %(row)s dengan nama lain.", code=code, row=earlier)
        if fault is not None:
            problems.append((number, fault))
            continue
        seen[code] = (number, name)
        entry = NewCode(code, name, level_of(code))
        current = known.get(code)
        if current is None:
            new[code] = places[number] = entry
        elif squeeze(current.name).casefold() == name.casefold():
            unchanged += 1
        elif current.valid_from >= valid_from:
            problems.append((number, _too_early(current, valid_from)))
        else:
            renamed[current.id] = places[number] = entry
    return CodeLoad(tuple(new.values()), renamed, unchanged, tuple(problems), places)


def _read(written: str, name: str) -> tuple[Message | None, str, str]:
    code = normal_code(written)
    if code is None:
        return (
            N_("“%(code)s” bukan kode nomenklatur, misalnya 1.02.02.2.02.0001.", code=written[:60]),
            "",
            name,
        )
    if not name:
        return N_("Kode %(code)s tidak bernama.", code=code), code, name
    if len(name) > LONGEST_NAME:
        return N_("Nama %(code)s paling panjang %(most)s karakter.", code=code, most=LONGEST_NAME), code, name
    return None, code, name


def _too_early(current: KnownCode, valid_from: date) -> Message:
    return N_(
        "Kode %(code)s sudah berlaku sejak %(since)s dengan nama “%(name)s”; nama baru hanya dapat berlaku sesudahnya.",
        code=current.code,
        since=current.valid_from.isoformat(),
        name=current.name,
    )
