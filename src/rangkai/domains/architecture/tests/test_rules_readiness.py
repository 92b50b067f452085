"""Where infrastructure is waited for: sums by degree, by hindrance, by office."""

from rangkai.domains.architecture.rules.readiness import UNKNOWN, ServiceGroup, Tally, finding, readiness
from rangkai.domains.architecture.rules.terms import Digitalisation, Hindrance

NETWORK, DEVICES, PEOPLE = Hindrance
GROUPS = (
    ServiceGroup(1, "manual", frozenset({NETWORK, DEVICES}), 2, 9_000),
    ServiceGroup(1, "integrated", frozenset(), 1, 500),
    ServiceGroup(2, "manual", frozenset({PEOPLE}), 1, 20_000),
    ServiceGroup(2, "", frozenset(), 3, 0),
)


def line(lines, key):
    return next(found for found in lines if found.key == key)


def test_it_counts_a_service_under_each_of_its_hindrances():
    manual = line(readiness(GROUPS).degrees, "manual")
    assert manual.by == {NETWORK: Tally(2, 9_000), DEVICES: Tally(2, 9_000), PEOPLE: Tally(1, 20_000)}


def test_it_counts_a_waiting_service_once():
    found = readiness(GROUPS).total
    assert (found.waiting, found.free, found.total) == (Tally(3, 29_000), Tally(4, 500), Tally(7, 29_500))


def test_it_has_a_line_for_every_degree_and_the_unknown_last():
    assert [found.key for found in readiness(GROUPS).degrees] == [*Digitalisation, UNKNOWN]


def test_it_has_no_line_for_the_unknown_where_all_are_assessed():
    assert [found.key for found in readiness(GROUPS[:3]).degrees] == [*Digitalisation]


def test_it_puts_the_office_first_for_which_most_users_wait():
    assert [found.key for found in readiness(GROUPS).offices] == ["2", "1"]


def test_it_names_what_most_users_wait_for():
    assert readiness(GROUPS).worst is PEOPLE


def test_it_names_what_most_services_wait_for_where_no_users_are_known():
    groups = (
        ServiceGroup(1, "manual", frozenset({NETWORK}), 1, 0),
        ServiceGroup(1, "manual", frozenset({DEVICES}), 2, 0),
    )
    assert readiness(groups).worst is DEVICES


def test_it_names_nothing_where_nothing_hinders():
    assert readiness(GROUPS[1:2]).worst is None
    assert finding(readiness(GROUPS[1:2])) is None


def test_it_says_its_finding_with_numbers():
    words = "SDM paling banyak ditunggu: 1 layanan, 20.000 pengguna setahun"
    assert str(finding(readiness(GROUPS))) == words


def test_it_is_empty_of_nothing():
    assert readiness(()).total.total == Tally()
