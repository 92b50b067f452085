"""What the person decides between the file and the preview; every choice stays on the session."""

from collections.abc import Mapping

from rangkai.domains.work.actions.imports.deciding import kept_mapping, refuse_unmapped
from rangkai.domains.work.actions.imports.nouns import import_noun
from rangkai.domains.work.actions.imports.upload import LONGEST_SOURCE, require_import
from rangkai.domains.work.models import ImportSession
from rangkai.domains.work.queries.imports import chosen_table
from rangkai.domains.work.rules.options import ImportOptions, to_json
from rangkai.domains.work.rules.terms import ImportState
from rangkai.kit.actions import recording
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Conflict, Invalid, Problem
from rangkai.lib.text import squeeze


def set_columns(
    actor: Actor, *, session: ImportSession, version: int, columns: Mapping[str, str], source: str
) -> ImportSession:
    """Say which column is which field (name of column → field); raises Invalid naming what is missing or double."""
    noun = import_noun(session.noun)
    require_import(actor, noun=noun)
    _require_open(session)
    table = chosen_table(session=session)
    mapping = {heading: name for heading, name in kept_mapping(table=table, columns=columns).items() if name}
    fields = noun.fields(actor)
    refuse_unmapped(fields=fields, mapping=mapping)
    _refuse_double(mapping, noun.joins, {spec.name: spec.label for spec in fields})
    with recording("work.set_columns", actor) as act:
        return act.update(
            session,
            version=version,
            columns=mapping,
            source=squeeze(source)[:LONGEST_SOURCE],
            state=ImportState.MAPPED.value,
        )


def _refuse_double(mapping: Mapping[str, str], joins: frozenset[str], labels: Mapping[str, str]) -> None:
    seen: dict[str, str] = {}
    for heading, name in mapping.items():
        if name in seen and name not in joins:
            message = N_(
                "“%(name)s” dipilih untuk dua kolom: %(first)s dan %(second)s. Pilih satu saja.",
                name=labels.get(name, name),
                first=seen[name],
                second=heading,
            )
            raise Invalid(message, [Problem(message, field=name)])
        seen[name] = heading


def set_options(
    actor: Actor, *, session: ImportSession, version: int, options: ImportOptions
) -> ImportSession:
    """Keep the choices of the preview; the preview has to be made again."""
    require_import(actor, noun=import_noun(session.noun))
    _require_open(session)
    with recording("work.set_import_options", actor) as act:
        return act.update(session, version=version, options=to_json(options), state=ImportState.MAPPED.value)


def drop_import(actor: Actor, *, session: ImportSession, version: int) -> ImportSession:
    """Throw an import away; nothing of it was saved."""
    require_import(actor, noun=import_noun(session.noun))
    _require_open(session)
    with recording("work.drop_import", actor) as act:
        return act.update(session, version=version, state=ImportState.DROPPED.value)


def _require_open(session: ImportSession) -> None:
    if session.state in {ImportState.SAVED, ImportState.DROPPED}:
        raise Conflict(N_("Impor ini sudah selesai. Unggah berkasnya lagi untuk memulai yang baru."))
