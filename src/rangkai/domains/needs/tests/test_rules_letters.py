"""The first words of letters about needs."""

from rangkai.domains.needs.rules.fate_list import FateRow
from rangkai.domains.needs.rules.letters import (
    COLUMNS,
    addressee_of,
    annex_rows,
    annex_title,
    reply_body,
    request_body,
)
from rangkai.domains.needs.rules.terms import Fate, FateOwner

ROW = FateRow("K-2026-00001", "Antrean daring", "", "Dinkes", Fate.REFUSED, "sudah ada")
MADE_UP = FateRow("K-2026-00002", "Kartu", "Sooko", "Dinkes", Fate.OPEN, "", is_example=True)


def test_it_answers_with_the_counts_and_the_list() -> None:
    body = reply_body("Kecamatan Sooko", (ROW, MADE_UP))
    assert "keputusan atas 2 usulan" in body
    assert "- belum diputuskan: 1 usulan\n- tidak diterima: 1 usulan" in body


def test_it_asks_whoever_has_the_authority() -> None:
    assert "1 usulan kebutuhan" in (body := request_body(FateOwner.PROVINCE, (ROW,)))
    assert "kewenangan pemerintah provinsi" in body


def test_it_addresses_a_post() -> None:
    assert addressee_of("Camat Sooko") == "Yth. Camat Sooko\ndi tempat"


def test_it_fills_every_column_of_the_annex() -> None:
    rows = annex_rows((ROW, MADE_UP))
    assert rows[0] == ("1", "K-2026-00001", "Antrean daring", "–", "tidak diterima: sudah ada")
    assert {len(row) for row in rows} == {len(COLUMNS)}


def test_it_names_invented_needs_as_such() -> None:
    assert (annex_title("Usulan", (ROW,)), annex_title("Usulan", (MADE_UP,))) == (
        "Usulan",
        "Usulan (memuat data contoh)",
    )
