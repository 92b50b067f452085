"""Gathers every sentence of the product into the English catalogue; translations that are there stay.

`python tools/messages.py` writes the catalogue and prints what has no English yet; `--check` writes nothing and
ends with 1 when the catalogue is behind. A sentence is what gettext will be asked for: the text of `{% translate %}`
and `{% blocktranslate %}` as Django looks it up, the literals of gettext calls, `N_` and `Message`, the texts of
refusals, the labels of vocabularies and those of columns that an import knows.
"""

import ast
import io
import re
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from django.template.base import Lexer, Token, TokenType

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "rangkai"
PO = PACKAGE / "locale" / "en" / "LC_MESSAGES" / "django.po"
HEADER = (
    "# English of Rangkai. The keys are the Indonesian sentences of the product; `make messages` renews them."
)
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)

ONE = {"_", "N_", "gettext", "gettext_lazy", "gettext_noop", "Message"}
MANY = {"ngettext", "ngettext_lazy"}
REFUSALS = {"Refusal", "Invalid", "Conflict", "Forbidden", "Missing", "Unavailable"}
VOCABULARIES = {"Term", "TextChoices"}
COLUMN = "FieldSpec"
TRANSLATE = re.compile(r"""translate\s+(?:"([^"]*)"|'([^']*)')""")

type Sentence = tuple[str, ...]


def files(suffix: str) -> list[Path]:
    out = {"tests", "migrations", "vendored"}
    return sorted(path for path in PACKAGE.rglob(f"*{suffix}") if not out & set(path.parts))


def in_template(text: str) -> Iterator[Sentence]:
    """(one,) or (one, many), with `%` doubled and variables as `%(name)s`, as the template tags ask for them."""
    tokens = iter(Lexer(text).tokenize())
    for token in tokens:
        if token.token_type is not TokenType.BLOCK:
            continue
        if token.contents.startswith("blocktranslate"):
            yield of_block(token, tokens)
        elif found := TRANSLATE.match(token.contents):
            yield ((found[1] or found[2]).replace("%", "%%"),)


def of_block(start: Token, tokens: Iterator[Token]) -> Sentence:
    parts = [""]
    for token in tokens:
        if token.token_type is TokenType.BLOCK:
            if token.contents.strip() != "plural":
                break
            parts.append("")
        elif token.token_type is TokenType.VAR:
            parts[-1] += f"%({token.contents})s"
        else:
            parts[-1] += token.contents.replace("%", "%%")
    if "trimmed" in start.split_contents():
        parts = [" ".join(line.strip() for line in part.strip().splitlines()) for part in parts]
    return tuple(parts)


def in_python(text: str) -> Iterator[Sentence]:
    """(one,) or (one, many) of every call and every member of a vocabulary."""
    tree = ast.parse(text)
    constants = dict(named_texts(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args:
            yield from of_call(node, constants)
        elif isinstance(node, ast.ClassDef) and any(name(base) in VOCABULARIES for base in node.bases):
            yield from ((label,) for label in labels(node))


def named_texts(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Constants of the module that are texts: `A = "…"` and `A, B = "…", "…"`."""
    for node in tree.body:
        if not isinstance(node, ast.Assign):
            continue
        for target in node.targets:
            pairs = [(target, node.value)]
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                pairs = list(zip(target.elts, node.value.elts, strict=False))
            yield from ((name(key), text) for key, value in pairs for text in texts(value))


def name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def of_call(node: ast.Call, constants: Mapping[str, str]) -> Iterator[Sentence]:
    called = name(node.func)
    if called in MANY:
        yield (next(texts(node.args[0])), next(texts(node.args[1])))
    elif called in ONE | REFUSALS:
        yield from ((text,) for text in texts(node.args[0]))
    elif called == COLUMN and len(node.args) > 1:
        label = node.args[1]
        yield from ((text,) for text in texts(label))
        if name(label) in constants:
            yield (constants[name(label)],)


def texts(node: ast.expr) -> Iterator[str]:
    """The literal, or both literals of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from texts(node.body)
        yield from texts(node.orelse)


def labels(node: ast.ClassDef) -> Iterator[str]:
    """Every text after the code in the members of a vocabulary."""
    for line in node.body:
        if isinstance(line, ast.Assign) and isinstance(line.value, ast.Tuple):
            for part in line.value.elts[1:]:
                yield from texts(part)


def sentences() -> list[Sentence]:
    """Every sentence once, sorted; where one text is asked for alone and by number, the pair."""
    found = {s for path in files(".py") for s in in_python(path.read_text(encoding="utf-8"))}
    found |= {s for path in files(".html") for s in in_template(path.read_text(encoding="utf-8"))}
    by_first: dict[str, Sentence] = {}
    for sentence in sorted(found, key=len):
        if sentence[0].strip():
            by_first[sentence[0]] = sentence
    return sorted(by_first.values())


def catalogue() -> Catalog:
    """What is translated so far."""
    if not PO.exists():
        return Catalog(locale="en")
    with PO.open("rb") as file:
        return read_po(file, locale="en")


def english(known: Catalog) -> dict[str, tuple[str, ...]]:
    """The English of a sentence, by its first form."""
    return {
        message.id if isinstance(message.id, str) else message.id[0]: (
            (message.string,) if isinstance(message.string, str) else tuple(message.string)
        )
        for message in known
        if message.id
    }


def renewed() -> Catalog:
    """The catalogue of today's sentences, with the translations that are known; the same at every run."""
    after = Catalog(
        locale="en",
        project="Rangkai",
        version="1",
        header_comment=HEADER,
        creation_date=EPOCH,
        revision_date=EPOCH,
        last_translator="Rangkai",
        language_team="English",
        msgid_bugs_address="",
        fuzzy=False,
    )
    known = english(catalogue())
    for sentence in sentences():
        strings = known.get(sentence[0], ("",))
        if len(sentence) == 1:
            after.add(sentence[0], strings[0])
        else:
            after.add(sentence, (strings[0], strings[-1]))
    return after


def untranslated(of: Catalog) -> list[str]:
    return [first for first, strings in english(of).items() if not all(strings)]


def written(catalog: Catalog) -> bytes:
    file = io.BytesIO()
    write_po(file, catalog, width=0, sort_output=True)
    return file.getvalue()


def main() -> int:
    new = renewed()
    behind = untranslated(new)
    for sentence in behind:
        print(sentence)
    if "--check" in sys.argv:
        return int(bool(behind) or not PO.exists() or written(new) != PO.read_bytes())
    PO.parent.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(written(new))
    print(f"{len(new)} sentences, {len(behind)} without English")
    return 0


if __name__ == "__main__":
    sys.exit(main())
