"""What a service must hold."""

import pytest

from rangkai.domains.architecture.rules.content import MOST_USERS, content_problems, name_key
from rangkai.domains.architecture.rules.importing import hindrance_words
from rangkai.domains.architecture.rules.terms import Hindrance, flags_of, hindrances_of

CASES = [
    ({"name": "KTP"}, []),
    ({"users": 0}, []),
    ({"users": None}, []),
    ({"name": " . "}, []),
    ({"name": " "}, ["name"]),
    ({"name": None}, ["name"]),
    ({"name": "x" * 201}, ["name"]),
    ({"users": -1}, ["users"]),
    ({"users": MOST_USERS + 1}, ["users"]),
    ({"hindrance_note": "x" * 1_001}, ["hindrance_note"]),
]


@pytest.mark.parametrize(("values", "fields"), CASES)
def test_it_judges_only_what_is_given(values, fields):
    assert [problem.field for problem in content_problems(values)] == fields


@pytest.mark.parametrize("name", ["Akta Kelahiran", "AKTA  kelahiran", "akta-kelahiran"])
def test_it_takes_writings_of_one_name_for_the_same(name):
    assert name_key(name) == "akta kelahiran"


def test_it_keeps_a_name_in_another_script():
    assert name_key("لایانن") == name_key(" لایانن ") != ""


def test_it_holds_hindrances_as_columns_and_back():
    flags = flags_of([Hindrance.PEOPLE, Hindrance.NETWORK])
    assert hindrances_of(flags) == (Hindrance.NETWORK, Hindrance.PEOPLE)


def test_it_writes_hindrances_as_a_sheet_reads_them():
    assert hindrance_words({"lacks_network": True, "lacks_people": True}) == "jaringan; SDM"
