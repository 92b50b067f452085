"""Compile a folder of Typst source to PDF/A; run in a process of its own.

Typst keeps what it has laid out for as long as its process lives: some 400 MB after a book of 500 programmes. A
process of its own gives that back, and can be stopped when a book takes too long.
"""

import json
import re
import sys
from datetime import datetime
from pathlib import Path
from typing import cast

from rangkai.engines.typeset.typst_text import UNKNOWN

ROUNDS = 4
_SAFE = frozenset("–—‘’“”„…•·−≤≥■□◆‑\u200b\u00ad")
_UNDRAWN = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')


def main() -> None:
    """Arguments: the folder, and the moment of printing in ISO form. Leaves `book.pdf` and `result.json` in it."""
    folder, created = Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2])
    content, pages = compile_folder(folder, created)
    (folder / "book.pdf").write_bytes(content)
    (folder / "result.json").write_text(json.dumps({"pages": pages}), encoding="utf-8")


def compile_folder(folder: Path, created: datetime) -> tuple[bytes, int]:
    """The PDF of `main.typ` and its pages.

    Only the fonts that Typst brings along are used, so that a book looks the same on every machine. PDF/A forbids
    undrawn characters: those that no font has are printed as "□". Raises `typst.TypstError` for bad source.
    """
    import typst

    main_file = folder / "main.typ"
    texts = [main_file, *folder.glob("*.svg")]
    _replace(texts, undrawn("".join(file.read_text(encoding="utf-8") for file in texts)))
    compiler = typst.Compiler(main_file, root=folder, ignore_system_fonts=True)
    for _ in range(ROUNDS):
        try:
            made = compiler.compile(format="pdf", pdf_standards=["a-2b", "ua-1"], timestamp=created)
        except typst.TypstError as error:
            unknown = _unknown(error.diagnostic)
            if not unknown:
                raise
            _replace(texts, unknown)
        else:
            return cast(bytes, made), int(compiler.query("<last-page>", field="value", one=True))
    raise RuntimeError("characters without a glyph remain")


def undrawn(text: str) -> set[str]:
    """The characters of a text that no font of Typst can draw, found by setting each of them once."""
    import typst

    rare = sorted({mark for mark in text if ord(mark) > 0x17F and mark not in _SAFE})
    if not rare:
        return set()
    lines = "\n\n".join(f'#"{mark}"' for mark in rare)
    probe = f'#set document(title: "-")\n#set text(font: "Libertinus Serif")\n{lines}\n'
    try:
        typst.compile(probe.encode(), format="pdf", pdf_standards="a-2b", ignore_system_fonts=True)
    except typst.TypstError as error:
        return _unknown(error.diagnostic)
    return set()


def _unknown(diagnostic: str) -> set[str]:
    return {_unescaped(match) for match in _UNDRAWN.findall(diagnostic)}


def _unescaped(text: str) -> str:
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda match: chr(int(match[1], 16)), text)


def _replace(files: list[Path], unknown: set[str]) -> None:
    for file in files if unknown else ():
        text = file.read_text(encoding="utf-8")
        for part in sorted(unknown, key=len, reverse=True):
            text = text.replace(part, UNKNOWN)
        file.write_text(text, encoding="utf-8")
