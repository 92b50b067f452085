"""The tables of a programme as pages to enter: funding lines, outputs, risks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.http import HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from rangkai.domains.programmes.actions import save_lines, save_outputs, save_risks
from rangkai.domains.programmes.queries import ProgrammeFact, programme_facts
from rangkai.domains.programmes.queries.choices import CodeFact, codes, funds, offices, owners
from rangkai.domains.programmes.queries.part_history import LINES, OUTPUTS, RISKS, parts_then
from rangkai.domains.programmes.queries.programmes import programme_by_ref
from rangkai.domains.programmes.rules.nomenclature import normal_code
from rangkai.domains.programmes.rules.parts import Line, Output, Risk
from rangkai.domains.programmes.web.forms import PickOne, QuantityField
from rangkai.domains.programmes.web.rows import Cells, EnteredRow, Merge, RowsForm, placed
from rangkai.kit.web import drafts
from rangkai.kit.web.context import Here, PlacedRequest, page
from rangkai.kit.web.forms import FormPage, RupiahField, save_or_show
from rangkai.kit.web.links import link
from rangkai.lib.errors import N_, Invalid, Message, Problem

SCALE = [(number, str(number)) for number in range(1, 6)]


@dataclass(frozen=True)
class Open:
    """A programme opened for entering one of its tables."""

    here: Here
    row: Any
    fact: ProgrammeFact

    @property
    def address(self) -> str:
        return link(self.here, "programmes:programme", ref=self.row.ref)

    def form(
        self, request: PlacedRequest, columns: Mapping[str, Cells], rows: Sequence[Mapping[str, Any]]
    ) -> RowsForm:
        """Bound on POST; else with the rows that are there, or with the draft that was left."""
        post = request.POST if request.method == "POST" else None
        draft = drafts.read(request) if post is None else None
        return RowsForm(
            post, columns=columns, rows=rows, version=self.row.version, draft=draft.data if draft else None
        )

    def merge(self, part: str, shown: Callable[[int, str, object], object] | None = None) -> Merge:
        """How a table of this programme is merged with what others saved meanwhile."""

        def then(version: int) -> Mapping[int, Mapping[str, object]]:
            return parts_then(programme=self.row, part=part, version=version)

        return Merge(then, shown) if shown else Merge(then)

    def page(self, title: Message, purpose: Message, **extra: object) -> FormPage:
        return FormPage(title, purpose, self.address, template="programmes/rows.html", extra=extra)


def opened(request: PlacedRequest, ref: str) -> Open:
    """Raises Missing for a programme that the person may not change."""
    here = request.here
    row = programme_by_ref(here.actor, ref=ref, verb="edit")
    (fact,) = programme_facts(region_id=here.region.id, today=here.today, ids=[row.pk])
    return Open(here, row, fact)


class SuggestInput(forms.TextInput):
    """A text control with suggestions that the server looks up while one types; any text may be entered."""

    def __init__(self, url: str) -> None:
        super().__init__(
            {
                "autocomplete": "off",
                "hx-get": url,
                "hx-include": "closest tr",
                "hx-trigger": "input changed delay:300ms",
                "hx-target": "next datalist",
                "hx-swap": "innerHTML",
            }
        )

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        control = super().render(name, value, {**(attrs or {}), "list": f"saran-{name}"}, renderer)
        return format_html("{}<datalist{}></datalist>", control, flatatt({"id": f"saran-{name}"}))


def funding_columns(found: Open) -> dict[str, Cells]:
    """Year, fund, amount, office, subkegiatan, document; a new row begins with the lead office."""
    here = found.here
    fund_pairs = [("", "–"), *funds(region_id=here.region.id)]
    office_pairs = [("", "–"), *offices(region_id=here.region.id)]
    lead = found.row.office_id
    find = link(here, "programmes:nomenclature-find")
    return {
        "year": Cells(
            _("Tahun"), lambda: forms.IntegerField(min_value=2000, max_value=2100), True, "col-year"
        ),
        "fund": Cells(_("Sumber dana"), lambda: PickOne(choices=fund_pairs), True, "col-fund"),
        "amount": Cells(_("Pagu (Rp)"), RupiahField, True, "col-money"),
        "office": Cells(
            _("Perangkat daerah"), lambda: PickOne(choices=office_pairs, initial=lead), True, "col-office"
        ),
        "nomenclature": Cells(
            _("Subkegiatan (kode atau nama)"),
            lambda: forms.CharField(max_length=500, widget=SuggestInput(find)),
            css="col-code",
        ),
        "document": Cells(_("Dokumen sumber"), lambda: forms.CharField(max_length=200), css="col-text"),
    }


def code_text(code: str, name: str) -> str:
    return f"{code} {name}".strip()


def funding_rows(found: Open) -> list[dict[str, Any]]:
    """The lines as the form shows them; one query, for the funds."""
    fund_ids = {code: pk for pk, code in funds(region_id=found.here.region.id)}
    return [
        {
            "id": line.id,
            "year": line.year,
            "fund": fund_ids.get(line.fund),
            "amount": line.amount,
            "office": line.office_id,
            "nomenclature": code_text(line.nomenclature_code, line.nomenclature_name),
            "document": line.document,
        }
        for line in found.fact.funding
    ]


@page
def funding(request: PlacedRequest, ref: str) -> HttpResponse:
    """Who pays what in which year, and out of which fund."""
    found = opened(request, ref)
    rows = funding_rows(found)
    form = found.form(request, funding_columns(found), rows)
    texts = {row["id"]: row["nomenclature"] for row in rows}

    def shown(row: int, column: str, value: object) -> object:
        """A subkegiatan of another person as code and name."""
        return texts.get(row, "") if column == "nomenclature" else value

    def save(entered: Sequence[EnteredRow]) -> None:
        known = codes(wanted={code for row in entered if (code := code_of(row.values["nomenclature"]))})
        save_lines(
            found.here.actor,
            programme=found.row,
            version=form.read_version,
            lines=[entered_line(row, at, known) for at, row in enumerate(entered)],
            removed=form.removed(),
        )

    return save_or_show(
        request,
        form,
        found.page(
            N_("Pendanaan %(ref)s", ref=ref),
            N_(
                "Satu baris untuk setiap tahun, sumber dana, dan subkegiatan. Tulis 1.250.000.000 atau 1,25 miliar."
            ),
            total=found.fact.total,
        ),
        do=lambda: placed(form, found.merge(LINES, shown), save),
        then=lambda _: found.address,
    )


def code_of(text: str | None) -> str | None:
    """The code at the beginning of what was typed or picked."""
    return normal_code(text.split()[0]) if text and text.split() else None


def entered_line(row: EnteredRow, at: int, known: Mapping[str, Sequence[CodeFact]]) -> Line:
    """A line as entered; raises Invalid at its cell for a code that is none. A code valid in the year is preferred."""
    text, year = row.values["nomenclature"], row.values["year"]
    chosen = None
    if text:
        rows = known.get(code_of(text) or "", ())
        if not rows:
            message = N_(
                "Baris %(row)s: “%(text)s” bukan subkegiatan yang dikenal. Ketik kode atau pilih dari saran.",
                row=at + 1,
                text=text[:60],
            )
            raise Invalid(message, [Problem(message, field=f"{at}.nomenclature")])
        chosen = next((code for code in rows if code.holds(year)), rows[0]).id
    return Line(
        year=year,
        fund_id=row.values["fund"],
        amount=row.values["amount"],
        office_id=row.values["office"],
        nomenclature_id=chosen,
        document=row.values["document"] or "",
        id=row.id,
    )


OUTPUT_COLUMNS = {
    "text": Cells(_("Keluaran"), lambda: forms.CharField(max_length=200), True, "col-text"),
    "quantity": Cells(_("Volume"), QuantityField),
    "unit": Cells(_("Satuan"), lambda: forms.CharField(max_length=40)),
    "year": Cells(_("Tahun"), lambda: forms.IntegerField(min_value=2000, max_value=2100), css="col-year"),
}


@page
def outputs(request: PlacedRequest, ref: str) -> HttpResponse:
    """What will have been delivered."""
    found = opened(request, ref)
    rows = [
        {"id": o.id, "text": o.text, "quantity": o.quantity, "unit": o.unit, "year": o.year}
        for o in found.fact.outputs
    ]
    form = found.form(request, OUTPUT_COLUMNS, rows)

    def save(entered: Sequence[EnteredRow]) -> None:
        given = [
            Output(r.values["text"], r.values["quantity"], r.values["unit"] or "", r.values["year"], r.id)
            for r in entered
        ]
        save_outputs(
            found.here.actor,
            programme=found.row,
            version=form.read_version,
            outputs=given,
            removed=form.removed(),
        )

    return save_or_show(
        request,
        form,
        found.page(
            N_("Keluaran %(ref)s", ref=ref),
            N_("Apa yang akan ada bila program ini selesai, berapa, dan kapan."),
        ),
        do=lambda: placed(form, found.merge(OUTPUTS), save),
        then=lambda _: found.address,
    )


def risk_columns(found: Open) -> dict[str, Cells]:
    """Risk, cause, likelihood × impact, mitigation, and the post that answers for it."""
    posts = [("", "–"), *owners(region_id=found.here.region.id, today=found.here.today)]
    return {
        "risk": Cells(_("Risiko"), lambda: forms.CharField(max_length=300), True, "col-text"),
        "cause": Cells(_("Penyebab"), lambda: forms.CharField(max_length=300), css="col-text"),
        "likelihood": Cells(
            _("Kemungkinan (1–5)"), lambda: PickOne(choices=[("", "–"), *SCALE]), True, "col-score"
        ),
        "impact": Cells(_("Dampak (1–5)"), lambda: PickOne(choices=[("", "–"), *SCALE]), True, "col-score"),
        "mitigation": Cells(
            _("Mitigasi"),
            lambda: forms.CharField(max_length=2000, widget=forms.Textarea(attrs={"rows": 2})),
            css="col-text",
        ),
        "owner": Cells(_("Penanggung jawab"), lambda: PickOne(choices=posts), css="col-office"),
    }


@page
def risks(request: PlacedRequest, ref: str) -> HttpResponse:
    """What may go wrong, and what is done against it."""
    found = opened(request, ref)
    rows = [
        {
            "id": risk.id,
            "risk": risk.risk,
            "cause": risk.cause,
            "likelihood": risk.likelihood,
            "impact": risk.impact,
            "mitigation": risk.mitigation,
            "owner": risk.owner_id,
        }
        for risk in found.fact.risks
    ]
    form = found.form(request, risk_columns(found), rows)

    def save(entered: Sequence[EnteredRow]) -> None:
        save_risks(
            found.here.actor,
            programme=found.row,
            version=form.read_version,
            risks=[entered_risk(row) for row in entered],
            removed=form.removed(),
        )

    return save_or_show(
        request,
        form,
        found.page(
            N_("Risiko %(ref)s", ref=ref),
            N_("Apa yang dapat menggagalkan program, dan apa yang dilakukan untuk mencegahnya."),
        ),
        do=lambda: placed(form, found.merge(RISKS), save),
        then=lambda _: found.address,
    )


def entered_risk(row: EnteredRow) -> Risk:
    values = row.values
    return Risk(
        risk=values["risk"],
        likelihood=values["likelihood"],
        impact=values["impact"],
        cause=values["cause"] or "",
        mitigation=values["mitigation"] or "",
        owner_id=values["owner"],
        id=row.id,
    )
