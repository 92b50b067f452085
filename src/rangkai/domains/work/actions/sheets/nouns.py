"""The nouns whose sheets go out to offices and come back; each registers in its `setup`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rangkai.domains.work.actions.imports.nouns import ImportNoun
from rangkai.domains.work.rules.merging import Values
from rangkai.engines.tabular.model import Value
from rangkai.engines.tabular.writing import SheetColumn
from rangkai.kit.policies import Actor
from rangkai.lib.errors import N_, Message, Missing


@dataclass(frozen=True)
class Prefilled:
    """The columns of the workbooks and, by office, the rows that stand in them; offices without rows may be absent."""

    columns: Sequence[SheetColumn]
    rows: Mapping[int, Sequence[Sequence[Value]]]


@dataclass(frozen=True)
class SheetNoun:
    """How the sheets of one noun go out and come back. What comes back is read and recorded by `imported`.

    The first column of `prefill` bears the number of the record and is hidden; it is the field "ref" of the import.
    `for_office` narrows the import's facts to what one office may say, under a source's name; `known` gives from the
    facts what stands now, by number, with every column that a row's plan may change. `cell_of` is column → field of the
    sheet, where they differ. `locked`, `fixed` and `room` are as in `Fillable`. `asked` says in a line what is to be
    filled in; `guide` is for the workbook's own sheet of help.
    """

    imported: ImportNoun
    allowed: Callable[[Actor], bool]
    prefill: Callable[[Actor, date], Prefilled]
    for_office: Callable[[Any, int, str], Any]
    known: Callable[[Any], Mapping[str, Values]]
    asked: Message
    guide: tuple[Message, ...]
    cell_of: Mapping[str, str]
    locked: frozenset[str] = frozenset()
    fixed: frozenset[str] = frozenset()
    room: bool = True
    order: int = 50

    @property
    def name(self) -> str:
        return self.imported.name

    @property
    def label(self) -> Message:
        return self.imported.label


_nouns: dict[str, SheetNoun] = {}


def register_sheet(noun: SheetNoun) -> None:
    _nouns[noun.name] = noun


def sheet_nouns(actor: Actor) -> list[SheetNoun]:
    """Those that the person may send and gather, in the order of the chain."""
    return sorted((noun for noun in _nouns.values() if noun.allowed(actor)), key=lambda noun: noun.order)


def sheet_noun(name: str) -> SheetNoun:
    """Raises Missing for a noun that has no sheets."""
    if name not in _nouns:
        raise Missing(N_("Lembar untuk jenis data ini tidak ada."))
    return _nouns[name]
