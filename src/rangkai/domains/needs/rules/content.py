"""What a need must hold, whatever door it comes through: form, sheet, or interface."""

from collections.abc import Mapping
from decimal import Decimal

from rangkai.domains.needs.rules.fate import YEARS
from rangkai.domains.needs.rules.priority import LABELS as USG
from rangkai.domains.needs.rules.priority import usg_problems
from rangkai.lib.errors import N_, Problem
from rangkai.lib.lengths import too_long

LONGEST = {
    "statement": 1_000,
    "detail": 5_000,
    "place": 300,
    "for_whom": 200,
    "source": 120,
    "source_key": 80,
    "unit": 40,
    "status_reason": 300,
    "fate_reason": 300,
}
"""Characters. A longer text is a document that belongs in an annex; a cell of 40,000 characters is a slip."""

LABELS = {
    "statement": N_("Kebutuhan"),
    "detail": N_("Keadaan sekarang"),
    "place": N_("Tempat"),
    "for_whom": N_("Siapa yang menerima manfaat"),
    "source": N_("Dokumen atau forum"),
    "source_key": N_("Nomor di sumber"),
    "unit": N_("Satuan"),
    "status_reason": N_("Alasan"),
    "fate_reason": N_("Alasan"),
    "quantity": N_("Jumlah"),
    "beneficiaries": N_("Penerima manfaat"),
    "estimate": N_("Perkiraan biaya"),
    "year": N_("Tahun"),
}

MOST: Mapping[str, int | Decimal] = {
    "quantity": Decimal("99999999999999.99"),
    "beneficiaries": 2_000_000_000,
    "estimate": 10**15,
}
"""A thousand trillion rupiah exceeds any regional budget: a larger figure is a slip of the columns."""


def content_problems(values: Mapping[str, object]) -> list[Problem]:
    """Everything wrong with the given fields; fields that are not given are not judged."""
    problems = [
        *too_long(values, longest=LONGEST, labels=LABELS),
        *_number_problems(values),
        *usg_problems(_scores(values)),
    ]
    if "statement" in values and not str(values["statement"] or "").strip():
        problems.append(Problem(N_("Kebutuhan belum diisi."), field="statement"))
    year = values.get("year")
    if isinstance(year, int) and year not in YEARS:
        problems.append(Problem(N_("Tahun %(year)s di luar 2000–2100.", year=year), field="year"))
    return problems


def _number_problems(values: Mapping[str, object]) -> list[Problem]:
    problems = []
    for name, most in MOST.items():
        value = values.get(name)
        if not isinstance(value, int | Decimal):
            continue
        params = {"name": LABELS[name], "value": value}
        if value < 0:
            problems.append(
                Problem(N_("%(name)s tidak boleh kurang dari nol (%(value)s).", **params), field=name)
            )
        elif value > most:
            problems.append(
                Problem(N_("%(name)s terlalu besar (%(value)s). Periksa satuannya.", **params), field=name)
            )
    return problems


def _scores(values: Mapping[str, object]) -> dict[str, int | None]:
    return {name: value for name in USG if isinstance(value := values.get(name), int)}
