"""Forms of letters."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkai.domains.work.actions.letters.kinds import LetterKind
from rangkai.domains.work.queries.letters import post_options, sending_offices
from rangkai.domains.work.rules.letters import LONGEST_BODY, SignedPaper, lines_of
from rangkai.kit.messages import render as sentence
from rangkai.kit.web.context import Here
from rangkai.kit.web.forms import DayField, RecordForm

type Subjects = Sequence[tuple[str, LetterKind, Sequence[tuple[str, str]]]]


class BeginForm(forms.Form):
    """Kind and subject in one choice, and the office that sends."""

    subject = forms.ChoiceField(label=_("Tentang"))
    office = forms.TypedChoiceField(label=_("Perangkat daerah pengirim"), coerce=int)

    def __init__(self, *args: Any, subjects: Subjects, here: Here, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = [
            (sentence(kind.label), [(f"{name}|{about}", words) for about, words in found])
            for name, kind, found in subjects
            if found
        ]
        self.fields["subject"].choices = groups  # type: ignore[attr-defined]
        offices = sending_offices(here.actor)
        self.fields["office"].choices = offices  # type: ignore[attr-defined]

    def chosen(self) -> tuple[str, str]:
        """(kind, about)."""
        kind, _bar, about = self.cleaned_data["subject"].partition("|")
        return kind, about


class LetterForm(RecordForm):
    """A draft. The number comes from the agenda of the office; it may be written on paper as well."""

    number = forms.CharField(
        label=_("Nomor surat"),
        max_length=80,
        required=False,
        help_text=_("Dari agenda kantor; boleh menyusul."),
    )
    dated = DayField(label=_("Tanggal surat"), required=False, help_text=_("Boleh menyusul."))
    addressee = forms.CharField(
        label=_("Kepada"), widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=600
    )
    subject = forms.CharField(label=_("Hal"), max_length=200, required=False)
    body = forms.CharField(
        label=_("Isi"), widget=forms.Textarea(attrs={"rows": 14}), required=False, max_length=LONGEST_BODY
    )
    checker_post = forms.TypedChoiceField(
        label=_("Diparaf oleh"), coerce=int, empty_value=None, required=False
    )
    signer_post = forms.TypedChoiceField(
        label=_("Ditandatangani oleh"), coerce=int, empty_value=None, required=False
    )
    on_behalf = forms.CharField(
        label=_("Atas nama"),
        max_length=120,
        required=False,
        help_text=_("Misalnya: a.n. Bupati. Boleh kosong."),
    )
    shows_nip = forms.BooleanField(label=_("Cetak pangkat dan NIP penandatangan"), required=False)

    def __init__(self, *args: Any, here: Here, shows_personal: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        posts = [("", "–"), *post_options(region_id=here.region.id, today=here.today)]
        for name in ("checker_post", "signer_post"):
            self.fields[name].choices = posts  # type: ignore[attr-defined]
        if not shows_personal:
            del self.fields["shows_nip"]

    def columns(self) -> dict[str, Any]:
        """Values by column, as the action takes them."""
        values = {
            name: value.replace("\r\n", "\n") if isinstance(value, str) else value
            for name, value in self.values().items()
        }
        return {f"{name}_id" if name.endswith("_post") else name: value for name, value in values.items()}


class SignForm(RecordForm):
    """The signed paper as it came back."""

    file = forms.FileField(
        label=_("Surat bertanda tangan (PDF)"),
        widget=forms.FileInput(attrs={"accept": ".pdf,application/pdf"}),
        help_text=_("Hasil pindai atau tanda tangan elektronik; paling besar 20 MB."),
    )
    number = forms.CharField(label=_("Nomor surat"), max_length=80)
    dated = DayField(label=_("Tanggal surat"))

    def paper(self) -> SignedPaper:
        data = self.cleaned_data
        return SignedPaper(data["file"].read(), data["number"], data["dated"])


class LetterheadForm(RecordForm):
    """Lines of the kop, and the place that stands before the date."""

    lines = forms.CharField(
        label=_("Baris kop"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=600,
        help_text=_("Satu baris satu baris; baris pertama dicetak tebal."),
    )
    place = forms.CharField(
        label=_("Tempat surat"),
        max_length=60,
        required=False,
        help_text=_("Nama tempat sebelum tanggal surat."),
    )

    def given_lines(self) -> tuple[str, ...]:
        return lines_of(self.cleaned_data["lines"])
