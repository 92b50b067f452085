"""What is sent to an office by WhatsApp: with its workbook, and when it has not come back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rangkai.domains.work.rules.plan import CellProblem
from rangkai.domains.work.rules.terms import SheetState
from rangkai.lib.dates import format_date
from rangkai.lib.errors import N_, Message


@dataclass(frozen=True, slots=True)
class SheetFact:
    """The workbook of one office as a reminder speaks of it."""

    office: str
    filename: str
    rows: int
    state: SheetState


@dataclass(frozen=True, slots=True)
class RoundFact:
    """The round: its title, the day by which workbooks are due, and what is asked for in a line."""

    title: str
    due: date | None
    asked: Message
    sender: str


OWING = frozenset({SheetState.WAITING, SheetState.PARTLY, SheetState.TROUBLED})


def reminder(about: RoundFact, sheet: SheetFact, today: date) -> tuple[Message, ...]:
    """Lines of plain text, an empty one between paragraphs; starred words are bold in WhatsApp."""
    lines = [N_("Yth. Kepala %(office)s", office=sheet.office), N_("")]
    if sheet.state is SheetState.TROUBLED:
        lines.append(
            N_(
                "Berkas *%(title)s* sudah kami terima, tetapi ada sel yang perlu diperbaiki.",
                title=about.title,
            )
        )
    elif sheet.state is SheetState.PARTLY:
        lines.append(N_("Berkas *%(title)s* baru kembali sebagian; mohon dilengkapi.", title=about.title))
    else:
        lines.append(
            N_(
                "Mohon mengisi lembar *%(title)s* (terlampir): %(filename)s",
                title=about.title,
                filename=sheet.filename,
            )
        )
    lines.append(N_("Yang diisi: %(asked)s.", asked=about.asked))
    if sheet.rows:
        lines.append(N_("%(rows)s baris sudah kami isikan dari data yang ada.", rows=sheet.rows))
    lines.append(_due(about.due, today))
    lines += [
        N_(
            "Cukup balas pesan ini dengan berkasnya. Nama berkas boleh diubah; jangan menghapus kolom atau lembar."
        ),
        N_(""),
        N_("Terima kasih."),
        N_("%(sender)s", sender=about.sender),
    ]
    return tuple(lines)


def _due(due: date | None, today: date) -> Message:
    if due is None:
        return N_("Mohon dikembalikan secepatnya.")
    if due < today:
        return N_("Batas kembali sudah lewat (*%(due)s*); mohon dikirim hari ini.", due=format_date(due))
    return N_("Kembalikan paling lambat *%(due)s*.", due=format_date(due))


def roll_call(about: RoundFact, sheets: Sequence[SheetFact], today: date) -> tuple[Message, ...]:
    """One text for the whole group: who has answered, who has not."""
    owing = [sheet for sheet in sheets if sheet.state in OWING]
    lines = [
        N_("*%(title)s*", title=about.title),
        N_(
            "%(back)s dari %(total)s perangkat daerah sudah kembali.",
            back=len(sheets) - len(owing),
            total=len(sheets),
        ),
    ]
    if owing:
        lines += [N_(""), N_("Belum lengkap:")]
        lines += [
            N_(
                "%(number)s. %(office)s (%(state)s)",
                number=number,
                office=sheet.office,
                state=Message(sheet.state.label),
            )
            for number, sheet in enumerate(owing, 1)
        ]
        lines += [N_(""), _due(about.due, today)]
    return tuple(lines)


MOST_CELLS = 20


def mending(office: str, filename: str, problems: Sequence[CellProblem]) -> tuple[Message, ...]:
    """What an office must mend in its file, cell by cell."""
    rest = len(problems) - MOST_CELLS
    return (
        N_("Yth. Kepala %(office)s", office=office),
        N_(""),
        N_(
            "Berkas *%(filename)s* sudah kami terima. Mohon perbaiki sel ini lalu kirim kembali:",
            filename=filename,
        ),
        *(_cell(problem) for problem in problems[:MOST_CELLS]),
        *((N_("… dan %(count)s sel lagi.", count=rest),) if rest > 0 else ()),
        N_(""),
        N_("Terima kasih."),
    )


def _cell(problem: CellProblem) -> Message:
    place = problem.cell or str(problem.row)
    if problem.suggestions:
        return N_(
            "- %(cell)s: %(said)s Mungkin maksudnya %(word)s.",
            cell=place,
            said=problem.message,
            word=problem.suggestions[0],
        )
    return N_("- %(cell)s: %(said)s", cell=place, said=problem.message)
