"""Forms of the masterplan."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rangkai.domains.masterplans.rules import PhaseFact, PhaseKind, usual_phases
from rangkai.kit.web.forms import RecordForm


class NewPlanForm(forms.Form):
    """Name and first year; the ten years and the three phases follow."""

    name = forms.CharField(label=_("Nama rencana induk"), max_length=200)
    first_year = forms.IntegerField(label=_("Tahun pertama"), min_value=2000, max_value=2100)
    vision = forms.CharField(label=_("Visi"), widget=forms.Textarea(attrs={"rows": 3}), required=False)

    def phases(self, rpjmd_last_year: int | None) -> tuple[PhaseFact, ...]:
        return usual_phases(self.cleaned_data["first_year"], rpjmd_last_year=rpjmd_last_year)


class PlanForm(RecordForm):
    """What the plan says of itself."""

    name = forms.CharField(label=_("Nama rencana induk"), max_length=200)
    vision = forms.CharField(label=_("Visi"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    legal_basis = forms.CharField(label=_("Dasar hukum"), max_length=200, required=False)


class PhasesForm(forms.Form):
    """The last year of each phase."""

    def __init__(self, *args: Any, phases: Sequence[PhaseFact], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for phase in phases:
            self.fields[phase.kind] = forms.IntegerField(
                label=gettext(phase.kind.label) + " – " + gettext("tahun terakhir"), initial=phase.until
            )

    def phases(self) -> list[PhaseFact]:
        return [PhaseFact(PhaseKind(kind), until) for kind, until in self.cleaned_data.items()]


class StrategyForm(RecordForm):
    """How the plan means to move the sub-dimension."""

    text = forms.CharField(label=_("Strategi"), widget=forms.Textarea(attrs={"rows": 6}), max_length=4000)
