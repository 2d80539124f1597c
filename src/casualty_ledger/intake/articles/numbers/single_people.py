"""One person is a figure: "a two-year-old girl was killed", «загинула жінка»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casualty_ledger.intake.articles.language.forms import is_grammar, is_singular_noun, may_be
from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.numbers.counted import AND, PERSON, PERSONS, Counted, population_in
from casualty_ledger.intake.articles.numbers.number import Number
from casualty_ledger.intake.articles.numbers.unlisted_people import find_unlisted
from casualty_ledger.parsing.number_words import MULTIPLIERS

ARTICLES = {"a", "an", "another", "one", "his", "her", "their"}
FARTHEST_ARTICLE = 6
HARMING = ("measures/killed/verb", "measures/injured/verb")
# Two people in one word.
ORDINAL, OF_ONE = re.compile(r"[0-9]+-(?:й|я|го|ій|ша|га)$"), {"одного", "одной", "однієї"}
DOING = ("розстріл", "вбив", "убив", "застрел", "поран", "стратив", "расстрел", "убил", "ранил", "казнил")
DONE = ("но", "то")
COUPLES = {"couple", "подружжя", "супруги", "пара"}
ADULT, AGE = 18, re.compile(r"([0-9]{1,2})-(?:year|річн|літн|летн)")
# Ages of children in one word: «дванадцятирічну», «пятилетний».
YOUNG = tuple(
    age + of_years
    for of_years in ("річн", "літн", "летн")
    for age in (
        "одно", "дво", "дву", "двух", "три", "трьох", "трех", "трёх", "чотири", "четырех", "четырёх",
        "п'яти", "пяти", "шести", "семи", "восьми", "дев'яти", "девяти", "десяти",
        "одинадцяти", "дванадцяти", "тринадцяти", "чотирнадцяти", "п'ятнадцяти", "шістнадцяти", "сімнадцяти",
        "одиннадцати", "двенадцати", "тринадцати", "четырнадцати", "пятнадцати", "шестнадцати", "семнадцати",
    )
)  # fmt: skip
NOBODY = {"жоден", "жодна", "жодного", "жодної", "жодному", "никого", "нікого"}
NOT_ONE = {
    "противника", "противник", "ворога", "ворог", "молодь", "ім'я", "имя", "прізвище", "фамилия",
    "місцевий", "особового", "людей",
}  # fmt: skip


def find_single_people(
    sentence: Sentence, taken: set[int], language: str
) -> Iterator[tuple[Number, Counted]]:
    """List the single people of a sentence that no number counts; `taken`: tokens of counted nouns."""
    found = _english(sentence, taken) if language == "en" else _inflected(sentence, taken, language)
    told = [*found]
    held = {at for first, last in told for at in range(first, last + 1)}
    told += find_unlisted(sentence, taken | held, language)
    for first, last in told:
        population = population_in(sentence, first, last)
        if population in ("", "person") and _is_young(sentence, first, last):
            population = "child"
        value = 1 + (sentence.tokens[last].low in COUPLES)
        another = _is_another(sentence, first)
        number = Number(first, last, value, value, value, begin=first, is_one=True, is_increment=another)
        yield number, Counted(PERSON, first, last, population)


def _is_young(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether an age before the noun is a child's: «17-летнюю дочь»."""
    words = [token.low for token in sentence.tokens[first : last + 1]]
    ages = (AGE.match(word) for word in words)
    return any(age is not None and int(age[1]) < ADULT for age in ages) or any(
        word.startswith(YOUNG) for word in words
    )


def _is_another(sentence: Sentence, first: int) -> bool:
    words = {token.low for token in sentence.tokens[max(0, first - 1) : first + 1]}
    return bool(words & {"another", "ще", "еще", "ещё"})


def _english(sentence: Sentence, taken: set[int]) -> Iterator[tuple[int, int]]:
    for first, last in sentence.spans("persons/singular", "singular"):
        behind = [token.low for token in sentence.tokens[last + 1 : last + 2]]
        of = behind == ["of"] and sentence.tokens[last].low in ("body", "couple")
        if last in taken or of or _goes_on(sentence, last):
            continue
        for at in range(first - 1, max(-1, first - FARTHEST_ARTICLE) - 1, -1):
            token = sentence.tokens[at] if at >= 0 else None
            if token is None or at in taken or (token.kind == "mark" and token.low not in ",-"):
                break
            if token.low in ARTICLES:
                yield at, last
                break
            is_thing = sentence.starts("things", at) is not None
            if is_thing or sentence.starts("stops", at) is not None or token.low in ("of", "the"):
                break


