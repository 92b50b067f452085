"""The pages of the roadmap, from ceilings to decision."""

import pytest

from rangkai.domains.accounts.models import User
from rangkai.domains.masterplans.rules import PhaseKind
from rangkai.domains.programmes.tests.factories import fund
from rangkai.domains.roadmap.actions import solve_now
from rangkai.domains.roadmap.models import Ceiling, Decision, Pin, Scenario
from rangkai.domains.roadmap.rules.gantt import HEAD, LABEL, TITLE, YEAR, draw
from rangkai.domains.roadmap.rules.reading import Bar
from rangkai.domains.roadmap.rules.terms import ScenarioState
from rangkai.domains.roadmap.setup import asks
from rangkai.domains.roadmap.tests.factories import TODAY, small
from rangkai.domains.roadmap.web.shown import how_good

YEARS = range(2027, 2030)


def bar(ref, dimension, start, end):
    return Bar(ref, ref, dimension, "Dinkes", start, end, PhaseKind.PENDEK, False, {})


def gantt(*bars):
    return draw(
        bars, years=YEARS, phase_ends={2027: "pendek"}, group_of=lambda b: b.dimension, order=["a", "b", "c"]
    )


def test_it_draws_groups_in_order_and_leaves_out_empty_ones():
    assert [g.name for g in gantt(bar("2", "b", 2027, 2027), bar("1", "a", 2028, 2029)).groups] == ["a", "b"]


def test_it_draws_a_bar_over_its_years():
    drawn = gantt(bar("1", "a", 2028, 2029)).groups[0].bars[0]
    assert (drawn.x, drawn.width, drawn.y) == (LABEL + YEAR + 2, 2 * YEAR - 4, HEAD + TITLE + 4)


def test_it_cuts_a_bar_at_the_end_of_the_plan():
    assert gantt(bar("1", "a", 2029, 2031)).groups[0].bars[0].width == YEAR - 4


def test_it_draws_the_line_of_a_phase():
    assert [y.ends_phase for y in gantt().years] == ["pendek", "", ""]


@pytest.mark.parametrize(
    ("result", "words"),
    [
        pytest.param({"status": "optimal", "gap": 0.0}, "Terbukti susunan terbaik", id="proven"),
        pytest.param({"status": "feasible", "gap": 0.006}, "Paling jauh 0,6 % dari yang terbaik", id="near"),
        pytest.param(
            {"status": "feasible", "gap": None}, "Jarak dari yang terbaik belum terbukti", id="unknown"
        ),
    ],
)
def test_it_says_how_good_the_plan_is(result, words):
    assert str(how_good(result)) == words


@pytest.fixture
def world(db):
    return small()


@pytest.fixture
def enter(client):
    def sign_in(actor):
        client.force_login(User.objects.get(pk=actor.user_id))
        return client

    return sign_in


def address(world, rest=""):
    return f"/35.16/peta-jalan/skenario/{world.scenario.ref}/{rest}"


def test_it_asks_for_ceilings_before_the_first_solve(world, enter):
    assert "belum dihitung" in enter(world.cast.dewi).get(address(world)).content.decode()


