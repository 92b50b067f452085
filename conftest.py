"""Where tests keep their files, and what real input they may read."""

from pathlib import Path

import pytest

REAL_DATA = Path(__file__).resolve().parent.parent / "shared" / "data"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests marked `real` read ../shared/data; where it is absent they are skipped."""
    if REAL_DATA.exists():
        return
    skip = pytest.mark.skip(reason="../shared/data is not here")
    for item in items:
        if item.get_closest_marker("real"):
            item.add_marker(skip)


@pytest.fixture
def real_data() -> Path:
    """The folder of real input."""
    return REAL_DATA


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path, request):  # type: ignore[no-untyped-def]
    """Uploaded and built files of a test stay in its own folder."""
    settings.MEDIA_ROOT = tmp_path / "files"