def _goes_on(sentence: Sentence, last: int) -> bool:
    """Say whether the noun only begins a longer one: "a police officer", "a child hospital"."""
    after = last + 1
    if after >= len(sentence.tokens) or sentence.tokens[after].kind != "word":
        return False
    marked = [sentence.starts(tag, after) for tag in ("things", *(f"persons/{each}" for each in PERSONS))]
    return any(end is not None for end in marked) and sentence.tokens[after].low not in (
        "wounded",
        "injured",
        "dead",
    )


def _inflected(sentence: Sentence, taken: set[int], language: str) -> Iterator[tuple[int, int]]:
    done: set[int] = set()
    yield from _unlisted(sentence, taken, language)
    for tag in (f"persons/{each}" for each in PERSONS):
        for first, last in sentence.marks.get(tag, ()):
            word = sentence.tokens[last].low
            couple = word in COUPLES
            of_body = _is_of_body(sentence, first, last, language)
            if last in taken or last in done or not (couple or of_body or is_singular_noun(word, language)):
                continue
            goes_on = _goes_on_inflected(sentence, last + 1, taken, language)
            joined = couple and _is_joined(sentence, last)
            if goes_on or joined or _is_counted_next(sentence, last + 1, language):
                continue
            if _is_nobody_harmed(sentence, first, last, language):
                continue
            if (
                any(
                    tag.startswith("measures/") and sentence.starts(tag, last) is not None
                    for tag in sentence.marks
                )
                or word in NOT_ONE
            ):
                continue
            begin = _with_adjectives(sentence, first, language)
            plural = any(is_grammar(token.low, language, "plur") for token in sentence.tokens[begin:first])
            if plural and not couple:
                continue
            if _is_described(sentence, first, language) and not _is_of(sentence, begin, last, language):
                done.add(last)
                yield begin, last


def _is_nobody_harmed(sentence: Sentence, first: int, last: int, language: str) -> bool:
    """Say whether a noun names no one who was harmed: a place, the doer, someone's relative, one of a row.

    So «у селі Мирне», «солдат розстрілює двох», «сестра одного из погибших», «106-й працівник».
    """
    tokens, behind = sentence.tokens, last + 1
    place = tokens[first].is_capital and first > 0 and first == last
    in_row = first > 0 and ORDINAL.match(tokens[first - 1].low) is not None
    before = first
    while before > 0 and is_grammar(tokens[before - 1].low, language, "ADJF"):
        before -= 1
    speaks = before > 0 and sentence.closes("say", before - 1) is not None
    speaks = speaks or tokens[before].low in NOBODY or (before > 0 and tokens[before - 1].low in NOBODY)
    if speaks or place or in_row or behind >= len(tokens):
        return speaks or place or in_row
    thing = is_grammar(tokens[behind].low, language, "NOUN", "inan") and may_be(
        tokens[last].low, language, "ADJF"
    )
    word, does = tokens[last].low, tokens[behind].low
    doer = may_be(word, language, "nomn") and not may_be(word, language, "accs", "sing")
    harms = does.startswith(DOING) and not does.endswith(DONE) and is_grammar(does, language, "VERB")
    return thing or does in OF_ONE or (doer and harms)


def _is_joined(sentence: Sentence, last: int) -> bool:
    """Say whether a couple's names, or others, follow: «супруги и их сын»; their ages are none."""
    behind = range(last + 1, min(last + 4, len(sentence.tokens) - 1))
    return any(sentence.tokens[at].low in AND and sentence.tokens[at + 1].kind != "number" for at in behind)


