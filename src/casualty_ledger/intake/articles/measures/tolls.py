"""Whether a number is a toll of what has happened, and of what: rates, the hypothetical, captivity."""

from __future__ import annotations

from itertools import pairwise

from casualty_ledger.intake.articles.language.forms import INFLECTED, may_be
from casualty_ledger.intake.articles.language.tokens import Sentence, Token
from casualty_ledger.intake.articles.measures.parts import inserted
from casualty_ledger.intake.articles.measures.triggers import Trigger
from casualty_ledger.intake.articles.numbers.counted import PERSON, Counted
from casualty_ledger.intake.articles.numbers.number import Number
from casualty_ledger.parsing.number_words import VALUES

# What another has said may be denied, and stays theirs.
STATEMENTS = (
    "statement",
    "claim",
    "assertion",
    "allegation",
    "version",
    "заяв",
    "тверджен",
    "утвержден",
    "слова",
)
THAT = {"that", "що", "что", "нібито", "якобы"}
# "One" before these is one of the people told before.
OF_PEOPLE = frozenset(
    [
        "of them",
        "of whom",
        "of the",
        "з них",
        "из них",
        "із них",
        "з яких",
        "із яких",
        "из которых",
        "of those",
        "of its",
        "of his",
        "of her",
        "of our",
        "of their",
        "of these",
    ]
)
# Behind people these tell that they only know of something.
INFORMED = {
    ("familiar", "with"), ("briefed", "on"), ("знакомых", "с"), ("знайомих", "із"), ("знайомих", "з"),
    ("обізнаних", "із"), ("обізнаних", "з"), ("close", "to"), ("with", "knowledge"),
}  # fmt: skip
FRAGMENTS = ("fragment", "фрагмент")
BOTH = {"and", "or", "та", "і", "й", "и", "чи", "або", "или"}
OR = {"or", "чи", "або", "или"}
LONGEST_PAIR, FARTHEST_TRIED, FOR_CRIME = 6, 10, {"for", "за", "of"}
GRAVES, FARTHEST_GRAVE = {"grave", "graves", "pit", "pits", "morgue", "cemetery", "coffins"}, 6
CLAUSES, FARTHEST_DENIAL = {",", ";", ":", "but", "although", "але", "но", "—", "–"}, 9
# Words of rates that may stand far before their number in its clause.
FAR_RATES = {
    "в", "у", "on", "an", "на", "щодня", "щодоби", "щомісяця", "щотижня", "щоночі", "ежедневно",
    "ежесуточно", "ежемесячно", "каждый", "каждую", "каждые", "кожен", "кожну", "кожні", "кожного",
    "every", "each",
}  # fmt: skip


def why_no_toll(sentence: Sentence, number: Number, counted: Counted) -> str:
    """Return why a number is no toll: an average, a rate, "one of the …"; nothing where it may be one."""
    last = max(number.last, counted.last)
    tokens = sentence.tokens
    for first, end in sentence.spans("rate"):
        if first and tokens[first - 1].low in ("in", "over", "within", "for"):
            continue
        touches = (
            first - last in (1, 2)
            or (0 <= number.begin - end <= (8 if tokens[first].low in FAR_RATES else 3))
            or first <= number.first <= end
        )
        low, high = min(last, end) + 1, max(first, number.begin)
        between = {*range(low, high)} - inserted(sentence, low, high)
        if touches and not any(tokens[at].low in (",", ";") for at in between):
            return "an average or a rate"
    inside = number.begin > 0 and tokens[number.begin - 1].low in ("in", "у", "в")
    if inside and number.value == 1 and _is_one_of(sentence, number):
        return "one of the cases told of"
    if _speaks(sentence, number, counted) or _are_accused(sentence, last):
        return "somebody who speaks, or is accused"
    if any(token.low.startswith(FRAGMENTS) for token in tokens[max(0, number.begin - 2) : number.begin]):
        return "no count of people, but of what is left of them"
    after = tokens[number.last + 1].low if number.last + 1 < len(tokens) else ""
    if (
        number.is_one is False
        and number.value == 1
        and after in ("of", "in", "з", "из", "із")
        and counted.kind != PERSON
    ):
        if after == "in" and _splits(sentence, number):
            return ""
        following = " ".join(token.low for token in tokens[number.last + 1 : number.last + 3])
        of_what = any(sentence.begins(tag, number.last + 3) is not None for tag in ("tally", "things"))
        if following not in OF_PEOPLE or of_what:
            return "no count"
    return ""


