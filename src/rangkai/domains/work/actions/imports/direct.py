"""An import in one go, for commands: what it would change, and on demand the change itself."""

from dataclasses import dataclass, replace
from datetime import date

from rangkai.domains.work.actions.imports.deciding import (
    decide_import,
    guess,
    kept_mapping,
    refuse_unmapped,
    tables_or_refuse,
)
from rangkai.domains.work.actions.imports.nouns import ImportContext, import_noun
from rangkai.domains.work.actions.imports.preview import Tell, quiet
from rangkai.domains.work.actions.imports.save import save_plan
from rangkai.domains.work.actions.imports.upload import Upload, new_session, require_import
from rangkai.domains.work.queries.imports import ReadFile, remembered_mapping
from rangkai.domains.work.rules.options import ImportOptions, to_json
from rangkai.domains.work.rules.plan import Plan
from rangkai.engines.tabular import Table, fingerprint, read_workbook, tables_of
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_


@dataclass(frozen=True)
class Direct:
    """A file with every choice made beforehand; `create` is None where the noun's own default holds."""

    noun: str
    upload: Upload
    options: ImportOptions
    create: frozenset[str] | None = None


@dataclass(frozen=True)
class Answer:
    """The plan, the table that it is about, and whether it was written."""

    plan: Plan
    table: Table
    committed: bool


@dataclass(frozen=True)
class _Understood:
    """The file after reading: all tables, the chosen one, and in what context it was decided."""

    read: ReadFile
    place: int
    context: ImportContext
    answer: Answer


def preview_directly(actor: Actor, *, wanted: Direct, today: date) -> Answer:
    """What an import would change; writes nothing at all."""
    return _understand(actor, wanted, today).answer


def import_directly(actor: Actor, *, wanted: Direct, today: date, tell: Tell = quiet) -> Answer:
    """The same, and written when no question is open: file, mapping and history stay as with an import by hand."""
    tell(0.02, N_("Membaca berkas …"))
    found = _understand(actor, wanted, today)
    plan = found.answer.plan
    if plan.open_questions():
        return found.answer
    session = new_session(actor, noun=wanted.noun, upload=wanted.upload, read=found.read, place=found.place)
    session.columns = dict(found.context.mapping)
    session.source = found.context.source
    session.options = to_json(found.context.options)
    save_plan(actor, session=session, plan=plan, context=found.context, tell=tell)
    tell(1.0, N_("Tersimpan."))
    return Answer(plan, found.answer.table, committed=True)


def _understand(actor: Actor, wanted: Direct, today: date) -> _Understood:
    noun = import_noun(wanted.noun)
    require_import(actor, noun=noun)
    upload = wanted.upload
    book = read_workbook(upload.content, upload.filename)
    read = ReadFile(book, tuple(tables_or_refuse(tables=tables_of(book), filename=upload.filename)))
    fields = noun.fields(actor)
    best = guess(tables=read.tables, fields=fields, sheet=upload.sheet)
    table, mapping, source = read.tables[best.place], best.mapping, upload.source
    known = remembered_mapping(
        region_id=actor.region_id, noun=noun.name, fingerprint=fingerprint(table), source=source
    )
    if known is not None:
        mapping, source = kept_mapping(table=table, columns=known.columns), source or known.source
    refuse_unmapped(fields=fields, mapping=mapping)
    create = noun.create_by_default(actor) if wanted.create is None else wanted.create
    context = ImportContext(actor, today, source, replace(wanted.options, create=create), mapping)
    plan = decide_import(context, noun=noun, table=table)
    return _Understood(read, best.place, context, Answer(plan, table, committed=False))
