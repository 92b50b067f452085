"""Pictures as bytes: of which kind they are, and a raster of a drawing for files that can't hold drawings."""

from typing import Literal

Kind = Literal["png", "jpg", "svg"]
PRINT_PPI = 200.0


def kind_of(content: bytes) -> Kind:
    """By the first bytes. ValueError for anything but PNG, JPEG and SVG."""
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if b"<svg" in content[:4096]:
        return "svg"
    raise ValueError("a picture is a PNG, a JPEG or an SVG")


def raster(content: bytes, ppi: float = PRINT_PPI) -> bytes:
    """PNG and JPEG as they are; SVG drawn at `ppi` dots an inch."""
    if kind_of(content) != "svg":
        return content
    import vl_convert

    png: bytes = vl_convert.svg_to_png(content.decode("utf-8"), ppi=ppi)
    return png