def _unlisted(sentence: Sentence, taken: set[int], language: str) -> Iterator[tuple[int, int]]:
    """List people that no list knows, where a verb of harm has them as its object: «вбив двірничку»."""
    listed = [last + 1 for _, last in sentence.spans("part") if _is_dash(sentence, last + 1)]
    for last in [*listed, *(last for _, last in sentence.spans(*HARMING))]:
        at = last + 1
        while at < len(sentence.tokens) and _is_plain_adjective(sentence, at, language):
            at += 1
        if at >= len(sentence.tokens) or at in taken or _is_listed(sentence, at):
            continue
        if may_be(sentence.tokens[at].low, language, "CONJ"):
            continue
        if sentence.tokens[at].low in MULTIPLIERS or sentence.begins("vague/", at) is not None:
            continue
        token = sentence.tokens[at]
        happened = is_grammar(sentence.tokens[last].low, language, "sing")
        cases = ("nomn",) if last in listed else ("nomn", "accs") if happened else ("accs",)
        if not token.is_capital and any(
            is_grammar(token.low, language, "NOUN")
            and may_be(token.low, language, "NOUN", "anim", case)
            and not is_grammar(token.low, language, "plur")
            for case in cases
        ):
            yield last + 1, at


def _is_listed(sentence: Sentence, at: int) -> bool:
    """Say whether a list knows the person, by this word or by one that goes with it."""
    return sentence.begins("persons/", at) is not None or sentence.closes("persons/", at) is not None


def _is_dash(sentence: Sentence, at: int) -> bool:
    return at < len(sentence.tokens) and sentence.tokens[at].low in ("–", "—", "-")


def _is_of_body(sentence: Sentence, first: int, last: int, language: str) -> bool:
    """Say whether one person's body is told of: «тіло 71-річної жінки»."""
    before = _with_adjectives(sentence, first, language) - 1
    named = before >= 0 and sentence.closes("bodies", before) is not None
    return (
        named
        and not is_grammar(sentence.tokens[before].low, language, "plur")
        and may_be(sentence.tokens[last].low, language, "NOUN", "gent")
    )


def _is_counted_next(sentence: Sentence, at: int, language: str) -> bool:
    """Say whether a number follows, so that the noun is of many: «среди своих солдат 192 убитых»."""
    numbered = at < len(sentence.tokens) and sentence.tokens[at].kind == "number"
    return numbered and may_be(sentence.tokens[at - 1].low, language, "NOUN", "plur", "gent")


def _goes_on_inflected(sentence: Sentence, after: int, taken: set[int], language: str) -> bool:
    """Say whether the same person is named again by the next word: «вагітна жінка»."""
    if after in taken or sentence.begins("persons/", after) is None:
        return False
    return is_singular_noun(sentence.tokens[after].low, language)


def _is_of(sentence: Sentence, begin: int, last: int, language: str) -> bool:
    """Say whether the person only tells whose something is: «вік загиблого добровольця», «права людини»."""
    before = begin - 1
    while before > 0 and is_grammar(sentence.tokens[before].low, language, "ADJF"):
        before -= 1
    while before > 0 and is_grammar(sentence.tokens[before].low, language, "PRTF"):
        before -= 1
    word = sentence.tokens[last].low
    many = may_be(word, language, "gent", "plur") and begin == last
    genitive = may_be(word, language, "gent") and (many or not may_be(word, language, "nomn"))
    is_noun = before >= 0 and is_grammar(sentence.tokens[before].low, language, "NOUN")
    return (
        genitive
        and is_noun
        and sentence.closes("part", before) is None
        and sentence.closes("measures/", before) is None
    )


def _is_described(sentence: Sentence, first: int, language: str) -> bool:
    """Say whether nothing before the noun makes it part of another one: a preposition, a title."""
    before = sentence.tokens[first - 1] if first else None
    return before is None or not (may_be(before.low, language, "PREP") and before.low not in ("на",))


def _is_plain_adjective(sentence: Sentence, at: int, language: str) -> bool:
    token = sentence.tokens[at]
    is_pronoun = may_be(token.low, language, "Apro") or may_be(token.low, language, "NPRO")
    return is_grammar(token.low, language, "ADJF") and not is_pronoun and not (token.is_capital and at > 0)


def _with_adjectives(sentence: Sentence, first: int, language: str) -> int:
    while (
        first
        and (
            _is_plain_adjective(sentence, first - 1, language) or sentence.tokens[first - 1].low[0].isdigit()
        )
        and sentence.tokens[first - 1].kind == "word"
        and not any(
            tag.startswith("measures/") and sentence.ends(tag, first - 1) is not None
            for tag in sentence.marks
        )
    ):
        first -= 1
    return first
