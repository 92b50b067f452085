"""A programme of the old plan on its way from the file to the database, and as JSON keeps it in between."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from rangkai.domains.work.rules.names import NameBook
from rangkai.engines.dossier import MOST_RUPIAH, Found
from rangkai.lib.errors import N_, Invalid, Message, Problem
from rangkai.lib.money import format_rupiah_short
from rangkai.lib.text import squeeze

LONGEST_NAME = 200
_PARTS = re.compile(r"[;\n]|,(?! dan )|/")


@dataclass(frozen=True, slots=True)
class OldLine:
    """`is_taken` is False for a line that the person leaves out; ids are None where nothing was recognised."""

    name: str
    details: str = ""
    dimension_id: int | None = None
    office_id: int | None = None
    office_text: str = ""
    first_year: int | None = None
    last_year: int | None = None
    cost: int | None = None
    fund: str = ""
    output: str = ""
    quick_win: bool = False
    page: int | None = None
    heading: str = ""
    original: tuple[tuple[str, str], ...] = ()
    remarks: tuple[Message, ...] = ()
    is_taken: bool = True


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of one file: the lines, and how far its pages are to be trusted."""

    lines: tuple[OldLine, ...]
    basis: str
    pages: int | None
    notes: tuple[Message, ...] = ()
    tables: tuple[tuple[str, int | None, int, Message], ...] = field(default=())
    """Title, page, programmes found, what it was taken for."""


def line_of(found: Found, offices: NameBook[int]) -> OldLine:
    """The lead office is the one that the whole cell names, else the first that a part of it names."""
    office_id, remarks = _office(found.office, offices)
    return OldLine(
        name=found.name[:LONGEST_NAME],
        details=found.details,
        dimension_id=int(found.dimension) if found.dimension else None,
        office_id=office_id,
        office_text=squeeze(found.office.replace("\n", "; ")),
        first_year=found.first_year,
        last_year=found.last_year,
        cost=found.cost,
        fund=squeeze(found.fund),
        output=found.output,
        quick_win=found.quick_win,
        page=found.page,
        heading=" › ".join(found.headings),
        original=found.original,
        remarks=(*found.remarks, *remarks),
    )


def _office(text: str, offices: NameBook[int]) -> tuple[int | None, tuple[Message, ...]]:
    if not text:
        return None, ()
    whole = offices.find(squeeze(text))
    if whole is not None:
        return whole, ()
    named = [(part, office) for part in _parts(text) if (office := offices.find(part)) is not None]
    if named:
        return named[0][1], (N_("Penanggung jawab diambil dari “%(part)s”.", part=named[0][0]),)
    near = offices.suggest(squeeze(text), most=1)
    if near:
        return None, (N_("Perangkat daerah tidak dikenal; mungkin %(office)s.", office=near[0]),)
    return None, (N_("Perangkat daerah tidak dikenal."),)


def _parts(text: str) -> list[str]:
    return [part for piece in _PARTS.split(text) if (part := squeeze(piece))]


def changed(line: OldLine, values: Mapping[str, object]) -> OldLine:
    """The line as a person mended it; raises `Invalid` for what cannot be."""
    mended = replace(line, **values)  # type: ignore[arg-type]
    problems = line_problems(mended)
    if problems:
        raise Invalid(N_("Baris ini belum dapat disimpan. Perbaiki isian yang ditandai."), problems)
    return mended


def line_problems(line: OldLine) -> list[Problem]:
    problems = []
    if not line.name.strip():
        problems.append(Problem(N_("Nama program belum diisi."), field="name"))
    if line.first_year and line.last_year and line.first_year > line.last_year:
        problems.append(Problem(N_("Tahun selesai mendahului tahun mulai."), field="last_year"))
    if line.cost is not None and line.cost > MOST_RUPIAH:
        message = N_("Anggaran lebih dari %(most)s; periksa angkanya.", most=format_rupiah_short(MOST_RUPIAH))
        problems.append(Problem(message, field="cost"))
    return problems


def read_to_json(read: Read) -> dict[str, Any]:
    body = asdict(read)
    for line, plain in zip(read.lines, body["lines"], strict=True):
        plain["remarks"] = [_dump(remark) for remark in line.remarks]
    body["notes"] = [_dump(note) for note in read.notes]
    body["tables"] = [(*table[:3], _dump(table[3])) for table in read.tables]
    return body


def read_from_json(body: Mapping[str, Any]) -> Read:
    return Read(
        lines=tuple(
            OldLine(
                **{
                    **line,
                    "original": tuple((name, text) for name, text in line["original"]),
                    "remarks": load_all(line["remarks"]),
                }
            )
            for line in body["lines"]
        ),
        basis=body["basis"],
        pages=body["pages"],
        notes=load_all(body["notes"]),
        tables=tuple((title, page, count, _load(why)) for title, page, count, why in body["tables"]),
    )


def dump_all(messages: Sequence[Message]) -> list[dict[str, Any]]:
    return [_dump(message) for message in messages]


def load_all(bodies: Sequence[Mapping[str, Any]]) -> tuple[Message, ...]:
    return tuple(_load(body) for body in bodies)


def _dump(message: Message) -> dict[str, Any]:
    return {"text": message.text, "params": dict(message.params)}


def _load(body: Mapping[str, Any]) -> Message:
    return Message(body["text"], body["params"])
