"""Text as people type it, brought to one form for comparing; nothing here is shown to anyone."""

import html
import re
import unicodedata

_SPACES = re.compile(r"[\s\u200b\u200c\u200d\u2060\ufeff]+")
_MARKS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛`´ʻʼ′", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("•·∙▪●", "*"),
        "…": "...",
        "⁄": "/",
    }
)
_TAG = re.compile(r"</?[a-zA-Z!][^<>]{0,2000}>")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_SPACED_OUT = re.compile(r"(?<!\w)(?:[^\W\d_] ){3,}[^\W\d_](?!\w)")

_PLACE_KINDS = {
    "prov": "provinsi",
    "propinsi": "provinsi",
    "kab": "kabupaten",
    "kec": "kecamatan",
    "kel": "kelurahan",
    "ds": "desa",
    "dsn": "dusun",
    "dukuh": "dusun",
}
_DROPPED_KINDS = frozenset({"kecamatan", "kelurahan", "desa"})
_SMALL_WORDS = frozenset(
    {"dan", "di", "ke", "dari", "untuk", "yang", "dengan", "pada", "serta", "atau", "oleh"}
)


def squeeze(text: str) -> str:
    """One space between words and none at the ends; no-break and zero-width spaces count as spaces."""
    if "  " not in text and text.isascii() and text.isprintable():
        return text.strip(" ")
    return _SPACES.sub(" ", text).strip(" ")


def fold(text: str) -> str:
    """Two texts that a reader takes for the same fold to the same: case, accents, spaces, quotes and dashes."""
    if text.isascii():
        return squeeze(text).lower()
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text.translate(_MARKS)).casefold())
    return squeeze("".join(mark for mark in bare if not unicodedata.combining(mark)).translate(_MARKS))


def words(text: str) -> str:
    """Folded, and only letters and digits between single spaces: "Kec. Puri/Sooko" gives "kec puri sooko"."""
    return _NOT_WORD.sub(" ", fold(text)).strip(" ")


def slug(text: str, longest: int = 60) -> str:
    """For file names and addresses: "Dinas PU & Tata Ruang" gives "dinas-pu-tata-ruang"; never empty."""
    return words(text).replace(" ", "-")[:longest].strip("-") or "tanpa-nama"


def strip_tags(text: str) -> str:
    """Plain text of a cell that carries HTML: tags out, entities read, spaces squeezed."""
    return squeeze(html.unescape(_TAG.sub(" ", text)))


def unspace(text: str) -> str:
    """Letters spaced out for looks come together: "J U M L A H" gives "JUMLAH"."""
    return _SPACED_OUT.sub(lambda match: match.group().replace(" ", ""), text)


def normalise_place(text: str) -> str:
    """A kecamatan, desa or kelurahan by its bare name: "Kec. PURI", "Kecamatan Puri" and "puri" are one.

    Kota and kabupaten stay in the name, since Kota Mojokerto and Kabupaten Mojokerto are two governments.
    """
    parts = [_PLACE_KINDS.get(part, part) for part in words(text).split(" ")]
    while len(parts) > 1 and parts[0] in _DROPPED_KINDS:
        parts = parts[1:]
    return " ".join(parts)


def title_case(text: str) -> str:
    """An office or place in capitals, as one writes it: "DINAS PU DAN TATA RUANG" gives "Dinas PU dan Tata Ruang".

    A word in capitals with no vowel, or of two letters, is an abbreviation and stays.
    """
    done = []
    for index, word in enumerate(squeeze(text).split(" ")):
        low = word.lower()
        if low in _SMALL_WORDS and index:
            done.append(low)
        elif word.isupper() and (len(word) == 2 or not set(low) & set("aiueo")):
            done.append(word)
        else:
            done.append(low[:1].upper() + low[1:])
    return " ".join(done)
