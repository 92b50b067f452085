"""Forms: nothing typed is lost, and what is wrong stands beside the field."""

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.http import QueryDict

from rangkai.kit.tests.places import request
from rangkai.kit.web import drafts
from rangkai.kit.web.conflicts import picked
from rangkai.kit.web.drafts import DraftFact
from rangkai.kit.web.forms import DayField, FormPage, RecordForm, RupiahField, add_problems, save_or_show
from rangkai.lib.errors import N_, Invalid, Problem

pytestmark = pytest.mark.usefixtures("bare_kit")


class NeedForm(RecordForm):
    name = forms.CharField(label="Nama")
    cost = RupiahField(label="Biaya", required=False)
    day = DayField(label="Hari", required=False)
    years = forms.MultipleChoiceField(label="Tahun", choices=[("27", "2027"), ("28", "2028")], required=False)


PAGE = FormPage(N_("Ubah"), N_("Isi lalu simpan."), back="/35.16/", sections=((N_("Isi"), ("name", "cost")),))


def form(**values):
    data = QueryDict(mutable=True)
    for name, value in values.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return NeedForm(data)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1.250.000.000", 1_250_000_000),
        ("Rp 1,25 miliar", 1_250_000_000),
        ("500 jt", 500_000_000),
        ("", None),
    ],
)
def test_it_understands_rupiah_as_people_write_it(typed, amount):
    assert RupiahField(required=False).clean(typed) == amount


@pytest.mark.parametrize(("typed", "said"), [("banyak", "tidak terbaca"), ("-5000", "kurang dari nol")])
def test_it_refuses_an_amount_that_is_none(typed, said):
    with pytest.raises(forms.ValidationError, match=said):
        RupiahField().clean(typed)


def test_it_shows_an_amount_in_groups_of_three():
    assert RupiahField().prepare_value(1_250_000) == "1.250.000"
    assert RupiahField().prepare_value("1,25 juta") == "1,25 juta"


@pytest.mark.parametrize("typed", ["2022-07-06", "6 Juli 2022", "6/7/2022", date(2022, 7, 6)])
def test_it_understands_a_day_as_people_write_it(typed):
    assert DayField().clean(typed) == date(2022, 7, 6)


def test_it_refuses_a_day_that_does_not_exist():
    with pytest.raises(forms.ValidationError, match="tidak ada"):
        DayField().clean("31 Februari 2022")


def test_it_puts_a_problem_beside_its_field_with_the_suggestion():
    bound = form(name="Trowulna")
    add_problems(bound, Invalid(N_("Salah."), [Problem(N_("Kecamatan tidak dikenal."), "name", "Trowulan")]))
    assert bound.errors["name"] == ["Kecamatan tidak dikenal. Mungkin maksud Anda: Trowulan?"]


def test_it_puts_a_problem_of_no_field_on_top_and_names_where_it_is():
    bound = form(name="x")
    add_problems(bound, Invalid(N_("Salah."), [Problem(N_("Melebihi pagu."), "PAD 2028")]))
    assert bound.non_field_errors() == ["PAD 2028: Melebihi pagu."]


def test_it_says_the_message_of_a_refusal_without_problems():
    bound = form(name="x")
    add_problems(bound, Invalid(N_("Tidak dapat disimpan.")))
    assert bound.non_field_errors() == ["Tidak dapat disimpan."]


def test_it_goes_on_after_saving():
    response = save_or_show(
        request(post={}), form(name="Ani"), PAGE, do=lambda: 7, then=lambda pk: f"/x/{pk}/"
    )
    assert (response.status_code, response["Location"]) == (302, "/x/7/")


def test_it_shows_the_form_again_with_everything_that_was_typed():
    response = save_or_show(
        request(post={}), form(name="", cost="1,25 miliar"), PAGE, do=lambda: None, then=lambda _: "/"
    )
    html = response.content.decode()
    assert response.status_code == 422
    assert 'value="1,25 miliar"' in html
    assert "Isian Anda tidak hilang" in html
    assert "Belum diisi." in html


def test_it_shows_what_a_rule_refused_beside_the_field():
    def refuse():
        raise Invalid(N_("Salah."), [Problem(N_("Nama ini sudah dipakai."), "name")])

    response = save_or_show(request(post={}), form(name="Ani"), PAGE, do=refuse, then=lambda _: "/")
    assert response.status_code == 422
    assert "Nama ini sudah dipakai." in response.content.decode()


class Drafts:
    """A store in memory."""

    def __init__(self):
        self.kept = {}

    def read(self, here, page):
        return self.kept.get(page)

    def drop(self, here, page):
        self.kept.pop(page, None)


@pytest.fixture
def store(monkeypatch):
    made = Drafts()
    data = {"name": ["Belum selesai"], "years": ["27", "28"], "cost": [], "gone": ["x"]}
    made.kept["/35.16/proses/"] = DraftFact(data, datetime(2026, 11, 24, 3, 42, tzinfo=UTC))
    monkeypatch.setattr(drafts, "_store", [made])
    return made


def test_it_brings_back_what_was_typed_and_not_saved(store):
    opened = NeedForm(initial={"name": "Lama"})
    html = save_or_show(request(), opened, PAGE, do=lambda: None, then=lambda _: "/").content.decode()
    assert 'value="Belum selesai"' in html
    assert "sudah dimunculkan kembali" in html
    assert opened.initial["years"] == ["27", "28"]


def test_it_forgets_the_draft_once_saved(store):
    save_or_show(request(post={}), form(name="Ani"), PAGE, do=lambda: None, then=lambda _: "/")
    assert store.kept == {}


def test_it_takes_the_text_of_the_other_where_it_was_picked():
    data = QueryDict("name=saya&cost=1&pick-name=theirs&theirs-name=mereka&pick-cost=mine&theirs-cost=2")
    merged = picked(data)
    assert (merged["name"], merged["cost"]) == ("mereka", "1")


def test_it_reads_the_version_and_gives_the_values_without_it():
    bound = form(name="Ani", version="4")
    assert bound.is_valid()
    assert bound.read_version == 4
    assert bound.values() == {"name": "Ani", "cost": None, "day": None, "years": []}


def test_it_takes_a_new_record_as_version_zero():
    bound = form(name="Ani")
    assert bound.is_valid()
    assert bound.read_version == 0
