"""Running totals: counts since the start of a war, a campaign or a siege."""

from __future__ import annotations

import re
from itertools import pairwise

from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.found import Found
from casualty_ledger.intake.articles.measures.parts import inserted
from casualty_ledger.intake.articles.measures.spells import is_of_spell, is_of_year

# Of these "in total" means since the start; of the dead of one attack it means all of them.
COUNTED_ON = ("returned", "deported", "losses")
BREAKS = {";", "—", "–"}
LONGEST_OPENING, NO_EVENT = 8, 20_000
# So many no month has, and so many fighters no battle kills.
NO_MONTH, NO_BATTLE = 50_000, 3_000
OF_WAR = ("killed", "injured", "killed_and_injured", "losses", "missing")
# Words by which a month ends a count: "by the end of August", «станом на листопад».
UNTIL, LONGEST_UNTIL = {"by", "until", "back", "до", "к", "станом", "кінець", "кінця"}, 4
LEAST_NAMED, LEAST_DEPORTED, LEAST_AS_OF = 150, 1000, 400
IN_A_ROW = re.compile(r"[0-9]+(?:st|nd|rd|th)")
NEAR, YEAR = 5, re.compile(r"(?:19|20)[0-9]{2}(?:$|-го)")
# "The deadliest month since then" counts a month.
THAT = {"that", "что", "що"}
LEAST_CASES = 100
CASES = ("proceeding", "провадж", "производств", "розсліду", "расследу", "епізод", "эпизод")
SOURCES = ("відкрит", "открыт", "obituar", "некролог", "поимён", "поимен", "поімен", "open-source")
MOST = {
    "deadliest",
    "highest",
    "worst",
    "biggest",
    "largest",
    "most",
    "first",
    "heaviest",
    "bloodiest",
    "lowest",
}
NAMES = ("name", "імен", "прізвищ", "имен", "фамили")
LISTS = ("list", "спис", "реєстр", "реестр")
ADDING = ("added", "попов", "пополн", "прибав", "добав", "дод")
# The rule of a figure that counts names on a list of the dead.
ON_LIST = "on a list of the dead"
WIDE = {"через", "внаслідок", "вследствие", "из-за"}
PERFECT, LOOSE = ("have", "has", "had", "ever"), ("then", "early", "late")


def is_cumulative(found: Found, sentence: Sentence) -> bool:
    """Say whether a figure is a running total: since a start that its sentence names, or by its size."""
    if _is_signed(found, sentence):
        return False
    return (
        _since_a_start(found, sentence)
        or _is_too_large(found, sentence)
        or _is_between(found, sentence)
        or _is_on_list(found, sentence)
        or _is_as_of(found, sentence)
        or _is_tallied(found, sentence)
    )


def _is_signed(found: Found, sentence: Sentence) -> bool:
    """Say whether a number is what a day added to a total: "(+1,050)"."""
    signs = sentence.tokens[max(0, found.number.first - 1) : found.number.first + 1]
    return any(token.low == "+" for token in signs)


def is_added(found: Found, sentence: Sentence) -> bool:
    """Say whether a number is what a day or week added to the total of which it is a part."""
    near = (found.number.begin, found.number.last + NEAR + 1)
    return _is_signed(found, sentence) or _is_of_period(sentence, *near) or is_newly_listed(sentence)


def is_added_to_list(found: Found, sentence: Sentence) -> bool:
    """Say whether a number is what was added to a list, and not what stands on it."""
    begin = found.number.begin
    added = [at for at in range(begin) if sentence.tokens[at].low.startswith(ADDING)]
    return bool(added) and not any(token.kind == "number" for token in sentence.tokens[added[-1] : begin])


def is_newly_listed(sentence: Sentence) -> bool:
    """Say whether a sentence tells what was added to a list."""
    return any(token.low.startswith(ADDING) for token in sentence.tokens)


def _is_on_list(found: Found, sentence: Sentence) -> bool:
    """Say whether names are counted on a list that somebody keeps, and not those that were added to it."""
    words = [token.low for token in sentence.tokens]
    named = found.counted.last > found.number.last and words[found.counted.last].startswith(NAMES)
    listed = any(word.startswith(LISTS) for word in words)
    added = any(word.startswith(ADDING) for word in words)
    if ON_LIST in found.rule:
        return not is_added_to_list(found, sentence)
    return named and listed and not added and (found.number.value or 0) >= LEAST_NAMED


