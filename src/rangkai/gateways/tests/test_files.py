"""Files named by their bytes."""

from pathlib import Path

import pytest

from rangkai.gateways.files import fetch, fingerprint, keep
from rangkai.lib.errors import Missing


def test_it_gives_back_what_it_kept() -> None:
    assert fetch(keep(b"usulan", folder="impor", suffix=".csv")) == b"usulan"


def test_it_keeps_the_same_bytes_once(tmp_path: Path) -> None:
    names = {keep(b"usulan", folder="impor", suffix=".csv") for _ in range(2)}
    assert len(names) == 1
    assert sum(path.is_file() for path in tmp_path.rglob("*")) == 1


def test_it_names_a_file_by_its_fingerprint() -> None:
    assert fingerprint(b"usulan") in keep(b"usulan", folder="impor", suffix=".csv")


def test_it_says_when_a_file_is_gone() -> None:
    with pytest.raises(Missing):
        fetch("impor/aa/tidak-ada.csv")
