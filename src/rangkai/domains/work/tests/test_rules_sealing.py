"""The code by which a workbook is known again."""

import pytest

from rangkai.domains.work.rules.sealing import Seal, codes_in, seal_of
from rangkai.engines.tabular import Sheet, Workbook

SEAL = Seal("35.16", 3, 41)


def test_it_reads_the_code_that_it_writes():
    assert seal_of(SEAL.text) == SEAL


@pytest.mark.parametrize("text", ["", "rangkai:35.16:3", "rangkai:35.16:x:1", "K-2026-00001"])
def test_it_takes_no_other_text_for_a_code(text):
    assert seal_of(text) is None


def test_it_finds_the_code_on_a_hidden_sheet_first_and_each_once():
    guide = Sheet("Petunjuk", [["Cara mengisi"], [" rangkai:b "], [], [None, "rangkai:c"], [12]])
    hidden = Sheet("Rangkai", [["rangkai:a"], ["rangkai:b"]], is_hidden=True)
    assert codes_in(Workbook("x.xlsx", "xlsx", (guide, hidden))) == ["rangkai:a", "rangkai:b"]
