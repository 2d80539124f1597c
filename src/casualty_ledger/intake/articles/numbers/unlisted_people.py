"""Single people whom no list names, told by the verb of harm beside them.

A pronoun ("she herself was hit"), the other of two, an age alone ("a 16-year-old"), and any noun of a
person («комунальник помер»).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from casualty_ledger.intake.articles.language.forms import is_grammar, may_be
from casualty_ledger.intake.articles.language.tokens import Sentence, Token
from casualty_ledger.parsing.dictionaries import PERSON_NAMES

PRONOUNS = {"he", "she", "він", "вона", "он", "она"}
SELF = {"himself", "herself", "сам", "сама", "самого", "саму"}
LINKING = {
    "was", "is", "has", "had", "been", "were", "being", "also", "later", "then", "both", "himself", "herself",
    "all", "initially", "nearly", "instantly", "subsequently", "fatally",
    "був", "була", "был", "была", "сам", "сама", "також", "теж", "тоже", "згодом", "потом", "ще", "еще",
    "пізніше", "позже", "вже", "уже",
}  # fmt: skip
SECOND = {
    "другий", "друга", "інший", "інша", "третій", "третя", "второй", "вторая", "другой", "другая", "третий",
    "третья", "другого", "другу", "іншого", "іншу", "второго", "вторую", "третього", "третю", "третьего",
    "третью",
}  # fmt: skip
OTHER = {"other", "second", "third"}
ONE = {"one", "один", "одна", "одного", "одну", "first", "перший", "перша", "первый", "первая"}
AGE = re.compile(r"[0-9]{1,3}-?(?:річн|літн|летн)|[0-9]{1,3}-year-old$")
ARTICLES = {"a", "an", "another", "his", "her", "their", "my", "our"}
# Endings by which an English noun that no list knows names one person.
AGENTS = (
    "er", "or", "ist", "man", "woman", "ian", "ee", "eer", "mate", "ant", "-in-law", "grandchild", "friend",
    "wife",
)  # fmt: skip
# Animals, and a side that is told of in the singular.
NOBODY = {
    "ворог", "противник", "враг", "неприятель", "народ", "собака", "пес", "кіт", "кот", "кішка",
    "кошка", "корова", "кінь", "лошадь", "конь", "коза", "свиня", "свинья", "вівця", "овца", "курка",
    "курица", "птах", "птица", "бик", "бык", "тварина", "животное", "теля", "теленок", "щеня", "щенок",
    "цуценя", "кошеня", "котенок", "порося", "лелека", "аист", "лев", "ведмідь", "медведь", "вовк",
    "волк", "дельфін", "дельфин", "риба", "рыба",
}  # fmt: skip
# Endings of one who is dead or hurt, as a subject.
EXISTS, NOMINATIVE = {"є", "есть"}, ("ий", "ый", "ой", "а", "ая")
HARM = ("measures/killed/", "measures/injured/")
SUFFERED = tuple(f"{family}{kind}" for family in HARM for kind in ("verb", "subject"))
RECEIVING = ("дістав", "дістал", "отримав", "отримал", "зазнав", "зазнал", "получил")
LONGEST_SUBJECT, LONGEST_ADJECTIVES, LONGEST_LINK = 6, 3, 3


def is_pronoun(word: str) -> bool:
    """Say whether a word means somebody told of before."""
    return word in PRONOUNS


def is_second(word: str) -> bool:
    """Say whether a word means another than the one told before."""
    return word in SECOND | OTHER


def find_unlisted(sentence: Sentence, taken: set[int], language: str) -> Iterator[tuple[int, int]]:
    """List the first and last token of each person; `taken`: tokens that are counted already."""
    if language != "en":
        yield from _existing(sentence, taken)
    if not any(sentence.marks.get(tag) for tag in SUFFERED):
        return
    found = [*_ages(sentence, language), *_pronouns(sentence, language), *_others(sentence, language)]
    found += _agents(sentence) if language == "en" else _animate(sentence, language)
    done: set[int] = set()
    for first, last in sorted(found):
        held = {*range(first, last + 1)}
        if not held & (taken | done):
            done |= held
            yield first, last


def _existing(sentence: Sentence, taken: set[int]) -> Iterator[tuple[int, int]]:
    """List one who is only told to be dead or hurt: «есть погибший», «є поранена»."""
    for at, token in enumerate(sentence.tokens[1:], 1):
        if at in taken or sentence.tokens[at - 1].low not in EXISTS:
            continue
        told = any(sentence.begins(family, at) == at for family in HARM)
        alone = at + 1 == len(sentence.tokens) or sentence.tokens[at + 1].kind == "mark"
        if told and alone and token.low.endswith(NOMINATIVE):
            yield at, at


def _harmed_behind(sentence: Sentence, at: int) -> int | None:
    """Return where a verb of harm begins behind a subject that ends before a token, or None."""
    for step in range(at, min(at + LONGEST_LINK, len(sentence.tokens))):
        if any(
            sentence.starts(f"{family}{kind}", step) is not None
            for family in HARM
            for kind in ("verb", "subject")
        ):
            return step
        if sentence.tokens[step].low not in LINKING and not sentence.tokens[step].low.startswith(RECEIVING):
            return None
    return None


def _harms_itself(sentence: Sentence, at: int, language: str) -> bool:
    """Say whether a verb tells what its subject suffered, and not what it did: «загинув», «поранений»."""
    word = sentence.tokens[at].low
    return language == "en" or not is_grammar(word, language, "VERB", "tran")


def _pronouns(sentence: Sentence, language: str) -> Iterator[tuple[int, int]]:
    """List pronouns that set one person apart from those told of before: "she herself was hit"."""
    for at, token in enumerate(sentence.tokens):
        beside = {each.low for each in sentence.tokens[max(0, at - 1) : at + 2]}
        if token.low in PRONOUNS and beside & SELF:
            verb = _harmed_behind(sentence, at + 1)
            if verb is not None and _harms_itself(sentence, verb, language):
                yield at, at


def _others(sentence: Sentence, language: str) -> Iterator[tuple[int, int]]:
    """List the other of two of whom one was told before: "one died, the other lost a hand"."""
    ones = [at for at, token in enumerate(sentence.tokens) if token.low in ONE]
    for at, token in enumerate(sentence.tokens):
        told = bool(ones) and ones[0] < at
        named = token.low in SECOND if language != "en" else token.low in OTHER and at > 0
        if not (told and named) or (language == "en" and sentence.tokens[at - 1].low != "the"):
            continue
        verb = _harmed_behind(sentence, at + 1)
        if verb is not None:
            yield at - (language == "en"), at


def _ages(sentence: Sentence, language: str) -> Iterator[tuple[int, int]]:
    """List ages without a noun: "including a 16-year-old", «52-летний скончался»."""
    for at, token in enumerate(sentence.tokens):
        if not AGE.match(token.low):
            continue
        behind = sentence.tokens[at + 1 : at + 2]
        if language == "en":
            alone = not behind or behind[0].kind == "mark" or sentence.starts("stops", at + 1) is not None
            alone = alone or _harmed_behind(sentence, at + 1) is not None
            if alone and at and sentence.tokens[at - 1].low in ARTICLES:
                yield at - 1, at
        elif _is_alone(behind, language) and not is_grammar(token.low, language, "plur"):
            yield at, at


def _is_alone(behind: list[Token], language: str) -> bool:
    return not behind or behind[0].kind == "mark" or _is_no_noun(behind[0].low, language)


def _is_no_noun(word: str, language: str) -> bool:
    kinds = ("VERB", "PREP", "CONJ", "PRTS", "ADVB")
    return any(is_grammar(word, language, kind) for kind in kinds) and not may_be(word, language, "NOUN")


def _agents(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """List nouns of an English person behind an article and before a verb of harm: "his crewmate died"."""
    for at, token in enumerate(sentence.tokens):
        if not token.low.endswith(AGENTS) or token.is_capital or token.kind != "word":
            continue
        known = any(
            sentence.closes(tag, at) is not None for tag in ("persons/", "things", "measures/", "refused")
        )
        if known or sentence.starts("things", at) is not None or _harmed_behind(sentence, at + 1) is None:
            continue
        for step in range(at - 1, max(-1, at - 2 - LONGEST_ADJECTIVES), -1):
            before = sentence.tokens[step]
            if before.kind != "word" or before.low in ("the", "of"):
                break
            if before.low in ARTICLES:
                yield step, at
                break


def _animate(sentence: Sentence, language: str) -> Iterator[tuple[int, int]]:
    """List nouns of one person that are subject of what befell them: «комунальник помер»."""
    for at, token in enumerate(sentence.tokens):
        if token.kind != "word" or (token.is_capital and at > 0) or not _is_someone(token.low, language):
            continue
        if sentence.begins("persons/", at) is not None or sentence.closes("persons/", at) is not None:
            continue
        verb = _verb_of(sentence, at, language)
        if verb is not None:
            yield at, at


def _is_someone(word: str, language: str) -> bool:
    """Say whether a word names one person in the nominative, and is nobody's name."""
    subject = is_grammar(word, language, "NOUN", "anim") and may_be(word, language, "NOUN", "anim", "nomn")
    named = word in NOBODY or any(may_be(word, language, kind) for kind in PERSON_NAMES)
    return subject and not named and not is_grammar(word, language, "plur") and len(word) > LONGEST_LINK


def _verb_of(sentence: Sentence, at: int, language: str) -> int | None:
    """Return the verb that tells what befell a subject before it, in its clause."""
    for step in range(at + 1, min(at + 1 + LONGEST_SUBJECT, len(sentence.tokens))):
        token = sentence.tokens[step]
        if (
            token.kind == "mark"
            or _is_someone(token.low, language)
            or sentence.starts("say", step) is not None
        ):
            return None
        if _harmed_behind(sentence, step) is not None:
            verb = token.low
            harmed = _harms_itself(sentence, step, language) or verb.startswith(RECEIVING)
            plural = is_grammar(verb, language, "plur") or verb.endswith(("но", "то"))
            return step if harmed and not plural else None
        if is_grammar(token.low, language, "VERB"):
            return None
    return None
