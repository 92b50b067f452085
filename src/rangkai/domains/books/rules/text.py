"""The text of a chapter: paragraphs, headings, bullets and fill-in words, read into blocks. Total: any text is a text.

## Judul subbab          ### Judul di bawahnya
- butir                  1. butir bernomor
**tebal** *miring*       {jumlah_program}, filled from the records when the book is printed
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rangkai.engines.typeset.document import (
    Block,
    BulletList,
    Emphasis,
    Inline,
    Paragraph,
    Section,
    Strong,
    Text,
)
from rangkai.engines.typeset.printable import flat, pieces

WORD = re.compile(r"\{([a-z_]{1,40})\}")
_STRONG = r"\*\*(?!\s)(?P<strong>[^*]+?)(?<!\s)\*\*"
_EMPHASIS = r"\*(?![\s*])(?P<emphasis>[^*]+?)(?<!\s)\*"
_MARKED = re.compile("|".join((_STRONG, _EMPHASIS, WORD.pattern)))
_BULLET = re.compile(r"\s*(?:[-•*]|(?P<number>\d{1,2})[.)])\s+(?P<text>.+)")
_HEADING = re.compile(r"(?P<marks>#{2,3})\s+(?P<title>.+)")


@dataclass
class _Open:
    """A heading whose blocks are still being gathered."""

    title: str
    depth: int
    blocks: list[Block] = field(default_factory=list)


def words_in(body: str) -> frozenset[str]:
    """The fill-in words that a text uses, known or not."""
    return frozenset(WORD.findall(body))


def blocks_of(body: str, words: Mapping[str, Text], *, numbered: bool = True) -> tuple[Block, ...]:
    """The blocks of a text. In a chapter without numbers (front matter) a heading becomes a bold paragraph.

    A fill-in word that is not in `words` is printed as it stands.
    """
    open_ = [_Open("", 1)]
    for block in _flat(body, words):
        if not isinstance(block, _Open):
            open_[-1].blocks.append(block)
        elif not numbered:
            open_[-1].blocks.append(Paragraph((Strong(block.title),)))
        else:
            _close(open_, block.depth)
            block.depth = min(block.depth, len(open_) + 1)
            open_.append(block)
    _close(open_, 2)
    return tuple(open_[0].blocks)


def _close(open_: list[_Open], depth: int) -> None:
    while len(open_) > 1 and open_[-1].depth >= depth:
        done = open_.pop()
        open_[-1].blocks.append(Section(done.title, tuple(done.blocks)))


def _flat(body: str, words: Mapping[str, Text]) -> Iterator[Block | _Open]:
    for lines in _chunks(body):
        heading = _HEADING.fullmatch(lines[0])
        bullets = [_BULLET.fullmatch(line) for line in lines]
        if heading:
            yield _Open(heading["title"].strip(), len(heading["marks"]))
        elif all(bullets):
            items = tuple(inlines(bullet["text"], words) for bullet in bullets if bullet)
            yield BulletList(items, ordered=bool(bullets[0] and bullets[0]["number"]))
        else:
            yield Paragraph(inlines(" ".join(line.strip() for line in lines), words))


def _chunks(body: str) -> Iterator[list[str]]:
    """Lines that belong together: parted by blank lines, by headings, and where a list begins or ends."""
    lines: list[str] = []
    for line in [*body.splitlines(), ""]:
        alone = bool(_HEADING.fullmatch(line))
        turns = bool(lines) and (_BULLET.fullmatch(line) is None) is not (
            _BULLET.fullmatch(lines[-1]) is None
        )
        if lines and (not line.strip() or alone or turns):
            yield lines
            lines = []
        if alone:
            yield [line]
        elif line.strip():
            lines.append(line)


def inlines(text: str, words: Mapping[str, Text]) -> Text:
    """A line with its marks and fill-in words."""
    found: list[Inline] = []
    at = 0
    for match in _MARKED.finditer(text):
        found.append(text[at : match.start()])
        found.extend(_piece(match, words))
        at = match.end()
    found.append(text[at:])
    kept = tuple(piece for piece in found if piece != "")
    return kept[0] if len(kept) == 1 and isinstance(kept[0], str) else kept


def _piece(match: re.Match[str], words: Mapping[str, Text]) -> Sequence[Inline]:
    if match["strong"]:
        return (Strong(_bare(match["strong"], words)),)
    if match["emphasis"]:
        return (Emphasis(_bare(match["emphasis"], words)),)
    return pieces(words.get(match[3], match[0]))


def _bare(text: str, words: Mapping[str, Text]) -> str:
    """Marked text with its fill-in words, which lose their footnotes there."""
    return WORD.sub(lambda match: flat(words.get(match[1], match[0])), text)
