"""Forms of programmes and of what pays for them."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from rangkai.domains.masterplans.queries import dimensions
from rangkai.domains.programmes.actions import NewProgramme
from rangkai.domains.programmes.queries.choices import Groups, Pairs
from rangkai.domains.programmes.rules.content import LEAST_VALUE, LONGEST, MOST_VALUE
from rangkai.domains.programmes.rules.parts import Ties
from rangkai.domains.programmes.rules.terms import ProgrammeKind
from rangkai.kit.web.forms import RecordForm
from rangkai.lib.errors import N_
from rangkai.lib.numbers import format_number, parse_number

FIRST, LAST = 2000, 2100
COLUMNS = {
    "dimension": "dimension_id",
    "subdimension": "subdimension_id",
    "office": "office_id",
    "owner": "owner_id",
}
SECTIONS = (
    (None, ("name", "description")),
    (N_("Letak"), ("dimension", "subdimension", "kind_of")),
    (N_("Penanggung jawab"), ("office", "owner")),
    (N_("Penahapan"), ("value", "earliest", "latest", "quick_win", "must")),
)


class PickOne(forms.TypedChoiceField):
    """An id out of a list; nothing is None."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=int, empty_value=None, **kwargs)


class PickMany(forms.TypedMultipleChoiceField):
    """Ids out of a list, as boxes to tick."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            coerce=int, empty_value=[], required=False, widget=forms.CheckboxSelectMultiple, **kwargs
        )


class QuantityField(forms.CharField):
    """A number as offices write it: "1.250", "2,5"."""

    default_error_messages = {"invalid": _("Ini bukan angka. Tulis seperti 1.250 atau 2,5.")}

    def prepare_value(self, value: Any) -> Any:
        return format_number(value) if isinstance(value, int | Decimal) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        number = parse_number(text)
        if number is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return round(Decimal(number), 2)


class ProgrammeForm(RecordForm):
    """The facts of a programme; its tables and links have pages of their own."""

    name = forms.CharField(label=_("Nama program"), max_length=LONGEST["name"])
    description = forms.CharField(
        label=_("Uraian"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=LONGEST["description"],
    )
    dimension = PickOne(label=_("Dimensi"))
    subdimension = PickOne(label=_("Subdimensi"), required=False)
    kind_of = forms.ChoiceField(label=_("Jenis"), help_text=_("Program tidak harus berupa aplikasi."))
    office = PickOne(label=_("Perangkat daerah penanggung jawab"))
    owner = PickOne(
        label=_("Jabatan penanggung jawab"),
        required=False,
        help_text=_("Bila dikosongkan: kepala perangkat daerah itu."),
    )
    value = forms.IntegerField(
        label=_("Bobot manfaat"),
        min_value=LEAST_VALUE,
        max_value=MOST_VALUE,
        initial=50,
        help_text=_("1 sampai 100; dipakai peta jalan untuk memilih bila pagu tidak cukup."),
    )
    earliest = forms.IntegerField(
        label=_("Mulai paling awal"), min_value=FIRST, max_value=LAST, required=False
    )
    latest = forms.IntegerField(
        label=_("Mulai paling lambat"), min_value=FIRST, max_value=LAST, required=False
    )
    quick_win = forms.BooleanField(
        label=_("Quick win"),
        required=False,
        help_text=_("Selesai dalam 6–12 bulan, dirasakan warga, mempertajam layanan yang ada."),
    )
    must = forms.BooleanField(
        label=_("Wajib"), required=False, help_text=_("Peta jalan tidak boleh meninggalkannya.")
    )

    def __init__(
        self, data: QueryDict | None = None, *, offices: Pairs, owners: Groups, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        heads, parts = _places()
        self._offer("dimension", [("", "–"), *heads])
        self._offer("subdimension", [("", "–"), *parts])
        self._offer(
            "kind_of", [("", "–"), *((code, gettext(word)) for code, word in ProgrammeKind.choices())]
        )
        self._offer("office", offices if len(offices) == 1 else [("", "–"), *offices])
        self._offer("owner", [("", "–"), *owners])

    def _offer(self, name: str, choices: Sequence[Any]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def columns(self) -> dict[str, Any]:
        """What was entered, by column."""
        return {COLUMNS.get(name, name): value for name, value in self.values().items()}

    def new_programme(self, *, ties: Ties, source: str = "") -> NewProgramme:
        """What a new programme says."""
        given = self.columns()
        given["kind"] = ProgrammeKind(given.pop("kind_of"))
        return NewProgramme(**given, ties=ties, source=source)


def _places() -> tuple[list[Any], list[Any]]:
    """Dimensions, and sub-dimensions under theirs."""
    english = get_language() == "en"
    frame = dimensions()
    heads = [(d.id, d.name_en if english else d.name) for d in frame]
    parts = [
        (word, [(s.id, s.name_en if english else s.name) for s in d.subdimensions])
        for d, (_, word) in zip(frame, heads, strict=True)
    ]
    return heads, parts


class FromIssueForm(ProgrammeForm):
    """A programme that answers an issue, with the needs it serves."""

    needs = PickMany(label=_("Kebutuhan yang dijawab"))

    def __init__(self, data: QueryDict | None = None, *, needs: Pairs, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self._offer("needs", needs)

    def columns(self) -> dict[str, Any]:
        return {name: value for name, value in super().columns().items() if name != "needs"}


class TiesForm(RecordForm):
    """Sasaran, indicators, supporting offices and places of a programme.

    `was` remembers what was ticked when the page was opened, so that two people who tick other boxes both get theirs.
    """

    was = forms.CharField(widget=forms.HiddenInput, required=False)
    goals = PickMany(label=_("Sasaran yang didukung"))
    indicators = PickMany(label=_("Indikator kinerja yang digerakkan"))
    supporting = PickMany(label=_("Perangkat daerah pendukung"))
    areas = PickMany(label=_("Kecamatan"), help_text=_("Tanpa pilihan berarti seluruh daerah."))

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        offered: Mapping[str, Sequence[Any]],
        ticked: Mapping[str, Sequence[int]],
        **kwargs: Any,
    ) -> None:
        pairs = [f"{name}-{pk}" for name, ids in ticked.items() for pk in ids]
        super().__init__(data, initial={**ticked, "was": " ".join(pairs)}, **kwargs)
        for name, choices in offered.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def ties(self, now: Mapping[str, Sequence[int]]) -> Ties:
        """What is linked now, with what was ticked and without what was unticked here."""
        was = set(self.cleaned_data["was"].split())
        wanted = {}
        for name, ids in now.items():
            ticked = set(self.cleaned_data[name])
            before = {pk for pk in self.offered(name) if f"{name}-{pk}" in was}
            wanted[name] = frozenset(ids) - (before - ticked) | (ticked - before)
        return Ties(**wanted)

    def offered(self, name: str) -> set[int]:
        """Ids that the form shows to tick; goals stand in groups."""
        found: set[int] = set()
        for code, word in self.fields[name].choices:  # type: ignore[attr-defined]
            found |= {pk for pk, _ in word} if isinstance(word, list | tuple) else {code}
        return found


class FundForm(RecordForm):
    """A source of money."""

    code = forms.CharField(label=_("Kode"), max_length=20)
    name = forms.CharField(label=_("Nama"), max_length=100)
    is_apbd = forms.BooleanField(label=_("Tercatat dalam APBD"), required=False, initial=True)
    order = forms.IntegerField(label=_("Urutan"), min_value=0, max_value=1000, initial=0)
    note = forms.CharField(label=_("Catatan"), max_length=200, required=False)
