"""Vocabularies of services, in our own words; no instrument prescribes them."""

from collections.abc import Iterable, Mapping

from rangkai.lib.errors import N_, Message
from rangkai.lib.terms import Term


class Digitalisation(Term):
    """How a citizen meets the service, from paper at a counter to one chain with other services."""

    MANUAL = "manual", "manual"
    INFORMED = "informed", "informasi daring"
    INTERACTIVE = "interactive", "formulir daring"
    TRANSACTED = "transacted", "selesai daring"
    INTEGRATED = "integrated", "terintegrasi"


MEANING: Mapping[Digitalisation, Message] = {
    Digitalisation.MANUAL: N_("datang ke loket, berkas kertas"),
    Digitalisation.INFORMED: N_("syarat dan jadwal dapat dibaca daring"),
    Digitalisation.INTERACTIVE: N_("formulir dapat diunduh atau diisi daring"),
    Digitalisation.TRANSACTED: N_("diajukan, diproses, dan diterima daring"),
    Digitalisation.INTEGRATED: N_("terhubung dengan layanan atau data lain"),
}


class Hindrance(Term):
    """What keeps a service from the next degree; several may hold at once."""

    NETWORK = "network", "jaringan"
    DEVICES = "devices", "perangkat"
    PEOPLE = "people", "SDM"


FLAG: Mapping[Hindrance, str] = {
    Hindrance.NETWORK: "lacks_network",
    Hindrance.DEVICES: "lacks_devices",
    Hindrance.PEOPLE: "lacks_people",
}
"""Hindrance → the column that holds it."""


def hindrances_of(flags: Mapping[str, object]) -> tuple[Hindrance, ...]:
    """Those whose column is true, in order."""
    return tuple(found for found in Hindrance if flags.get(FLAG[found]))


def flags_of(found: Iterable[Hindrance]) -> dict[str, bool]:
    """Every column of a hindrance, true for those in `found`."""
    held = set(found)
    return {FLAG[one]: one in held for one in Hindrance}
