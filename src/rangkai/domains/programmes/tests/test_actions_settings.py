"""Funds and the nomenclature: data that the region keeps."""

from datetime import date

import pytest

from rangkai.domains.organisations.tests.factories import Actors, actors
from rangkai.domains.programmes.actions import (
    Loaded,
    NewFund,
    create_fund,
    create_funds,
    delete_fund,
    edit_fund,
    load_nomenclature,
)
from rangkai.domains.programmes.models import Fund, Nomenclature
from rangkai.domains.programmes.queries.nomenclature import find_codes
from rangkai.domains.programmes.tests.factories import fund, funding, nomenclature, programme
from rangkai.lib.errors import Forbidden, Invalid, Missing

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Actors:
    return actors()


@pytest.mark.parametrize("who", ["citra", "dewi"])
def test_it_adds_a_fund(cast: Actors, who: str) -> None:
    create_fund(getattr(cast, who), fund=NewFund("CSR", "Tanggung jawab sosial perusahaan", is_apbd=False))
    assert Fund.objects.get(region=cast.place).code == "CSR"


@pytest.mark.parametrize("who", ["ani", "budi", "lina"])
def test_it_keeps_funds_from(cast: Actors, who: str) -> None:
    with pytest.raises(Forbidden):
        create_fund(getattr(cast, who), fund=NewFund("CSR", "CSR"))


def test_it_refuses_a_code_twice(cast: Actors) -> None:
    fund(cast.place)
    with pytest.raises(Invalid, match="PAD sudah dipakai"):
        create_funds(cast.citra, funds=[NewFund("DAU", "DAU"), NewFund("PAD", "PAD")])
    assert Fund.objects.count() == 1


def test_it_refuses_a_fund_without_name(cast: Actors) -> None:
    with pytest.raises(Invalid, match="Nama belum diisi"):
        create_fund(cast.citra, fund=NewFund("CSR", " "))


def test_it_renames_a_fund(cast: Actors) -> None:
    row = fund(cast.place)
    edit_fund(cast.citra, fund=row, version=1, values={"code": "PAD", "name": "PAD murni"})
    assert Fund.objects.get(pk=row.pk).name == "PAD murni"


def test_it_refuses_to_rename_into_another_code(cast: Actors) -> None:
    fund(cast.place, "DAU", "DAU")
    with pytest.raises(Invalid):
        edit_fund(cast.citra, fund=fund(cast.place), version=1, values={"code": "DAU"})


def test_it_refuses_an_empty_name(cast: Actors) -> None:
    with pytest.raises(Invalid):
        edit_fund(cast.citra, fund=fund(cast.place), version=1, values={"name": ""})


def test_it_does_not_touch_funds_of_another_region(cast: Actors) -> None:
    with pytest.raises(Missing):
        edit_fund(cast.fajar, fund=fund(cast.place), version=1, values={"name": "x"})


def test_it_keeps_a_fund_that_pays_for_something(cast: Actors) -> None:
    funding(programme(cast.dinkes))
    with pytest.raises(Invalid, match="dipakai 1 baris"):
        delete_fund(cast.citra, fund=fund(cast.place), version=1)


def test_it_puts_an_idle_fund_away(cast: Actors) -> None:
    row = fund(cast.place)
    delete_fund(cast.citra, fund=row, version=1)
    assert not Fund.objects.live().exists()


def load(cast: Actors, *rows: tuple[int, str, str], since: date = date(2027, 1, 1)) -> Loaded:
    return load_nomenclature(cast.dewi, rows=rows, valid_from=since, source="Kepmendagri contoh")


def test_it_loads_codes_with_their_level(cast: Actors) -> None:
    assert load(cast, (2, "1", "Urusan wajib"), (3, "1.02.02.02.02.0001", "Pengelolaan")) == Loaded(2, 0, 0)
    assert list(Nomenclature.objects.order_by("code").values_list("code", "level")) == [
        ("1", "urusan"),
        ("1.02.02.2.02.0001", "subkegiatan"),
    ]


def test_it_changes_nothing_with_the_same_sheet_again(cast: Actors) -> None:
    load(cast, (2, "1", "Urusan wajib"))
    assert load(cast, (2, "1", "Urusan wajib")) == Loaded(0, 0, 1)
    assert Nomenclature.objects.count() == 1


def test_it_keeps_the_former_name_by_validity(cast: Actors) -> None:
    nomenclature(name="Pelayanan lama")
    assert load(cast, (2, "1.02.02.2.02.0001", "Pelayanan baru")) == Loaded(0, 1, 0)
    assert [row.name for row in find_codes(words="1.02", year=2026)] == ["Pelayanan lama"]
    assert [row.name for row in find_codes(words="1.02", year=2027)] == ["Pelayanan baru"]


def test_it_refuses_the_whole_sheet_for_one_unreadable_row(cast: Actors) -> None:
    with pytest.raises(Invalid) as refused:
        load(cast, (2, "1", "Urusan wajib"), (3, "satu", "Urusan"))
    assert [problem.field for problem in refused.value.problems] == ["baris 3"]
    assert not Nomenclature.objects.exists()


def test_it_lets_an_operator_load_nothing(cast: Actors) -> None:
    with pytest.raises(Forbidden):
        load_nomenclature(cast.ani, rows=[], valid_from=date(2027, 1, 1), source="")


@pytest.mark.parametrize(
    ("words", "found"),
    [("1.02.02", 1), ("kesehatan pengelolaan", 1), ("jalan", 0), ("", 0)],
    ids=["beginning of the code", "words in any order", "other words", "nothing asked"],
)
def test_it_finds_codes_by(words: str, found: int) -> None:
    nomenclature()
    assert len(find_codes(words=words, year=2027)) == found


def test_it_offers_subkegiatan_only(cast: Actors) -> None:
    load(cast, (2, "1.02", "Urusan kesehatan"))
    assert find_codes(words="1.02", year=2027) == []
