"""Programmes as a workbook: a template to fill in, and an export that comes back as an import.

The export has one row for each funding line, with the programme repeated, so that office, subkegiatan and document of
every line survive the way back. "Nomor" tells which programme a row is.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from rangkai.domains.masterplans.queries import dimensions
from rangkai.domains.organisations.queries import office_facts
from rangkai.domains.programmes.queries.choices import offices_to_lead
from rangkai.domains.programmes.queries.facts import ProgrammeFact, programme_facts
from rangkai.domains.programmes.queries.importing import fund_codes
from rangkai.domains.programmes.queries.ties import FundingFact
from rangkai.domains.programmes.rules.importing import fields as f
from rangkai.domains.programmes.rules.terms import ProgrammeKind, ProgrammeStatus
from rangkai.engines.tabular.model import Kind, Value
from rangkai.engines.tabular.writing import Heading, SheetColumn, write_table
from rangkai.kit.policies import Actor

WIDE, NARROW = 46, 12
YES_NO = ("ya", "tidak")
HEAD_COLUMNS = (
    f.REF,
    f.NAME,
    f.DESCRIPTION,
    f.KIND,
    f.DIMENSION,
    f.SUBDIMENSION,
    f.OFFICE,
    f.VALUE,
    f.EARLIEST,
    f.LATEST,
    f.QUICK_WIN,
    f.MUST,
)
"""What an office says of a programme in a sheet of its own, without money and links."""
COST_COLUMNS = (f.REF, f.NAME, f.YEAR, f.FUND, f.AMOUNT, f.LINE_OFFICE, f.NOMENCLATURE, f.DOCUMENT)
SPARE_LINES = 4
"""Empty rows under each programme, for funding lines that nobody has entered yet."""
GOES_ON = [status for status in ProgrammeStatus if status is not ProgrammeStatus.STOPPED]


def programmes_template(actor: Actor) -> bytes:
    """An empty workbook with lists to choose from; seven queries."""
    return write_table(_columns(actor), [], Heading("Program", _guide()))


def programmes_workbook(actor: Actor, *, ids: Sequence[int], today: date) -> bytes:
    """The given programmes, to edit and import again; a constant number of queries."""
    facts = programme_facts(region_id=actor.region_id, today=today, ids=ids)
    return write_table(_columns(actor), _rows(facts), Heading("Program"))


def columns_named(actor: Actor, *, names: Sequence[str]) -> list[SheetColumn]:
    """Some columns of the template, in the order of `names`; seven queries."""
    known = {column.name: column for column in _columns(actor)}
    return [known[name] for name in names]


def head_rows(*, region_id: int, today: date) -> Iterator[tuple[int, Sequence[Value]]]:
    """Programmes that go on, as rows of `HEAD_COLUMNS`, each with its office. Nine queries."""
    for fact in programme_facts(region_id=region_id, today=today, statuses=GOES_ON):
        head = _head(fact)
        yield fact.office_id, (*head[:7], *head[9:14])


def cost_rows(*, region_id: int, today: date) -> Iterator[tuple[int, Sequence[Value]]]:
    """Funding lines of programmes that go on, as rows of `COST_COLUMNS`, and spare ones. Nine queries."""
    for fact in programme_facts(region_id=region_id, today=today, statuses=GOES_ON):
        for line in (*fact.funding, *[None] * SPARE_LINES):
            yield fact.office_id, (fact.ref, fact.name, *_money(line))


def _columns(actor: Actor) -> list[SheetColumn]:
    """In the order of `_row`."""
    parts = dimensions()
    leads = tuple(name for _, name in offices_to_lead(actor))
    offices = tuple(office.name for office in office_facts(region_id=actor.region_id))
    sub = tuple(s.name for part in parts for s in part.subdimensions)
    return [
        SheetColumn(f.REF, Kind.CODE, note=_("Jangan diubah. Kosongkan pada program baru.")),
        SheetColumn(f.NAME, width=WIDE, is_required=True),
        SheetColumn(f.DESCRIPTION, width=WIDE),
        SheetColumn(f.KIND, choices=tuple(kind.label for kind in ProgrammeKind)),
        SheetColumn(f.DIMENSION, choices=tuple(part.name for part in parts), is_required=True),
        SheetColumn(f.SUBDIMENSION, width=WIDE, choices=sub),
        SheetColumn(f.OFFICE, width=WIDE, choices=leads, is_required=True),
        SheetColumn(f.OWNER, width=WIDE, note=_("Bila kosong: kepala perangkat daerah.")),
        SheetColumn(f.SUPPORTING, width=WIDE, note=_("Beberapa dipisah titik koma.")),
        SheetColumn(f.VALUE, Kind.NUMBER, width=NARROW),
        SheetColumn(f.EARLIEST, Kind.NUMBER, width=NARROW),
        SheetColumn(f.LATEST, Kind.NUMBER, width=NARROW),
        SheetColumn(f.QUICK_WIN, choices=YES_NO, width=NARROW),
        SheetColumn(f.MUST, choices=YES_NO, width=NARROW),
        SheetColumn(f.GOALS, Kind.CODE, note=_("Kode sasaran; beberapa dipisah titik koma.")),
        SheetColumn(f.INDICATORS, note=_("Kode atau nama; beberapa dipisah titik koma.")),
        SheetColumn(f.NEEDS, Kind.CODE, note=_("Nomor kebutuhan; beberapa dipisah titik koma.")),
        SheetColumn(f.OUTPUT, width=WIDE),
        SheetColumn(f.YEAR, Kind.NUMBER, width=NARROW),
        SheetColumn(f.FUND, choices=tuple(fund_codes(region_id=actor.region_id)), width=NARROW),
        SheetColumn(f.AMOUNT, Kind.NUMBER, note=_("Rupiah penuh, misalnya 50000000.")),
        SheetColumn(f.LINE_OFFICE, width=WIDE, choices=offices),
        SheetColumn(f.NOMENCLATURE, width=WIDE, note=_("Kode subkegiatan, boleh diikuti namanya.")),
        SheetColumn(f.DOCUMENT, width=WIDE),
    ]


def _rows(facts: Iterable[ProgrammeFact]) -> Iterator[Sequence[Value]]:
    """A row for each line or output of a programme, whichever are more; at least one."""
    for fact in facts:
        for at in range(max(1, len(fact.funding), len(fact.outputs))):
            line = fact.funding[at] if at < len(fact.funding) else None
            output = fact.outputs[at].text if at < len(fact.outputs) else None
            yield (*_head(fact), output, *_money(line))


def _head(fact: ProgrammeFact) -> tuple[Value, ...]:
    return (
        fact.ref,
        fact.name,
        fact.description or None,
        ProgrammeKind(fact.kind).label,
        fact.dimension_name,
        fact.subdimension_name or None,
        fact.office,
        fact.owner_title,
        _joined([tie.name for tie in fact.supporting]),
        fact.value,
        fact.earliest,
        fact.latest,
        YES_NO[not fact.quick_win],
        YES_NO[not fact.must],
        _joined(fact.goal_codes),
        _joined([tie.code for tie in fact.indicators]),
        _joined(fact.need_refs),
    )


def _joined(words: Sequence[str]) -> str | None:
    return "; ".join(words) or None


def _money(line: FundingFact | None) -> tuple[Value, ...]:
    if line is None:
        return (None,) * 6
    code = f"{line.nomenclature_code} {line.nomenclature_name}".strip() or None
    return line.year, line.fund, line.amount, line.office, code, line.document or None


def _guide() -> tuple[str, ...]:
    return (
        _("Cara mengisi"),
        _("Yang wajib: Program, Dimensi, dan Perangkat daerah; kolom lain boleh kosong."),
        _(
            "Satu baris untuk setiap tahun, sumber dana, dan subkegiatan; ulangi nama programnya, "
            "atau kosongkan nama pada baris lanjutannya."
        ),
        _(
            "Boleh juga satu baris per program dengan kolom “Tahun 2027 / PAD”, “Tahun 2028 / PAD”, dan seterusnya."
        ),
        _("Rupiah penuh seperti 50000000 atau 50.000.000."),
        _("Kolom Nomor diisi oleh Rangkai; kosongkan untuk program baru."),
    )
