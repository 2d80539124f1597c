"""A text as sentences of tokens: words, numbers and marks, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

# A number keeps the marks between its thousands; "S-300", "72nd" and "54-річний" are words.
TOKEN = re.compile(
    r"(?P<number>(?<![\w])(?:[0-9]{1,3}(?:[,.'’\u00a0\u2009\u202f ][0-9]{3})+(?![0-9])"
    r"|[0-9]+(?:[.,][0-9]+)*)(?![^\W_]|[-‑](?!odd)[^\W\d_]))"
    r"|(?P<word>(?<!\w)(?:[вВиИ]|т\. ?в)\. о(?=\.)|[^\W_]+(?:['’ʼ`\-‑.](?=[^\W_])[^\W_]+)*)"
    r"|(?P<mark>[^\w\s]|_)"
)
SAME = str.maketrans(
    {"’": "'", "ʼ": "'", "`": "'", "‑": "-", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "ё": "е"}
)
END = re.compile(
    r"(?P<end>(?<![.!?…])[.!?…]++[\"'”»’)\]]*+)"
    r"(?=\s+[\"'“«„(\[–—]*\s*(?:[^\W\d_a-zа-яіїєґё]|[0-9]))|\n[^\S\n]*+\n"
)
# A short line that the next one does not go on with is a sentence: a list, a headline.
# Any mark but those of a sentence may be a bullet: "🔹", "✅".
LINE = re.compile(
    r"\n(?=\s*(?:[^\w\s\"'“”«»„()\[\].,:;!?…]+\s|[0-9]+[.)]\s|[^\W\d_a-zа-яіїєґё]))|(?<=[;:])\n"
)
# Where a line is longer than this, no line is broken for its length.
BROKEN, LONGEST_WRAPPED, MOST_TOKENS = 75, 110, 250
# Words that only one of two languages has, for texts too short to have its letters.
ONLY_UKRAINIAN = re.compile(r"\b(?:та|що|це|але|щонайменше|було|її|його|загин\w*|й)\b")
ONLY_RUSSIAN = re.compile(r"\b(?:и|что|это|но|как|было|ее|его|погиб\w*|или)\b")
ABBREVIATED = re.compile(
    r"(?:^|[\s(«\"])(?:mr|mrs|ms|dr|lt|col|gen|maj|capt|sgt|gov|sen|st|no|nos|vs|jan|feb|mar|apr|jun|jul|aug|"
    r"sept?|oct|nov|dec|approx|etc|u\.s|u\.n|u\.k|a\.m|p\.m|[^\W\d_x]|(?:[^\W\d_]\.)+[^\W\d_]|ім|вул|просп|обл|тис|тыс|млн|млрд|грн|руб|"
    r"ст|рр|гг|ул|им|ген|гр|чол|чел|ін|др|пос|смт|акад|проф|д\.р|н\.п|т\.ч|т\. ч|од|ед)\.$",
    re.IGNORECASE,
)
# A shortened unit ends a sentence where a capital letter follows: "1.2 mln. The army …".
UNIT = re.compile(r"[0-9]\s*(?:тис|тыс|млн|млрд|грн|руб|рр|гг|чол|чел|ін|др)\.$", re.IGNORECASE)
# An Arabic article keeps a small letter before a name.
ARTICLED = re.compile(r"(?:al|el|an|ar|as|ash|ad|аль|эль|ель|ас|аш)[-‑][^\W\d_a-zа-яіїєґё]")


@dataclass(frozen=True)
class Token:
    """A word, number or mark; `low` is how it is compared: small letters, one kind of apostrophe."""

    text: str
    low: str
    start: int
    end: int
    kind: str

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter, behind an Arabic article too."""
        return self.text[:1].isupper() or ARTICLED.match(self.text) is not None