def _is_tallied(found: Found, sentence: Sentence) -> bool:
    """Say whether more than one event has is established one by one: by cases opened, or open sources."""
    value = found.number.value or found.number.low or 0
    if found.measure not in ("killed", "died_in_captivity", "missing") or is_timed(sentence):
        return False
    lows = [token.low for token in sentence.tokens]
    opened = any(low.startswith(CASES) for low in lows) and value >= LEAST_CASES
    sources = any(low.startswith(SOURCES) for low in lows) or ("open", "source") in pairwise(lows)
    return opened or (sources and value >= LEAST_AS_OF)


def _is_between(found: Found, sentence: Sentence) -> bool:
    """Say whether a span of years is counted: "between February 2022 and April 2025"."""
    years = {token.text[:4] for token in sentence.tokens if YEAR.match(token.text)}
    spans = any(token.low == "between" for token in sentence.tokens) and len(years) > 1
    return spans and found.measure in ("killed", "injured", "killed_and_injured")


def _is_too_large(found: Found, sentence: Sentence) -> bool:
    """Say whether no event and no day has so many: a toll of a war, where no month or period is named."""
    in_war = found.measure in ("killed", "losses", "killed_and_injured")
    if found.measure == "deported":
        return (found.number.value or found.number.low or 0) >= LEAST_DEPORTED and not is_timed(sentence)
    least = (found.number.low if found.number.value is None else found.number.value) or 0
    if least >= NO_MONTH and found.measure in OF_WAR:
        return not is_of_year(sentence)
    fighters = found.measure == "killed" and found.counted.population in ("military", "mercenary")
    if fighters and least >= NO_BATTLE and not sentence.marks.get("period"):
        return not (is_of_spell(sentence) or is_of_year(sentence) or _is_of_month(found, sentence))
    return in_war and least >= NO_EVENT and not is_timed(sentence)


def _is_of_month(found: Found, sentence: Sentence) -> bool:
    """Say whether a month is counted: "in December alone", «за жовтень», "In August 29,000 died"."""
    lows = [token.low for token in sentence.tokens]
    return any(
        lows[max(0, first - 1)] == "за"
        or lows[last + 1 : last + 2] == ["alone"]
        or (found.number.begin - last == 1 and lows[max(0, first - 1)] in ("in", "у", "в"))
        for first, last in sentence.spans("months")
    )


def _is_as_of(found: Found, sentence: Sentence) -> bool:
    """Say whether so many were counted by a day, more than one event has: «станом на 1 червня: 628 дітей»."""
    many = (found.number.value or found.number.low or 0) >= LEAST_AS_OF
    asof = [last for first, last in sentence.spans("total_soft") if sentence.tokens[last].low in ("на", "of")]
    return many and any(sentence.has("months", last + 1, last + 3) for last in asof)


def is_timed(sentence: Sentence) -> bool:
    """Say whether a month or period bounds what a sentence counts; "by the end of August" bounds no start."""
    if sentence.marks.get("period") or sentence.marks.get("rate"):
        return True
    spoken = {last + 1 for _, last in sentence.spans("say")}
    return any(
        not spoken & {first, first - 1}
        and not _is_when_said(sentence, first)
        and not any(token.low in UNTIL for token in sentence.tokens[max(0, first - LONGEST_UNTIL) : first])
        for first, _ in sentence.spans("months", "day_words")
    )


def _is_when_said(sentence: Sentence, first: int) -> bool:
    """Say whether a month tells when somebody spoke: "told reporters in May that …"."""
    that = next((at for at in range(first, len(sentence.tokens)) if sentence.tokens[at].low in THAT), None)
    if that is None or that - first > LONGEST_UNTIL:
        return False
    return any(last < first for _, last in sentence.spans("say"))


