"""Numbers in words and digits, in English, Ukrainian and Russian: "1,5 тисячі", "two hundred"."""

from __future__ import annotations

import re
from fractions import Fraction

from casualty_ledger.errors import UnreadableCount
from casualty_ledger.parsing.counts import parse_count

# One row a number: its forms in every case, and the collective numerals ("двоє", "шестеро") beside them.
SIMPLE = {
    "one a an один одна одне одно одного одну одним одною одной одному": 1,
    "two два дві две двох двух двом двум двома двумя двоє двое двойко двоих двоим двоими": 2,
    "three три трьох трех трёх трьом трем трём трьома тремя троє трое троих троим троими трійко": 3,
    "four чотири чотирьох чотирьом чотирма четыре четырех четырёх четырем четырём четырьмя "
    "четверо четверых четверым четверыми четверох": 4,
    "five п'ять п'яти п'ятьох п'ятьом п'ятьма п'ятеро п'ятерых пять пяти пятью пятеро пятерых "
    "пятерым пятерыми п'ятерох": 5,
    "six шість шести шістьох шістьом шістьма шестеро шестерых шесть шестью шестерым шестерыми шестерох": 6,
    "seven сім семи сімох сімом сьома семеро семерых семь семью семерым семерыми семерох сімома": 7,
    "eight вісім восьми вісьмох вісьмом вісьма восьмеро восьмерых восемь восемью "
    "восьмерым восьмерыми восьмерох восьмью вісьмома": 8,
    "nine дев'ять дев'яти дев'ятьох дев'ятьом дев'ятьма дев'ятеро девять девяти девятью девятеро "
    "девятерых девятерым дев'ятерох": 9,
    "ten десять десяти десятьох десятьом десятьма десятеро десятерых десятью десятерым": 10,
    "eleven одинадцять одинадцяти одинадцятьох одинадцятеро одиннадцать одиннадцати "
    "одинадцятьом одинадцятьма одиннадцатью": 11,
    "twelve дванадцять дванадцяти дванадцятьох дванадцятеро двенадцать двенадцати "
    "дванадцятьом дванадцятьма двенадцатью": 12,
    "thirteen тринадцять тринадцяти тринадцятьох тринадцятеро тринадцать тринадцати "
    "тринадцятьом тринадцатью": 13,
    "fourteen чотирнадцять чотирнадцяти чотирнадцятьох чотирнадцятеро четырнадцать четырнадцати "
    "чотирнадцятьом четырнадцатью": 14,
    "fifteen п'ятнадцять п'ятнадцяти п'ятнадцятьох п'ятнадцятеро пятнадцать пятнадцати "
    "п'ятнадцятьом пятнадцатью": 15,
    "sixteen шістнадцять шістнадцяти шістнадцятьох шістнадцятеро шестнадцать шестнадцати "
    "шістнадцятьом шестнадцатью": 16,
    "seventeen сімнадцять сімнадцяти сімнадцятьох сімнадцятеро семнадцать семнадцати "
    "сімнадцятьом семнадцатью": 17,
    "eighteen вісімнадцять вісімнадцяти вісімнадцятьох вісімнадцятеро восемнадцать восемнадцати "
    "вісімнадцятьом восемнадцатью": 18,
    "nineteen дев'ятнадцять дев'ятнадцяти дев'ятнадцятьох дев'ятнадцятеро девятнадцать девятнадцати "
    "дев'ятнадцятьом девятнадцатью": 19,
    "twenty двадцять двадцатеро двадцятеро двадцать двадцати двадцяти двадцятьох "
    "двадцятьом двадцятьма двадцатью": 20,
    "thirty тридцять тридцатеро тридцятеро тридцать тридцати тридцяти тридцятьох "
    "тридцятьом тридцятьма тридцатью": 30,
    "forty сорок сорока сорокатеро": 40,
    "fifty п'ятдесят п'ятдесяти п'ятдесятьох пятьдесят пятидесяти п'ятдесятьом пятьюдесятью": 50,
    "sixty шістдесят шістдесяти шістдесятьох шестьдесят шестидесяти шістдесятьом шестьюдесятью": 60,
    "seventy сімдесят сімдесяти сімдесятьох семьдесят семидесяти сімдесятьом семьюдесятью": 70,
    "eighty вісімдесят вісімдесяти вісімдесятьох восемьдесят восьмидесяти вісімдесятьом восемьюдесятью": 80,
    "ninety дев'яносто дев'яноста девяносто девяноста": 90,
    "сто ста": 100,
    "двісті двохсот двести двухсот двомстам двомастами двохстах двумстам двумястами двухстах": 200,
    "триста трьохсот трехсот трёхсот трьомстам трьомастами трьохстах тремстам тремястами трехстах": 300,
    "чотириста чотирьохсот четыреста четырехсот четырёхсот "
    "чотирьомстам чотирмастами чотирьохстах четыремстам четырьмястами четырехстах": 400,
    "п'ятсот п'ятисот пятьсот пятисот п'ятистам п'ятьмастами п'ятистах пятистам пятьюстами пятистах": 500,
    "шістсот шестисот шестьсот шестистам шістьмастами шестистах шестьюстами": 600,
    "сімсот семисот семьсот семистам сьомастами семистах семьюстами": 700,
    "вісімсот восьмисот восемьсот восьмистам вісьмастами восьмистах восемьюстами": 800,
    "дев'ятсот дев'ятисот девятьсот девятисот "
    "дев'ятистам дев'ятьмастами дев'ятистах девятистам девятьюстами девятистах": 900,
}
HALVES = {
    "half пів": Fraction(1, 2),
    "чверть чверті четверть четверти": Fraction(1, 4),
    "півтора півтори полтора полторы полутора": Fraction(3, 2),
}
HALF, ARTICLES = Fraction(1, 2), ("a", "an")
SCALES = {
    "десяток десятка десятки десятків десятков": 10,
    "dozen": 12,
    "hundred сотня сотню сотні сотни сотень сотен": 100,
    "thousand thousands k тисяча тисячу тисячі тисяч тисячею тисячам тисячах тисячами тис "
    "тыс тысяча тысячу тысячи тысяч тысяче тысячей тысячам тысячах тысячами": 1000,
    "million millions m млн мільйон мільйона мільйони мільйонів миллион миллиона миллионы "
    "миллионов": 1_000_000,
}
# A scale that may stand alone: "тисяча двісті" is 1,200; the plural alone is a hedge, not a number.
ALONE = frozenset(
    [
        "тисяча",
        "тисячу",
        "тисячею",
        "тысяча",
        "тысячу",
        "тысяче",
        "тысячей",
        "мільйон",
        "миллион",
        "сотня",
        "сотню",
        "десяток",
        "dozen",
    ]
)
VALUES = {word: value for words, value in (SIMPLE | HALVES).items() for word in words.split()}
MULTIPLIERS = {word: value for words, value in SCALES.items() for word in words.split()}

