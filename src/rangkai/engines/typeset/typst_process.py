"""Compile a folder of Typst source to PDF/A; run in a process of its own.

Typst keeps what it has laid out for as long as its process lives: some 400 MB after a book of 500 programmes. A
process of its own gives that back, and can be stopped when a book takes too long.
"""

import json
import re
import sys
import unicodedata
from datetime import datetime
from pathlib import Path
from typing import cast

UNDRAWN = "□"
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
    undrawn characters: those that no font has are printed as "□", and a mark whose letter stands in another font is
    left out. Raises `typst.TypstError` for bad source.
    """
    import typst

    main_file = folder / "main.typ"
    texts = [main_file, *folder.glob("*.svg")]
    _replace(texts, undrawn("".join(file.read_text(encoding="utf-8") for file in texts)), UNDRAWN)
    while True:
        compiler = typst.Compiler(main_file, root=folder, ignore_system_fonts=True)
        try:
            made = compiler.compile(format="pdf", pdf_standards=["a-2b", "ua-1"], timestamp=created)
        except typst.TypstError as error:
            if not _replace(texts, {part for part in _undrawn_in(error.diagnostic) if _is_mark(part)}, ""):
                raise
        else:
            return cast(bytes, made), int(compiler.query("<last-page>", field="value", one=True))


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
        return _undrawn_in(error.diagnostic)
    return set()


def _is_mark(part: str) -> bool:
    """Accents and vowel signs, and the spaces and joiners that Typst sets with what stands beside them."""
    return not part.isascii() and all(unicodedata.category(mark)[0] in "MCZ" for mark in part)


def _undrawn_in(diagnostic: str) -> set[str]:
    return {_unescaped(match) for match in _UNDRAWN.findall(diagnostic)}


def _unescaped(text: str) -> str:
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda match: chr(int(match[1], 16)), text)


def _replace(files: list[Path], parts: set[str], by: str) -> bool:
    """Whether any of the files held any of the parts."""
    changed = False
    for file in files if parts else ():
        before = text = file.read_text(encoding="utf-8")
        for part in sorted(parts, key=len, reverse=True):
            text = text.replace(part, by)
        file.write_text(text, encoding="utf-8")
        changed |= text != before
    return changed
