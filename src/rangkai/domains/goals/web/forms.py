"""Forms of goals."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkai.domains.goals.actions import NewPlan
from rangkai.kit.web.forms import RecordForm

FIRST, LAST = 2000, 2100


class PlanForm(RecordForm):
    """The document that states the goals."""

    name = forms.CharField(label=_("Nama dokumen"), max_length=200)
    legal_basis = forms.CharField(label=_("Dasar hukum"), max_length=200, required=False)
    first_year = forms.IntegerField(label=_("Tahun awal"), min_value=FIRST, max_value=LAST)
    last_year = forms.IntegerField(label=_("Tahun akhir"), min_value=FIRST, max_value=LAST)

    def new_plan(self) -> NewPlan:
        data = self.cleaned_data
        return NewPlan(data["name"], data["first_year"], data["last_year"], legal_basis=data["legal_basis"])


class GoalForm(RecordForm):
    """The words of a goal."""

    text = forms.CharField(label=_("Uraian"), widget=forms.Textarea(attrs={"rows": 3}), max_length=1000)