def test_it_solves_and_leads_to_the_job(world, enter, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        response = enter(world.cast.dewi).post(address(world, "hitung/"))
    assert "/proses/" in response.url
    page = enter(world.cast.dewi).get(address(world)).content.decode()
    assert world.queue.name in page
    assert "Tidak masuk" in page


def test_it_goes_on_from_the_job_to_the_scenario(world, enter, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        response = enter(world.cast.dewi).post(address(world, "hitung/"))
    assert enter(world.cast.dewi).get(response.url).url == address(world)


def test_it_saves_the_whole_table_of_ceilings(world, enter):
    pad = fund(world.cast.place).pk
    enter(world.cast.dewi).post(address(world, "pagu/"), {f"{pad}-2027": "1,5 miliar", f"{pad}-2028": ""})
    assert list(Ceiling.objects.live().values_list("year", "amount")) == [(2027, 1_500_000_000)]


def test_it_names_the_cell_of_a_ceiling_that_is_no_amount(world, enter):
    pad = fund(world.cast.place).pk
    response = enter(world.cast.dewi).post(address(world, "pagu/"), {f"{pad}-2027": "banyak"})
    assert (response.status_code, "tidak terbaca" in response.content.decode()) == (422, True)


def test_it_saves_capacities(world, enter):
    enter(world.cast.dewi).post(address(world, "kapasitas/"), {str(world.cast.dinkes.pk): "3"})
    assert world.scenario.capacities.get().at_once == 3


@pytest.mark.parametrize(("wish", "pinned"), [("2028", [2028]), ("keluar", [None]), ("bebas", [])])
def test_it_pins_from_the_page(world, enter, wish, pinned):
    enter(world.cast.dewi).post(address(world, "sematan/"), {"program": world.queue.ref, "mulai": wish})
    assert list(Pin.objects.live().values_list("year", flat=True)) == pinned


def test_it_makes_edits_copies_and_deletes_a_scenario(world, enter):
    client = enter(world.cast.dewi)
    client.post("/35.16/peta-jalan/skenario/baru/", {"name": "Hemat", "discount": "30", "seconds": "5"})
    client.post(
        address(world, "ubah/"), {"name": "Dasar 2", "discount": "30", "seconds": "5", "version": "1"}
    )
    client.post(address(world, "salin/"), {"name": "Salinan"})
    names = set(Scenario.objects.live().values_list("name", flat=True))
    client.post(address(world, "hapus/"))
    assert names == {"Hemat", "Dasar 2", "Salinan"}
    assert set(Scenario.objects.live().values_list("name", flat=True)) == {"Hemat", "Salinan"}


def solved(world):
    solve_now(world.cast.dewi, scenario=world.scenario, today=TODAY)
    world.scenario.refresh_from_db()
    return world.scenario


def test_it_asks_the_leader_to_decide_while_nothing_is_adopted(world, enter):
    solved(world)
    assert len(asks(world.cast.lina, TODAY)) == 1
    enter(world.cast.lina).post(
        address(world, "tetapkan/"), {"text": "Sesuai kemampuan.", "version": world.scenario.version}
    )
    assert (Decision.objects.count(), asks(world.cast.lina, TODAY)) == (1, ())


def test_it_shows_what_was_decided(world, enter):
    solved(world)
    enter(world.cast.lina).post(
        address(world, "tetapkan/"), {"text": "Sesuai kemampuan.", "version": world.scenario.version}
    )
    assert "Sesuai kemampuan." in enter(world.cast.ani).get("/35.16/peta-jalan/keputusan/").content.decode()
    assert Scenario.objects.get(pk=world.scenario.pk).state == ScenarioState.ADOPTED


def test_it_asks_nothing_of_the_leader_before_anything_was_solved(world):
    assert asks(world.cast.lina, TODAY) == ()
    assert asks(world.cast.dewi, TODAY) == ()


def test_it_opens_the_scenario_in_force_first(world, enter):
    assert enter(world.cast.ani).get("/35.16/peta-jalan/").url == "/35.16/peta-jalan/skenario/"
    solved(world)
    assert enter(world.cast.ani).get("/35.16/peta-jalan/").url == address(world)


def test_it_groups_the_gantt_by_office(world, enter):
    solved(world)
    assert "Dinas Kesehatan" in enter(world.cast.ani).get(address(world) + "?kelompok=pd").content.decode()


def test_it_shows_the_clash_in_words(world, enter):
    for row in (world.queue, world.bins):
        row.must = True
        row.save()
    solved(world)
    page = enter(world.cast.dewi).get(address(world)).content.decode()
    assert "tidak dapat dipenuhi bersama" in page
    assert "Jalan keluar" in page


def test_it_keeps_the_number_of_queries_of_the_page(world, enter, django_assert_max_num_queries):
    solved(world)
    client = enter(world.cast.dewi)
    client.get(address(world))
    with django_assert_max_num_queries(34):
        client.get(address(world))


@pytest.mark.parametrize(("who", "status"), [("ani", 403), ("fajar", 404)])
def test_it_lets_no_outsider_solve(world, enter, who, status):
    assert enter(getattr(world.cast, who)).post(address(world, "hitung/")).status_code == status
