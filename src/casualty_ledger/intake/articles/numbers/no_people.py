"""Numbers that count no people, by what touches them: money, dates, hours, ages, shares."""

from __future__ import annotations

from casualty_ledger.intake.articles.language.forms import INFLECTED, is_grammar
from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.numbers.ages import why_age
from casualty_ledger.parsing.number_words import VALUES

MONEY = {"$", "€", "£", "₴", "₽"}
WITHDRAWN = "a number that is withdrawn"
YEARS = range(1900, 2100)
YEAR_WORDS = {"року", "рік", "році", "роком", "года", "году", "год", "годом"}
DURING = {"in", "during", "by", "until", "throughout", "before", "after", "у", "в", "за", "від", "до"}
UNITS = {"unit", "battalion", "brigade", "company", "platoon", "garrison", "regiment", "crew", "squad"}
OF_ONE = {"одного", "одної", "однієї", "одной"}
LEAST_PAID, CURRENCIES = 1000, ("рубл", "грн", "гривен", "гривн")
PARTS = ("thirds", "quarters", "fifths", "tenths", "третин", "трети", "чверт", "четверт")
HALF_MORE = (["с", "половиной"], ["з", "половиною"], ["із", "половиною"])
SHORTEST_NOUN = 3
TO = {"по", "до", "to", "-", "–", "and", "та", "и", "і"}
SAME = ("одн", "один")
# "Nine of ten" tells a share, and "the dead number ten" a count.
OF_WHOLE = {"of", "in", "из", "з", "із"}
IN_TEN = (["of", "ten"], ["of", "10"], ["из", "десяти"], ["з", "десяти"], ["із", "десяти"])
COUNTING = {"the", "that", "a", "their", "they", "total", "dead", "wounded", "injured", "whose", "its"}
THEM, PASSIVE = {"them", "них", "whom"}, ("reported", "listed", "confirmed")
KEEPS, FRONTS = ("трима", "утриму", "держ", "keep", "hold"), ("ділян", "участк", "напрям", "направл", "front")
# Of an army's own troops these are said without a front, and of captives with whose they are.
POSTS, FARTHEST_KEPT, LONGEST_FORCE = {"тримає", "тримають", "держит", "держат", "keeps", "keep"}, 5, 4


def why_no_people(sentence: Sentence, first: int, last: int, value: int | None) -> str:
    """Say why a number counts no people, by what touches it."""
    before = [token.low for token in sentence.tokens[max(0, first - 2) : first]]
    after = [token.low for token in sentence.tokens[last + 1 : last + 3]]
    if value is None:
        return "a fraction or no whole number"
    if MONEY & {*before[-1:], *after[:1]} or after[:1] == ["%"] or _is_paid(sentence, before, value):
        return "money or a percentage"
    if _is_numbered(before, after):
        return "a number of a unit"
    in_day = after[:1] == ["in"] and sentence.has("things", last + 3, last + 3)
    if before[-1:] in (["by"], ["at"]) and in_day:
        return "a date or an hour"
    if (
        _is_span_of_days(sentence, last)
        or _is_clock(before, after)
        or _is_day(sentence, first, last, value)
        or _is_a_year(sentence, last, value)
    ):
        return "a date or an hour"
    if _is_ratio(sentence, last) or after[:2] in IN_TEN or _is_ten_of_share(sentence, first, value):
        return "a ratio or a share"
    if _is_of_parent(sentence, first, last):
        return "children that somebody has"
    if reason := why_age(sentence, first, last, value) or _is_strength(sentence, first):
        return reason
    if (after[:1] and after[0].startswith(PARTS)) or after in HALF_MORE:
        return "a fraction or no whole number"
    return _why_no_count(sentence, first, last, before, after)


def _is_paid(sentence: Sentence, before: list[str], value: int) -> bool:
    """Say whether so much is paid to each, where the sentence names money: «по 500 тысяч — раненым»."""
    each = before[-1:] == ["по"] and value >= LEAST_PAID
    return each and any(token.low.startswith(CURRENCIES) for token in sentence.tokens)


