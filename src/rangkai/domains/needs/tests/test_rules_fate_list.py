"""The list of fates as a document."""

from datetime import UTC, datetime

import pytest

from rangkai.domains.needs.rules.fate_list import (
    FateList,
    FateRow,
    ListKind,
    file_stem,
    list_document,
    summary,
)
from rangkai.domains.needs.rules.terms import Fate, FateOwner
from rangkai.engines.typeset.document import Appendix, BulletList, Paragraph, Table

NOON = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)


def row(fate: Fate = Fate.REFUSED, reason: str = "sudah ada", **given: object) -> FateRow:
    return FateRow("K-2026-00001", "Antrean daring", "Japan, Kec. Sooko", "Dinkes", fate, reason, **given)  # type: ignore[arg-type]


def of(*rows: FateRow, kind: ListKind = ListKind.KECAMATAN, name: str = "Kecamatan Sooko") -> FateList:
    return FateList(kind, name, "Kabupaten Mojokerto", NOON, rows)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        pytest.param(row(), "tidak diterima: sudah ada", id="with its reason"),
        pytest.param(row(Fate.OPEN, ""), "belum diputuskan", id="open without one"),
        pytest.param(row(Fate.POSTPONED, "pagu", year=2029), "ditunda sampai 2029: pagu", id="until when"),
        pytest.param(
            row(Fate.OTHER_AUTHORITY, "jalan provinsi", owner=FateOwner.PROVINCE),
            "kewenangan pihak lain (Pemerintah provinsi): jalan provinsi",
            id="whose it is",
        ),
    ],
)
def test_it_says_what_became_of_a_need(one: FateRow, said: str) -> None:
    assert one.outcome == said


def test_it_counts_the_fates_that_occur_in_their_order() -> None:
    rows = (row(), row(Fate.OPEN, ""), row())
    assert summary(rows) == ("belum diputuskan: 1 usulan", "tidak diterima: 2 usulan")


def table(one: FateList) -> Table:
    (part,) = list_document(one).parts
    assert isinstance(part, Appendix)
    (found,) = part.blocks
    assert isinstance(found, Table)
    return found


def test_it_names_the_office_in_the_list_of_a_kecamatan_alone() -> None:
    titles = [[c.title for c in table(of(row(), kind=kind)).columns] for kind in ListKind]
    assert ["Perangkat daerah" in found for found in titles] == [True, False]


def test_it_numbers_the_rows_and_marks_a_need_without_a_place() -> None:
    bare = FateRow("K-2026-00002", "Kartu", "", "Dinkes", Fate.OPEN, "")
    assert [cells[:4] for cells in table(of(row(), bare)).rows] == [  # type: ignore[index]
        (1, "K-2026-00001", "Antrean daring", "Japan, Kec. Sooko"),
        (2, "K-2026-00002", "Kartu", "–"),
    ]


def test_it_says_first_how_many_and_that_some_are_invented() -> None:
    opening = list_document(of(row(is_example=True))).opening
    assert opening is not None
    assert [type(block) for block in opening.blocks] == [Paragraph, BulletList, Paragraph]
    assert "1 di antaranya rekaan" in str(opening.blocks[2])


def test_it_does_not_speak_of_examples_where_there_are_none() -> None:
    opening = list_document(of(row())).opening
    assert opening is not None
    assert len(opening.blocks) == 2


def test_it_names_the_file_so_that_every_system_can_bear_it() -> None:
    assert file_stem(of(name="Dinas A/B: Uji ")) == "Nasib usulan Dinas A-B- Uji"
