"""Tags and filters that every template has."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django import forms
from django.template import engines
from django.utils import timezone

from rangkai.kit import registries
from rangkai.kit.registries import Panel
from rangkai.kit.tests.places import request
from rangkai.lib.errors import N_

pytestmark = pytest.mark.usefixtures("bare_kit")


def shown(source, **context):
    made = context.pop("request", None) or request("/35.16/proses/?page=3&q=air")
    return engines["django"].from_string(source).render({"region_code": "35.16", **context}, made)


@pytest.mark.parametrize(
    ("source", "value", "expected"),
    [
        ("{{ x|rupiah }}", 1_250_000_000, "Rp 1.250.000.000"),
        ("{{ x|rupiah }}", None, "–"),
        ("{{ x|rupiah_short }}", 1_250_000_000, "Rp 1,25 miliar"),
        ("{{ x|rupiah_short }}", None, "–"),
        ("{{ x|number }}", 1234567, "1.234.567"),
        ("{{ x|number:2 }}", 0.5, "0,50"),
        ("{{ x|number }}", None, "–"),
        ("{{ x|tanggal }}", date(2022, 7, 6), "6 Juli 2022"),
        ("{{ x|tanggal }}", None, "–"),
        ("{{ x|jam }}", None, "–"),
        ("{{ x|since }}", None, "–"),
    ],
)
def test_it_prints_values_as_an_official_writes_them(source, value, expected):
    assert shown(source, x=value) == expected


def test_it_shows_an_instant_in_the_time_of_the_region():
    with timezone.override("Asia/Jayapura"):
        assert (
            shown("{{ x|tanggal }} {{ x|jam }}", x=datetime(2022, 7, 5, 20, 5, tzinfo=UTC))
            == "6 Juli 2022 05.05"
        )


@pytest.mark.parametrize(
    ("ago", "expected"),
    [
        (timedelta(seconds=20), "baru saja"),
        (timedelta(minutes=5, seconds=5), "5 menit lalu"),
        (timedelta(hours=3, seconds=5), "3 jam lalu"),
        (timedelta(days=2, seconds=5), "2 hari lalu"),
    ],
)
def test_it_says_how_long_ago(ago, expected):
    assert shown("{{ x|since }}", x=timezone.now() - ago) == expected


def test_it_says_the_date_after_a_week():
    assert shown("{{ x|since }}", x=datetime(2022, 7, 6, 5, tzinfo=UTC)) == "6 Juli 2022"


def test_it_keeps_the_other_parameters_of_the_query():
    assert shown("{% qs page=4 %}") == "?page=4&amp;q=air"


def test_it_drops_a_parameter_set_to_none():
    assert shown("{% qs page=None q='' %}") == "?"


def test_it_puts_the_region_into_addresses():
    assert shown("{% to 'kit:job' job_id=7 %}") == "/35.16/proses/7/"


def test_it_renders_a_message_and_escapes_it():
    assert (
        shown("{% render_message x %}", x=N_("Berkas %(name)s kosong.", name="<b>"))
        == "Berkas &lt;b&gt; kosong."
    )


def test_it_repeats_a_block_of_the_page():
    page = (
        "{% extends 'kit/blank.html' %}{% block title %}Judul{% endblock title %}"
        "{% block content %}<h1>{% again 'title' %}</h1>{% endblock content %}"
    )
    html = shown(page, here=None)
    assert "<title>Judul · Rangkai</title>" in html
    assert "<h1>Judul</h1>" in html


def test_it_knows_which_room_the_page_lies_in():
    assert shown("{% is_here '/35.16/proses/' as yes %}{{ yes }}") == "True"
    assert shown("{% is_here '/35.16/' as yes %}{{ yes }}") == "False"


def test_it_embeds_a_chart_as_data_that_cannot_end_the_script():
    html = shown("{{ x|chart_spec }}", x={"title": "</script>"})
    assert html.startswith("<script data-chart ")
    assert html.count("</script>") == 1


class Form(forms.Form):
    name = forms.CharField(label="Nama", help_text="Seperti pada SK.")
    kind = forms.ChoiceField(
        label="Jenis", choices=[("a", "Dinas"), ("b", "Badan")], widget=forms.RadioSelect
    )
    active = forms.BooleanField(label="Aktif", required=False)
    hidden = forms.CharField(widget=forms.HiddenInput, required=False)
    office = forms.ChoiceField(label="Induk", choices=[("1", "Setda")], required=False)


def test_it_ties_label_help_and_error_to_the_control():
    html = shown("{% field form.name %}", form=Form({}))
    assert '<label class="form-label required" for="id_name">Nama</label>' in html
    assert 'aria-describedby="id_name_error id_name_helptext"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_name_error"' in html


def test_it_sets_attributes_of_a_control():
    assert 'data-x-y="1"' in shown("{% field form.name data_x_y='1' %}", form=Form())


def test_it_groups_radios_under_their_label():
    html = shown("{% field form.kind %}", form=Form({"kind": "b"}))
    assert "<legend" in html
    assert html.count('type="radio"') == 2
    assert html.count("form-check-input") == 2


def test_it_says_what_is_wrong_with_a_group():
    assert 'aria-describedby="id_kind_error"' in shown("{% field form.kind %}", form=Form({}))


def test_it_puts_a_checkbox_before_its_label():
    assert shown("{% field form.active %}", form=Form()).index("checkbox") < shown(
        "{% field form.active %}", form=Form()
    ).index("Aktif")


def test_it_shows_a_select_as_tabler_does_and_a_hidden_field_bare():
    assert 'class="form-select"' in shown("{% field form.office %}", form=Form())
    assert shown("{% field form.hidden %}", form=Form()).startswith('<input type="hidden"')


class Kept:
    """Stands for a record."""

    @staticmethod
    def kind():
        return "test.kept"


def test_it_shows_the_panels_of_a_kind_and_leaves_out_those_without_content():
    facts = {"empty_title": N_("Isi panel"), "empty_text": N_("dari noun lain")}
    registries.register_panel(
        Panel("chain", "test.kept", N_("Asal"), "kit/empty.html", lambda actor, record: facts)
    )
    registries.register_panel(
        Panel("none", "test.kept", N_("Kosong"), "kit/empty.html", lambda actor, record: None)
    )
    html = shown("{% panels record %}", record=Kept(), here=request().here)
    assert 'id="panel-chain"' in html
    assert "Isi panel" in html
    assert "Kosong" not in html
