"""What a service must hold, whatever door it comes through: form, sheet, or interface."""

from collections.abc import Mapping

from rangkai.lib.errors import N_, Message, Problem
from rangkai.lib.lengths import too_long
from rangkai.lib.text import fold, words

LONGEST = {"name": 200, "audience": 200, "channel": 300, "hindrance_note": 1_000}
MOST_USERS = 2_000_000_000
LABELS: Mapping[str, Message] = {
    "name": N_("Layanan"),
    "audience": N_("Untuk siapa"),
    "channel": N_("Kanal atau alamat"),
    "users": N_("Pengguna setahun"),
    "digitalisation": N_("Tingkat digitalisasi"),
    "lacks_network": N_("Terhambat jaringan"),
    "lacks_devices": N_("Terhambat perangkat"),
    "lacks_people": N_("Terhambat SDM"),
    "hindrance_note": N_("Catatan hambatan"),
    "office_id": N_("Perangkat daerah"),
}


def content_problems(values: Mapping[str, object]) -> list[Problem]:
    """Everything wrong with the given fields; fields that are not given are not judged."""
    problems = too_long(values, longest=LONGEST, labels=LABELS)
    if "name" in values and not name_key(str(values["name"] or "")):
        problems.append(Problem(N_("Nama layanan belum diisi."), field="name"))
    users = values.get("users")
    if isinstance(users, int) and users < 0:
        problems.append(Problem(N_("Pengguna setahun tidak boleh kurang dari nol."), field="users"))
    if isinstance(users, int) and users > MOST_USERS:
        problems.append(
            Problem(
                N_("Pengguna setahun terlalu besar (%(value)s). Periksa satuannya.", value=users),
                field="users",
            )
        )
    return problems


def name_key(name: str) -> str:
    """By which an office has a service once: whatever case and punctuation; other scripts stay themselves."""
    return words(name) or fold(name)
