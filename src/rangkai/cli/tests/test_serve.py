"""A port that another program holds."""

import socket
from collections.abc import Iterator

import pytest

from rangkai.cli.main import main
from rangkai.config.server import taken


@pytest.fixture
def held() -> Iterator[int]:
    """A port on which something listens."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield int(other.getsockname()[1])


def test_it_names_the_port_that_is_held_and_starts_nothing(
    held: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--port", str(held)]) == 1
    said = capsys.readouterr().out
    assert f"Porta {held} sedang dipakai" in said
    assert f"--port {held + 1}" in said


def test_it_takes_a_port_that_nobody_holds() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        assert not taken("127.0.0.1", int(free.getsockname()[1]))
