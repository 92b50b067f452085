"""Likelihood × impact, each 1 to 5. The bands are ours, a help for reading; no regulation is quoted."""

from collections.abc import Sequence

from rangkai.domains.programmes.rules.parts import Output, Risk
from rangkai.lib.errors import N_, Message, Problem
from rangkai.lib.terms import Term

LEAST, MOST = 1, 5
LONGEST_RISK, LONGEST_CAUSE, LONGEST_MITIGATION = 300, 300, 2_000
LONGEST_OUTPUT, LONGEST_UNIT = 200, 40


class RiskBand(Term):
    """How much a risk weighs."""

    LOW = "low", "rendah"
    MIDDLE = "middle", "sedang"
    HIGH = "high", "tinggi"


BOUNDS = ((15, RiskBand.HIGH), (8, RiskBand.MIDDLE))


def weight(likelihood: int, impact: int) -> int:
    """1..25."""
    return likelihood * impact


def band(likelihood: int, impact: int) -> RiskBand:
    """High from 15 (3 × 5), middle from 8 (2 × 4)."""
    score = weight(likelihood, impact)
    return next((name for least, name in BOUNDS if score >= least), RiskBand.LOW)


def risk_problems(risks: Sequence[Risk]) -> list[Problem]:
    """Everything wrong with the risks; `field` is "row.column" with rows from 0."""
    problems = []
    for at, risk in enumerate(risks):
        texts = (
            ("risk", risk.risk, LONGEST_RISK),
            ("cause", risk.cause, LONGEST_CAUSE),
            ("mitigation", risk.mitigation, LONGEST_MITIGATION),
        )
        if not risk.risk.strip():
            problems.append(Problem(N_("Baris %(row)s: risiko belum diisi.", row=at + 1), field=f"{at}.risk"))
        problems += [
            Problem(too_long(at + 1, most), field=f"{at}.{name}")
            for name, text, most in texts
            if len(text) > most
        ]
        for name, label, score in (
            ("likelihood", N_("kemungkinan"), risk.likelihood),
            ("impact", N_("dampak"), risk.impact),
        ):
            if not LEAST <= score <= MOST:
                message = N_(
                    "Baris %(row)s: %(name)s harus 1 sampai 5, bukan %(score)s.",
                    row=at + 1,
                    name=label,
                    score=score,
                )
                problems.append(Problem(message, field=f"{at}.{name}"))
    return problems


def output_problems(outputs: Sequence[Output]) -> list[Problem]:
    """Everything wrong with the outputs; `field` is "row.column" with rows from 0."""
    problems = []
    for at, output in enumerate(outputs):
        if not output.text.strip():
            problems.append(
                Problem(N_("Baris %(row)s: keluaran belum diisi.", row=at + 1), field=f"{at}.text")
            )
        if len(output.text) > LONGEST_OUTPUT:
            problems.append(Problem(too_long(at + 1, LONGEST_OUTPUT), field=f"{at}.text"))
        if len(output.unit) > LONGEST_UNIT:
            problems.append(Problem(too_long(at + 1, LONGEST_UNIT), field=f"{at}.unit"))
        if output.quantity is not None and output.quantity < 0:
            message = N_("Baris %(row)s: volume tidak boleh kurang dari nol.", row=at + 1)
            problems.append(Problem(message, field=f"{at}.quantity"))
        if output.year is not None and not 2000 <= output.year <= 2100:
            message = N_("Baris %(row)s: tahun %(year)s di luar 2000–2100.", row=at + 1, year=output.year)
            problems.append(Problem(message, field=f"{at}.year"))
    return problems


def too_long(row: int, most: int) -> Message:
    return N_("Baris %(row)s: teks paling panjang %(most)s karakter.", row=row, most=most)