def _are_accused(sentence: Sentence, last: int) -> bool:
    """Say whether those counted are tried for a killing: «приговорил двоих военных за убийство»."""
    tried = any(0 < last - end <= FARTHEST_TRIED for _, end in sentence.spans("courts"))
    behind = range(last + 1, min(last + FARTHEST_TRIED, len(sentence.tokens)))
    crime = next((at for at in behind if sentence.tokens[at].low in FOR_CRIME), len(sentence.tokens))
    told = (sentence.begins("measures/killed/", at) for at in (crime + 1, crime + 2))
    return tried and any(each is not None for each in told)


def _speaks(sentence: Sentence, number: Number, counted: Counted) -> bool:
    """Say whether those counted only speak, or know of something: "two people familiar with the talks"."""
    last = max(number.last, counted.last)
    behind = tuple(token.low for token in sentence.tokens[last + 1 : last + 3])
    says = number.value == 1 and sentence.starts("say", number.last + 1) is not None
    told = number.is_one and sentence.starts("say", last + 1) is not None
    told = told and not any(sentence.begins("measures/", last + step) is not None for step in (1, 2))
    return told or (says and counted.kind != PERSON) or behind in INFORMED


def _is_one_of(sentence: Sentence, number: Number) -> bool:
    """Say whether a number is of those told before: "one of them", «одному з них»."""
    behind = [token.low for token in sentence.tokens[number.last + 1 : number.last + 3]]
    return len(behind) > 1 and behind[0] in ("of", "з", "із", "из") and behind[1] in ("them", "них")


def _splits(sentence: Sentence, number: Number) -> bool:
    """Say whether one is a place's share of a total: "two were killed: one in the port, one in the town"."""
    before = sentence.tokens[number.first - 1].low if number.first else ""
    colon = before in {*BOTH, ","} or any(token.low == ":" for token in sentence.tokens[: number.first])
    named = sentence.tokens[number.last + 2 : number.last + 3]
    return colon and bool(named) and named[0].is_capital


def is_denied(sentence: Sentence, number: Number) -> bool:
    """Say whether a number is only told to be denied: "rejected reports of 20 dead"."""
    behind = [first for first, _ in sentence.spans("untrue") if 0 < first - number.last <= FARTHEST_DENIAL]
    if behind and not any(t.low in CLAUSES for t in sentence.tokens[number.last : behind[0]]):
        return True
    denials = [last for _, last in sentence.spans("not_negating") if last < number.first]
    if denials and any(denials[-1] < first < number.first for first, _ in sentence.spans("say")):
        return False
    between = sentence.tokens[denials[-1] + 1 : number.first] if denials else []
    if _is_of_statement(between):
        return False
    return bool(between) and len(between) <= FARTHEST_DENIAL and not any(t.low in CLAUSES for t in between)


def _is_of_statement(between: list[Token]) -> bool:
    """Say whether what is denied is another's statement that so many came to harm, which stays theirs."""
    words = [token.low for token in between if token.kind == "word"]
    return any(one.startswith(STATEMENTS) and other in THAT for one, other in pairwise(words))


def why_not_happened(sentence: Sentence, number: Number, trigger: Trigger, counted: Counted) -> str:
    """Say that a figure is of what may come, or nothing where it has happened."""
    words = (sentence.tokens[at].low for at in (number.last, counted.last))
    if trigger.measure == "returned" and any(_is_dative(word) for word in words):
        return "those to whom something was handed"
    low, high = min(number.begin, trigger.first), max(number.last, trigger.last)
    begin = low
    while (
        begin > 0
        and sentence.tokens[begin - 1].low not in {",", ";", "that", "що", "что", ":"}
        and low - begin < 6
        and not _is_number(sentence, begin - 1)
    ):
        begin -= 1
    if sentence.has("uncertain_past", begin, high):
        return ""
    told_behind = (
        sentence.tokens[high + 1].low in ("are", "is", "will", "would", "to", "can")
        if high + 1 < len(sentence.tokens)
        else False
    )
    if _is_hypothetical(sentence, begin, high + 3 * told_behind):
        return "it has not happened"
    return ""


