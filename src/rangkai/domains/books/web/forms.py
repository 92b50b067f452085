"""Forms of books."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rangkai.domains.books.rules.content import LONGEST_TITLE, Words
from rangkai.domains.books.rules.terms import Place
from rangkai.kit.web.forms import RecordForm


class ChapterForm(RecordForm):
    """Title and text of a chapter."""

    title = forms.CharField(label=_("Judul bab"), max_length=LONGEST_TITLE)
    body = forms.CharField(
        label=_("Isi"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 24}),
        help_text=_("Pisahkan paragraf dengan baris kosong. Cara menulisnya ada di bawah."),
    )

    def words(self) -> Words:
        return Words(self.cleaned_data["title"], self.cleaned_data["body"])


class NewChapterForm(forms.Form):
    """A chapter of the region's own."""

    title = forms.CharField(label=_("Judul bab baru"), max_length=LONGEST_TITLE)
    place = forms.ChoiceField(
        label=_("Tempat"), choices=[(c, _(w)) for c, w in Place.choices()], initial=Place.BODY.value
    )
