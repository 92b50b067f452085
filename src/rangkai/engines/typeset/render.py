"""Print a document: `to_docx` for those who edit on, `to_pdf` for those who read and archive."""

import json
import os
import subprocess
import sys
from base64 import b64decode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rangkai.engines.typeset.document import Document, Figure
from rangkai.engines.typeset.pandoc_writer import to_pandoc
from rangkai.engines.typeset.reference import reference_docx, template
from rangkai.engines.typeset.typst_writer import to_typst
from rangkai.lib.errors import N_, Unavailable

SECONDS = 120.0
_DRAW = "from rangkai.engines.typeset.drawing_process import main; main()"
_TYPST = "from rangkai.engines.typeset.typst_process import main; main()"


@dataclass(frozen=True)
class Pdf:
    content: bytes
    pages: int


def drawn(document: Document, seconds: float = SECONDS) -> Document:
    """The document with its sketches drawn for both files, all in one process that gives its memory back.

    Raises Unavailable when they aren't done within `seconds`.
    """
    specs = [figure.spec for figure in _sketches(document.parts)]
    if not specs:
        return document
    given = json.dumps(specs).encode()
    said = _run([sys.executable, "-c", _DRAW], given, Path.cwd(), _own_modules(), seconds)
    pictures = {spec: (svg, b64decode(png)) for spec, (svg, png) in zip(specs, json.loads(said), strict=True)}
    return replace(document, parts=_with_pictures(document.parts, pictures))


def _sketches(blocks: Iterable[Any]) -> Iterator[Figure]:
    for block in blocks:
        if isinstance(block, Figure) and block.spec:
            yield block
        yield from _sketches(getattr(block, "blocks", ()))


def _with_pictures(blocks: tuple[Any, ...], pictures: Mapping[str, tuple[str, bytes]]) -> tuple[Any, ...]:
    made = []
    for block in blocks:
        if isinstance(block, Figure) and block.spec:
            svg, png = pictures[block.spec]
            made.append(replace(block, svg=svg, png=png, spec=""))
        elif inside := getattr(block, "blocks", ()):
            made.append(replace(block, blocks=_with_pictures(inside, pictures)))
        else:
            made.append(block)
    return tuple(made)


def _own_modules() -> dict[str, str]:
    """The environment in which another interpreter finds what this one finds."""
    return {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def to_pdf(document: Document, seconds: float = SECONDS) -> Pdf:
    """A tagged PDF/A-2b, also PDF/UA-1, with bookmarks; the same document gives the same bytes everywhere.

    Raises Unavailable when it isn't done within `seconds`.
    """
    source = to_typst(document)
    with TemporaryDirectory(prefix="rangkai-") as folder:
        root = Path(folder)
        book = files(__package__).joinpath("book.typ").read_bytes()
        _lay(root, {"main.typ": source.main.encode(), "book.typ": book, **source.files})
        moment = document.created.replace(microsecond=0).isoformat()
        arguments = [sys.executable, "-c", _TYPST, folder, moment]
        _run(arguments, b"", root, _own_modules(), seconds)
        result = json.loads((root / "result.json").read_text(encoding="utf-8"))
        return Pdf((root / "book.pdf").read_bytes(), result["pages"])


def to_docx(document: Document, seconds: float = SECONDS) -> bytes:
    """A Word file with real styles, numbering, fields and running heads, ready to be edited on.

    Raises Unavailable when it isn't done within `seconds`.
    """
    source = to_pandoc(document)
    with TemporaryDirectory(prefix="rangkai-") as folder:
        root = Path(folder)
        reference = reference_docx(document, _default_reference())
        layout = template(source.last_section).encode()
        _lay(root, {"reference.docx": reference, "template.openxml": layout, **source.files})
        arguments = [
            "--from=json",
            "--to=docx",
            "--reference-doc=reference.docx",
            "--template=template.openxml",
        ]
        clock = {"SOURCE_DATE_EPOCH": str(int(document.created.timestamp()))}
        tree = json.dumps(source.tree).encode()
        return _run([_pandoc(), *arguments, "--output=-"], tree, root, clock, seconds)


@cache
def _default_reference() -> bytes:
    return _run([_pandoc(), "--print-default-data-file=reference.docx"], b"", Path.cwd(), {}, SECONDS)


def _pandoc() -> str:
    import pypandoc

    path: str = pypandoc.get_pandoc_path()
    return path


def _lay(root: Path, contents: Mapping[str, bytes]) -> None:
    for name, content in contents.items():
        (root / name).write_bytes(content)


def _run(
    arguments: Sequence[str], given: bytes, folder: Path, environment: Mapping[str, str], seconds: float
) -> bytes:
    """What the program prints. A program that fails is a defect of ours: RuntimeError, with its last words."""
    try:
        done = subprocess.run(  # noqa: S603 our own interpreter and pandoc; no argument comes from a user
            arguments,
            input=given,
            capture_output=True,
            cwd=folder,
            env={**os.environ, **environment},
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Unavailable(
            N_(
                "Dokumen belum selesai dicetak dalam %(seconds)d detik. Coba lagi nanti.",
                seconds=int(seconds),
            )
        ) from None
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace")[-2000:])
    return done.stdout