@dataclass
class Sentence:
    """A sentence: its tokens, and what the word lists say of them (see `marks`)."""

    start: int
    end: int
    paragraph: int
    tokens: list[Token]
    marks: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    beginning: dict[int, dict[str, int]] = field(default_factory=dict)
    ending: dict[int, dict[str, int]] = field(default_factory=dict)

    def spans(self, *tags: str) -> list[tuple[int, int]]:
        """Return the first and last token of every mark of these kinds, in order."""
        return sorted(span for tag in tags for span in self.marks.get(tag, ()))

    def has(self, tag: str, first: int, last: int) -> bool:
        """Say whether a mark of this kind lies within these tokens."""
        return any(first <= a and b <= last for a, b in self.marks.get(tag, ()))

    def starts(self, tag: str, at: int) -> int | None:
        """Return the last token of a mark that starts here, or None."""
        return self.beginning.get(at, {}).get(tag)

    def ends(self, tag: str, at: int) -> int | None:
        """Return the first token of a mark that ends here, or None."""
        return self.ending.get(at, {}).get(tag)

    def begins(self, family: str, at: int) -> int | None:
        """Return the last token of a mark whose tag begins so and that starts here, or None."""
        return next(
            (last for tag, last in self.beginning.get(at, {}).items() if tag.startswith(family)), None
        )

    def closes(self, family: str, at: int) -> int | None:
        """Return the first token of a mark whose tag begins so and that ends here, or None."""
        return next((first for tag, first in self.ending.get(at, {}).items() if tag.startswith(family)), None)

    def add(self, tag: str, first: int, last: int) -> None:
        """Leave a mark; of two of one kind that start or end here the longer one is kept."""
        self.marks.setdefault(tag, []).append((first, last))
        ends, starts = self.beginning.setdefault(first, {}), self.ending.setdefault(last, {})
        ends[tag] = max(last, ends.get(tag, last))
        starts[tag] = min(first, starts.get(tag, first))


def plain(text: str) -> str:
    """Return the text in small letters with one kind of apostrophe and blank, character for character."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.translate(SAME)


def split_sentences(text: str) -> list[Sentence]:
    """Split a text into sentences of tokens; every token stands in the text at its place."""
    low = plain(text)
    cuts = [0, *sorted(_cuts(text)), len(text)]
    sentences: list[Sentence] = []
    paragraph = 0
    for start, end in pairwise(cuts):
        tokens = [
            Token(found[0], _compared(found, low), found.start(), found.end(), found.lastgroup or "")
            for found in TOKEN.finditer(text, start, end)
        ]
        if tokens and sentences:
            paragraph += "\n" in text[sentences[-1].end : tokens[0].start]
        # What no end of a sentence divides is divided by its length, so that time stays linear.
        for part in (tokens[at : at + MOST_TOKENS] for at in range(0, len(tokens), MOST_TOKENS)):
            sentences.append(Sentence(part[0].start, part[-1].end, paragraph, part))
    return sentences


def _compared(found: re.Match[str], low: str) -> str:
    """Return how a token is compared; a shortened office is one word: «в. о.»."""
    word = low[found.start() : found.end()]
    return word.replace(" ", "") if found.lastgroup == "word" else word


def _cuts(text: str) -> Iterator[int]:
    for found in END.finditer(text):
        if not found["end"] or not _is_abbreviated(text, found):
            yield found.end()
    wrapped = max(map(len, text.splitlines()), default=0) <= LONGEST_WRAPPED
    for found in LINE.finditer(text):
        line = text.rfind("\n", 0, found.start()) + 1
        short = not wrapped or found.start() - line < BROKEN
        if short or text[found.start() - 1 : found.start()] in ".!?;:":
            yield found.end()


def _is_abbreviated(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - 12) : found.end()]
    if found["end"] != "." or not ABBREVIATED.search(before):
        return False
    ahead = text[found.end() : found.end() + 3].lstrip()
    return not (UNIT.search(before) and ahead[:1].isupper())


def language_of(text: str) -> str:
    """Return the language of a text by its letters: "en", "uk" or "ru".

    >>> language_of("Загинули двоє людей"), language_of("Погибли двое"), language_of("Two died")
    ('uk', 'ru', 'en')
    """
    sample = text[:20000].lower()
    cyrillic = len(re.findall("[а-яёіїєґ]", sample))
    if cyrillic < len(re.findall("[a-z]", sample)):
        return "en"
    ukrainian = len(re.findall("[іїєґ]|[а-я]['’ʼ][яєюї]", sample)) + len(ONLY_UKRAINIAN.findall(sample))
    return "uk" if ukrainian > len(re.findall("[ыэёъ]", sample)) + len(ONLY_RUSSIAN.findall(sample)) else "ru"
