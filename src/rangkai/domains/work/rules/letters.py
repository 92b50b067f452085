"""What a letter says, frozen as plain JSON, and its neutral layout.

No official form: the kop and the wording are the region's own.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from rangkai.engines.typeset.document import (
    Appendix,
    BulletList,
    Column,
    Document,
    Opening,
    Paragraph,
    Signature,
    Table,
)
from rangkai.lib.dates import format_date
from rangkai.lib.errors import N_, Problem

SCHEMA = 1
BLANK_NUMBER = "…………………………"
LONGEST_BODY = 8_000
MOST_SIGNED_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True)
class Annex:
    """A table that goes with the letter; `columns` are (title, share of the width)."""

    title: str
    columns: tuple[tuple[str, float], ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Signer:
    """The signature block: "a.n. Bupati" above, "Plt. Kepala Dinas …", name with titles; rank and NIP where allowed."""

    post: str
    name: str
    on_behalf: str = ""
    rank: str = ""
    nip: str = ""


@dataclass(frozen=True)
class LetterContent:
    """Everything that is printed; `moment` is when it was frozen (or looked at, for a draft), aware."""

    ref: str
    region: str
    moment: datetime
    letterhead: tuple[str, ...]
    place: str
    number: str
    dated: date | None
    addressee: tuple[str, ...]
    subject: str
    body: str
    signer: Signer
    annex: Annex | None = None
    is_example: bool = False


def to_json(content: LetterContent) -> dict[str, Any]:
    found = asdict(content)
    found["moment"] = content.moment.isoformat()
    found["dated"] = content.dated.isoformat() if content.dated else None
    return found


def from_json(body: Mapping[str, Any]) -> LetterContent:
    """The twin of `to_json`."""
    annex = body["annex"]
    return LetterContent(
        **{
            **body,
            "moment": datetime.fromisoformat(body["moment"]),
            "dated": date.fromisoformat(body["dated"]) if body["dated"] else None,
            "letterhead": tuple(body["letterhead"]),
            "addressee": tuple(body["addressee"]),
            "signer": Signer(**body["signer"]),
            "annex": Annex(
                annex["title"],
                tuple((title, width) for title, width in annex["columns"]),
                tuple(tuple(row) for row in annex["rows"]),
            )
            if annex
            else None,
        }
    )


def post_line(kind: str, title: str) -> str:
    """ "Plt. Kepala Dinas Kesehatan"; a definitif holder (kind "") bears the bare title."""
    return f"{kind} {title}".strip()


def lines_of(text: str) -> tuple[str, ...]:
    """The lines that say something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def body_blocks(body: str) -> tuple[Paragraph | BulletList, ...]:
    """Paragraphs are parted by an empty line; lines that begin with "- " are a list."""
    blocks: list[Paragraph | BulletList] = []
    for part in re.split(r"\n\s*\n", body.replace("\r\n", "\n").strip()):
        lines = lines_of(part)
        said = " ".join(line for line in lines if not line.startswith("- "))
        items = tuple(line.removeprefix("- ").strip() for line in lines if line.startswith("- "))
        blocks += [Paragraph(said)] if said else []
        blocks += [BulletList(items)] if items else []
    return tuple(blocks)


def document_of(content: LetterContent, *, draft: bool) -> Document:
    """A letter with its annex; a draft says so on every page."""
    annex = content.annex
    count = "1 (satu) berkas" if annex else "–"
    day = format_date(content.dated) if content.dated else ""
    signer = content.signer
    post = f"{signer.on_behalf},\n{signer.post}" if signer.on_behalf else signer.post
    mark = " – ".join(filter(None, ("KONSEP" if draft else "", "CONTOH" if content.is_example else "")))
    blocks = (*body_blocks(content.body), Signature("", post, signer.name, signer.rank, signer.nip))
    return Document(
        title=content.subject,
        subtitle="",
        region=f"Pemerintah {content.region}",
        period="",
        edition=f"{content.ref} – {mark}" if mark else content.ref,
        date_text=day,
        created=content.moment,
        parts=(Appendix(annex.title, (_table(annex),)),) if annex else (),
        opening=Opening(
            letterhead=content.letterhead,
            place_date=", ".join(filter(None, (content.place, day))),
            facts=(("Nomor", content.number or BLANK_NUMBER), ("Lampiran", count), ("Hal", content.subject)),
            addressee=content.addressee,
            blocks=blocks,
        ),
        lists=False,
    )


def _table(annex: Annex) -> Table:
    return Table(annex.title, tuple(Column(title, width) for title, width in annex.columns), annex.rows)


def letter_problems(values: Mapping[str, Any]) -> list[Problem]:
    """What a letter needs before it can be shown to whoever puts the paraf to it. The number is nobody's to invent."""
    wanted = (
        ("addressee", N_("Tulis kepada siapa surat ini.")),
        ("subject", N_("Tulis hal surat ini.")),
        ("body", N_("Isi surat masih kosong.")),
        ("checker_post_id", N_("Pilih jabatan yang memaraf.")),
        ("signer_post_id", N_("Pilih jabatan yang menandatangani.")),
    )
    return [
        Problem(message, field=name.removesuffix("_id"))
        for name, message in wanted
        if not str(values.get(name) or "").strip()
    ]


@dataclass(frozen=True)
class SignedPaper:
    """The signed letter as a PDF, with the number and the date that stand on it."""

    content: bytes
    number: str
    dated: date | None


def signed_problems(paper: SignedPaper, *, today: date) -> list[Problem]:
    """What speaks against a file as the signed letter; it is judged by its bytes, not by its name."""
    content, dated, problems = paper.content, paper.dated, []
    if len(content) > MOST_SIGNED_BYTES:
        problems.append(
            Problem(
                N_("Berkas ini lebih besar dari 20 MB. Pindai dengan resolusi lebih kecil."), field="file"
            )
        )
    elif not content.startswith(b"%PDF-") or b"%%EOF" not in content[-2048:]:
        problems.append(
            Problem(
                N_("Berkas ini bukan PDF yang utuh. Unggah hasil pindai surat sebagai PDF."), field="file"
            )
        )
    if not paper.number.strip():
        problems.append(
            Problem(N_("Tulis nomor surat seperti pada surat yang ditandatangani."), field="number")
        )
    if dated is None:
        problems.append(
            Problem(N_("Tulis tanggal surat seperti pada surat yang ditandatangani."), field="dated")
        )
    elif dated > today:
        problems.append(Problem(N_("Tanggal surat tidak boleh sesudah hari ini."), field="dated"))
    return problems


def letterhead_problems(lines: Sequence[str]) -> list[Problem]:
    """A kop has one to six lines."""
    if not 1 <= len(lines) <= 6:
        return [Problem(N_("Kop surat berisi satu sampai enam baris."), field="lines")]
    return []
