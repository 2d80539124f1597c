"""A place in a row that tells a count: "became the ninth victim", «тіло стало сьомим»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.numbers.number import Number
from casualty_ledger.parsing.number_words import VALUES

# Beginnings of ordinals, by the number that they stand for.
STEMS = {
    2: ("second",), 3: ("third", "трет"), 4: ("fourth", "четверт"), 5: ("fifth", "п'ят", "пят"),
    6: ("sixth", "шост", "шест"), 7: ("seventh", "сьом", "седьм"), 8: ("eighth", "восьм"),
    9: ("ninth", "дев'ят", "девят"), 10: ("tenth", "десят"), 11: ("eleventh", "одинадцят", "одиннадцат"),
    12: ("twelfth", "дванадцят", "двенадцат"), 13: ("thirteenth", "тринадцят", "тринадцат"),
    14: ("fourteenth", "чотирнадцят", "четырнадцат"), 15: ("fifteenth", "п'ятнадцят", "пятнадцат"),
    16: ("sixteenth", "шістнадцят", "шестнадцат"), 17: ("seventeenth", "сімнадцят", "семнадцат"),
    18: ("eighteenth", "вісімнадцят", "восемнадцат"), 19: ("nineteenth", "дев'ятнадцят", "девятнадцат"),
    20: ("twentieth", "двадцят", "двадцат"), 30: ("thirtieth", "тридцят", "тридцат"),
}  # fmt: skip
ENGLISH = {forms[0]: value for value, forms in STEMS.items()}
ENDINGS = ("им", "им", "ою", "ым", "ой", "ьим", "ьою", "ей", "ьей")
INFLECTED = {stem + end: value for value, forms in STEMS.items() for stem in forms[1:] for end in ENDINGS}
# In both languages the word for eight begins alike, and the second has two stems.
INFLECTED |= {word: 8 for word in ("восьмим", "восьмою", "восьмым", "восьмой")}
INFLECTED |= {word: 2 for word in ("другим", "другою", "вторым", "второй")}
IN_DIGITS = re.compile(r"([0-9]{1,3})(?:st|nd|rd|th|-(?:м|им|ым|ю|ою|ой|й))$")
BECAME = ("became", "becomes", "become", "becoming", "making", "стал", "стан", "став")
BEING = {"was", "is"}
ARTICLES = {"the", "already", "вже", "уже", "at", "least", "його", "її"}
# "The second by the number of victims" ranks an attack.
LEADING = {"by", "in", "of", "за", "по", "в", "у", "на"}
TENS = range(20, 100, 10)
LONGEST, LONGEST_NOUN = 4, 4
DEATH = "measures/killed/"


def find_ordinals(sentence: Sentence) -> Iterator[Number]:
    """List the ordinals by which a death is told to be one of so many."""
    if not any(tag.startswith(DEATH) for tag in sentence.marks):
        return
    for at, token in enumerate(sentence.tokens):
        value = _value(token.low)
        if value is None or value < 2:
            continue
        first = at
        tens = int(VALUES.get(sentence.tokens[at - 1].low, 0)) if at else 0
        if tens in TENS and value < 10:
            first, value = at - 1, value + tens
        if _is_reached(sentence, first) and _is_of_dead(sentence, at):
            yield Number(first, at, value, value, value, begin=first)


def _value(word: str) -> int | None:
    """Return the number that an ordinal in words or digits stands for."""
    if digits := IN_DIGITS.fullmatch(word):
        return int(digits[1])
    tens, _, unit = word.partition("-")
    if unit and VALUES.get(tens, 0) in TENS and unit in ENGLISH:
        return int(VALUES[tens]) + ENGLISH[unit]
    return ENGLISH.get(word) or INFLECTED.get(word)


def _is_reached(sentence: Sentence, at: int) -> bool:
    """Say whether somebody became the one so counted."""
    step = at - 1
    while step > 0 and at - step < LONGEST and sentence.tokens[step].low in ARTICLES:
        step -= 1
    if step < 0:
        return False
    word = sentence.tokens[step].low
    pointed = step > 0 and word in BEING and sentence.tokens[step - 1].low in ("it", "this", "she", "he")
    return word.startswith(BECAME) or pointed


def _is_of_dead(sentence: Sentence, at: int) -> bool:
    """Say whether an ordinal stands for one of the dead: alone, or before a noun of theirs."""
    behind = sentence.tokens[at + 1 : at + 2]
    if not behind or behind[0].kind == "mark":
        return True
    ahead = range(at + 1, min(at + 1 + LONGEST_NOUN, len(sentence.tokens)))
    words = []
    for step in ahead:
        if sentence.tokens[step].kind == "mark" or sentence.tokens[step].low in LEADING:
            break
        words.append(step)
    return any(sentence.begins(tag, step) is not None for tag in (DEATH, "persons/") for step in words)
