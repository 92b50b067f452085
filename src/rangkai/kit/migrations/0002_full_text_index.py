"""The index behind kit.search: FTS5 kept in step by triggers on SQLite, GIN on PostgreSQL."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = [
    "CREATE VIRTUAL TABLE kit_searchrow_fts USING fts5"
    "(text, content='kit_searchrow', content_rowid='id', tokenize=\"unicode61 remove_diacritics 0\")",
    "CREATE TRIGGER kit_searchrow_put AFTER INSERT ON kit_searchrow BEGIN "
    "INSERT INTO kit_searchrow_fts(rowid, text) VALUES (new.id, new.text); END",
    "CREATE TRIGGER kit_searchrow_take AFTER DELETE ON kit_searchrow BEGIN "
    "INSERT INTO kit_searchrow_fts(kit_searchrow_fts, rowid, text) VALUES ('delete', old.id, old.text); END",
    "CREATE TRIGGER kit_searchrow_renew AFTER UPDATE ON kit_searchrow BEGIN "
    "INSERT INTO kit_searchrow_fts(kit_searchrow_fts, rowid, text) VALUES ('delete', old.id, old.text); "
    "INSERT INTO kit_searchrow_fts(rowid, text) VALUES (new.id, new.text); END",
]
SQLITE_BACK = [
    "DROP TRIGGER kit_searchrow_renew",
    "DROP TRIGGER kit_searchrow_take",
    "DROP TRIGGER kit_searchrow_put",
    "DROP TABLE kit_searchrow_fts",
]
POSTGRESQL = ["CREATE INDEX kit_searchrow_words ON kit_searchrow USING gin (to_tsvector('simple', text))"]
POSTGRESQL_BACK = ["DROP INDEX kit_searchrow_words"]


def make(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in POSTGRESQL if editor.connection.vendor == "postgresql" else SQLITE:
        editor.execute(statement)


def unmake(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in POSTGRESQL_BACK if editor.connection.vendor == "postgresql" else SQLITE_BACK:
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("kit", "0001_history_jobs_search_snapshots")]
    operations = [migrations.RunPython(make, unmake)]
