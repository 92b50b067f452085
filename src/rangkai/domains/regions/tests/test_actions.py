"""Loading codes and opening a workspace."""

from datetime import date

import pytest

from rangkai.domains.regions.actions import load_areas, load_governments, open_workspace
from rangkai.domains.regions.models import AreaVersion, Region, RegionVersion
from rangkai.domains.regions.queries import area_facts, open_regions, region_by_code
from rangkai.kit.models import Change
from rangkai.kit.policies import Actor
from rangkai.lib.errors import Missing

pytestmark = pytest.mark.django_db
FILES = {
    "provinces.csv": "code,name\n35,JAWA TIMUR\n",
    "regencies.csv": "code,province_code,name\n35.16,35,KABUPATEN MOJOKERTO\n35.76,35,KOTA MOJOKERTO\n",
    "districts.csv": "code,regency_code,name\n35.16.01,35.16,Jatirejo\n35.76.01,35.76,Prajuritkulon\n",
    "villages.csv": "code,district_code,name\n35.16.01.2001,35.16.01,Tawangrejo\n35.76.01.1001,35.76.01,Surodinawan\n",
}
SYSTEM = Actor.system(0)


@pytest.fixture
def folder(tmp_path):
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.fixture
def mojokerto(folder):
    load_governments(SYSTEM, folder=folder)
    region = region_by_code("35.16")
    load_areas(SYSTEM, folder=folder, regions={"35.16": region.id}, bps_codes={"35.16.01": "3516010"})
    return region


def test_it_loads_the_nation_provinces_and_governments(folder):
    assert load_governments(SYSTEM, folder=folder) == 4


def test_it_keeps_kabupaten_and_kota_apart(mojokerto):
    assert region_by_code("35.16").id != region_by_code("35.76").id


def test_it_loads_only_the_areas_of_the_regions_asked_for(mojokerto):
    assert [a.name for a in area_facts(region_id=mojokerto.id)] == ["Jatirejo", "Tawangrejo"]


def test_it_puts_a_desa_under_its_kecamatan_and_keeps_the_bps_code(mojokerto):
    kecamatan, desa = area_facts(region_id=mojokerto.id)
    assert (desa.parent_id, kecamatan.bps_code) == (kecamatan.id, "3516010")


def test_it_notes_a_load_as_one_change_a_table(mojokerto):
    assert Change.objects.filter(action="regions.load_areas").count() == 4


def test_it_opens_a_workspace_once(mojokerto):
    system = Actor.system(mojokerto.id)
    open_workspace(system, region_id=mojokerto.id)
    open_workspace(system, region_id=mojokerto.id)
    assert [r.code for r in open_regions()] == ["35.16"]


def test_it_refuses_an_unknown_code():
    with pytest.raises(Missing, match=r"35\.99"):
        region_by_code("35.99")


def test_it_finds_a_government_under_the_name_it_had_on_a_day():
    region = Region.objects.create(kind_of="kota")
    RegionVersion.objects.create(region=region, code="72.71", name="Lama", valid_to=date(2020, 1, 1))
    RegionVersion.objects.create(region=region, code="72.71", name="Baru", valid_from=date(2020, 1, 1))
    names = [region_by_code("72.71", as_of=day).name for day in (date(2019, 5, 1), date(2021, 5, 1))]
    assert names == ["Lama", "Baru"]


def test_it_finds_an_area_under_the_name_it_had_on_a_day(mojokerto):
    AreaVersion.objects.filter(code="35.16.01").update(valid_to=date(2030, 1, 1))
    assert len(area_facts(region_id=mojokerto.id, as_of=date(2029, 1, 1))) == 2
