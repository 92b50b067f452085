"""A file comes in: it is kept, its tables are found, its columns are proposed."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from rangkai.domains.work.actions.imports.deciding import (
    guess,
    kept_mapping,
    proposed_mapping,
    tables_or_refuse,
)
from rangkai.domains.work.actions.imports.nouns import ImportNoun, import_noun
from rangkai.domains.work.models import ImportSession
from rangkai.domains.work.queries.imports import ReadFile, read_file, remembered_mapping, tables_in
from rangkai.domains.work.rules.options import ImportOptions, to_json
from rangkai.domains.work.rules.sheets import sheet_view
from rangkai.domains.work.rules.terms import ImportState
from rangkai.engines.tabular import Table, fingerprint
from rangkai.gateways import files
from rangkai.kit.actions import recording
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Forbidden
from rangkai.lib.text import squeeze

FOLDER = "impor"
LONGEST_SOURCE = 120
LONGEST_FILENAME = 200


@dataclass(frozen=True)
class Upload:
    """A file as it came, and what the person calls where it comes from."""

    filename: str
    content: bytes
    source: str = ""
    sheet: str = ""


def start_import(actor: Actor, *, noun: str, upload: Upload) -> ImportSession:
    """Read the file, choose the likeliest table and columns, and open a session; raises Invalid for a bad file.

    The mapping that was saved for the same headings is taken again, and so is its source when none is given.
    """
    found = import_noun(noun)
    require_import(actor, noun=found)
    name = _keep(upload)
    read = read_file(name, upload.filename)
    tables = tables_or_refuse(tables=read.tables, filename=upload.filename)
    best = guess(tables=tables, fields=found.fields(actor), sheet=upload.sheet)
    mapping, source = _remembered(actor, found, tables[best.place], squeeze(upload.source)[:LONGEST_SOURCE])
    session = new_session(actor, noun=noun, upload=upload, read=read, place=best.place)
    session.source = source
    session.columns = mapping or best.mapping
    session.options = to_json(ImportOptions(create=found.create_by_default(actor)))
    session.summary["remembered"] = bool(mapping)
    with recording("work.start_import", actor) as act:
        return act.create(session)


def new_session(actor: Actor, *, noun: str, upload: Upload, read: ReadFile, place: int) -> ImportSession:
    """A session that is not in the database yet; its file and the pictures of its tables are kept."""
    fields = import_noun(noun).fields(actor)
    views = [
        sheet_view(book=read.book, tables=read.tables, place=each, fields=fields)
        for each in range(len(read.tables))
    ]
    return ImportSession(
        region_id=actor.region_id,
        user_id=actor.user_id,
        noun=noun,
        filename=upload.filename[-LONGEST_FILENAME:],
        file=_keep(upload),
        sha256=files.fingerprint(upload.content),
        table=place,
        summary={"tables": keep_json(content=views)},
    )


def require_import(actor: Actor, *, noun: ImportNoun) -> None:
    if not noun.allowed(actor):
        raise Forbidden(N_("Anda tidak berwenang mengimpor data ini. Mintalah kepada sekretariat."))


def _remembered(actor: Actor, noun: ImportNoun, table: Table, source: str) -> tuple[dict[str, str], str]:
    known = remembered_mapping(
        region_id=actor.region_id, noun=noun.name, fingerprint=fingerprint(table), source=source
    )
    if known is None:
        return {}, source
    return kept_mapping(table=table, columns=known.columns), source or known.source


def _keep(upload: Upload) -> str:
    suffix = PurePath(upload.filename).suffix.lower()
    return files.keep(
        upload.content, folder=FOLDER, suffix=suffix if suffix.isascii() and len(suffix) < 8 else ""
    )


def keep_json(*, content: object) -> str:
    """Keep something that the pages show again; returns its name."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return files.keep(text.encode(), folder=FOLDER, suffix=".json")


def choose_table(actor: Actor, *, session: ImportSession, version: int, place: int) -> ImportSession:
    """Take another table of the file; its columns are proposed anew."""
    noun = import_noun(session.noun)
    require_import(actor, noun=noun)
    tables: Sequence[Table] = tables_in(session=session)
    table = tables[min(max(place, 0), len(tables) - 1)]
    mapping, source = _remembered(actor, noun, table, session.source)
    values: dict[str, Any] = {
        "table": tables.index(table),
        "columns": mapping or proposed_mapping(table=table, fields=noun.fields(actor)),
        "source": source,
        "state": ImportState.UPLOADED.value,
        "summary": {"tables": session.summary["tables"], "remembered": bool(mapping)},
    }
    with recording("work.choose_table", actor) as act:
        return act.update(session, version=version, **values)
