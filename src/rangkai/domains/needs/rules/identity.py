"""When two rows are the same need: by the number of the source, else by what is asked, of whom, and where.

A number is unique only within its source, so that two offices that both count from 1 never meet. Without a number the
office, the area, the activity and the place make the need; case, punctuation and leading zeros do not count.
"""

import hashlib
import re
from functools import lru_cache

from rangkai.engines.similarity.words import tokens

PART = "\x1f"


def plain_words(text: str) -> str:
    """Words and numbers in order: "Kp. Cipetir RT.02" is "kp cipetir rt 2". Other scripts stay themselves."""
    words = [word.lstrip("0") or "0" if word.isdigit() else word for word in tokens(text)]
    return " ".join(words) or re.sub(r"\s+", " ", text).strip().casefold()


def identity_by_key(*, source: str, key: str) -> str:
    """Of a row that its source numbers."""
    return _digest("key", _source_words(source), re.sub(r"\s+", " ", key).strip().casefold())


@lru_cache(maxsize=100)
def _source_words(source: str) -> str:
    return plain_words(source)


def identity_by_content(*, office_id: int, area_id: int | None, statement: str, place: str) -> str:
    """Of a row without a number."""
    return _digest("row", str(office_id), str(area_id or ""), plain_words(statement), plain_words(place))


def _digest(*parts: str) -> str:
    return hashlib.sha256(PART.join(parts).encode()).hexdigest()
