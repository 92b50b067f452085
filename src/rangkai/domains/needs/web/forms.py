"""Forms of needs."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rangkai.domains.architecture.queries import service_choices
from rangkai.domains.masterplans.queries import dimension_choices, subdimension_choices
from rangkai.domains.needs.queries.choices import area_options, issue_choices, office_choices
from rangkai.domains.needs.rules.fate import BY_HAND, LONGEST_REASON, Decision
from rangkai.domains.needs.rules.terms import Authority, Fate, FateOwner, NeedSource
from rangkai.domains.regions.queries import area_facts
from rangkai.kit.web.context import Here
from rangkai.kit.web.forms import DayField, RecordForm, RupiahField

SCORE = [("", "–"), *((str(n), str(n)) for n in range(1, 6))]
IDS = ("area", "office", "service", "dimension", "subdimension")


def _id_field(label: object, *, required: bool = False) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, coerce=int, empty_value=None, required=required)  # type: ignore[arg-type]


def _score_field(label: object, help_text: object) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,  # type: ignore[arg-type]
        choices=SCORE,
        coerce=int,
        empty_value=None,
        required=False,
        help_text=help_text,  # type: ignore[arg-type]
    )


class NeedForm(RecordForm):
    """One need; only the statement and the office are required."""

    statement = forms.CharField(
        label=_("Apa yang dibutuhkan"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Satu kalimat pendek, misalnya: Peningkatan saluran drainase permukiman."),
    )
    detail = forms.CharField(
        label=_("Mengapa, dan keadaannya sekarang"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    office = _id_field(_("Perangkat daerah"), required=True)
    area = _id_field(_("Desa, kelurahan, atau kecamatan"))
    place = forms.CharField(label=_("Tempat"), max_length=300, required=False)
    service = _id_field(_("Layanan yang diperbaiki"))
    for_whom = forms.CharField(
        label=_("Siapa yang menerima manfaat"),
        max_length=200,
        required=False,
        help_text=_("Misalnya: pasien puskesmas, murid SMP, petani Kecamatan Pacet."),
    )
    authority = forms.ChoiceField(label=_("Kewenangan"), required=False)
    beneficiaries = forms.IntegerField(label=_("Penerima manfaat (orang)"), min_value=0, required=False)
    quantity = forms.DecimalField(
        label=_("Jumlah"), min_value=0, max_digits=16, decimal_places=2, required=False
    )
    unit = forms.CharField(label=_("Satuan"), max_length=40, required=False)
    estimate = RupiahField(label=_("Perkiraan biaya"), required=False)
    dimension = _id_field(_("Dimensi"))
    subdimension = _id_field(_("Subdimensi"))
    urgency = _score_field(_("Urgensi"), _("1 tidak mendesak – 5 sangat mendesak"))
    seriousness = _score_field(_("Keseriusan"), _("1 ringan – 5 sangat berat"))
    growth = _score_field(_("Pertumbuhan"), _("1 tetap – 5 cepat memburuk"))
    source_kind = forms.ChoiceField(label=_("Sumber"))
    source = forms.CharField(label=_("Dokumen atau forum"), max_length=120, required=False)
    stated_on = DayField(label=_("Disampaikan tanggal"), required=False)

    def __init__(self, *args: Any, here: Here, verb: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offices = office_choices(here.actor, verb=verb)
        options: dict[str, Any] = {
            "office": offices if len(offices) == 1 else [("", "–"), *offices],
            "area": [("", "–"), *area_options(area_facts(region_id=here.region.id))],
            "dimension": [("", "–"), *dimension_choices()],
            "subdimension": [("", "–"), *subdimension_choices()],
            "service": [("", "–"), *service_choices(region_id=here.region.id)],
            "authority": [("", "–"), *((code, gettext(label)) for code, label in Authority.choices())],
            "source_kind": [(code, gettext(label)) for code, label in NeedSource.choices()],
        }
        for name, choices in options.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def columns(self) -> dict[str, Any]:
        """Values by column, as the actions take them."""
        return {f"{name}_id" if name in IDS else name: value for name, value in self.values().items()}


SECTIONS = (
    (None, ("statement", "detail")),
    (
        _("Di mana dan berapa"),
        ("office", "area", "place", "quantity", "unit", "estimate", "authority"),
    ),
    (_("Untuk siapa"), ("service", "for_whom", "beneficiaries")),
    (_("Dimensi dan prioritas"), ("dimension", "subdimension", "urgency", "seriousness", "growth")),
    (_("Asalnya"), ("source_kind", "source", "stated_on")),
)


class RefsForm(forms.Form):
    """A form about needs that were ticked; it carries their numbers."""

    refs = forms.CharField(widget=forms.HiddenInput)

    def chosen(self) -> list[str]:
        return [ref for ref in self.cleaned_data["refs"].split(",") if ref]


class IssueChoiceForm(RefsForm):
    """The issue that the chosen needs belong to."""

    issue = _id_field(_("Isu strategis"))

    def __init__(self, *args: Any, here: Here, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = issue_choices(region_id=here.region.id)
        self.fields["issue"].choices = choices  # type: ignore[attr-defined]


class FateForm(RefsForm):
    """What becomes of the chosen needs; "masuk program" is no choice, for it follows from the tie to a programme."""

    next = forms.CharField(widget=forms.HiddenInput, required=False)
    fate = forms.ChoiceField(label=_("Nasib"))
    fate_reason = forms.CharField(
        label=_("Alasan"),
        max_length=LONGEST_REASON,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Dibaca pengusul, dan tercetak di daftar nasib dan lampiran Buku 2."),
    )
    fate_year = forms.IntegerField(
        label=_("Ditunda sampai tahun"), required=False, help_text=_("Wajib bila ditunda.")
    )
    fate_owner = forms.ChoiceField(
        label=_("Kewenangan siapa"), required=False, help_text=_("Wajib bila kewenangan pihak lain.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fates = [(fate.value, gettext(fate.label)) for fate in BY_HAND]
        owners = [("", "–"), *((code, gettext(word)) for code, word in FateOwner.choices())]
        self.fields["fate"].choices = fates  # type: ignore[attr-defined]
        self.fields["fate_owner"].choices = owners  # type: ignore[attr-defined]

    def decision(self) -> Decision:
        data = self.cleaned_data
        owner = FateOwner(data["fate_owner"]) if data["fate_owner"] else None
        return Decision(Fate(data["fate"]), data["fate_reason"], data["fate_year"], owner)
