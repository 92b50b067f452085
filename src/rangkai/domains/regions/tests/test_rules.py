"""What a code tells."""

import pytest

from rangkai.domains.regions.rules import (
    AreaKind,
    RegionKind,
    Timezone,
    region_kind,
    timezone_of,
    village_kind,
)


@pytest.mark.parametrize(
    ("code", "zone"),
    [
        pytest.param("35.16", Timezone.WIB, id="Mojokerto"),
        pytest.param("51.71", Timezone.WITA, id="Denpasar"),
        pytest.param("81", Timezone.WIT, id="Maluku"),
    ],
)
def test_it_knows_the_time_zone_of_a_code(code, zone):
    assert timezone_of(code) is zone


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        pytest.param("35", RegionKind.PROVINCE, id="two digits"),
        pytest.param("35.16", RegionKind.KABUPATEN, id="Kabupaten Mojokerto"),
        pytest.param("35.76", RegionKind.KOTA, id="Kota Mojokerto"),
    ],
)
def test_it_knows_the_kind_of_a_government(code, kind):
    assert region_kind(code) is kind


@pytest.mark.parametrize(
    ("code", "kind"),
    [("35.16.01.2001", AreaKind.DESA), ("35.16.11.1003", AreaKind.KELURAHAN)],
)
def test_it_tells_a_kelurahan_from_a_desa(code, kind):
    assert village_kind(code) is kind
