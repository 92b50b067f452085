"""The list of what became of every need of one kecamatan or one office, to be handed to those who proposed them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rangkai.domains.needs.rules.terms import Fate, FateOwner
from rangkai.engines.typeset.document import Appendix, BulletList, Column, Document, Opening, Paragraph, Table
from rangkai.lib.dates import format_date
from rangkai.lib.numbers import format_number
from rangkai.lib.terms import Term


class ListKind(Term):
    """By what the lists are divided; the label stands before the name."""

    KECAMATAN = "kecamatan", "Kecamatan"
    OFFICE = "pd", "Perangkat daerah"


@dataclass(frozen=True)
class FateRow:
    """One need as the list prints it; `place` says where, within the kecamatan or the region."""

    ref: str
    statement: str
    place: str
    office: str
    fate: Fate
    reason: str
    year: int | None = None
    owner: FateOwner | None = None
    is_example: bool = False

    @property
    def outcome(self) -> str:
        """ "ditunda sampai 2029: pagu habis" """
        until = f" sampai {self.year}" if self.year else ""
        whose = f" ({self.owner.label})" if self.owner else ""
        why = f": {self.reason}" if self.reason else ""
        return f"{self.fate.label}{until}{whose}{why}"


@dataclass(frozen=True)
class FateList:
    """Everything of one list; `moment` is when it was read, aware, in the time of the region."""

    kind: ListKind
    name: str
    region: str
    moment: datetime
    rows: tuple[FateRow, ...]


def title_of(one: FateList) -> str:
    return f"Nasib usulan {one.name}"


def summary(rows: Sequence[FateRow]) -> tuple[str, ...]:
    """ "masuk program: 12 usulan", for the fates that occur, in the order of the vocabulary."""
    counts = Counter(row.fate for row in rows)
    return tuple(f"{fate.label}: {format_number(counts[fate])} usulan" for fate in Fate if counts[fate])


def fate_table(rows: Sequence[FateRow], *, caption: str, with_office: bool) -> Table:
    """Numbered, in the order given; the office is named where the list is not of one office."""
    columns = [
        Column("No.", 0.35, "code"),
        Column("Kode", 0.95, "code"),
        Column("Usulan", 2.6),
        Column("Tempat", 1.3),
    ]
    columns += [Column("Perangkat daerah", 1.3)] if with_office else []
    columns.append(Column("Nasib dan alasan", 3.0))
    cells = tuple(
        (
            number,
            row.ref,
            row.statement,
            row.place or "–",
            *((row.office,) if with_office else ()),
            row.outcome,
        )
        for number, row in enumerate(rows, start=1)
    )
    return Table(caption, tuple(columns), cells)


def list_document(one: FateList) -> Document:
    """A first page that says how many met which fate, and the list as its annex."""
    day = format_date(one.moment.date())
    examples = sum(row.is_example for row in one.rows)
    said: list[Paragraph | BulletList] = [
        Paragraph(
            f"Keadaan per {day}: {format_number(len(one.rows))} usulan tercatat. Setiap usulan dengan keputusan dan "
            "alasannya ada pada lampiran."
        ),
        BulletList(summary(one.rows)),
    ]
    if examples:
        said.append(
            Paragraph(f"CONTOH: {format_number(examples)} di antaranya rekaan, bukan usulan yang nyata.")
        )
    table = fate_table(one.rows, caption=title_of(one), with_office=one.kind is ListKind.KECAMATAN)
    return Document(
        title=title_of(one),
        subtitle="",
        region=f"Pemerintah {one.region}",
        period="",
        edition="Daftar nasib kebutuhan",
        date_text=day,
        created=one.moment,
        parts=(Appendix("Daftar usulan dan nasibnya", (table,)),),
        opening=Opening((f"PEMERINTAH {one.region.upper()}",), title=title_of(one), blocks=tuple(said)),
        lists=False,
    )


_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def file_stem(one: FateList) -> str:
    """ "Nasib usulan Kec. Sooko"; characters that no file system bears become "-"."""
    return _UNFIT.sub("-", title_of(one)).strip(" .")[:120]
