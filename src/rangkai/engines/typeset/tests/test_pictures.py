import pytest

from rangkai.engines.typeset.pictures import kind_of, raster

SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'


@pytest.mark.parametrize(
    ("content", "kind"),
    [(b"\x89PNG\r\n\x1a\n...", "png"), (b"\xff\xd8\xff\xe0...", "jpg"), (SVG, "svg")],
    ids=["png", "jpg", "svg"],
)
def test_it_knows_a_picture_by_its_first_bytes(content: bytes, kind: str) -> None:
    assert kind_of(content) == kind


def test_it_refuses_what_is_no_picture() -> None:
    with pytest.raises(ValueError, match="a picture is a PNG, a JPEG or an SVG"):
        kind_of(b"%PDF-1.7")


def test_it_draws_an_svg_as_png() -> None:
    assert kind_of(raster(SVG)) == "png"


def test_it_leaves_a_png_as_it_is() -> None:
    png = raster(SVG)
    assert raster(png) is png
