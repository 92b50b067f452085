"""Which kind of source a sheet means: "Musrenbang Desa/Kelurahan" is Musrenbang, "Pokok Pikiran Dewan" is Pokir."""

from collections.abc import Mapping
from functools import lru_cache

from rangkai.domains.needs.rules.identity import plain_words
from rangkai.domains.needs.rules.terms import NeedSource

SIGNS: Mapping[NeedSource, tuple[str, ...]] = {
    NeedSource.MUSRENBANG: ("musrenbang", "musyawarah perencanaan"),
    NeedSource.POKIR: ("pokok pikiran", "pokir", "reses"),
    NeedSource.BIMTEK: ("bimtek", "bimbingan teknis"),
    NeedSource.COMPLAINT: ("pengaduan", "aduan", "keluhan", "lapor"),
    NeedSource.GAP: ("kesenjangan", "gap"),
    NeedSource.CITIZEN: ("warga", "masyarakat"),
    NeedSource.OFFICE: ("perangkat daerah", "opd", "skpd", "dinas", "renja", "renstra"),
}
"""Words that tell a kind, asked in this order: a "musrenbang warga" is a Musrenbang."""


@lru_cache(maxsize=1_000)
def source_kind(text: str) -> NeedSource | None:
    """The kind that `text` names by code, label or sign; None when it names none."""
    words = plain_words(text)
    if not words:
        return None
    for kind in NeedSource:
        if words in {plain_words(kind.value), plain_words(kind.label)}:
            return kind
    spaced = f" {words} "
    for kind, signs in SIGNS.items():
        if any(f" {sign} " in spaced for sign in signs):
            return kind
    return None
