"""The list, the record page, and what is done with one programme by a button."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rangkai.domains.programmes.actions import delete_programmes, move_programmes, restore_programme
from rangkai.domains.programmes.policies import PROGRAMME
from rangkai.domains.programmes.queries import ProgrammeFact, programme_facts
from rangkai.domains.programmes.queries.part_history import part_changes
from rangkai.domains.programmes.queries.programmes import any_by_ref, names_of, programme_by_ref
from rangkai.domains.programmes.rules.lacks import Links, lacks_of
from rangkai.domains.programmes.rules.money import totals_by_year
from rangkai.domains.programmes.rules.status import MOVES, OPEN_TO_OFFICE, Step
from rangkai.domains.programmes.rules.terms import ProgrammeKind, ProgrammeStatus
from rangkai.domains.programmes.web.lists import BIN, PROGRAMMES
from rangkai.kit.messages import render as sentence
from rangkai.kit.web.context import PlacedRequest, page
from rangkai.kit.web.history import FieldChange, HistoryRow, history_rows
from rangkai.kit.web.links import link
from rangkai.lib.errors import N_, Missing
from rangkai.lib.moves import steps_from

DONE = {
    Step.SUBMIT: N_("Program diajukan kepada kepala perangkat daerah."),
    Step.APPROVE: N_("Program disetujui."),
    Step.RETURN: N_("Program dikembalikan dengan alasan Anda."),
    Step.STOP: N_("Program dihentikan. Data dan riwayatnya tetap ada."),
    Step.RESUME: N_("Program dilanjutkan lagi sebagai konsep."),
}


@page
def listing(request: PlacedRequest) -> HttpResponse:
    """All programmes that the person may see."""
    PROGRAMME.require(request.here.actor, "view")
    return PROGRAMMES.respond(request)


@page
def deleted(request: PlacedRequest) -> HttpResponse:
    """What lies in the bin."""
    PROGRAMME.require(request.here.actor, "delete")
    return BIN.respond(request)


@page
def programme(request: PlacedRequest, ref: str) -> HttpResponse:
    """One programme with its money, its chain, its risks and its history."""
    here = request.here
    row = any_by_ref(here.actor, ref=ref)
    gone = row.deleted_at is not None
    may_edit = not gone and may_change(request, row)
    context: dict[str, Any] = {
        "record": row,
        "programme": row,
        "deleted": gone,
        "can_edit": may_edit,
        "can_delete": PROGRAMME.can(here.actor, "delete", row),
        "kind": ProgrammeKind(row.kind_of),
        "status": ProgrammeStatus(row.status),
        "steps": [] if gone else steps_for(request, row),
        "history": history_of(request, row),
    }
    if not gone:
        (fact,) = programme_facts(region_id=here.region.id, today=here.today, ids=[row.pk])
        context |= chain_of(here.region.id, fact)
    return render(request, "programmes/programme.html", context)


def chain_of(region_id: int, fact: ProgrammeFact) -> dict[str, Any]:
    """What the page shows of a live programme; one query, for the names of linked programmes."""
    names = names_of(region_id=region_id, ids={*fact.after, *fact.excludes})
    years = totals_by_year((line.year, line.fund, line.amount) for line in fact.funding)
    used = sorted({line.fund for line in fact.funding})
    links = Links(fact.owner_name, len(fact.funding), len(fact.goals), len(fact.needs), len(fact.indicators))
    return {
        "fact": fact,
        "lacks": lacks_of(links),
        "funds": used,
        "years": [(year.year, [year.by_fund.get(fund, 0) for fund in used], year.total) for year in years],
        "fund_totals": [sum(line.amount for line in fact.funding if line.fund == fund) for fund in used],
        "after": sorted(names[pk] for pk in fact.after),
        "excludes": sorted(names[pk] for pk in fact.excludes),
    }


def may_change(request: PlacedRequest, row: Any) -> bool:
    """Whether the person may change the programme in its present state."""
    actor = request.here.actor
    status = ProgrammeStatus(row.status)
    if status is ProgrammeStatus.STOPPED or not PROGRAMME.can(actor, "edit", row):
        return False
    return status in OPEN_TO_OFFICE or PROGRAMME.can(actor, "mend", row)


def steps_for(request: PlacedRequest, row: Any) -> list[dict[str, Any]]:
    """Buttons for the next steps that the person may take; the first is the main one."""
    return [
        {"step": step, "needs_reason": MOVES[step].ask is not None}
        for step in steps_from(MOVES, ProgrammeStatus(row.status))
        if PROGRAMME.can(request.here.actor, MOVES[step].verb, row)
    ]


def history_of(request: PlacedRequest, row: Any) -> list[HistoryRow]:
    """History of the programme with that of its tables and links."""
    rows = history_rows(request, row)
    parts = part_changes(programme=row, batches={found.batch for found in rows})
    return [
        replace(
            found,
            fields=[
                *found.fields,
                *(FieldChange(sentence(p.label), p.before, p.after) for p in parts.get(found.batch, ())),
            ],
        )
        for found in rows
    ]


@require_POST
@page
def step(request: PlacedRequest, ref: str, step: str) -> HttpResponse:
    """Submit, approve, return, stop or take up again."""
    if step not in set(Step):
        raise Missing(N_("Langkah ini tidak ada."))
    taken = Step(step)
    move_programmes(request.here.actor, refs=[ref], step=taken, reason=request.POST.get("reason", ""))
    messages.success(request, sentence(DONE[taken]))
    return redirect(link(request.here, "programmes:programme", ref=ref))


@require_POST
@page
def delete(request: PlacedRequest, ref: str) -> HttpResponse:
    """Into the bin."""
    delete_programmes(request.here.actor, refs=[ref], reason=request.POST.get("reason", ""))
    messages.success(request, _("%(ref)s dihapus. Anda dapat mengembalikannya dari Sampah.") % {"ref": ref})
    return redirect(link(request.here, "programmes:list"))


@require_POST
@page
def restore(request: PlacedRequest, ref: str) -> HttpResponse:
    """Out of the bin, with all that hung on it."""
    row = programme_by_ref(request.here.actor, ref=ref, verb="delete", deleted=True)
    restore_programme(request.here.actor, programme=row, version=row.version)
    messages.success(request, _("%(ref)s dikembalikan beserta pendanaan dan kaitannya.") % {"ref": ref})
    return redirect(link(request.here, "programmes:programme", ref=ref))
