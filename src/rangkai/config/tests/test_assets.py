"""What the browser needs is copied once, and again only when a package changed."""

import gzip

import pytest

from rangkai.config import assets


@pytest.fixture
def modules(tmp_path):
    """A node_modules with a few bytes in every file that is wanted."""
    root = tmp_path / "node_modules"
    icons = [f"@tabler/icons/icons/outline/{name}.svg" for name in assets.ICONS]
    codes = [f"idn-area-data/data/{name}.csv" for name in assets.REGION_CODES]
    for name in (*assets.FILES, *assets.LICENCES, *icons, *codes):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("code,name\n")
    for name in icons:
        (root / name).write_text(
            '<svg\n class="x">\n <path d="M0 0h24v24H0z"/>\n <path d="M5 12"/>\n</svg>\n'
        )
    (root / "htmx.org/dist/htmx.min.js").write_text("run()\n//# sourceMappingURL=htmx.min.js.map\n")
    (root / "@tabler/core/dist/css/tabler.min.css").write_text("a{}\n/*# sourceMappingURL=x.css.map */")
    (tmp_path / "package-lock.json").write_text("{}")
    return root


def test_it_copies_files_without_links_to_maps(modules, tmp_path):
    assert assets.copy_assets(modules, tmp_path / "out")
    assert (tmp_path / "out/static/vendored/htmx.min.js").read_text() == "run()\n\n"
    assert (tmp_path / "out/static/vendored/tabler.min.css").read_text() == "a{}\n"


def test_it_keeps_the_drawing_of_an_icon_only(modules, tmp_path):
    assets.copy_assets(modules, tmp_path / "out")
    assert (tmp_path / "out/icons/plus.svg").read_text() == '<path d="M5 12"/>'


def test_it_packs_the_region_codes(modules, tmp_path):
    assets.copy_assets(modules, tmp_path / "out")
    packed = (tmp_path / "out/idn-area-data/villages.csv.gz").read_bytes()
    assert gzip.decompress(packed) == b"code,name\n"


def test_it_does_nothing_when_all_is_up_to_date(modules, tmp_path):
    assets.copy_assets(modules, tmp_path / "out")
    assert not assets.copy_assets(modules, tmp_path / "out")


def test_it_copies_anew_when_a_package_changed(modules, tmp_path):
    assets.copy_assets(modules, tmp_path / "out")
    (tmp_path / "package-lock.json").write_text('{"changed": 1}')
    assert assets.copy_assets(modules, tmp_path / "out")


def test_it_says_which_package_is_missing(tmp_path, capsys):
    assert assets.main([str(tmp_path / "node_modules")]) == 1
    assert "npm ci" in capsys.readouterr().err


def test_it_asks_for_the_folder(capsys):
    assert assets.main([]) == 2
    assert "usage" in capsys.readouterr().err


def test_it_is_done_when_all_is_in_place(modules, tmp_path):
    assert assets.main([str(modules), str(tmp_path / "out")]) == 0
    assert (tmp_path / "out/licences/htmx.txt").exists()
