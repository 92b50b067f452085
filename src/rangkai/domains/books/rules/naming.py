"""The name under which a file is saved by who downloads it."""

import re

from rangkai.domains.books.rules.assembling import TITLES
from rangkai.domains.books.rules.terms import BookNumber

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def file_name(book: BookNumber, *, region: str, number: int | None, suffix: str) -> str:
    """ "Buku 2 Masterplan Smart City Kabupaten Mojokerto - edisi 1.pdf"; characters no file system bears become "-"."""
    edition = "konsep" if number is None else f"edisi {number}"
    name = f"Buku {book.value} {TITLES[book]} {region} - {edition}{suffix}"
    return _UNFIT.sub("-", name)
