"""The nouns that come from spreadsheets; each registers in its `setup`, and one pipeline serves them all."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rangkai.domains.work.rules.columns import Fields
from rangkai.domains.work.rules.options import ImportOptions
from rangkai.domains.work.rules.plan import Plan
from rangkai.engines.tabular.model import Table
from rangkai.kit.actions import Recorder
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Message, Missing


@dataclass(frozen=True)
class ImportContext:
    """For whom, from where and with which choices a sheet is read; `mapping` is name of the column → field."""

    actor: Actor
    today: date
    source: str
    options: ImportOptions
    mapping: Mapping[str, str]

    def heading(self, name: str) -> str:
        """The heading of the column that gives a field; empty without one."""
        return next((heading for heading, found in self.mapping.items() if found == name), "")


@dataclass(frozen=True)
class Choice:
    """One question for the whole file, answered in `options.defaults`; `empty` is the word for no answer.

    Without `empty` the first of the values is what holds when nobody answers.
    """

    name: str
    label: Message
    help: Message
    values: Callable[[Actor], Sequence[tuple[str, Message | str]]]
    empty: Message | None = None


@dataclass(frozen=True)
class ImportNoun:
    """How one noun is imported: gather (a few statements) → decide (pure) → record (one transaction, by the caller).

    `list_url` and `template_url` name pages; the latter gives an empty workbook to fill in. `names` are what a field
    can name, as a hint while typing. `joins` are fields that may take several columns. `words` are texts that the
    search index will hold, prepared before the transaction. `creates` is kind of a new name → may the import make it?
    """

    name: str
    label: Message
    fields: Callable[[Actor], Fields]
    allowed: Callable[[Actor], bool]
    gather: Callable[[ImportContext], Any]
    decide: Callable[[Table, Mapping[str, str], Any, ImportOptions], Plan]
    record: Callable[[Recorder, Plan, ImportContext], None]
    list_url: str
    joins: frozenset[str] = frozenset()
    words: Callable[[Plan], Iterable[str]] = field(default=lambda plan: ())
    choices: Sequence[Choice] = ()
    creates: Mapping[str, Message] = field(default_factory=dict)
    template_url: str = ""
    names: Callable[[Actor], Mapping[str, Sequence[str]]] = field(default=lambda actor: {})
    create_by_default: Callable[[Actor], frozenset[str]] = field(default=lambda actor: frozenset())


_nouns: dict[str, ImportNoun] = {}


def register_import(noun: ImportNoun) -> None:
    _nouns[noun.name] = noun


def import_nouns() -> Mapping[str, ImportNoun]:
    return dict(_nouns)


def import_noun(name: str) -> ImportNoun:
    """Raises Missing for a noun that does not come from sheets."""
    if name not in _nouns:
        raise Missing(N_("Impor untuk jenis data ini tidak ada."))
    return _nouns[name]