def _is_number(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    return token.kind == "number" or VALUES.get(token.low, 1) > 1


def _is_dative(word: str) -> bool:
    """Say whether a word can only be in the dative: «передали тысячам семей»."""
    cases = ("nomn", "gent", "accs", "ablt", "loct")
    return any(
        may_be(word, language, "datv") and not any(may_be(word, language, case) for case in cases)
        for language in INFLECTED
        if not word.isascii()
    )


def _is_hypothetical(sentence: Sentence, low: int, high: int) -> bool:
    """Say whether a word of what may come stands between two tokens; the month of May is none."""
    spans = sentence.marks.get("hypothetical", ())
    return any(low <= a and b <= high and not (a and sentence.tokens[a].text == "May") for a, b in spans)


def refine(
    measure: str, sentence: Sentence, trigger: Trigger, triggers: list[Trigger], number: Number
) -> str:
    """Return the measure with what stands beside its word: captivity, bodies, "killed or wounded", "each"."""
    if measure in ("killed", "injured") and _is_both(sentence, trigger, triggers):
        lost = any(each.measure == "losses" and each.first < number.first for each in triggers)
        return "losses" if lost and _is_list(sentence, trigger) else "killed_and_injured"
    subject = sentence.tokens[max(0, trigger.first - FARTHEST_GRAVE) : trigger.first]
    if measure == "held" and not trigger.is_passive and any(token.low in GRAVES for token in subject):
        return "killed"
    if measure == "held" and any(
        each.measure == "killed" and 0 < trigger.first - each.last <= 1 for each in triggers
    ):
        return "died_in_captivity"
    behind = (each for each in triggers if 0 < each.first - trigger.last <= FARTHEST_DENIAL)
    if measure == "killed_and_injured" and number.is_one and any(each.measure == "killed" for each in behind):
        return "killed"
    if measure == "killed" and sentence.marks.get("captivity") and not sentence.marks.get("execution"):
        near = any(abs(a - trigger.first) <= 6 for a, _ in sentence.marks["captivity"])
        return "died_in_captivity" if near else measure
    if measure == "injured" and sentence.has("bodies", number.begin - 2, number.begin):
        return "killed"
    if measure == "returned" and sentence.marks.get("bodies"):
        low, high = min(number.first, trigger.first), max(number.last, trigger.last) + 4
        ahead = range(number.last + 1, min(high, len(sentence.tokens)))
        comma = next((at for at in ahead if sentence.tokens[at].low == ","), high)
        high = max(comma, trigger.last)
        bare = sentence.begins("persons/", number.last + 1) is None
        before = bare and sentence.has("bodies", 0, number.first)
        return "killed" if before or sentence.has("bodies", low, high) else measure
    if measure == "returned" and is_given_by_each(sentence, number):
        return "exchanged"
    if measure == "returned" and any(abs(a - number.last) <= 5 for a, _ in sentence.marks.get("each", ())):
        lows = {token.low for token in sentence.tokens}
        return "exchanged" if "each" in lows or "apiece" in lows or lows & {"обидві", "обе"} else measure
    return measure


def is_given_by_each(sentence: Sentence, number: Number) -> bool:
    """Say whether so many come from each side of a swap: «по 157 с каждой стороны»."""
    return number.begin > 0 and sentence.tokens[number.begin - 1].low == "по"


def _is_list(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether kinds of losses are listed behind one number: «убитыми, ранеными и пропавшими»."""
    behind = sentence.tokens[trigger.last + 1 : trigger.last + 3]
    endings = (sentence.tokens[trigger.first].low, behind[-1].low if behind else "")
    return bool(behind) and behind[0].low == "," and all(word.endswith("ми") for word in endings)


def _is_both(sentence: Sentence, trigger: Trigger, triggers: list[Trigger]) -> bool:
    """Say whether one number is of the dead and the wounded: «вбитими й пораненими» beside it."""
    for other in triggers:
        if abs(other.first - trigger.first) > LONGEST_PAIR:
            continue
        low, high = sorted((trigger, other), key=lambda each: each.first)
        between = [token.low for token in sentence.tokens[low.last + 1 : high.first]]
        both = {trigger.measure, other.measure} == {"killed", "injured"} and len(between) == 1
        if both and between == [","] and _is_list(sentence, trigger):
            return True
        if both and between[0] in BOTH:
            if between[0] in OR:
                return True
            beside = sentence.tokens[high.last + 1 : high.last + 3]
            return not any(token.kind == "number" or token.low in VALUES for token in beside)
    return False
