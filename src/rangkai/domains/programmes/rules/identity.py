"""When two rows are the same programme: by number where the source numbers its rows, else by lead office and name."""

import hashlib

from rangkai.domains.needs.rules.identity import identity_by_key, plain_words

PART = "\x1f"


def identity_of(*, office_id: int, name: str, source: str = "", source_key: str = "") -> str:
    """SHA-256; case, dots and leading zeros of the name do not count."""
    if source_key.strip():
        return identity_by_key(source=source, key=source_key)
    return hashlib.sha256(PART.join(("programme", str(office_id), plain_words(name))).encode()).hexdigest()
