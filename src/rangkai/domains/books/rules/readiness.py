"""What must be there before a book is printed, and what its makers should know. Facts in, sentences out."""

from collections.abc import Iterable

from rangkai.domains.books.rules.facts import BookFacts
from rangkai.domains.books.rules.terms import BookNumber
from rangkai.lib.errors import N_, Message, Problem


def obstacles(book: BookNumber, facts: BookFacts) -> list[Problem]:
    """Why the book can't be printed honestly yet; empty when it can."""
    found = []
    if book is BookNumber.ONE:
        if not facts.needs:
            found.append(
                N_(
                    "Belum ada kebutuhan yang disetujui atau dihimpun. Catat atau impor dahulu di menu Kebutuhan."
                )
            )
        return [Problem(message) for message in found]
    if not facts.programmes:
        found.append(N_("Belum ada program. Susun program dahulu di menu Program."))
    if facts.scenario is None:
        found.append(
            N_("Peta jalan belum dihitung. Buka menu Peta Jalan, isi pagu, lalu tekan “Hitung peta jalan”.")
        )
    elif not facts.placed:
        found.append(
            N_(
                "Skenario %(ref)s tidak menempatkan satu program pun. Periksa pagunya.",
                ref=facts.scenario.ref,
            )
        )
    return [Problem(message) for message in found]


def remarks(book: BookNumber, facts: BookFacts) -> tuple[Message, ...]:
    """What is printed as it stands but should be mended; in the order of the book."""
    return tuple(_all_books(facts)) + (() if book is BookNumber.ONE else tuple(_of_the_plan(facts)))


def _all_books(facts: BookFacts) -> Iterable[Message]:
    needs, programmes = facts.examples
    if needs or programmes:
        yield N_(
            "Buku memuat data contoh: %(needs)s kebutuhan dan %(programmes)s program.",
            needs=needs,
            programmes=programmes,
        )
    if not facts.plan.vision:
        yield N_("Visi kota cerdas belum ditulis pada rencana induk.")
    if facts.goal_plan is None or not facts.goal_plan.goals:
        yield N_("Tujuan dan sasaran daerah (RPJMD) belum dicatat.")
    if facts.withheld:
        yield N_(
            "%(count)s kebutuhan masih disusun perangkat daerahnya, jadi tidak ikut dicetak.",
            count=facts.withheld,
        )
    unclassified = len(facts.needs_of(""))
    if unclassified:
        yield N_("%(count)s kebutuhan belum mempunyai dimensi.", count=unclassified)


def _of_the_plan(facts: BookFacts) -> Iterable[Message]:
    silent = sum(not part.strategy for one in facts.dimensions for part in one.parts)
    if silent:
        yield N_("Strategi belum ditulis untuk %(count)s subdimensi.", count=silent)
    waiting = sum(not one.is_approved for one in facts.programmes)
    if waiting:
        yield N_("%(count)s program belum disetujui kepala perangkat daerahnya.", count=waiting)
    aimless = sum(not one.goals for one in facts.programmes)
    if aimless:
        yield N_("%(count)s program belum dikaitkan dengan sasaran.", count=aimless)
    risky = sum(not one.risks for one in facts.quick_wins)
    if risky:
        yield N_("%(count)s quick win belum mempunyai analisis risiko.", count=risky)
    if facts.scenario and facts.scenario.is_stale:
        yield N_(
            "Program, pagu, atau kapasitas berubah sejak peta jalan dihitung. Hitung ulang agar mengikutinya."
        )
    if facts.scenario and not facts.scenario.is_adopted:
        yield N_("Peta jalan yang dicetak belum ditetapkan pimpinan.")
