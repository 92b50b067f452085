"""Ceilings, capacities and pins of a scenario."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rangkai.domains.organisations.queries import office_facts
from rangkai.domains.programmes.queries import fund_rows, programme_by_ref
from rangkai.domains.roadmap.actions import pin_programme, set_capacities, set_ceilings
from rangkai.domains.roadmap.policies import SCENARIO
from rangkai.domains.roadmap.queries import facts_of, scenario_by_ref
from rangkai.domains.roadmap.web.forms import CapacityForm, CeilingForm
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.forms import FormPage, save_or_show
from rangkai.kit.web.links import link
from rangkai.kit.web.redirects import back
from rangkai.lib.errors import N_


@page
def ceilings(request: PlacedRequest, ref: str) -> HttpResponse:
    """The table of funds and years, saved as a whole."""
    here = request.here
    found = scenario_by_ref(region_id=here.region.id, ref=ref)
    SCENARIO.require(here.actor, "edit", found)
    funds = list(fund_rows(region_id=here.region.id))
    years = range(found.plan.first_year, found.plan.last_year + 1)
    table = facts_of(scenario=found, today=here.today).setting.ceilings
    initial = {f"{f.pk}-{y}": table.get(f.code, {}).get(y) for f in funds for y in years}
    form = CeilingForm(
        request.POST if request.method == "POST" else None, funds=funds, years=years, initial=initial
    )
    address = link(here, "roadmap:scenario", ref=ref)
    return save_or_show(
        request,
        form,
        FormPage(
            N_("Pagu per sumber dana dan tahun"),
            N_("Peta jalan tidak akan melewati angka ini satu rupiah pun. Sel kosong berarti nol."),
            address,
            template="roadmap/ceilings.html",
            extra={"scenario": found, "years": years},
        ),
        do=lambda: set_ceilings(here.actor, scenario=found, amounts=form.amounts()),
        then=lambda _: address,
    )


@page
def capacities(request: PlacedRequest, ref: str) -> HttpResponse:
    """How many programmes each office with programmes can run at once."""
    here = request.here
    found = scenario_by_ref(region_id=here.region.id, ref=ref)
    SCENARIO.require(here.actor, "edit", found)
    facts = facts_of(scenario=found, today=here.today)
    leading = {p.office_id for p in facts.programmes}
    offices = [o for o in office_facts(region_id=here.region.id) if o.id in leading]
    initial = {str(o.id): facts.capacities.get(o.id) for o in offices}
    form = CapacityForm(request.POST if request.method == "POST" else None, offices=offices, initial=initial)
    address = link(here, "roadmap:scenario", ref=ref)
    return save_or_show(
        request,
        form,
        FormPage(
            N_("Kapasitas perangkat daerah"),
            N_("Berapa program yang sanggup dijalankan sekaligus. Kosong berarti tidak dibatasi."),
            address,
        ),
        do=lambda: set_capacities(here.actor, scenario=found, at_once=form.at_once()),
        then=lambda _: address,
    )


@require_POST
@page
def pin(request: PlacedRequest, ref: str) -> HttpResponse:
    """Fix a programme's start (`2028`), keep it out (`keluar`), or let the engine decide (`bebas`)."""
    here = request.here
    found = scenario_by_ref(region_id=here.region.id, ref=ref)
    programme = programme_by_ref(region_id=here.region.id, ref=request.POST.get("program", ""))
    wish = request.POST.get("mulai", "bebas")
    pin_programme(
        here.actor,
        scenario=found,
        programme=programme,
        pinned=wish != "bebas",
        year=int(wish) if wish.isdigit() else None,
    )
    messages.success(request, _("Tersimpan. Hitung ulang agar peta jalan mengikutinya."))
    return redirect(back(request, link(here, "roadmap:scenario", ref=ref)))
