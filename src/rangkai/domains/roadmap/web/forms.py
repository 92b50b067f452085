"""Forms of the roadmap."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkai.domains.roadmap.actions import ScenarioWish
from rangkai.kit.web.forms import RecordForm, RupiahField


class ScenarioForm(RecordForm):
    """Name, note, how much a year's delay costs, and how long the engine may search."""

    name = forms.CharField(label=_("Nama skenario"), max_length=120)
    note = forms.CharField(
        label=_("Catatan"), required=False, widget=forms.Textarea(attrs={"rows": 3}), max_length=2000
    )
    discount = forms.IntegerField(
        label=_("Nilai yang hilang bila ditunda setahun (per seribu)"),
        min_value=0,
        max_value=500,
        initial=30,
        help_text=_("30 berarti manfaat berkurang 3 % untuk setiap tahun penundaan."),
    )
    seconds = forms.IntegerField(
        label=_("Waktu menghitung (detik)"),
        min_value=1,
        max_value=600,
        initial=10,
        help_text=_("Makin lama, makin dekat dengan susunan terbaik."),
    )

    def wish(self) -> ScenarioWish:
        """What was entered, as the action takes it."""
        data = self.cleaned_data
        return ScenarioWish(data["name"], data["note"], data["discount"], data["seconds"])


class CopyForm(forms.Form):
    """The name of the copy."""

    name = forms.CharField(label=_("Nama skenario baru"), max_length=120)


class DecisionForm(RecordForm):
    """Why this scenario."""

    text = forms.CharField(
        label=_("Alasan keputusan"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=4000,
        help_text=_("Alasan ini tercetak di buku dan dibaca pelaksana."),
    )


class CeilingForm(forms.Form):
    """One money field a fund and year, named `fund-year`."""

    def __init__(self, *args: Any, funds: Sequence[Any], years: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.funds, self.years = funds, years
        for fund in funds:
            for year in years:
                self.fields[f"{fund.pk}-{year}"] = RupiahField(
                    label=f"{fund.name} {year}",
                    required=False,
                    widget=forms.TextInput(attrs={"class": "form-control number"}),
                )

    def rows(self) -> list[tuple[Any, list[forms.BoundField]]]:
        return [(fund, [self[f"{fund.pk}-{year}"] for year in self.years]) for fund in self.funds]

    def amounts(self) -> dict[tuple[int, int], int]:
        """(fund id, year) → rupiah, 0 for an empty cell."""
        found = {}
        for name, amount in self.cleaned_data.items():
            fund, year = name.split("-")
            found[int(fund), int(year)] = amount or 0
        return found


class CapacityForm(forms.Form):
    """One number an office, named by its id; empty does not bound the office."""

    def __init__(self, *args: Any, offices: Sequence[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for office in offices:
            self.fields[str(office.id)] = forms.IntegerField(
                label=office.name, required=False, min_value=0, max_value=500
            )

    def at_once(self) -> dict[int, int]:
        return {int(name): number for name, number in self.cleaned_data.items() if number is not None}
