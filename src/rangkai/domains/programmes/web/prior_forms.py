"""Forms of the old plan: the book, a line as it was read, and what becomes of it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rangkai.domains.programmes.queries.choices import Pairs
from rangkai.domains.programmes.rules.content import LONGEST
from rangkai.domains.programmes.rules.terms import ProgrammeKind
from rangkai.domains.programmes.web.forms import FIRST, LAST, PickOne
from rangkai.kit.web.forms import RecordForm, RupiahField

NONE = ("", "–")


class BookForm(forms.Form):
    """The file, what the book is called, and the period of its plan."""

    file = forms.FileField(
        label=_("Naskah"),
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        help_text=_("Naskah Word (.docx) yang memuat tabel program; paling besar 100 MB."),
    )
    title = forms.CharField(
        label=_("Nama buku"), max_length=100, help_text=_("Misalnya Buku 2 Masterplan Smart City 2022.")
    )
    first_year = forms.IntegerField(label=_("Berlaku dari tahun"), min_value=FIRST, max_value=LAST)
    last_year = forms.IntegerField(label=_("Sampai tahun"), min_value=FIRST, max_value=LAST)


class CorrectionForm(forms.Form):
    """A corrected file of a book that is known."""

    file = BookForm.base_fields["file"]


class FoundLineForm(RecordForm):
    """A line as it was read; what a person mends before it is saved."""

    is_taken = forms.BooleanField(label=_("Ambil baris ini"), required=False)
    name = forms.CharField(label=_("Nama program"), max_length=LONGEST["name"])
    dimension_id = PickOne(label=_("Dimensi"), required=False)
    office_id = PickOne(label=_("Perangkat daerah"), required=False)
    first_year = forms.IntegerField(label=_("Tahun mulai"), min_value=FIRST, max_value=LAST, required=False)
    last_year = forms.IntegerField(label=_("Tahun selesai"), min_value=FIRST, max_value=LAST, required=False)
    cost = RupiahField(label=_("Anggaran"), required=False)
    page = forms.IntegerField(label=_("Halaman"), min_value=1, max_value=10_000, required=False)
    quick_win = forms.BooleanField(label=_("Quick win"), required=False)
    details = forms.CharField(
        label=_("Uraian"), widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=5_000
    )

    def __init__(
        self, data: QueryDict | None = None, *, dimensions: Pairs, offices: Pairs, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        offer(self, "dimension_id", [NONE, *dimensions])
        offer(self, "office_id", [NONE, *offices])


class ContinueForm(RecordForm):
    """Lanjut or ubah: the programme that goes on."""

    name = forms.CharField(label=_("Nama program"), max_length=LONGEST["name"])
    dimension = PickOne(label=_("Dimensi"))
    kind_of = forms.ChoiceField(label=_("Jenis"))
    office = PickOne(
        label=_("Perangkat daerah penanggung jawab"),
        help_text=_("Kepala perangkat daerah itu menjadi penanggung jawab sejak awal."),
    )
    goal = PickOne(label=_("Sasaran RPJMD yang didukung sekarang"), required=False)
    reason = forms.CharField(
        label=_("Apa yang diubah, dan mengapa"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=500,
        help_text=_("Kosongkan bila dilanjutkan apa adanya."),
    )

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        dimensions: Pairs,
        offices: Pairs,
        goals: Pairs,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        offer(self, "dimension", [NONE, *dimensions])
        offer(self, "office", [NONE, *offices])
        offer(self, "goal", [NONE, *goals])
        offer(self, "kind_of", [(code, gettext(word)) for code, word in ProgrammeKind.choices()])


class MergeForm(RecordForm):
    """Gabung: the programme that takes it in."""

    programme = PickOne(label=_("Digabung ke program"))
    goal = PickOne(label=_("Sasaran RPJMD yang didukung sekarang"), required=False)
    reason = forms.CharField(label=_("Alasan"), required=False, max_length=500)

    def __init__(
        self, data: QueryDict | None = None, *, programmes: Pairs, goals: Pairs, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        offer(self, "programme", [NONE, *programmes])
        offer(self, "goal", [NONE, *goals])


class StopForm(RecordForm):
    """Henti: why."""

    reason = forms.CharField(
        label=_("Alasan dihentikan"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=500,
        help_text=_("Dicetak dalam buku, di samping program yang dihentikan."),
    )


def offer(form: forms.Form, name: str, choices: Sequence[Any]) -> None:
    form.fields[name].choices = choices  # type: ignore[attr-defined]
