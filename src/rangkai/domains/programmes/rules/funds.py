"""What a source of money must hold."""

from collections.abc import Mapping

from rangkai.lib.errors import N_, Problem

LONGEST = {"code": 20, "name": 100, "note": 200}
LABELS = {"code": N_("Kode"), "name": N_("Nama"), "note": N_("Catatan")}


def fund_problems(values: Mapping[str, object]) -> list[Problem]:
    """Everything wrong with the given fields; fields that are not given are not judged."""
    problems = [
        Problem(N_("%(name)s belum diisi.", name=LABELS[field]), field=field)
        for field in ("code", "name")
        if field in values and not str(values[field] or "").strip()
    ]
    problems += [
        Problem(N_("%(name)s paling panjang %(most)s karakter.", name=LABELS[field], most=most), field=field)
        for field, most in LONGEST.items()
        if len(str(values.get(field, ""))) > most
    ]
    return problems
