"""What a programme must hold, whatever door it comes through: form, sheet, or interface."""

from collections.abc import Mapping

from rangkai.lib.errors import N_, Message, Problem
from rangkai.lib.lengths import too_long

YEARS = range(2000, 2101)
LEAST_VALUE, MOST_VALUE = 1, 100

LONGEST = {"name": 200, "description": 5_000, "source": 120, "source_key": 80, "status_reason": 300}
"""Characters; what is longer belongs in an annex."""

LABELS: Mapping[str, Message] = {
    "name": N_("Nama program"),
    "description": N_("Uraian"),
    "kind_of": N_("Jenis"),
    "dimension": N_("Dimensi"),
    "subdimension": N_("Subdimensi"),
    "office": N_("Perangkat daerah penanggung jawab"),
    "owner": N_("Jabatan penanggung jawab"),
    "value": N_("Bobot manfaat"),
    "earliest": N_("Mulai paling awal"),
    "latest": N_("Mulai paling lambat"),
    "must": N_("Wajib"),
    "quick_win": N_("Quick win"),
    "source": N_("Sumber"),
    "source_key": N_("Nomor di sumber"),
    "status_reason": N_("Alasan"),
}


def content_problems(values: Mapping[str, object]) -> list[Problem]:
    """Everything wrong with the given fields; fields that are not given are not judged."""
    problems = too_long(values, longest=LONGEST, labels=LABELS)
    if "name" in values and not str(values["name"] or "").strip():
        problems.append(Problem(N_("Nama program belum diisi."), field="name"))
    value = values.get("value")
    if isinstance(value, int) and not LEAST_VALUE <= value <= MOST_VALUE:
        problems.append(
            Problem(N_("Bobot manfaat harus 1 sampai 100, bukan %(value)s.", value=value), field="value")
        )
    return problems + _year_problems(values)


def _year_problems(values: Mapping[str, object]) -> list[Problem]:
    earliest, latest = values.get("earliest"), values.get("latest")
    problems = [
        Problem(N_("Tahun %(year)s di luar 2000–2100.", year=year), field=name)
        for name, year in (("earliest", earliest), ("latest", latest))
        if isinstance(year, int) and year not in YEARS
    ]
    if isinstance(earliest, int) and isinstance(latest, int) and earliest > latest:
        message = N_(
            "Mulai paling awal (%(earliest)s) sesudah mulai paling lambat (%(latest)s).",
            earliest=earliest,
            latest=latest,
        )
        problems.append(Problem(message, field="latest"))
    return problems
