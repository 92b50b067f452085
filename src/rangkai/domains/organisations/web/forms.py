"""Forms of offices, people and appointments."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from rangkai.domains.organisations.actions.offices import NewOffice
from rangkai.domains.organisations.actions.people import Term
from rangkai.domains.organisations.rules import AppointmentKind, FormOfAddress, OfficeKind
from rangkai.kit.web.forms import DayField, RecordForm


class OfficeForm(RecordForm):
    """A perangkat daerah as the secretariat keeps it."""

    code = forms.SlugField(label=_("Kode"), max_length=40, help_text=_("Huruf, angka, tanda hubung; tetap."))
    name = forms.CharField(label=_("Nama lengkap"), max_length=200)
    short_name = forms.CharField(label=_("Nama pendek"), max_length=60, required=False)
    aliases = forms.CharField(
        label=_("Nama lain"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Dipisah titik koma; dipakai untuk mengenali nama ini di lembar kerja."),
    )
    kind_of = forms.ChoiceField(label=_("Jenis"), choices=[(c, _(w)) for c, w in OfficeKind.choices()])
    note = forms.CharField(label=_("Catatan"), required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def new_office(self) -> NewOffice:
        """What was entered, as the action takes it."""
        data = self.cleaned_data
        return NewOffice(
            code=data["code"],
            name=data["name"],
            kind=OfficeKind(data["kind_of"]),
            short_name=data["short_name"],
            aliases=data["aliases"],
            note=data["note"],
        )


class EditOfficeForm(OfficeForm):
    """The same without the code, which never changes."""

    code = None  # type: ignore[assignment]


class PersonForm(forms.Form):
    """Name and titles; NIP and rank go to the table that few may see."""

    name = forms.CharField(label=_("Nama tanpa gelar"), max_length=120)
    title_before = forms.CharField(label=_("Gelar di depan"), max_length=60, required=False)
    title_after = forms.CharField(label=_("Gelar di belakang"), max_length=80, required=False)
    address = forms.ChoiceField(
        label=_("Sapaan"), choices=[(c, _(w)) for c, w in FormOfAddress.choices()], required=False
    )
    nip = forms.RegexField(
        label=_("NIP"),
        regex=r"^\d{18}$",
        required=False,
        error_messages={"invalid": _("NIP terdiri atas 18 angka tanpa spasi.")},
        help_text=_("Hanya terlihat oleh Sekretariat dan Bagian Organisasi."),
    )
    rank = forms.CharField(label=_("Pangkat dan golongan"), max_length=60, required=False)

    def public(self) -> dict[str, Any]:
        return {k: self.cleaned_data[k] for k in ("name", "title_before", "title_after", "address")}

    def private(self) -> dict[str, str]:
        return {k: self.cleaned_data[k] for k in ("nip", "rank")}


class AppointmentForm(forms.Form):
    """Who holds the post, how, and from when."""

    person: forms.ModelChoiceField[Any] = forms.ModelChoiceField(label=_("Nama"), queryset=None)
    kind_of = forms.ChoiceField(
        label=_("Jenis penugasan"), choices=[(c, _(w)) for c, w in AppointmentKind.choices()]
    )
    number = forms.CharField(label=_("Nomor SK atau surat perintah"), max_length=80, required=False)
    valid_from = DayField(label=_("Mulai"))
    valid_to = DayField(label=_("Sampai"), required=False, help_text=_("Kosongkan bila belum ditentukan."))

    def __init__(self, *args: Any, people: QuerySet[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]

    def term(self) -> Term:
        data = self.cleaned_data
        return Term(AppointmentKind(data["kind_of"]), data["valid_from"], data["valid_to"], data["number"])


class EndForm(forms.Form):
    """The last day, and why."""

    last_day = DayField(label=_("Hari terakhir"))
    reason = forms.CharField(label=_("Alasan"), max_length=200, help_text=_("Misalnya mutasi atau pensiun."))
