"""Choices of an import, kept as JSON."""

import json

from rangkai.domains.work.rules.options import (
    Chosen,
    ImportOptions,
    from_json,
    to_json,
    with_replacement,
    with_row,
)
from rangkai.domains.work.rules.terms import RowChoice

FULL = ImportOptions(
    replace={"office": {"dinas pu": "Dinas PUPR"}},
    rows={7: Chosen(RowChoice.SAME, "K-2026-00001"), 8: Chosen(RowChoice.SKIP)},
    alike=RowChoice.NEW,
    create=frozenset({"office"}),
    skip_problems=True,
    defaults={"status": "draft"},
)


def test_it_comes_back_from_json_as_it_was() -> None:
    assert from_json(json.loads(json.dumps(to_json(FULL)))) == FULL


def test_it_reads_the_empty_options_of_a_new_session() -> None:
    assert from_json({}) == ImportOptions()


def test_it_takes_another_value_however_the_sheet_writes_it() -> None:
    assert FULL.instead("office", "  DINAS  PU ") == "Dinas PUPR"


def test_it_leaves_values_that_nobody_replaced() -> None:
    assert (FULL.instead("office", "Dinkes"), FULL.instead("village", "Puri")) == ("Dinkes", "Puri")


def test_it_replaces_and_takes_back() -> None:
    chosen = with_replacement(ImportOptions(), field_name="office", key="pu", value="Dinas PUPR")
    assert chosen.instead("office", "PU") == "Dinas PUPR"
    assert with_replacement(chosen, field_name="office", key="pu", value="").instead("office", "PU") == "PU"


def test_it_decides_a_row_and_takes_it_back() -> None:
    decided = with_row(ImportOptions(), row=3, chosen=Chosen(RowChoice.SKIP))
    assert decided.rows == {3: Chosen(RowChoice.SKIP)}
    assert with_row(decided, row=3, chosen=None).rows == {}
