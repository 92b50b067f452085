"""What a chapter may hold."""

from dataclasses import dataclass

from rangkai.domains.books.rules.fill_ins import unknown_words
from rangkai.lib.errors import N_, Problem

LONGEST_TITLE, LONGEST_BODY = 160, 100_000


@dataclass(frozen=True, slots=True)
class Words:
    """A chapter as it was typed."""

    title: str
    body: str = ""

    @property
    def tidy(self) -> "Words":
        """One kind of line end, no blank around."""
        return Words(self.title.strip(), self.body.replace("\r\n", "\n").strip())


def chapter_problems(words: Words) -> list[Problem]:
    """Everything wrong with a chapter as it was written."""
    problems = []
    if not words.title.strip():
        problems.append(Problem(N_("Judul bab belum diisi."), field="title"))
    if len(words.title) > LONGEST_TITLE:
        message = N_("Judul paling panjang %(most)s karakter.", most=LONGEST_TITLE)
        problems.append(Problem(message, field="title"))
    if len(words.body) > LONGEST_BODY:
        message = N_("Isi bab paling panjang %(most)s karakter; bagilah menjadi dua bab.", most=LONGEST_BODY)
        problems.append(Problem(message, field="body"))
    return problems + unknown_words(words.body)