def _since_a_start(found: Found, sentence: Sentence) -> bool:
    """Say whether a figure is counted since a start that its sentence names."""
    near = (max(0, found.number.begin - NEAR), found.number.last + NEAR + 1)
    is_few = 0 < (found.number.value or 0) < LEAST_NAMED
    named = any(token.low in ("name", "names", "імена", "имена") for token in sentence.tokens)
    if (is_few and named) or found.measure in ("exchanged", "held") or _is_of_period(sentence, *near):
        return False
    totals = [
        first
        for first, last in sentence.spans("total")
        if not _is_record(sentence, first)
        and not (is_few and sentence.tokens[first].low in WIDE)
        and not _opens_another(sentence, found.number.last, first, last)
        and not _is_beyond(sentence, found.number.last, first)
        and not _period_follows(sentence, last, found.number.first)
    ]
    if any(not _rises_to(sentence, found.number.last, first) for first in totals):
        return True
    on = found.measure in COUNTED_ON and not (is_few and found.measure == "losses")
    soft = on and any(
        not _opens_another(sentence, found.number.last, first, last)
        and not sentence.has("period", last + 1, last + LONGEST_UNTIL)
        for first, last in sentence.spans("total_soft")
    )
    return soft or any(
        _is_since(sentence, last)
        and not _opens_another(sentence, found.number.last, first, last)
        and not _rises_to(sentence, found.number.last, first)
        and not _is_beyond(sentence, found.number.last, first)
        and not _period_follows(sentence, last, found.number.first)
        for first, last in sentence.spans("since")
    )


def _is_of_period(sentence: Sentence, low: int, high: int) -> bool:
    """Say whether a number is of a day or week, and not of what was only said on that day."""
    spoken = {at for _, last in sentence.spans("say") for at in range(last + 1, last + 3)}
    return any(low <= a and b <= high and a not in spoken for a, b in sentence.marks.get("period", ()))


def _period_follows(sentence: Sentence, last: int, number: int) -> bool:
    """Say whether a day is told between a start and a number: "9,000 since the start; 5 in the past day"."""
    return sentence.has("period", last + 1, number - 1)


def _rises_to(sentence: Sentence, number: int, total: int) -> bool:
    """Say whether a total is told behind a number that brings it about: "lost 900, bringing the total …"."""
    between = sentence.tokens[number + 1 : total]
    return any(token.low == "," for token in between) and any(
        number < first <= total for first, _ in sentence.spans("rise")
    )


def _is_beyond(sentence: Sentence, number: int, first: int) -> bool:
    """Say whether a total belongs to what follows a break: "46 were hurt — a record since spring"."""
    return any(token.low in BREAKS for token in sentence.tokens[number + 1 : first])


def _opens_another(sentence: Sentence, number: int, first: int, last: int) -> bool:
    """Say whether a total is of the number behind it: "lost 900 on Monday, since the start 437,000"."""
    aside = inserted(sentence, number, first)
    commas = (at for at in range(number + 1, first) if sentence.tokens[at].low == "," and at not in aside)
    if first < number or next(commas, None) is None:
        return False
    return any(token.kind == "number" for token in sentence.tokens[last + 1 : last + LONGEST_OPENING])


def _opens_with_year(sentence: Sentence, at: int) -> bool:
    """Say whether a span opens with a month of a year, or a year: «від квітня 2023-го», «с 2014 года»."""
    at += (
        at < len(sentence.tokens)
        and sentence.tokens[at].kind == "number"
        and len(sentence.tokens[at].text) < 3
    )
    at += sentence.starts("months", at) is not None
    word = sentence.tokens[at].low if at < len(sentence.tokens) else ""
    return YEAR.match(word) is not None


def _is_record(sentence: Sentence, at: int) -> bool:
    """Say whether "since" only bounds a record: "the largest group since the start of the war"."""
    before = sentence.tokens[max(0, at - 7) : at]
    return any(token.low in MOST or IN_A_ROW.fullmatch(token.low) for token in before)


def _is_since(sentence: Sentence, last: int) -> bool:
    """Say whether "since" opens a span longer than days: "since it invaded", and not "since Thursday"."""
    after = sentence.tokens[last + 1 : last + 3]
    if not after:
        return False
    if not sentence.tokens[last].low.isascii():
        return _opens_with_year(sentence, last + 1)
    if _is_record(sentence, last):
        return False
    if last and sentence.tokens[last - 1].low in PERFECT:
        return False
    return after[0].low not in LOOSE and not sentence.has("day_words", last + 1, last + 2)
