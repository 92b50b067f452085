"""Print a document: `to_docx` for those who edit on, `to_pdf` for those who read and archive."""

import json
import os
import subprocess
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from rangkai.engines.typeset.document import Document
from rangkai.engines.typeset.pandoc_writer import to_pandoc
from rangkai.engines.typeset.reference import reference_docx, template
from rangkai.engines.typeset.typst_writer import TypstSource, to_typst

PANDOC_SECONDS = 120


@dataclass(frozen=True)
class Pdf:
    content: bytes
    pages: int


def to_pdf(document: Document) -> Pdf:
    """A tagged PDF/A-2b, also PDF/UA-1, with bookmarks; the same document gives the same bytes everywhere."""
    return _compile(document, to_typst(document))


def _compile(document: Document, source: TypstSource) -> Pdf:
    import typst

    with TemporaryDirectory(prefix="rangkai-") as folder:
        root = Path(folder)
        (root / "main.typ").write_text(source.main, encoding="utf-8")
        (root / "book.typ").write_bytes(files(__package__).joinpath("book.typ").read_bytes())
        for name, content in source.files.items():
            (root / name).write_bytes(content)
        compiler = typst.Compiler(root / "main.typ", root=root, ignore_system_fonts=True)
        content = cast(
            bytes, compiler.compile(format="pdf", pdf_standards=["a-2b", "ua-1"], timestamp=document.created)
        )
        pages = int(compiler.query("<last-page>", field="value", one=True))
    return Pdf(content, pages)


def to_docx(document: Document) -> bytes:
    """A Word file with real styles, numbering, fields and running heads, ready to be edited."""
    source = to_pandoc(document)
    with TemporaryDirectory(prefix="rangkai-") as folder:
        root = Path(folder)
        (root / "reference.docx").write_bytes(reference_docx(document, _default_reference()))
        (root / "template.openxml").write_text(template(source.last_section), encoding="utf-8")
        for name, content in source.files.items():
            (root / name).write_bytes(content)
        arguments = [
            "--from=json",
            "--to=docx",
            "--reference-doc=reference.docx",
            "--template=template.openxml",
        ]
        clock = {"SOURCE_DATE_EPOCH": str(int(document.created.timestamp()))}
        return _pandoc([*arguments, "--output=-"], json.dumps(source.tree).encode(), root, clock)


@cache
def _default_reference() -> bytes:
    return _pandoc(["--print-default-data-file=reference.docx"], b"", None, {})


def _pandoc(arguments: list[str], given: bytes, folder: Path | None, environment: dict[str, str]) -> bytes:
    import pypandoc

    done = subprocess.run(  # noqa: S603 the program of our own package, and no argument comes from a user
        [pypandoc.get_pandoc_path(), *arguments],
        input=given,
        capture_output=True,
        check=True,
        cwd=folder,
        env={**os.environ, **environment},
        timeout=PANDOC_SECONDS,
    )
    return done.stdout
