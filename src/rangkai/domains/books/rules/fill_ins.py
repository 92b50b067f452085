"""Fill-in words of a chapter's text, such as {jumlah_program}: so that a number in prose follows the records too."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rangkai.domains.books.rules.facts import BookFacts
from rangkai.domains.books.rules.text import words_in
from rangkai.domains.books.rules.wording import (
    NOT_RECORDED,
    day_of,
    from_needs,
    from_plan,
    from_programmes,
    from_records,
    listed,
)
from rangkai.engines.typeset.document import Text, Traced
from rangkai.lib.dates import format_date
from rangkai.lib.errors import N_, Message, Problem
from rangkai.lib.money import format_rupiah
from rangkai.lib.numbers import format_number

type Value = Callable[[BookFacts], Text]


@dataclass(frozen=True, slots=True)
class FillIn:
    """`meaning` is shown to who writes; `value` is what the book prints."""

    meaning: Message
    value: Value


def _legal_basis(facts: BookFacts) -> str:
    bases = [facts.plan.legal_basis]
    if facts.goal_plan:
        bases.append(f"{facts.goal_plan.name} ({facts.goal_plan.legal_basis or NOT_RECORDED})")
    return "; ".join(basis for basis in bases if basis) or NOT_RECORDED


def _total(facts: BookFacts) -> Text:
    return (Traced(format_rupiah(sum(one.total for one in facts.programmes)), from_programmes(facts)),)


def _phases(facts: BookFacts) -> str:
    return listed(f"{one.name.lower()} sampai {one.until}" for one in facts.plan.phases) or NOT_RECORDED


def _scenario(facts: BookFacts) -> str:
    found = facts.scenario
    if found is None:
        return NOT_RECORDED
    return f"{found.name} ({found.ref}), dihitung {format_date(found.solved_at.date())}"


def _decision(facts: BookFacts) -> str:
    found = facts.scenario.decision if facts.scenario else None
    if found is None:
        return "belum ditetapkan"
    return f"ditetapkan {format_date(found.decided_on)} ({found.ref})"


def _offices(facts: BookFacts) -> Text:
    offices = {one.office for one in facts.programmes}
    return (Traced(format_number(len(offices)), from_programmes(facts)),)


FILL_INS: Mapping[str, FillIn] = {
    "daerah": FillIn(N_("nama daerah"), lambda facts: facts.place.name),
    "rencana": FillIn(N_("nama rencana induk"), lambda facts: facts.plan.name),
    "periode": FillIn(N_("masa rencana induk"), lambda facts: facts.plan.period),
    "tahun_awal": FillIn(N_("tahun pertama"), lambda facts: str(facts.plan.first_year)),
    "tahun_akhir": FillIn(N_("tahun terakhir"), lambda facts: str(facts.plan.last_year)),
    "jangka": FillIn(N_("jangka dan akhirnya"), _phases),
    "dasar_hukum": FillIn(N_("dasar hukum rencana induk dan RPJMD, seperti yang tercatat"), _legal_basis),
    "rpjmd": FillIn(
        N_("nama RPJMD yang diikuti"),
        lambda facts: facts.goal_plan.name if facts.goal_plan else NOT_RECORDED,
    ),
    "dimensi": FillIn(N_("nama semua dimensi"), lambda facts: listed(one.name for one in facts.dimensions)),
    "jumlah_kecamatan": FillIn(
        N_("jumlah kecamatan"),
        lambda facts: (Traced(format_number(facts.place.kecamatan), from_records(facts, "kode wilayah")),),
    ),
    "jumlah_desa": FillIn(
        N_("jumlah desa dan kelurahan"),
        lambda facts: (Traced(format_number(facts.place.villages), from_records(facts, "kode wilayah")),),
    ),
    "jumlah_kebutuhan": FillIn(
        N_("jumlah kebutuhan"),
        lambda facts: (Traced(format_number(len(facts.needs)), from_needs(facts)),),
    ),
    "jumlah_isu": FillIn(
        N_("jumlah isu strategis"),
        lambda facts: (
            Traced(
                format_number(len(facts.issues)), from_records(facts, f"{len(facts.issues)} isu strategis")
            ),
        ),
    ),
    "jumlah_program": FillIn(
        N_("jumlah program"),
        lambda facts: (Traced(format_number(len(facts.programmes)), from_programmes(facts)),),
    ),
    "jumlah_quick_win": FillIn(
        N_("jumlah quick win"),
        lambda facts: (
            Traced(format_number(len(facts.quick_wins)), from_programmes(facts, facts.quick_wins)),
        ),
    ),
    "jumlah_perangkat_daerah": FillIn(N_("jumlah perangkat daerah yang memegang program"), _offices),
    "jumlah_biaya": FillIn(N_("biaya seluruh program"), _total),
    "skenario": FillIn(N_("skenario peta jalan yang dicetak"), _scenario),
    "keputusan": FillIn(N_("keputusan yang menetapkan peta jalan"), _decision),
    "tanggal_data": FillIn(N_("tanggal data"), day_of),
    "visi": FillIn(
        N_("visi kota cerdas"),
        lambda facts: (Traced(facts.plan.vision, from_plan(facts)),) if facts.plan.vision else NOT_RECORDED,
    ),
}


def filled(facts: BookFacts) -> dict[str, Text]:
    """Every fill-in word with what it prints."""
    return {name: one.value(facts) for name, one in FILL_INS.items()}


def unknown_words(body: str) -> list[Problem]:
    """A problem for each fill-in word that we do not know; the text would print its braces."""
    return [
        Problem(N_("Kata isian {%(word)s} tidak dikenal. Lihat daftar kata isian.", word=word), field="body")
        for word in sorted(words_in(body) - set(FILL_INS))
    ]
