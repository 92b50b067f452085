"""Why a programme is out of the plan, or starts later than it could: what stood in its way, read off the plan itself.

The years it could have started are asked one by one of the ledger, with the programme taken out: whatever then blocks a
year is named with the years it blocks. The plan must have been polished.
"""

from collections.abc import Iterable, Mapping

from rangkai.engines.phasing.ledger import Ledger
from rangkai.engines.phasing.problem import Problem, Programme, Start
from rangkai.engines.phasing.windows import Block, Windows
from rangkai.engines.phasing.words import spelled
from rangkai.lib.errors import N_, Message
from rangkai.lib.money import format_rupiah

OWN = frozenset(("early", "late", "horizon"))
SHOWN = 2


def why(problem: Problem, windows: Windows, start: Start) -> dict[str, Message]:
    """A reason for every programme that is out, or that starts after the first year its own window allows."""
    ledger = Ledger(problem, windows, start)
    found = {}
    for programme in problem.programmes:
        reason = _why(ledger, programme)
        if reason is not None:
            found[programme.id] = reason
    return found


def _why(ledger: Ledger, programme: Programme) -> Message | None:
    year = ledger.start[programme.id]
    wished = _wished(ledger, programme)
    if year is None:
        if not wished:
            return N_("Tidak masuk: %(reason)s", reason=_no_window(ledger.problem, programme))
        return N_("Tidak masuk: %(reason)s", reason=_reasons(ledger, programme, wished))
    if not wished or year <= wished[0]:
        return None
    ledger.take_out(programme.id)
    reason = _reasons(ledger, programme, [earlier for earlier in wished if earlier < year])
    ledger.place(programme.id, year)
    return N_("Mulai %(year)s, bukan %(first)s: %(reason)s", year=year, first=wished[0], reason=reason)


def _wished(ledger: Ledger, programme: Programme) -> list[int]:
    """The years that the programme itself would allow."""
    struck = ledger.windows.struck[programme.id]
    return [year for year in ledger.problem.years if year not in struck or struck[year].kind not in OWN]


def _no_window(problem: Problem, programme: Programme) -> Message:
    return N_(
        "tidak ada tahun mulai yang memenuhi jendelanya; ia berjalan %(duration)s tahun dan harus selesai "
        "pada %(end)s.",
        duration=programme.duration,
        end=problem.years[-1],
    )


def _reasons(ledger: Ledger, programme: Programme, years: Iterable[int]) -> Message:
    """The blocks that together account for every year, the widest first."""
    open_years = set(years)
    met: dict[tuple[str, str], dict[int, Block]] = {}
    for year in sorted(open_years):
        for block in ledger.blocks(programme.id, year):
            if block.kind == "after_late" and ledger.start[block.subject] is None:
                block = Block("after_out", block.subject)
            met.setdefault((block.kind, block.subject), {}).setdefault(year, block)
    sentences: list[Message] = []
    while met and open_years and len(sentences) < SHOWN:
        widest = max(met, key=lambda key: len(open_years & met[key].keys()))
        blocked = met.pop(widest)
        if sentences and not open_years & blocked.keys():
            break
        open_years -= blocked.keys()
        sentences.append(_sentence(widest, blocked))
    if not sentences:
        return _free(programme)
    if len(sentences) == 1:
        return sentences[0]
    return N_("%(one)s Selain itu, %(two)s", one=sentences[0], two=sentences[1])


def _free(programme: Programme) -> Message:
    """A polished plan leaves room unused for two reasons alone: no value to gain, or a promise to keep."""
    if not programme.value:
        return N_("nilainya nol, sehingga tidak menambah nilai rencana.")
    return N_("dipertahankan pada tahun yang dijanjikan rencana sebelumnya.")


def _sentence(key: tuple[str, str], blocked: Mapping[int, Block]) -> Message:
    kind, subject = key
    hurts = sorted({block.year for block in blocked.values() if block.year is not None})
    least = min(blocked.values(), key=lambda block: block.amount)
    places = {
        "subject": subject,
        "years": spelled(hurts),
        "year": least.year,
        "short": format_rupiah(least.amount),
    }
    return Message(WORDS[kind].text, places)


WORDS: Mapping[str, Message] = {
    "pin": N_("dikunci pada %(year)s oleh perencana."),
    "pinned_out": N_("dikunci di luar rencana oleh perencana."),
    "fund_alone": N_(
        "biayanya sendiri melebihi pagu %(subject)s %(years)s; paling sedikit kurang %(short)s (%(year)s)."
    ),
    "office_closed": N_("%(subject)s tidak punya kapasitas pada %(years)s."),
    "fund": N_("pagu %(subject)s %(years)s sudah terpakai; paling sedikit kurang %(short)s (%(year)s)."),
    "office": N_("%(subject)s sudah penuh pada %(years)s."),
    "after_out": N_("pendahulunya, %(subject)s, tidak masuk rencana."),
    "after_late": N_("pendahulunya, %(subject)s, baru selesai pada %(years)s."),
    "excluded": N_("tidak boleh bersama %(subject)s, yang ada dalam rencana."),
    "followed": N_("harus selesai sebelum %(subject)s, yang mulai pada %(years)s."),
}
