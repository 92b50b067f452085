"""What becomes of needs: decided by hand or by the tie to a programme, counted, and asked before a plan closes."""

from datetime import UTC, datetime, timedelta

import pytest

from rangkai.domains.masterplans.actions import close_plan, closing_checks, remainders
from rangkai.domains.masterplans.tests.factories import masterplan
from rangkai.domains.needs.actions import set_fate
from rangkai.domains.needs.models import Need
from rangkai.domains.needs.queries.fates import counts_by_kecamatan, counts_by_office, decided_since
from rangkai.domains.needs.rules.fate import Decision
from rangkai.domains.needs.rules.terms import Fate, FateOwner
from rangkai.domains.needs.setup import asks
from rangkai.domains.needs.tests.factories import TODAY, need
from rangkai.domains.organisations.tests.factories import Actors, actors, area
from rangkai.domains.regions.queries import area_facts
from rangkai.kit import history
from rangkai.kit.messages import render
from rangkai.lib.errors import Forbidden, Invalid, Missing

pytestmark = pytest.mark.django_db

REFUSED = Decision(Fate.REFUSED, "sudah terpenuhi")


@pytest.fixture
def cast() -> Actors:
    return actors()


def state(row: Need) -> tuple[str, str, int | None, str]:
    row.refresh_from_db()
    return row.fate, row.fate_reason, row.fate_year, row.fate_owner


def test_it_keeps_the_fate_with_reason_and_year(cast: Actors) -> None:
    row = need(cast.dinkes)
    set_fate(cast.citra, refs=[row.ref], decision=Decision(Fate.POSTPONED, " pagu habis ", 2029))
    assert state(row) == (Fate.POSTPONED, "pagu habis", 2029, "")


def test_it_keeps_whose_authority_it_is(cast: Actors) -> None:
    row = need(cast.dinkes)
    decision = Decision(Fate.OTHER_AUTHORITY, "jalan provinsi", owner=FateOwner.PROVINCE)
    set_fate(cast.dewi, refs=[row.ref], decision=decision)
    assert state(row) == (Fate.OTHER_AUTHORITY, "jalan provinsi", None, "province")


def test_it_asks_the_year_of_what_is_postponed(cast: Actors) -> None:
    row = need(cast.dinkes)
    with pytest.raises(Invalid, match="tahunnya"):
        set_fate(cast.citra, refs=[row.ref], decision=Decision(Fate.POSTPONED, "pagu habis"))
    assert state(row)[0] == Fate.OPEN


def test_it_is_taken_back_as_a_whole(cast: Actors) -> None:
    rows = [need(cast.dinkes), need(cast.dlh)]
    decided = set_fate(cast.citra, refs=[row.ref for row in rows], decision=REFUSED)
    history.undo(cast.citra, batch=decided.batch)
    assert (decided.count, {state(row)[0] for row in rows}) == (2, {Fate.OPEN})


def test_it_leaves_deciding_to_those_who_consolidate(cast: Actors) -> None:
    row = need(cast.dinkes)
    with pytest.raises((Forbidden, Missing)):
        set_fate(cast.ani, refs=[row.ref], decision=REFUSED)


def test_it_touches_no_need_of_another_region(cast: Actors) -> None:
    row = need(cast.dinkes)
    with pytest.raises(Missing, match=row.ref):
        set_fate(cast.fajar, refs=[row.ref], decision=REFUSED)


def test_it_puts_no_need_into_a_programme_by_hand(cast: Actors) -> None:
    row = need(cast.dinkes)
    with pytest.raises(Invalid, match="belum dikaitkan"):
        set_fate(cast.citra, refs=[row.ref], decision=Decision(Fate.PROGRAMME, "ikut program"))


def test_it_counts_by_office_with_the_most_undecided_first(cast: Actors) -> None:
    need(cast.dinkes, fate=Fate.REFUSED)
    need(cast.dlh, "Bank sampah")
    rows = counts_by_office(cast.citra)
    assert [(row.key, row.open, row.every) for row in rows] == [("dlh", 1, 1), ("dinkes", 0, 1)]


def test_it_counts_a_desa_with_its_kecamatan_and_keeps_the_rest_apart(cast: Actors) -> None:
    sooko = area(cast.place, "35.16.10", "Sooko")
    japan = area(cast.place, "35.16.10.2001", "Japan", sooko)
    need(cast.dinkes, area=sooko)
    need(cast.dinkes, area=japan, fate=Fate.REFUSED)
    need(cast.dinkes, "Tanpa tempat", fate=Fate.REFUSED)
    rows = counts_by_kecamatan(cast.citra, areas=area_facts(region_id=cast.place.pk))
    assert [(row.name, row.open, row.every) for row in rows] == [("Kec. Sooko", 1, 2), ("", 0, 1)]


def test_it_shows_an_office_only_its_own_counts(cast: Actors) -> None:
    need(cast.dinkes)
    need(cast.dlh)
    assert [row.key for row in counts_by_office(cast.ani)] == ["dinkes"]


def test_it_brings_the_reason_to_the_office_that_stated_the_need(cast: Actors) -> None:
    row = need(cast.dinkes)
    set_fate(cast.citra, refs=[row.ref], decision=REFUSED)
    long_ago = datetime.now(UTC) - timedelta(days=1)
    assert list(decided_since(cast.ani, since=long_ago)) == [row]
    assert list(decided_since(cast.eko, since=long_ago)) == []


def titles(cast: Actors, who: str) -> list[str]:
    return [render(ask.title) for ask in asks(getattr(cast, who), TODAY)]


def test_it_asks_the_secretariat_to_decide_what_is_open(cast: Actors) -> None:
    need(cast.dinkes)
    assert "1 kebutuhan belum diputuskan nasibnya" in titles(cast, "citra")


def test_it_asks_the_office_to_read_what_was_decided(cast: Actors) -> None:
    need(cast.dinkes, fate=Fate.REFUSED, fate_at=datetime(2026, 11, 20, tzinfo=UTC))
    assert "1 usulan kantor Anda baru diputuskan nasibnya" in titles(cast, "ani")


def test_it_closes_no_plan_while_a_need_has_no_fate(cast: Actors) -> None:
    need(cast.dinkes)
    plan = masterplan(cast.place)
    with pytest.raises(Invalid, match="belum diputuskan"):
        close_plan(cast.citra, plan=plan, version=plan.version, today=TODAY)
    assert remainders(region_id=cast.place.pk)[0].url.endswith("/kebutuhan/nasib/?nasib=open")


def test_it_closes_the_plan_once_every_need_has_a_fate(cast: Actors) -> None:
    row = need(cast.dinkes)
    set_fate(cast.citra, refs=[row.ref], decision=REFUSED)
    plan = masterplan(cast.place)
    assert close_plan(cast.citra, plan=plan, version=plan.version, today=TODAY).closed_on == TODAY


def test_it_opens_no_fate_of_a_closed_plan(cast: Actors) -> None:
    row = need(cast.dinkes, fate=Fate.REFUSED, fate_reason="sudah ada")
    plan = masterplan(cast.place)
    close_plan(cast.citra, plan=plan, version=plan.version, today=TODAY)
    with pytest.raises(Invalid, match="sudah ditutup"):
        set_fate(cast.citra, refs=[row.ref], decision=Decision(Fate.OPEN))


def test_it_lists_who_may_hold_a_plan_open() -> None:
    assert set(closing_checks()) == {"needs"}
