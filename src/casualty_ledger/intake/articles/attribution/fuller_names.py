"""The fullest name that a text has for who is named by letters or in short: "the MoH", «Генштаб»."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from casualty_ledger.intake.articles.claimants.names import ARTICLES, name_behind
from casualty_ledger.intake.articles.context import Context
from casualty_ledger.intake.articles.language.forms import is_grammar
from casualty_ledger.intake.articles.language.tokens import Sentence

NEAR_BEFORE, NEAR_BEHIND = 20, 3
LONGEST_FULL, MOST_SKIPPED, FEWEST_LETTERS, FEWEST_INITIALS = 10, 2, 2, 3
# «Генштаб»: so much at least of its first word and of its second.
SHORTEST_FIRST, LONGEST_FIRST, SHORTEST_SECOND, ENDING = 3, 7, 4, 2


def fuller_name(name: str, at: int, context: Context) -> str:
    """Return the full name for one of a single word, where the text has it near a sentence; else the name."""
    words = [word for word in name.split() if word.lower() not in ARTICLES]
    if len(words) != 1:
        return name
    if name not in context.fuller:
        context.fuller[name] = next(_full_names(words[0], at, context), name)
    return context.fuller[name]


def _full_names(word: str, at: int, context: Context) -> Iterator[str]:
    near = range(max(0, at - NEAR_BEFORE), min(at + 1 + NEAR_BEHIND, len(context.sentences)))
    letters = sum(letter.isupper() for letter in word) >= FEWEST_LETTERS
    for step in sorted(near, key=lambda one: abs(one - at)):
        sentence = context.sentences[step]
        found = _defined(word, sentence, context.language) if letters else _of_parts(word.lower(), sentence)
        if letters and found is None and word.isupper() and len(word) >= FEWEST_INITIALS:
            found = _spelt(word, sentence)
        if found:
            first, last = found
            yield context.text[sentence.tokens[first].start : sentence.tokens[last].end]


def _defined(word: str, sentence: Sentence, language: str) -> tuple[int, int] | None:
    """Return what stands before letters in brackets: "Ministry of Health (MoH)"."""
    for at, token in enumerate(sentence.tokens):
        if token.text != word or not 0 < at < len(sentence.tokens) - 1:
            continue
        if sentence.tokens[at - 1].low != "(" or at < FEWEST_LETTERS:
            continue
        last = at - 2
        begins = range(last, max(-1, last - LONGEST_FULL), -1)
        inside = [*takewhile(lambda one: _is_inside(sentence, one, language), begins)]
        spelt = (first for first in inside if _spells(word, sentence, first, last))
        named = [first for first in inside if sentence.tokens[first].is_capital]
        first = next(spelt, named[-1] if named else None)
        return None if first is None else (first, last)
    return None


def _is_inside(sentence: Sentence, at: int, language: str) -> bool:
    token = sentence.tokens[at]
    verb = sentence.begins("say", at) is not None or is_grammar(token.low, language, "VERB")
    return token.kind == "word" and not verb


def _spells(word: str, sentence: Sentence, first: int, last: int) -> bool:
    return _spelt_from(word, sentence, first) == last


def _spelt(word: str, sentence: Sentence) -> tuple[int, int] | None:
    """Return a name whose words begin with these letters."""
    for first, token in enumerate(sentence.tokens):
        if token.is_capital and token.low[0] == word[0].lower():
            last = _spelt_from(word, sentence, first)
            if last is not None:
                return first, last
    return None


def _spelt_from(word: str, sentence: Sentence, first: int) -> int | None:
    """Return where a name that begins here has spelt all letters; few words may be passed over."""
    letters, skipped = list(word.lower()), 0
    for at in range(first, min(first + LONGEST_FULL, len(sentence.tokens))):
        token = sentence.tokens[at]
        if token.kind != "word" or skipped > MOST_SKIPPED:
            return None
        if token.low[0] == letters[0]:
            letters.pop(0)
            skipped = 0
        else:
            skipped += 1
        if not letters:
            return at if at > first else None
    return None


def _of_parts(word: str, sentence: Sentence) -> tuple[int, int] | None:
    """Return the name of which a word has the beginnings of two: «Генеральний штаб» of «Генштаб»."""
    for first in range(len(sentence.tokens) - 1):
        one, other = sentence.tokens[first].low, sentence.tokens[first + 1].low
        if one[:SHORTEST_FIRST] == word[:SHORTEST_FIRST] and one != word and _joins(word, one, other):
            end = name_behind(sentence, first)
            return (first, max(first + 1, end or 0))
    return None


def _joins(word: str, one: str, other: str) -> bool:
    for cut in range(SHORTEST_FIRST, min(LONGEST_FIRST, len(word) - SHORTEST_SECOND) + 1):
        alike = sum(
            1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word[cut:], other, strict=False))
        )
        if one.startswith(word[:cut]) and alike >= max(SHORTEST_SECOND, len(word) - cut - ENDING):
            return True
    return False
