"""Which kind of source a word of a sheet means."""

import pytest

from rangkai.domains.needs.rules.sources import source_kind
from rangkai.domains.needs.rules.terms import NeedSource


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Musrenbang Desa/Kelurahan", NeedSource.MUSRENBANG),
        ("musrenbang warga", NeedSource.MUSRENBANG),
        ("Pokok Pikiran Dewan", NeedSource.POKIR),
        ("pokir", NeedSource.POKIR),
        ("Usulan masyarakat", NeedSource.CITIZEN),
        ("Perangkat daerah", NeedSource.OFFICE),
        ("complaint", NeedSource.COMPLAINT),
        ("rapat RT", None),
        ("", None),
    ],
)
def test_it_reads(text: str, kind: NeedSource | None) -> None:
    assert source_kind(text) is kind