THOUSAND = 1000
MARKS = ",. '\u00a0\u2009\u202f"
DIGITS = re.compile(
    rf"(?P<whole>[0-9]{{1,3}}(?:[{MARKS}][0-9]{{3}})+(?![0-9])|[0-9]+)(?:[.,](?P<part>[0-9]{{1,2}})(?![0-9]))?"
)
# How a numeral in digits is declined: "до 3-х", "5-ти", "2-ох"; an ordinal ("3-й") is none.
DECLINED = r"-(?:[ьё]?х|ох|ти|ьома|ма|мя)\b"
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
    rest = re.sub(rf"^{DECLINED}", "", text[found.end() :])
    scale, after = _read_scale(rest)
    part = found["part"] or ""
    if part and scale == 1:
        return None
    thousandths = int(part.ljust(3, "0")) if part else 0
    value = (whole or 0) * scale + thousandths * scale // 1000
    if scale > THOUSAND and (smaller := _read_smaller(after, scale)):
        return value + smaller[0], smaller[1]
    return value, after


def _read_smaller(rest: str, scale: int) -> tuple[int, str] | None:
    """Read what a smaller scale adds behind a larger one: "1 million 150 thousand"."""
    read = _read_digits(rest[1:]) if rest[:1] == " " else None
    return read if read and THOUSAND <= read[0] < scale and read[0] % THOUSAND == 0 else None


def _read_scale(rest: str) -> tuple[int, str]:
    word = WORD.match(rest.lstrip(" "))
    if word is None or word[0] not in MULTIPLIERS:
        return 1, rest
    return MULTIPLIERS[word[0]], rest.lstrip(" ")[word.end() :].removeprefix(".")


def _read_words(text: str) -> tuple[int, str] | None:
    total, group, at, known = Fraction(0), Fraction(0), 0, False
    while (word := WORD.match(text, at)) and _continues(word[0], group, known):
        total, group = _add_word(total, group, word[0])
        known = True
        between = BETWEEN.match(text, word.end())
        at = between.end() if between else word.end()
    whole = total + group
    return (int(whole), text[at:]) if known and whole.denominator == 1 else None


def _continues(word: str, group: Fraction, known: bool) -> bool:
    """Say whether a word goes on with the number: "twenty two" is one number, "two five" are two."""
    if word in VALUES:
        return _has_room(group, VALUES[word]) or (group == HALF and word in ARTICLES)
    return word in ALONE or (known and word in MULTIPLIERS)


def _has_room(group: Fraction | int, value: Fraction | int) -> bool:
    """Say whether the hundreds read so far leave room for a smaller value: 120 for 5, and 5 for none."""
    if group == 0:
        return True
    return value < 100 if group % 100 == 0 else value < 10 and group % 10 == 0 and group % 100 >= 20


def _add_word(total: Fraction, group: Fraction, word: str) -> tuple[Fraction, Fraction]:
    """Add a word to the thousands read so far (`total`) and the hundreds that are being read (`group`)."""
    if word in VALUES:
        # "Half a million" is half of it: the article adds nothing.
        return total, group if group == HALF and word in ARTICLES else group + VALUES[word]
    scale = MULTIPLIERS[word]
    counted = group or Fraction(1)
    return (total, counted * scale) if scale <= 100 else (total + counted * scale, Fraction(0))
