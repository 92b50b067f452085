"""From the content of an edition to the document that is printed."""

from collections.abc import Callable, Mapping

from rangkai.domains.books.rules.action_plan import action_plan
from rangkai.domains.books.rules.analysis import stated_needs, strategic_issues
from rangkai.domains.books.rules.annexes import needs_annex, sources_annex
from rangkai.domains.books.rules.facts import BookFacts, ChapterText, EditionContent
from rangkai.domains.books.rules.fill_ins import filled
from rangkai.domains.books.rules.goals import vision_and_goals
from rangkai.domains.books.rules.quick_wins import quick_wins
from rangkai.domains.books.rules.references import settled
from rangkai.domains.books.rules.roadmap import roadmap
from rangkai.domains.books.rules.strategy import strategies
from rangkai.domains.books.rules.summary import summary
from rangkai.domains.books.rules.terms import BookNumber, Place
from rangkai.domains.books.rules.text import blocks_of
from rangkai.domains.books.rules.wording import day_of
from rangkai.engines.typeset.document import Appendix, Block, Chapter, Document, Text
from rangkai.lib.dates import format_date, format_time

type Builder = Callable[[BookFacts], tuple[Block, ...]]

PARTS: Mapping[str, Builder] = {
    "kebutuhan": stated_needs,
    "isu": strategic_issues,
    "visi": vision_and_goals,
    "strategi": strategies,
    "rencana-aksi": action_plan,
    "peta-jalan": roadmap,
    "quick-win": quick_wins,
    "lampiran-kebutuhan": needs_annex,
    "lampiran-sumber": sources_annex,
    "ringkasan": summary,
}
"""Key of a chapter → what is printed from the records after its text. Other keys print their text alone."""

TITLES: Mapping[BookNumber, str] = {
    BookNumber.ONE: "Analisis Strategis Smart City",
    BookNumber.TWO: "Masterplan Smart City",
    BookNumber.THREE: "Ringkasan Eksekutif Masterplan Smart City",
}


def document_of(content: EditionContent, *, fingerprint: str) -> Document:
    """The whole book. `fingerprint` is the SHA-256 of the frozen content, printed so that a copy can be checked."""
    facts, book = content.facts, BookNumber(content.book)
    words = filled(facts)
    front, body, annexes = [], [], []
    for chapter in content.chapters:
        blocks = chapter_blocks(chapter, facts, words)
        if not blocks:
            continue
        if chapter.place == Place.FRONT:
            front.append(Chapter(chapter.title, blocks))
        elif chapter.place == Place.ANNEX:
            annexes.append(Appendix(chapter.title, blocks, key=f"bab-{chapter.key}"))
        else:
            body.append(Chapter(chapter.title, blocks, key=f"bab-{chapter.key}"))
    return Document(
        title=TITLES[book],
        subtitle=f"Buku {book.value} · {facts.plan.name}",
        region=f"Pemerintah {facts.place.name}",
        period=facts.plan.period,
        edition=edition_label(content),
        date_text=day_of(facts),
        created=facts.as_of,
        parts=settled((*body, *annexes)),
        front=tuple(front),
        imprint=imprint(content, fingerprint),
        dimensions=tuple(one.name for one in facts.dimensions),
        notice=notice(facts),
        lists=book is not BookNumber.THREE,
    )


def chapter_blocks(chapter: ChapterText, facts: BookFacts, words: Mapping[str, Text]) -> tuple[Block, ...]:
    """Text first, then the records; nothing at all for a chapter that has neither."""
    numbered = chapter.place != Place.FRONT
    build = PARTS.get(chapter.key) if numbered else None
    return (*blocks_of(chapter.body, words, numbered=numbered), *(build(facts) if build else ()))


def edition_label(content: EditionContent) -> str:
    """ "Edisi 2", "Konsep", and what the reader must know of it on every page."""
    label = "Konsep" if content.number is None else f"Edisi {content.number}"
    return f"{label} – memuat data contoh" if sum(content.facts.examples) else label


def notice(facts: BookFacts) -> str:
    """What must be seen on the cover: that the book holds invented records."""
    needs, programmes = facts.examples
    if not needs and not programmes:
        return ""
    return f"CONTOH: buku ini memuat {needs} kebutuhan dan {programmes} program rekaan, bukan rencana yang berlaku."


def imprint(content: EditionContent, fingerprint: str) -> tuple[tuple[str, str], ...]:
    """What stands behind the cover: edition, date of the data, scenario, decision, examples, fingerprint."""
    facts = content.facts
    rows = [
        ("Edisi", "Konsep, tidak disimpan" if content.number is None else str(content.number)),
        ("Keadaan data", f"{day_of(facts)} pukul {format_time(facts.as_of)}"),
        ("Rencana induk", f"{facts.plan.ref} versi {facts.plan.version}"),
    ]
    scenario = facts.scenario
    if scenario is not None:
        rows.append(("Skenario", f"{scenario.ref}, dihitung {format_date(scenario.solved_at.date())}"))
        decision = scenario.decision
        said = f"{decision.ref}, {format_date(decision.decided_on)}" if decision else "belum ditetapkan"
        rows.append(("Keputusan", said))
    if notice(facts):
        rows.append(("Catatan", notice(facts)))
    rows.append(("Sidik isi", fingerprint))
    return tuple(rows)
