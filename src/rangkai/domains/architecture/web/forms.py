"""The form of a service."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rangkai.domains.architecture.queries import office_choices
from rangkai.domains.architecture.rules.terms import MEANING, Digitalisation
from rangkai.kit.messages import render
from rangkai.kit.web.context import Here
from rangkai.kit.web.forms import RecordForm


class ServiceForm(RecordForm):
    """One service; only its name and its office are required."""

    name = forms.CharField(
        label=_("Nama layanan"),
        max_length=200,
        help_text=_("Seperti dikenal warga, misalnya: Penerbitan KTP elektronik."),
    )
    office = forms.TypedChoiceField(label=_("Perangkat daerah"), coerce=int, empty_value=None)
    audience = forms.CharField(
        label=_("Untuk siapa"),
        max_length=200,
        required=False,
        help_text=_("Misalnya: warga, pelaku usaha, desa, perangkat daerah lain."),
    )
    users = forms.IntegerField(label=_("Pengguna setahun"), min_value=0, required=False)
    channel = forms.CharField(
        label=_("Kanal atau alamat"),
        max_length=300,
        required=False,
        help_text=_("Loket, aplikasi, atau alamat situsnya."),
    )
    digitalisation = forms.ChoiceField(label=_("Tingkat digitalisasi"), required=False)
    lacks_network = forms.BooleanField(label=_("Terhambat jaringan (internet, sinyal)"), required=False)
    lacks_devices = forms.BooleanField(
        label=_("Terhambat perangkat (komputer, alat, server)"), required=False
    )
    lacks_people = forms.BooleanField(
        label=_("Terhambat SDM (jumlah atau kecakapan petugas)"), required=False
    )
    hindrance_note = forms.CharField(
        label=_("Catatan hambatan"),
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def __init__(self, *args: Any, here: Here, verb: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offices = office_choices(here.actor, verb=verb)
        options: dict[str, Any] = {
            "office": offices if len(offices) == 1 else [("", "–"), *offices],
            "digitalisation": [
                ("", gettext("belum dinilai")),
                *((one.value, f"{gettext(one.label)}: {render(MEANING[one])}") for one in Digitalisation),
            ],
        }
        for name, choices in options.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def columns(self) -> dict[str, Any]:
        """Values by column, as the actions take them."""
        return {"office_id" if name == "office" else name: value for name, value in self.values().items()}


SECTIONS = (
    (None, ("name", "office", "audience", "users", "channel")),
    (_("Seberapa digital"), ("digitalisation",)),
    (_("Apa yang menghambat"), ("lacks_network", "lacks_devices", "lacks_people", "hindrance_note")),
)
