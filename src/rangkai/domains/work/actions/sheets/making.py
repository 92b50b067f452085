"""One click makes a workbook for every office: the round is opened at once, the workbooks follow in the background."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rangkai.domains.organisations.queries import office_facts
from rangkai.domains.regions.queries import region_code_of
from rangkai.domains.work.actions.imports.nouns import ImportContext
from rangkai.domains.work.actions.imports.preview import Tell, quiet
from rangkai.domains.work.actions.sheets.deciding import headings_of, sent_values
from rangkai.domains.work.actions.sheets.nouns import Prefilled, SheetNoun, sheet_noun
from rangkai.domains.work.actions.sheets.seals import signed
from rangkai.domains.work.models import OfficeSheet, SheetRound
from rangkai.domains.work.policies import SHEETS
from rangkai.domains.work.queries.sheets import sheets_in
from rangkai.domains.work.rules.options import ImportOptions
from rangkai.domains.work.rules.sealing import Seal
from rangkai.domains.work.rules.terms import SheetState
from rangkai.engines.tabular import Fillable, write_fillable
from rangkai.gateways import files
from rangkai.kit import jobs
from rangkai.kit.actions import recording
from rangkai.kit.messages import render
from rangkai.kit.policies import Actor
from rangkai.lib.dates import format_date
from rangkai.lib.errors import N_, Forbidden, Invalid, Problem
from rangkai.lib.text import slug, squeeze

FOLDER = "lembar"
LONGEST_TITLE = 120
XLSX = ".xlsx"


@dataclass(frozen=True)
class RoundWish:
    """What is to be sent, to whom, and by when it should be back."""

    noun: str
    title: str
    due: date | None = None
    office_ids: frozenset[int] = frozenset()


def require_sheets(actor: Actor, *, noun: SheetNoun) -> None:
    """Raises Forbidden for whoever may not send and gather the sheets of the noun."""
    SHEETS.require(actor, "create")
    if not noun.allowed(actor):
        raise Forbidden(N_("Anda tidak berwenang menyebar lembar data ini. Mintalah kepada sekretariat."))


def start_round(actor: Actor, *, wish: RoundWish, today: date) -> SheetRound:
    """Open a round and begin to make its workbooks. Raises Invalid naming what is missing or wrong."""
    noun = sheet_noun(wish.noun)
    require_sheets(actor, noun=noun)
    known = {office.id for office in office_facts(region_id=actor.region_id)}
    wanted = sorted(known & wish.office_ids)
    _refuse_wrong(wish, wanted, today)
    with recording("work.start_round", actor) as act:
        found = act.create(
            SheetRound(
                region_id=actor.region_id,
                noun=noun.name,
                title=squeeze(wish.title)[:LONGEST_TITLE],
                due=wish.due,
                user_id=actor.user_id,
            )
        )
        act.create_all([OfficeSheet(region_id=actor.region_id, round=found, office_id=pk) for pk in wanted])
        job = jobs.start("work.sheets.make", actor, round_id=found.pk, today=today.isoformat())
        act.update(found, version=found.version, job_id=job.pk)
    return found


def _refuse_wrong(wish: RoundWish, offices: Collection[int], today: date) -> None:
    problems = []
    if not squeeze(wish.title):
        problems.append(Problem(N_("Beri judul, misalnya Kebutuhan 2027."), field="title"))
    if not offices:
        problems.append(Problem(N_("Pilih paling sedikit satu perangkat daerah."), field="offices"))
    if wish.due is not None and wish.due < today:
        problems.append(Problem(N_("Tanggal kembali sudah lewat."), field="due"))
    if problems:
        raise Invalid(N_("Lembar belum dibuat: periksa isian."), problems)


def make_workbooks(actor: Actor, *, found: SheetRound, today: date, tell: Tell = quiet) -> int:
    """Write every workbook of a round that is not made yet. Returns how many.

    A constant number of statements; made again after a crash it goes on where it was.
    """
    noun = sheet_noun(found.noun)
    require_sheets(actor, noun=noun)
    tell(0.02, N_("Mengumpulkan data yang sudah ada …"))
    sheets = [sheet for sheet in sheets_in(found=found) if not sheet.file]
    maker = _maker(actor, noun, found, today)
    region = region_code_of(region_id=actor.region_id)
    made = []
    for count, sheet in enumerate(sheets, 1):
        code = signed(seal=Seal(region, found.pk, sheet.pk))
        made.append((sheet, maker.workbook(sheet, code)))
        tell(0.05 + 0.9 * count / len(sheets), N_("Membuat lembar: %(office)s", office=sheet.office.name))
    with recording("work.make_workbooks", actor) as act:
        return act.update_all(made)


@dataclass(frozen=True)
class _Maker:
    """Everything that the workbooks of one round share."""

    noun: SheetNoun
    found: SheetRound
    prefilled: Prefilled
    facts: Any
    headings: Mapping[str, str]

    def workbook(self, sheet: OfficeSheet, code: str) -> dict[str, object]:
        """The columns of an office's sheet, with its file and what was sent kept."""
        rows = self.prefilled.rows.get(sheet.office_id, ())
        noun = self.noun
        guide = self._guide(sheet.office.name)
        form = Fillable(render(noun.label), guide, code, noun.locked, noun.fixed, noun.room)
        content = write_fillable(self.prefilled.columns, rows, form)
        base = self._sent(sheet, rows)
        return {
            "file": files.keep(content, folder=FOLDER, suffix=XLSX),
            "base": keep_values(values=base),
            "filename": f"{slug(f'{render(self.noun.label)} {sheet.office.name}', 80)}-{self.found.pk}{XLSX}",
            "rows": len(rows),
            "state": SheetState.WAITING.value,
        }

    def _sent(self, sheet: OfficeSheet, rows: Sequence[Sequence[Any]]) -> Mapping[str, object]:
        facts = self.noun.for_office(self.facts, sheet.office_id, self.found.title)
        return sent_values(
            noun=self.noun, prefilled=self.prefilled, rows=rows, headings=self.headings, facts=facts
        )

    def _guide(self, office: str) -> tuple[str, ...]:
        due = self.found.due
        until = render(N_("Kembalikan paling lambat %(due)s.", due=format_date(due))) if due else ""
        keep = (KEEP[0], *((ROOM,) if self.noun.room else ()), *KEEP[1:])
        lines = (f"{self.found.title} · {office}", until, *map(render, self.noun.guide), *map(render, keep))
        return tuple(line for line in lines if line)


ROOM = N_("Yang baru ditulis pada baris kosong di bawah baris terakhir.")
KEEP = (
    N_("Nama berkas boleh diubah. Jangan menghapus kolom, dan jangan menyalin baris dari kantor lain."),
    N_("Sel abu-abu terkunci."),
    N_("Menghapus baris di sini tidak menghapus data; mintalah kepada sekretariat."),
    N_("Kode pengenal berkas, jangan diubah:"),
)


def _maker(actor: Actor, noun: SheetNoun, found: SheetRound, today: date) -> _Maker:
    headings = headings_of(actor, noun=noun)
    context = ImportContext(actor, today, found.title, ImportOptions(), headings)
    return _Maker(noun, found, noun.prefill(actor, today), noun.imported.gather(context), headings)


def keep_values(*, values: Mapping[str, object]) -> str:
    """Keep what was sent; returns its name."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return files.keep(text.encode(), folder=FOLDER, suffix=".json")


def drop_round(actor: Actor, *, found: SheetRound) -> None:
    """Take a round back; workbooks that come in later are refused with that reason. Soft, as every delete."""
    require_sheets(actor, noun=sheet_noun(found.noun))
    with recording("work.drop_round", actor) as act:
        act.delete(found, version=found.version)