def _why_no_count(sentence: Sentence, first: int, last: int, before: list[str], after: list[str]) -> str:
    """Say why a number of people is no count of them: withdrawn, of a share, or of anyone."""
    if before[-1:] in (["not"], ["не"]) and not sentence.has("hedges/at_least", max(0, first - 3), last + 1):
        return WITHDRAWN
    one = sentence.tokens[first].low in OF_ONE and first > 0
    if one and _is_of_anyone(sentence, first - 1):
        return "one person in general"
    is_whole = before[-1:] == ["of"] or before in (["of", "the"], ["із", "числа"])
    if is_whole and sentence.has("fraction", max(0, first - 5), first - 1):
        return "a whole of which only a share is told"
    if one and sentence.closes("persons/", first - 1) is not None:
        return "one person in another's name"
    if sentence.tokens[first].low.startswith(SAME) and after[:1] and after[0].startswith(SAME):
        return "one another"
    return ""


def _is_numbered(before: list[str], after: list[str]) -> bool:
    """Say whether a number is the name of a unit, a house or a route."""
    labels = before[-1:] == ["number"] and len(before) > 1 and before[0].isalpha()
    if labels and before[0] not in COUNTING and not before[0].endswith("s"):
        return True
    is_ordinal = after[:1] in (["th"], ["-"]) and after[1:2] in (["th"], ["й"], ["та"])
    return (
        is_ordinal
        or before[-1:] in (["№"], ["no"], ["nos"], ["номер"])
        or before in (["a", "number"], ["no", "."])
    )


def _is_ratio(sentence: Sentence, last: int) -> bool:
    """Say whether a colon joins a number to the next without a space: "five losses to one, or 5:1"."""
    ahead = sentence.tokens[last : last + 3]
    joined = len(ahead) > 2 and ahead[1].low == ":" and ahead[2].kind == "number"
    return joined and ahead[0].end == ahead[1].start and ahead[1].end == ahead[2].start


