"""What becomes of a need: every answer but "belum diputuskan" carries a reason that its proposer can read.

"Masuk program" is never chosen by hand: it follows from the tie to a programme, and ends with it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from rangkai.domains.needs.rules.terms import Fate, FateOwner
from rangkai.lib.errors import N_, Invalid, Problem
from rangkai.lib.terms import Term

YEARS = range(2000, 2101)
LONGEST_REASON = 300
BY_HAND = tuple(fate for fate in Fate if fate is not Fate.PROGRAMME)

REASONS: Mapping[Fate, tuple[str, ...]] = {
    Fate.PASSED_ON: (
        "Diteruskan ke musrenbang tingkat kecamatan untuk diprioritaskan pada tahun perencanaan berikutnya.",
        "Dimasukkan perangkat daerah ke SIPD sebagai usulan Renja; bukan lingkup rencana induk kota cerdas.",
    ),
    Fate.OTHER_AUTHORITY: (
        "Menjadi kewenangan desa; dapat diusulkan dalam musyawarah desa dan RKP Desa.",
        "Menjadi kewenangan pemerintah provinsi; kabupaten menyampaikannya sebagai usulan.",
        "Menjadi kewenangan pemerintah pusat; kabupaten menyampaikannya sebagai usulan.",
    ),
    Fate.POSTPONED: (
        "Ditunda karena pagu tahun ini tidak mencukupi; diusulkan kembali pada tahun tersebut.",
        "Ditunda karena menunggu kesiapan lahan, jaringan, atau kajian teknis.",
    ),
    Fate.REFUSED: (
        "Tidak diterima karena kebutuhan yang sama sudah terpenuhi.",
        "Tidak diterima karena lokasi atau volumenya tidak jelas; dapat diusulkan kembali dengan data lengkap.",
    ),
}
"""Sentences to start from; whoever decides may change every word. They are kept as written, in Indonesian."""


class Ended(Term):
    """Why a programme no longer answers a need; the label closes the sentence of `reopened`."""

    UNTIED = "untied", "tidak lagi dikaitkan dengan kebutuhan ini"
    DELETED = "deleted", "dihapus"
    STOPPED = "stopped", "dihentikan"


@dataclass(frozen=True)
class Decision:
    """What becomes of a need and why; `year` is when it is met if postponed, `owner` whose it is if another's."""

    fate: Fate
    reason: str = ""
    year: int | None = None
    owner: FateOwner | None = None

    def problems(self) -> list[Problem]:
        """What is missing for this fate."""
        return fate_problems(self.fate, self.reason, self.year, self.owner)

    def columns(self) -> dict[str, object]:
        """Values by column; what the fate does not ask for is not kept."""
        return {
            "fate": self.fate,
            "fate_reason": self.reason.strip(),
            "fate_year": self.year if self.fate is Fate.POSTPONED else None,
            "fate_owner": self.owner or "" if self.fate is Fate.OTHER_AUTHORITY else "",
        }


def fate_problems(fate: Fate, reason: str, year: int | None, owner: FateOwner | None = None) -> list[Problem]:
    """What is missing for this fate; `year` is when it will be met, where one is named."""
    problems = []
    if fate is not Fate.OPEN and not reason.strip():
        problems.append(
            Problem(N_("Tulis alasannya, agar pengusul mengerti nasib usulannya."), field="fate_reason")
        )
    if fate is Fate.POSTPONED and year is None:
        message = N_("Tulis tahunnya: ditunda sampai kapan? Tanpa tahun, pengusul tidak tahu kapan bertanya.")
        problems.append(Problem(message, field="fate_year"))
    if year is not None and year not in YEARS:
        problems.append(Problem(N_("Tahun %(year)s di luar 2000–2100.", year=year), field="fate_year"))
    if fate is Fate.OTHER_AUTHORITY and owner is None:
        message = N_("Pilih kewenangan siapa: desa, provinsi, pusat, atau instansi lain.")
        problems.append(Problem(message, field="fate_owner"))
    return problems


def refuse_against_tie(fate: Fate, *, ref: str, tied: bool) -> None:
    """Keep "masuk program" and the tie to a programme one and the same; raises Invalid naming the need."""
    if fate is Fate.PROGRAMME and not tied:
        raise Invalid(
            N_(
                "%(ref)s belum dikaitkan dengan program mana pun. Kaitkan dari halaman programnya; nasibnya lalu "
                "tercatat sendiri.",
                ref=ref,
            )
        )
    if fate is not Fate.PROGRAMME and tied:
        raise Invalid(
            N_(
                "%(ref)s sedang dijawab sebuah program. Lepaskan dahulu dari programnya, baru putuskan yang lain. "
                "Tidak ada yang berubah.",
                ref=ref,
            )
        )


def reopened(was: str, ended: Ended) -> str:
    """The reason of a need that is open again; `was` is the reason it bore ("P-2026-00001 Antrean daring")."""
    head, tail = "Dibuka kembali: semula masuk program ", f", yang {ended.label}."
    return head + was[: LONGEST_REASON - len(head) - len(tail)] + tail
