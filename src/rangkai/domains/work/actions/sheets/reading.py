"""Returned workbooks are opened, known by their codes, and compared with what was sent and what stands now."""

import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from rangkai.domains.regions.queries import region_code_of
from rangkai.domains.work.actions.imports.nouns import ImportContext
from rangkai.domains.work.actions.imports.preview import Tell, quiet
from rangkai.domains.work.actions.sheets.deciding import (
    decided,
    differing_cells,
    has_refs,
    headings_of,
    refs_in,
)
from rangkai.domains.work.actions.sheets.making import FOLDER, require_sheets
from rangkai.domains.work.actions.sheets.nouns import SheetNoun, sheet_noun, sheet_nouns
from rangkai.domains.work.actions.sheets.seals import opened
from rangkai.domains.work.models import Gathering, OfficeSheet
from rangkai.domains.work.policies import SHEETS
from rangkai.domains.work.queries.sheets import base_of, sheets_by_id
from rangkai.domains.work.rules.merging import ReturnedFile, Values, settle
from rangkai.domains.work.rules.options import Chosen, ImportOptions
from rangkai.domains.work.rules.plan import CellProblem, Plan, RowPlan
from rangkai.domains.work.rules.returned_json import file_to_json
from rangkai.domains.work.rules.sealing import Seal, codes_in
from rangkai.domains.work.rules.terms import GatheringState, Outcome, RowChoice, SheetState
from rangkai.engines.tabular import Table, Workbook, read_workbook, table_under
from rangkai.gateways import files
from rangkai.kit.actions import recording
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Invalid, Message, Refusal

AT_ONCE = 2
"""Workbooks opened at the same time; each is opened in a process of its own."""
NO_CODE = N_(
    "Tidak ada kode pengenal pada berkas ini: ini bukan lembar yang disebar, atau lembar tersembunyi dan Petunjuk-nya "
    "dihapus. Bawa masuk lewat impor biasa; barisnya dicocokkan menurut isi."
)
NO_REFS = N_(
    "Kolom Nomor yang tersembunyi sudah tidak ada, sehingga barisnya tidak dapat dikenali satu per satu. Mintalah "
    "kantor mengisi lembar yang dikirim, atau bawa masuk lewat impor biasa; barisnya dicocokkan menurut isi."
)
NO_TABLE = N_("Judul kolomnya tidak ditemukan lagi. Mintalah kantor mengisi lembar yang dikirim.")


@dataclass(frozen=True)
class _Opened:
    """A file of the pile, opened as far as it goes."""

    returned: ReturnedFile
    book: Workbook | None = None
    seal: Seal | None = None


def read_gathering(
    actor: Actor, *, gathering: Gathering, today: date, tell: Tell = quiet
) -> Sequence[ReturnedFile]:
    """Read every file of a pile and keep what they say. Nothing of it is written to the plan.

    Statements: a constant number for each round that is in the pile.
    """
    SHEETS.require(actor, "create")
    version = gathering.version
    tell(0.02, N_("Membuka berkas …"))
    pile = _open_all(gathering.files, region_code_of(region_id=actor.region_id), tell)
    sheets = sheets_by_id(actor, ids=[each.seal.sheet_id for each in pile if each.seal])
    reader = _Reader(actor, today, sheets, gathering.answers)
    found = []
    for count, each in enumerate(pile, 1):
        found.append(reader.read(count - 1, each))
        tell(0.5 + 0.45 * count / len(pile), N_("Membandingkan: %(name)s", name=each.returned.name))
    kept = [file_to_json(file) for file in found]
    text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    name = files.keep(text.encode(), folder=FOLDER, suffix=".json")
    troubled = [sheets[pk] for pk in _troubled(found) if sheets[pk].state == SheetState.WAITING]
    with recording("work.read_gathering", actor) as act:
        act.update_all([(sheet, {"state": SheetState.TROUBLED.value}) for sheet in troubled])
        act.update(gathering, version=version, state=GatheringState.READ.value, read=name)
    return found


def _troubled(found: Sequence[ReturnedFile]) -> set[int]:
    """Sheets whose file cannot be saved as it is."""
    settled = settle(found, {})
    open_rows = {
        sheet_id
        for sheet_id, rows in settled.rows.items()
        if any(row.plan.outcome in {Outcome.PROBLEM, Outcome.ALIKE} for row in rows)
    }
    return open_rows | {file.sheet_id for file in found if file.sheet_id and file.trouble}


def _open_all(pile: Sequence[Mapping[str, str]], region: str, tell: Tell) -> list[_Opened]:
    """Every file opened and its code checked, in the order of the pile."""
    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        books = pool.map(_book, pile)
        found = []
        for count, (given, book) in enumerate(zip(pile, books, strict=True), 1):
            found.append(_known(given, book, region))
            tell(0.02 + 0.45 * count / len(pile), N_("Membuka: %(name)s", name=given["name"]))
    return found


def _book(given: Mapping[str, str]) -> Workbook | Refusal:
    try:
        return read_workbook(files.fetch(given["file"]), given["name"])
    except Refusal as refusal:
        return refusal