def _is_of_parent(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a number is of children whom somebody has: "a father of three", «отец троих детей»."""
    if first == 0 or sentence.closes("parents", first - 1) is None:
        return False
    behind = sentence.tokens[last + 1 : last + 2]
    child = sentence.begins("persons/child", last + 1) is not None
    return child or (
        sentence.tokens[first - 1].low == "of" and not (behind and behind[0].low in ("people", "men"))
    )


def _is_ten_of_share(sentence: Sentence, first: int, value: int) -> bool:
    """Say whether a ten is the whole of a share that is told before it: «у девяти из десяти»."""
    before = sentence.tokens[max(0, first - 2) : first]
    some = len(before) > 1 and 0 < (VALUES.get(before[0].low) or 0) < value
    return value == 10 and some and before[1].low in OF_WHOLE


def _is_of_anyone(sentence: Sentence, at: int) -> bool:
    """Say whether a noun before "one" is of anybody: «содержание одного человека», but «гибель одного»."""
    told = any(sentence.closes(tag, at) is not None for tag in ("measures/", "bodies"))
    is_word = len(sentence.tokens[at].low) > SHORTEST_NOUN
    return (
        is_word
        and not told
        and any(is_grammar(sentence.tokens[at].low, language, "NOUN", "inan") for language in INFLECTED)
    )


def _is_strength(sentence: Sentence, first: int) -> str:
    """Say why a number is of people whom nothing befell: a unit's strength, who was asked."""
    before = [token.low for token in sentence.tokens[max(0, first - 2) : first]]
    if before[-1:] == ["of"] and len(before) > 1 and before[0] in UNITS:
        return "a strength"
    asked = sentence.has("asked", max(0, first - 3), first - 1) and not {",", ";"} & {*before}
    if asked or _are_witnesses(sentence, first):
        return "people who were asked"
    return "a strength" if _holds_a_front(sentence, first) else ""


def _are_witnesses(sentence: Sentence, first: int) -> bool:
    """Say whether those counted only say what befell others: "15 of them said"."""
    behind = sentence.tokens[first + 1 : first + 3]
    says = sentence.starts("say", first + 3) if len(behind) > 1 else None
    of_them = says is not None and behind[0].low in OF_WHOLE and behind[1].low in THEM
    return of_them and not sentence.tokens[first + 3].low.startswith(PASSIVE)


def _holds_a_front(sentence: Sentence, first: int) -> bool:
    """Say whether an army only keeps so many fighters somewhere: «на ділянці тримають 40 000 бійців»."""
    keeps = any(token.low.startswith(KEEPS) for token in sentence.tokens[max(0, first - 3) : first])
    force = range(first + 1, first + LONGEST_FORCE)
    if not any(sentence.begins("persons/military", at) is not None for at in force):
        return False
    fronts = keeps and any(token.low.startswith(FRONTS) for token in sentence.tokens)
    return fronts or _keeps_its_own(sentence, first, force)


def _keeps_its_own(sentence: Sentence, first: int, force: range) -> bool:
    """Say whether fighters are kept somewhere who are called nobody's, and no captivity is told of."""
    posts = any(token.low in POSTS for token in sentence.tokens[max(0, first - FARTHEST_KEPT) : first])
    called = any(sentence.begins(tag, at) is not None for tag in ("party/", "own", "foe") for at in force)
    return (
        posts and not called and not any(sentence.marks.get(tag) for tag in ("captivity", "swap", "hostages"))
    )


def _is_object(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a verb of harm has the number as its bare object: «поранень зазнали 2000»."""
    is_last = last + 1 >= len(sentence.tokens) or sentence.tokens[last + 1].kind == "mark"
    return is_last and sentence.closes("suffer", first - 1) is not None


def _is_span_of_days(sentence: Sentence, last: int) -> bool:
    """Say whether a day of a month follows: «с 4 по 10 августа», "from 4 to 10 August"."""
    ahead = sentence.tokens[last + 1 : last + 3]
    to = len(ahead) > 1 and ahead[0].low in TO and ahead[1].kind == "number"
    return to and sentence.starts("months", last + 3) is not None


def _is_of_year(sentence: Sentence, at: int) -> bool:
    return at < len(sentence.tokens) and sentence.tokens[at].low in YEAR_WORDS


def _is_a_year(sentence: Sentence, last: int, value: int) -> bool:
    """Say whether "one" is said of a year: «за один только 1984 год»."""
    ahead = [at for at in (last + 1, last + 2) if at < len(sentence.tokens)]
    return value == 1 and any(
        sentence.tokens[at].kind == "number" and _is_of_year(sentence, at + 1) for at in ahead
    )


def _is_clock(before: list[str], after: list[str]) -> bool:
    return (len(after) > 1 and after[0] == ":" and after[1].isdigit() and len(after[1]) == 2) or (
        len(before) > 1 and before[-1] == ":" and before[-2].isdigit() and len(before[-2]) <= 2
    )


def _is_day(sentence: Sentence, first: int, last: int, value: int) -> bool:
    if sentence.tokens[first].kind != "number":
        return False
    is_year = value in YEARS and len(sentence.tokens[first].text) == 4
    dotted = first > 1 and sentence.tokens[first - 1].low == "."
    if is_year and first and sentence.tokens[first - 1].low == "since":
        return True
    during = is_year and first > 0 and sentence.tokens[first - 1].low in DURING
    if during and sentence.begins("persons/", last + 1) is None:
        return True
    near = sentence.has("months", max(0, first - 1 - dotted), first - 1 - dotted) or sentence.has(
        "months", last + 1, last + 1
    )
    if near and (value <= 31 or is_year):
        return True
    if is_year and _is_of_year(sentence, last + 1):
        return True
    if is_year and first and not near and _is_object(sentence, first, last):
        return False
    followed = sentence.tokens[last + 1 : last + 2]
    counted = any(
        sentence.has(tag, last + 1, last + 3)
        for tag in sentence.marks
        if tag.startswith(("persons/", "measures/"))
    )
    return is_year and not (
        counted and followed and followed[0].kind == "word" and followed[0].low not in ("and",)
    )
