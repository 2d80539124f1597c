"""What a cell states of a number: "at least 20", "близько 30", "20+" become value, hedge and bounds."""

from __future__ import annotations

import re
from typing import NamedTuple

import pandas as pd
import pyarrow.compute as pc

from casualty_ledger.errors import BoundsCross, CasualtyLedgerError, UnreadableCount, UnreadablePhrase
from casualty_ledger.ledger.texts import as_texts
from casualty_ledger.parsing.counts import MAYBE_DECIMAL, parse_count
from casualty_ledger.parsing.number_words import DECLINED
from casualty_ledger.parsing.phrases import parse_phrase
from casualty_ledger.parsing.rewriting import parse_count_cell
from casualty_ledger.vocabulary import Basis, Hedge, Role

# Texts that say that nothing is stated; none of them is 0.
NOTHING = frozenset(
    [
        *("", "-", "–", "—", "..", "...", "…", "?", ".", "n/a", "n.a.", "na", "nan", "null", "none"),
        *("unknown", "not known", "not available", "not reported", "no data", "нд", "н/д", "н. д."),
        *("невідомо", "немає даних", "нема даних", "даних немає", "нет данных", "неизвестно", "не відомо"),
    ]
)
NOTHINGS = as_texts(sorted(NOTHING))
SYMBOLS = {
    "≥": "at least ",
    ">=": "at least ",
    "⩾": "at least ",
    "≤": "up to ",
    "<=": "up to ",
    ">": "more than ",
    "<": "fewer than ",
    "≈": "about ",
    "~": "about ",
    "∼": "about ",
    "±": "about ",
    "c. ": "about ",
    "ca. ": "about ",
    "ca ": "about ",
    "бл. ": "близько ",
    "ок. ": "около ",
}
BEGINS = re.compile("|".join(map(re.escape, sorted(SYMBOLS, key=len, reverse=True))))
# What may follow a number and says nothing more of it: "485 people", "120 осіб", "20 or more", "2 тис.".
AFTER = re.compile(
    rf"\d\s*\+?(?:{DECLINED})?(?P<rest>(?:[\s.]*\b(?:"
    r"people|persons?|civilians?|soldiers?|men|women|children|killed|dead|deaths?|injured|wounded|missing|"
    r"so far|(?:or|and) more|more|(?:або|чи|і|та|й) більше?|(?:или|и) (?:более|больше)|"
    r"thousands?|hundreds?|dozens?|k|m|million|"
    r"осіб|особ[аи]|людей|люди|людини|чол|чоловіка?|чел|человека?|загибл\w*|поранен\w*|вбит\w*|убит\w*|"
    r"цивільн\w*|військов\w*|дітей|дитин\w*|погибш\w*|ранен\w*|мирных|жителей|военных|детей|"
    r"тис|тыс|тисяч\w*|тысяч\w*|млн|сот\w*|десятк\w*|мільйон\w*|миллион\w*"
    r")\b[\s.]*)*)$",
    re.IGNORECASE,
)
UNIT = re.compile(r"(?P<number>.*\d\+?) (?:people|persons?|осіб|особи|людей|чол\.?|чел\.?|человек)")
# What may be a decimal, a sign or a formula is no phrase.
NO_PHRASE = re.compile(r"[-+=@].*")


class Stated(NamedTuple):
    """A number as a cell states it, in the texts of a recorded sheet."""

    value: str = ""
    lower: str = ""
    upper: str = ""
    hedge: str = ""
    basis: str = ""


def states_nothing(texts: pd.Series) -> pd.Series:
    """Say of each text whether it says that nothing is stated."""
    lower = pc.utf8_lower(as_texts(texts.array))
    return pd.Series(pc.is_in(lower, NOTHINGS).to_numpy(zero_copy_only=False), index=texts.index)


def read_stated(text: str) -> Stated:
    """Read what a cell states of a number, in English, Ukrainian or Russian; nothing where it states none.

    Errors: UnreadableCount, CellToRewrite.

    >>> read_stated("at least 1,240"), read_stated("12–15")
    (Stated(value='1240', lower='', upper='', hedge='at_least', basis=''), \
Stated(value='', lower='12', upper='15', hedge='range', basis=''))
    >>> read_stated("20+").hedge, read_stated("близько 30").hedge, read_stated("≥ 5").hedge
    ('at_least', 'about', 'at_least')
    """
    plain = text.strip()
    if plain.isascii() and plain.isdigit():
        return Stated(plain)
    if plain.casefold() in NOTHING:
        return Stated()
    if unit := UNIT.fullmatch(plain):
        plain = unit["number"]
    if not plain[:1].isdigit():
        return _read_phrase(text, plain)
    try:
        return Stated(str(parse_count(plain)), hedge="at_least" if "so far" in plain.lower() else "")
    except UnreadableCount:
        return _read_phrase(text, plain)


def _read_phrase(text: str, plain: str) -> Stated:
    if MAYBE_DECIMAL.fullmatch(plain) or NO_PHRASE.fullmatch(plain):
        parse_count_cell(plain)
    if any(map(str.isdigit, plain)) and not AFTER.search(plain):
        raise UnreadableCount(found=text)
    begun = BEGINS.match(plain)
    words = f"{SYMBOLS[begun[0]]}{plain[begun.end() :].strip()}" if begun else plain
    try:
        phrase = parse_phrase(words)
    except (UnreadablePhrase, BoundsCross):
        raise UnreadableCount(found=text) from None
    if phrase.role in (Role.PART, Role.SUPERSEDES):
        raise UnreadableCount(found=text)
    basis = str(Basis.INCREMENT) if phrase.role is Role.INCREMENT else ""
    hedge = "" if phrase.hedge is Hedge.EXACT else str(phrase.hedge)
    if phrase.hedge is Hedge.RANGE:
        return Stated("", str(phrase.lower), str(phrase.upper), hedge, basis)
    return Stated("" if phrase.value is None else str(phrase.value), hedge=hedge, basis=basis)


class HedgesDiffer(CasualtyLedgerError):
    """A cell that hedges its number otherwise than the mapping."""

    template = "The cell says {found!r} and the hedge of the record is {hedge!r}. One of them is wrong."
