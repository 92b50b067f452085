"""Columns, money and links of a programme in words, for the preview."""

from collections.abc import Iterator, Mapping, Sequence

from rangkai.domains.programmes.rules.content import LABELS
from rangkai.domains.programmes.rules.importing.facts import KnownProgramme, ProgrammeFacts
from rangkai.domains.programmes.rules.importing.money import LineChanges
from rangkai.domains.programmes.rules.terms import ProgrammeKind
from rangkai.domains.work.rules.plan import CellChange, Json
from rangkai.lib.errors import N_, Message
from rangkai.lib.money import format_rupiah

WORDS: Mapping[str, Message] = {
    **LABELS,
    "office_id": LABELS["office"],
    "owner_id": LABELS["owner"],
    "dimension_id": LABELS["dimension"],
    "subdimension_id": LABELS["subdimension"],
    "supporting": N_("Perangkat daerah pendukung"),
    "goals": N_("Sasaran"),
    "indicators": N_("Indikator kinerja"),
    "needs": N_("Kebutuhan yang dijawab"),
    "outputs": N_("Keluaran"),
}
YES_NO = {True: "ya", False: "tidak"}


def in_words(name: str, value: Json, facts: ProgrammeFacts) -> str:
    """One value as a reader knows it; empty for nothing."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return YES_NO[value]
    if name in facts.names:
        return facts.names[name].get(int(value), str(value))
    return ProgrammeKind(str(value)).label if name == "kind_of" else str(value)


def column_changes(
    known: KnownProgramme, values: Mapping[str, Json], facts: ProgrammeFacts
) -> Iterator[CellChange]:
    for name, value in values.items():
        before = in_words(name, known.values[name], facts)
        yield CellChange(name, WORDS[name], before, in_words(name, value, facts))


def line_changes(known: KnownProgramme, changes: LineChanges, facts: ProgrammeFacts) -> Iterator[CellChange]:
    """Amounts by year and fund; a document by its name."""
    funds = facts.names["fund_id"]
    by_id = {line.id: line for line in known.lines}
    for pk, columns in changes.update.items():
        line = by_id[pk]
        for name, value in columns.items():
            before = format_rupiah(line.amount) if name == "amount" else line.document
            after = format_rupiah(int(str(value))) if name == "amount" else str(value)
            yield CellChange(name, money_label(line.year, funds[line.fund_id]), before, after)
    for added in changes.add:
        label = money_label(added.year, funds[added.fund_id])
        yield CellChange("amount", label, "", format_rupiah(added.amount))


def money_label(year: int, fund: str) -> Message:
    return N_("Pendanaan %(year)s %(fund)s", year=year, fund=fund)


def tie_changes(added: Mapping[str, Sequence[int]], facts: ProgrammeFacts) -> Iterator[CellChange]:
    """What a programme would be linked to besides."""
    for kind, ids in added.items():
        if ids:
            names = ", ".join(facts.names[kind].get(pk, str(pk)) for pk in ids)
            yield CellChange(kind, WORDS[kind], "", names)
