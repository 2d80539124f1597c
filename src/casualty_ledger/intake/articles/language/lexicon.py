"""The word lists of a language, and the marks that they leave in a sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from casualty_ledger.errors import YamlUnreadable
from casualty_ledger.intake.articles.language.forms import forms_of
from casualty_ledger.intake.articles.language.tokens import Sentence, plain
from casualty_ledger.parsing.safe_yaml import read_yaml

WORDS = Path(__file__).parent / "words"
SHORTEST_STEM, SHORTEST_PART = 2, 5
# Of marks of one family that overlap, the longest stays: "lost their lives" is no loss.

MOST_SEEN = 200_000
# Behind these an infinitive tells what has happened: «вдалося визволити».
MANAGED = frozenset(["вдалося", "удалося", "вдалось", "удалось", "змогли", "смогли", "сумели", "зуміли"])
JOINS, LONGEST_JOINED = frozenset(["і", "й", "та", "и"]), 6
PAST = re.compile(r"(\w{3}[аиіяуї])л(\*)")
INFINITIVE = ("ти", "ть", "тися", "ться")
OWNED = ("", "a ", "an ", "his ", "her ", "one ", "both ")
Pattern = tuple[str, ...]
Known = tuple[frozenset[str], tuple[tuple[Pattern, str], ...]]


class WordsUnreadable(YamlUnreadable):
    """A list of words for reading articles cannot be read."""

    template = "{file} cannot be read as a list of words: {problem}. docs/read_an_article.md describes it."


class Lexicon:
    """Words and phrases of one language by their tags, found in one pass over a sentence."""

    def __init__(self, language: str, entries: Iterable[tuple[str, str]]) -> None:
        """Sort the phrases by how their first word is found: as it stands, or by its stem."""
        self.language = language
        self.words: dict[str, list[tuple[Pattern, str]]] = defaultdict(list)
        self.stems: dict[str, list[tuple[Pattern, str]]] = defaultdict(list)
        for phrase, tag in _with_verbs(entries, language):
            pattern = tuple(_split(plain(phrase)))
            first = pattern[0]
            table = self.stems if first.endswith("*") and len(first) > SHORTEST_STEM else self.words
            table[first.removesuffix("*")].append((pattern, tag))
        self.seen: dict[str, Known] = {}
        self.longest = max(map(len, self.stems), default=0)

    def mark(self, sentence: Sentence) -> None:
        """Leave in the sentence every mark of this lexicon, by tag."""
        known = [self._known(token.low, is_word=token.kind == "word") for token in sentence.tokens]
        for at in range(1, len(known)):
            if _is_managed(sentence, at) and (past := _past_of(sentence.tokens[at].low)):
                both = known[at][0] | self._known(past, is_word=True)[0]
                known[at] = both, tuple(self._starting(both))
        forms = [each[0] for each in known]
        found = [
            (tag, at, at + len(pattern) - 1)
            for at, (_, starting) in enumerate(known)
            for pattern, tag in starting
            if len(pattern) == 1 or _fits(pattern, forms, at)
        ]
        for tag, first, last in _without_shorter(found):
            sentence.add(tag, first, last)

    def _known(self, word: str, *, is_word: bool) -> Known:
        """Return the forms of a word and every phrase that begins with it, kept for the next time."""
        if word not in self.seen:
            if len(self.seen) > MOST_SEEN:
                self.seen.clear()
            known = {word, f"={word}", *map(plain, forms_of(word, self.language))}
            forms = frozenset(known if is_word else {word})
            if word.endswith("'s"):
                forms |= {word[:-2]}
            if "-" in word and len(part := word.rpartition("-")[2]) > SHORTEST_PART:
                forms |= {part, *map(plain, forms_of(part, self.language))}
            self.seen[word] = forms, tuple(self._starting(forms))
        return self.seen[word]

    def _starting(self, forms: frozenset[str]) -> Iterator[tuple[Pattern, str]]:
        stems = {form[:length] for form in forms for length in range(1, min(len(form), self.longest) + 1)}
        for form in sorted(forms):
            yield from self.words.get(form, ())
        for stem in sorted(stems & self.stems.keys()):
            yield from self.stems[stem]


def _with_verbs(entries: Iterable[tuple[str, str]], language: str) -> Iterator[tuple[str, str]]:
    """List phrases, and beside a verb of speech its dictionary form, so that it stands for all its forms.

    A verb in the past may have another stem where one man did it: «потрапил*», «потрапив».
    """
    for phrase, tag in entries:
        yield phrase, tag
        if language == "uk" and PAST.search(phrase):
            yield PAST.sub(r"\1в\2", phrase), tag
        if tag == "say" and phrase.isalpha():
            yield from ((form, tag) for form in forms_of(phrase, language) if form.endswith(INFINITIVE))


def _is_managed(sentence: Sentence, at: int) -> bool:
    """Say whether an infinitive was managed, or joined to one: «вдалося провести обмін і звільнити»."""
    tokens = sentence.tokens
    if tokens[at - 1].low in MANAGED:
        return True
    before = range(at - 2, max(-1, at - 2 - LONGEST_JOINED), -1)
    joined = tokens[at - 1].low in JOINS and any(tokens[step].low in MANAGED for step in before)
    return joined and not any(tokens[step].kind == "mark" for step in before)


def _past_of(word: str) -> str:
    """Return the past of an infinitive, or nothing: «визволити», «освободить»."""
    return f"{word[:-2]}ли" if word.endswith(("ти", "ть")) else ""


def _split(phrase: str) -> list[str]:
    return phrase.replace(",", " ,").split()


def _fits(pattern: Pattern, forms: list[frozenset[str]], at: int) -> bool:
    if at + len(pattern) > len(forms):
        return False
    return all(_is_form(word, forms[at + step]) for step, word in enumerate(pattern[1:], 1))


def _is_form(word: str, forms: frozenset[str]) -> bool:
    if word.endswith("*"):
        return any(form.startswith(word[:-1]) for form in forms)
    return word in forms


def _without_shorter(found: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Leave out a mark that lies inside a longer one of its family, and doubles."""
    spans = defaultdict(list)
    for tag, first, last in found:
        if last > first:
            spans[_family(tag)].append((first, last))
    return [
        mark
        for mark in dict.fromkeys(found)
        if not any(
            a <= mark[1] and mark[2] <= b and b - a > mark[2] - mark[1] for a, b in spans[_family(mark[0])]
        )
    ]


def _family(tag: str) -> str:
    head = tag.partition("/")[0]
    return "measure" if head == "refused" else head


@lru_cache(maxsize=8)
def words_of(language: str) -> Mapping[str, Any]:
    """Return the word lists of a language as they are written."""
    return read_yaml(WORDS / f"{language}.yml", TypeAdapter(dict[str, Any]), WordsUnreadable)


def _hurting(held: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """List every verb of hurting with every part of the body: "lost a leg", «сломал руку»."""
    for verb in held["verbs"]:
        english = verb.isascii()
        for part in held["parts"]:
            for own in OWNED if english else ("",):
                yield f"{verb} {own}{part}", f"measures/injured/{'subject' if english else 'verb'}"


def entries_of(words: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    """List every phrase with its tag: "measures/killed/verb", "persons/child", "vague"."""
    for key, held in words.items():
        tag = f"{above}{key}"
        if key == "hurt_parts":
            yield from _hurting(held)
        elif key == "vague":
            yield from ((phrase, f"vague/{low}") for phrase, low in held.items())
        elif isinstance(held, Mapping):
            yield from entries_of(held, f"{tag}/")
        else:
            yield from ((phrase, tag) for phrase in held)
