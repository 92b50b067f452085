"""Where uploaded and made files are kept: Django's default storage, `RANGKAI_HOME/files` unless set otherwise.

A file is named by the SHA-256 of its bytes, so that the same file is kept once and never changes under its name.
"""

import hashlib
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from rangkai.lib.errors import N_, Missing


def fingerprint(content: bytes) -> str:
    """SHA-256 as 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def keep(content: bytes, *, folder: str, suffix: str) -> str:
    """Store the bytes and return their name; `suffix` is the file's ending with its dot. Again changes nothing."""
    digest = fingerprint(content)
    name = str(PurePosixPath(folder, digest[:2], digest + suffix))
    if default_storage.exists(name):
        return name
    return default_storage.save(name, ContentFile(content))


def fetch(name: str) -> bytes:
    """The bytes under a name; raises Missing when the file is gone."""
    try:
        with default_storage.open(name, "rb") as file:
            content: bytes = file.read()
    except FileNotFoundError:
        raise Missing(N_("Berkas tidak ditemukan di penyimpanan. Unggah sekali lagi.")) from None
    return content
