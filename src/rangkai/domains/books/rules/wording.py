"""Words and sources that every chapter shares: dates, lists of names, refs from … to …, sums in words."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from rangkai.domains.books.rules.facts import BookFacts, NeedFact, ProgrammePart
from rangkai.engines.typeset.document import KeyFigure, Source, Traced
from rangkai.lib.dates import format_date
from rangkai.lib.money import format_rupiah_short
from rangkai.lib.numbers import format_number

NOT_RECORDED = "belum dicatat"
NO_DIMENSION = "Dimensi belum ditetapkan"


def day_of(facts: BookFacts) -> str:
    """The date of the data: "24 November 2026"."""
    return format_date(facts.as_of.date())


def from_records(facts: BookFacts, *refs: str) -> Source:
    """A figure that was counted or summed over the named records."""
    return Source(("Rangkai", *refs), day_of(facts))


def from_plan(facts: BookFacts) -> Source:
    return from_records(facts, f"rencana induk {facts.plan.ref} versi {facts.plan.version}")


def from_goals(facts: BookFacts) -> Source:
    plan = facts.goal_plan
    return from_records(facts, f"{plan.name} versi {plan.version}") if plan else from_records(facts)


def from_needs(facts: BookFacts, needs: Sequence[NeedFact] | None = None) -> Source:
    rows = facts.needs if needs is None else needs
    return from_records(facts, f"{len(rows)} kebutuhan{span([one.ref for one in rows])}")


def from_programmes(facts: BookFacts, programmes: Sequence[ProgrammePart] | None = None) -> Source:
    rows = facts.programmes if programmes is None else programmes
    return from_records(facts, f"{len(rows)} program{span([one.ref for one in rows])}")


def from_scenario(facts: BookFacts) -> Source:
    """Numbers of the roadmap: which scenario, and when it was computed."""
    if facts.scenario is None:
        return from_records(facts)
    computed = f"dihitung {format_date(facts.scenario.solved_at.date())}"
    return Source(("Rangkai", f"skenario {facts.scenario.ref}", computed))


def span(refs: Sequence[str]) -> str:
    """ " (P-2026-00001 s.d. P-2026-00040)", or nothing."""
    if not refs:
        return ""
    first, last = min(refs), max(refs)
    return f" ({first})" if first == last else f" ({first} s.d. {last})"


def counted(number: int, word: str, source: Source) -> Traced:
    return Traced(f"{format_number(number)} {word}", source)


def key_money(amount: int, label: str, source: Source) -> KeyFigure:
    return KeyFigure(format_rupiah_short(amount), label, source)


def key_count(number: int, label: str, source: Source) -> KeyFigure:
    return KeyFigure(format_number(number), label, source)


def listed(words: Iterable[str]) -> str:
    """ "a, b, dan c"."""
    found = list(words)
    if len(found) < 3:
        return " dan ".join(found)
    return f"{', '.join(found[:-1])}, dan {found[-1]}"


def tidy(number: Decimal) -> Decimal | int:
    """Without the zeros that the table's four decimals add: 85.1000 is 85.1, 85.0000 is 85."""
    whole = int(number)
    return whole if number == whole else number.normalize()


def named(name: str, is_example: bool, mark: bool) -> str:
    """The name of a record; `mark` says that examples stand among real rows and must be told apart."""
    return f"{name} (contoh)" if is_example and mark and "(contoh)" not in name else name


def is_mixed(facts: BookFacts) -> bool:
    """Examples stand among real needs or programmes."""
    invented = sum(facts.examples)
    return 0 < invented < len(facts.needs) + len(facts.programmes)


def dimension_name(facts: BookFacts, code: str) -> str:
    return next((one.name for one in facts.dimensions if one.code == code), NO_DIMENSION)


def quality_of(result: Mapping[str, Any]) -> str:
    """The proven distance of a roadmap from the best, from the answer's `status` and `gap` (a fraction)."""
    gap = result.get("gap")
    if result.get("status") == "optimal" or gap == 0:
        return "Susunannya terbukti yang terbaik"
    if gap is None:
        return "Jaraknya dari susunan terbaik belum terbukti"
    return f"Susunannya terbukti paling jauh {format_number(round(gap * 100, 1))} % dari yang terbaik"
