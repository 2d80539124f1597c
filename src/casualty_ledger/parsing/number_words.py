"""Numbers in words and digits, in English, Ukrainian and Russian: "1,5 тисячі", "two hundred"."""

from __future__ import annotations

import re
from fractions import Fraction

from casualty_ledger.errors import UnreadableCount
from casualty_ledger.parsing.counts import parse_count

SIMPLE = {
    "one a an один одна одне одно одного одну": 1,
    "two два дві две двох двух": 2,
    "three три трьох трех трёх": 3,
    "four чотири чотирьох четыре четырех четырёх": 4,
    "five п'ять п'яти пять пяти": 5,
    "six шість шести шесть": 6,
    "seven сім семи семь": 7,
    "eight вісім восьми восемь": 8,
    "nine дев'ять дев'яти девять девяти": 9,
    "ten десять десяти": 10,
    "eleven одинадцять одиннадцать": 11,
    "twelve дванадцять двенадцать": 12,
    "thirteen тринадцять тринадцать": 13,
    "fourteen чотирнадцять четырнадцать": 14,
    "fifteen п'ятнадцять пятнадцать": 15,
    "sixteen шістнадцять шестнадцать": 16,
    "seventeen сімнадцять семнадцать": 17,
    "eighteen вісімнадцять восемнадцать": 18,
    "nineteen дев'ятнадцять девятнадцать": 19,
    "twenty двадцять двадцать двадцяти двадцати": 20,
    "thirty тридцять тридцать тридцяти тридцати": 30,
    "forty сорок сорока": 40,
    "fifty п'ятдесят пятьдесят": 50,
    "sixty шістдесят шестьдесят": 60,
    "seventy сімдесят семьдесят": 70,
    "eighty вісімдесят восемьдесят": 80,
    "ninety дев'яносто девяносто": 90,
    "сто ста": 100,
    "двісті двести": 200,
    "триста": 300,
    "чотириста четыреста": 400,
    "п'ятсот пятьсот": 500,
    "шістсот шестьсот": 600,
    "сімсот семьсот": 700,
    "вісімсот восемьсот": 800,
    "дев'ятсот девятьсот": 900,
}
HALVES = {
    "half пів": Fraction(1, 2),
    "півтора півтори полтора полторы полутора": Fraction(3, 2),
}
HALF, ARTICLES = Fraction(1, 2), ("a", "an")
SCALES = {
    "десяток десятка десятків десятков": 10,
    "dozen": 12,
    "hundred сотня сотню сотень сотен": 100,
    "thousand thousands k тисяча тисячі тисяч тис тыс тысяча тысячи тысяч": 1000,
    "million m млн мільйон мільйона мільйонів миллион миллиона миллионов": 1_000_000,
}
# A scale that may stand alone: "тисяча двісті" is 1,200; the plural alone is a hedge, not a number.
ALONE = frozenset(["тисяча", "тысяча", "мільйон", "миллион", "сотня", "десяток", "dozen"])
VALUES = {word: value for words, value in (SIMPLE | HALVES).items() for word in words.split()}
MULTIPLIERS = {word: value for words, value in SCALES.items() for word in words.split()}

MARKS = ",. '\u00a0\u2009\u202f"
DIGITS = re.compile(
    rf"(?P<whole>[0-9]{{1,3}}(?:[{MARKS}][0-9]{{3}})+(?![0-9])|[0-9]+)(?:[.,](?P<part>[0-9]{{1,2}})(?![0-9]))?"
)
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
BETWEEN = re.compile(r"[ \-]+(?:and (?=\w))?")


def read_number(text: str) -> tuple[int, str] | None:
    """Read the number at the start of `text`; return it and the rest, or None where there is none.

    >>> read_number("1.5 thousand men"), read_number("дві тисячі"), read_number("many")
    ((1500, ' men'), (2000, ''), None)
    """
    return _read_digits(text) or _read_words(text)


def _read_digits(text: str) -> tuple[int, str] | None:
    found = DIGITS.match(text)
    if found is None:
        return None
    try:
        whole = parse_count(found["whole"])
    except UnreadableCount:
        return None
    rest = text[found.end() :]
    scale, after = _read_scale(rest)
    part = found["part"] or ""
    if part and scale == 1:
        return None
    thousandths = int(part.ljust(3, "0")) if part else 0
    return (whole or 0) * scale + thousandths * scale // 1000, after


def _read_scale(rest: str) -> tuple[int, str]:
    word = WORD.match(rest.lstrip(" "))
    if word is None or word[0] not in MULTIPLIERS:
        return 1, rest
    return MULTIPLIERS[word[0]], rest.lstrip(" ")[word.end() :].removeprefix(".")


def _read_words(text: str) -> tuple[int, str] | None:
    total, group, at, known = Fraction(0), Fraction(0), 0, False
    while (word := WORD.match(text, at)) and _continues(word[0], known):
        total, group = _add_word(total, group, word[0])
        known = True
        between = BETWEEN.match(text, word.end())
        at = between.end() if between else word.end()
    whole = total + group
    return (int(whole), text[at:]) if known and whole.denominator == 1 else None


def _continues(word: str, known: bool) -> bool:
    return word in VALUES or word in ALONE or (known and word in MULTIPLIERS)


def _add_word(total: Fraction, group: Fraction, word: str) -> tuple[Fraction, Fraction]:
    """Add a word to the thousands read so far (`total`) and the hundreds that are being read (`group`)."""
    if word in VALUES:
        # "Half a million" is half of it: the article adds nothing.
        return total, group if group == HALF and word in ARTICLES else group + VALUES[word]
    scale = MULTIPLIERS[word]
    counted = group or Fraction(1)
    return (total, counted * scale) if scale <= 100 else (total + counted * scale, Fraction(0))
