"""One table answers both "may I?" and "which rows?"."""

from dataclasses import dataclass

import pytest

from rangkai.kit.policies import ANYONE, Actor, Holding, Policy, Reach
from rangkai.lib.errors import Forbidden, Missing

POLICY = Policy(
    "row",
    {
        "view": {"operator": Reach.OFFICE, "secretariat": Reach.REGION, "admin": Reach.NATION},
        "edit": {"operator": Reach.OFFICE, "secretariat": Reach.REGION},
        "read_facts": {ANYONE: Reach.REGION},
    },
)


@dataclass
class Row:
    region_id: int
    office_id: int


OWN, OTHER_OFFICE, OTHER_REGION = Row(1, 10), Row(1, 11), Row(2, 20)


def actor(role, office=10, region=1, here=1):
    return Actor(1, "Ani", here, (Holding(role, region, office),))


@pytest.mark.parametrize(
    ("role", "verb", "row", "expected"),
    [
        pytest.param("operator", "edit", OWN, True, id="operator edits own office"),
        pytest.param("operator", "edit", OTHER_OFFICE, False, id="operator not another office"),
        pytest.param("operator", "view", OTHER_REGION, False, id="operator not another region"),
        pytest.param("secretariat", "edit", OTHER_OFFICE, True, id="secretariat edits every office"),
        pytest.param("secretariat", "edit", OTHER_REGION, False, id="secretariat not another region"),
        pytest.param("admin", "view", OTHER_REGION, True, id="national admin sees every region"),
        pytest.param("admin", "edit", OWN, False, id="national admin edits nothing"),
        pytest.param("guest", "view", OWN, False, id="a role that the table does not name"),
        pytest.param("guest", "read_facts", OTHER_OFFICE, True, id="what anyone of the region may read"),
    ],
)
def test_it_decides_by_role_and_reach(role, verb, row, expected):
    assert POLICY.can(actor(role), verb, row) is expected


def test_it_narrows_an_operator_to_the_own_office():
    assert POLICY.scope(actor("operator")).children == [("region_id", 1), ("office_id__in", {10})]


def test_it_gives_the_secretariat_the_region():
    assert POLICY.scope(actor("secretariat")).children == [("region_id", 1)]


def test_it_gives_no_rows_to_a_role_without_the_verb():
    assert POLICY.scope(actor("guest")).children == [("pk__in", [])]


def test_it_gives_no_rows_of_a_region_where_the_role_is_not_held():
    assert POLICY.scope(actor("operator", here=2)).children == [("pk__in", [])]


def test_it_hides_what_may_not_be_seen():
    with pytest.raises(Missing):
        POLICY.require(actor("operator"), "edit", OTHER_OFFICE)


def test_it_forbids_what_may_be_seen_only():
    with pytest.raises(Forbidden):
        POLICY.require(actor("admin"), "edit", OWN)


def test_it_lets_the_product_itself_act_in_its_region_only():
    system = Actor.system(1)
    assert (POLICY.can(system, "edit", OWN), POLICY.can(system, "edit", OTHER_REGION)) == (True, False)
