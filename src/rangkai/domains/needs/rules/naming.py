"""Names of strategic issues."""

from rangkai.lib.errors import N_, Invalid, Problem
from rangkai.lib.text import squeeze

LONGEST = 200


def issue_name(text: str) -> str:
    """The name on one line; raises Invalid for an empty or too long one."""
    name = squeeze(text)
    if not name:
        message = N_("Beri nama isu strategis ini.")
        raise Invalid(message, [Problem(message, field="name")])
    if len(name) > LONGEST:
        message = N_("Nama isu paling panjang %(most)s karakter.", most=LONGEST)
        raise Invalid(message, [Problem(message, field="name")])
    return name