def _known(given: Mapping[str, str], book: Workbook | Refusal, region: str) -> _Opened:
    blank = ReturnedFile(given["name"], given["file"], given["sha256"])
    if isinstance(book, Refusal):
        return _Opened(replace(blank, trouble=book.message))
    codes = codes_in(book)
    if not codes:
        return _Opened(replace(blank, trouble=NO_CODE, importable=True))
    try:
        seals = {opened(code=code) for code in codes}
    except Invalid as invalid:
        return _Opened(replace(blank, trouble=invalid.message, importable=True))
    if len(seals) > 1:
        message = N_(
            "Berkas ini memuat kode dari beberapa lembar. Kembalikan setiap lembar sebagai berkas sendiri."
        )
        return _Opened(replace(blank, trouble=message))
    seal = seals.pop()
    if seal.region != region:
        message = N_("Lembar ini milik daerah lain (%(region)s) dan tidak dibaca.", region=seal.region)
        return _Opened(replace(blank, trouble=message))
    return _Opened(replace(blank, sheet_id=seal.sheet_id), book, seal)


@dataclass
class _Reader:
    """Compares files one by one; what the files of one round share is gathered once."""

    actor: Actor
    today: date
    sheets: Mapping[int, OfficeSheet]
    answers: Mapping[str, Any]

    def __post_init__(self) -> None:
        self._shared: dict[int, tuple[SheetNoun, dict[str, str], Any]] = {}
        self._seen: set[tuple[int, str]] = set()

    def read(self, place: int, each: _Opened) -> ReturnedFile:
        """What the file at a place of the pile says."""
        given, seal = each.returned, each.seal
        if each.book is None or seal is None:
            return given
        sheet = self.sheets.get(seal.sheet_id)
        if sheet is None or sheet.round_id != seal.round_id or sheet.round.deleted_at is not None:
            message = N_("Sebaran lembar ini sudah dihapus di Rangkai.")
            return replace(given, sheet_id=0, trouble=message)
        noun = sheet_noun(sheet.round.noun)
        given = replace(given, noun=noun.name, office=sheet.office.name)
        try:
            require_sheets(self.actor, noun=noun)
        except Refusal as refusal:
            return replace(given, trouble=refusal.message)
        if (sheet.pk, given.sha256) in self._seen or any(r["sha256"] == given.sha256 for r in sheet.returned):
            return replace(given, repeated=True)
        self._seen.add((sheet.pk, given.sha256))
        return self._compared(place, given, sheet, each.book)

    def _compared(self, place: int, given: ReturnedFile, sheet: OfficeSheet, book: Workbook) -> ReturnedFile:
        noun, headings, shared = self._share(sheet)
        table = _table(book, headings)
        if table is None:
            return replace(given, trouble=NO_TABLE, importable=True)
        if not has_refs(table=table, headings=headings):
            return replace(given, trouble=NO_REFS, importable=True)
        facts = noun.for_office(shared, sheet.office_id, sheet.round.title)
        plan = decided(noun=noun, table=table, headings=headings, facts=facts, options=self._options(place))
        base = base_of(sheet=sheet)
        refs = refs_in(table=table, headings=headings)
        known = noun.known(facts)
        back = set(refs.values())
        return replace(
            given,
            plan=_without_deleted(plan, refs, base, known),
            cells=differing_cells(
                noun=noun, plan=plan, table=table, headings=headings, base=base, facts=facts
            ),
            gone=tuple(ref for ref in base if ref not in back and ref in known),
        )

    def _share(self, sheet: OfficeSheet) -> tuple[SheetNoun, dict[str, str], Any]:
        if sheet.round_id not in self._shared:
            noun = sheet_noun(sheet.round.noun)
            headings = headings_of(self.actor, noun=noun)
            context = ImportContext(self.actor, self.today, sheet.round.title, ImportOptions(), headings)
            self._shared[sheet.round_id] = noun, headings, noun.imported.gather(context)
        return self._shared[sheet.round_id]

    def _options(self, place: int) -> ImportOptions:
        """What was chosen for values of any file, and for rows of this one."""
        rows = self.answers.get("rows", {}).get(str(place), {})
        return ImportOptions(
            replace=self.answers.get("replace", {}),
            rows={int(row): Chosen(RowChoice(choice), ref) for row, (choice, ref) in rows.items()},
        )


def _table(book: Workbook, headings: Mapping[str, str]) -> Table | None:
    """The sheet that has most of the headings; one under another name will do."""
    tables = [table for sheet in book.sheets if (table := table_under(sheet, headings)) is not None]
    return max(tables, key=lambda table: len(table.columns), default=None)


def _without_deleted(
    plan: Plan, refs: Mapping[int, str], base: Mapping[str, Values], known: Mapping[str, Values]
) -> Plan:
    """A record that was deleted here after the sheet went out is not asked for again: its row is left out."""
    return replace(
        plan,
        rows=tuple(
            _left_out(row, refs[row.row])
            if row.outcome is Outcome.PROBLEM and refs.get(row.row) in base and refs[row.row] not in known
            else row
            for row in plan.rows
        ),
    )


def _left_out(row: RowPlan, ref: str) -> RowPlan:
    message: Message = N_(
        "%(ref)s sudah dihapus di Rangkai sesudah lembar dikirim; baris ini dilewati.", ref=ref
    )
    problem = CellProblem(message, row.row, row.cell, value=ref, blocks=False)
    return replace(row, outcome=Outcome.SKIPPED, problems=(problem,))


def importable_nouns(actor: Actor) -> list[SheetNoun]:
    """Into which nouns a file without a code may be brought by the normal import; no query."""
    return [noun for noun in sheet_nouns(actor) if noun.imported.template_url]
