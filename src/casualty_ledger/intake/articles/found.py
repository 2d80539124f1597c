"""What is found in one sentence: numbers with the measure that they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from casualty_ledger.intake.articles.counted import DASHES, NOTHING, PERSON, THING, Counted, counted_by
from casualty_ledger.intake.articles.number import Number
from casualty_ledger.intake.articles.numbers import find_numbers
from casualty_ledger.intake.articles.single_people import find_single_people
from casualty_ledger.intake.articles.tokens import Sentence
from casualty_ledger.intake.articles.triggers import Trigger, choose, find_triggers, fits
from casualty_ledger.intake.articles.zeros import find_zeros
from casualty_ledger.parsing.number_words import VALUES

# A single person, or a number without a noun, must stand close to its verb.
NEAR_FOR_ONE = {"en": 5.6, "uk": 2.1, "ru": 2.1}
# The cost of a trigger that belongs to the whole of which a number is a part.
RENAMING = {",", "–", "—", "-", "was", "is", "them", "whom", "них", "яких", "которых"}
BOTH = {"and", "or", "та", "і", "й", "и", "чи", "або", "или"}
NEAR_FOR_OWNED = 1.6
WHOLE = 9.0
LONGEST_LIST = 14
# Words of rates that may stand far before their number in its clause.
FAR_RATES = frozenset(
    ["на", "щодня", "щодоби", "щомісяця", "щотижня", "щоночі", "ежедневно", "ежесуточно", "ежемесячно"]
)
HARM = {"killed", "injured", "killed_and_injured", "missing", "died_in_captivity"}


@dataclass
class Found:
    """A number with what it counts and why it is taken; `refusal` is empty where it is taken."""

    number: Number
    counted: Counted
    measure: str = ""
    trigger: Trigger | None = None
    cost: float = 0.0
    is_part: bool = False
    refusal: str = ""
    rule: str = ""


def find_figures(sentence: Sentence, text: str, language: str, *, in_swap: bool = False) -> list[Found]:
    """List every number of a sentence with its measure, or with the reason why it is refused."""
    zeros = find_zeros(sentence, language)
    denied = {at for number, _ in zeros for at in range(number.first, number.last + 1)}
    numbers = [n for n in find_numbers(sentence, text, language) if n.first not in denied]
    counted = [counted_by(sentence, number, language) for number in numbers]
    taken = {
        at for n, c in zip(numbers, counted, strict=True) for at in range(n.first, max(n.last, c.last) + 1)
    }
    triggers = [each for each in find_triggers(sentence, in_swap=in_swap) if each.first not in denied]
    pairs = [*zip(numbers, counted, strict=True)]
    found = [_attach(n, c, sentence, triggers, numbers, language) for n, c in pairs]
    for number, person in find_single_people(sentence, taken | denied, language):
        single = _attach(number, person, sentence, triggers, numbers, language)
        near = single.measure in HARM | {"captured"} and single.cost <= _reach_of_one(
            sentence, single, language
        )
        if not single.refusal and (near or single.is_part) and not _renames_one(sentence, single, numbers):
            found.append(replace_rule(single, "one person"))
    found += [Found(n, Counted(NOTHING, n.first, n.last), measure, rule="denial") for n, measure in zeros]
    return sorted(found, key=lambda each: (each.number.first, each.number.last))


def _reach_of_one(sentence: Sentence, single: Found, language: str) -> float:
    """Return how far from its verb a single person may stand: "his wife" next to it."""
    owned = sentence.tokens[single.number.first].low in ("his", "her")
    return NEAR_FOR_OWNED if owned else NEAR_FOR_ONE[language]


def _renames_one(sentence: Sentence, single: Found, numbers: list[Number]) -> bool:
    """Say whether the person is the one just counted: "one of them, a 43-year-old man, died"."""
    first = single.number.first
    if _illustrates(sentence, first, numbers):
        return True
    return any(
        number.value == 1 and 0 < first - number.last <= 5 and sentence.tokens[first - 1].low in RENAMING
        for number in numbers
    )


def _illustrates(sentence: Sentence, first: int, numbers: list[Number]) -> bool:
    """Say whether a person only tells who was counted: «двоє дітей – дівчинка 4 років і хлопчик»."""
    dash = max((at for at in range(first) if sentence.tokens[at].low in DASHES), default=-1)
    if dash < 0 or first - dash > LONGEST_LIST:
        return False
    opened = max((last for _, last in sentence.spans("part") if last < dash), default=-1)
    counts = [number.first for number in numbers if not number.refusal and number.first < first]
    return any(opened < at < dash for at in counts) and not any(at > dash for at in counts)


def _is_of_people(sentence: Sentence, number: Number) -> bool:
    """Say whether "one" is one of the people: "one of them", and not "one of the attacks"."""
    low, high = number.last + 1, number.last + 4
    return not any(low <= first <= high for first, _ in sentence.marks.get("things", ()))


def replace_rule(found: Found, rule: str) -> Found:
    """Name the rule that led to a figure before the words that it stands on."""
    found.rule = f"{rule}, {found.rule}"
    return found


def _attach(
    number: Number,
    counted: Counted,
    sentence: Sentence,
    triggers: list[Trigger],
    numbers: list[Number],
    language: str,
) -> Found:
    is_part = _is_part(sentence, number, counted)
    if number.refusal:
        return Found(number, counted, refusal=number.refusal)
    if counted.kind == THING:
        return Found(number, counted, refusal="a number of things")
    if reason := _is_no_toll(sentence, number, counted):
        return Found(number, counted, refusal=reason)
    chosen = choose(number, counted, sentence, triggers, numbers, language)
    if chosen is None:
        return Found(
            number, counted, is_part=is_part, refusal="" if is_part else "no word near it says what happened"
        )
    trigger, cost = chosen
    if reason := fits(number, counted, trigger, cost):
        return Found(number, counted, trigger=trigger, cost=cost, refusal=reason)
    if reason := _has_not_happened(sentence, number, trigger):
        return Found(number, counted, trigger=trigger, cost=cost, refusal=reason)
    if is_part and (_is_before_part(sentence, trigger, number) or _is_after_comma(sentence, trigger, number)):
        cost = WHOLE
    elif is_part and any(
        first <= trigger.first and trigger.last <= last for first, last in sentence.spans("part")
    ):
        cost = min(cost, 1.0)
    words = " ".join(token.text for token in sentence.tokens[trigger.first : trigger.last + 1])
    rule = f"{trigger.measure} by “{words}” ({trigger.kind}, {cost:.1f})"
    measure = refine(trigger.measure, sentence, trigger, triggers, number)
    return Found(number, counted, measure, trigger, cost, is_part, rule=rule)


def _is_after_comma(sentence: Sentence, trigger: Trigger, number: Number) -> bool:
    """Say whether a comma closes the part before the trigger: "including two medics, and four died"."""
    between = sentence.tokens[number.last + 1 : trigger.first]
    return any(token.low in (",", ";", ")") for token in between)


def _is_before_part(sentence: Sentence, trigger: Trigger, number: Number) -> bool:
    """Say whether a trigger belongs to the whole: it stands before the word that opens the part."""
    return any(trigger.last < first and last < number.first for first, last in sentence.spans("part"))


def _is_part(sentence: Sentence, number: Number, counted: Counted) -> bool:
    """Say whether a number is told as a part: "including two", "two of them", «серед них двоє»."""
    for first, last in sentence.spans("part"):
        between = sentence.tokens[last + 1 : number.begin]
        opens = first == 0 or (first <= 2 and not sentence.tokens[0].is_capital)
        gap = [
            t
            for t in between
            if t.low not in ("(", ":", "–", "—", "-", "were", "are", "was") and not (opens and t.low == ",")
        ]
        if (
            last < number.first
            and len(gap) <= 5
            and not any(token.low in (",", ";", ".") or token.kind == "number" for token in gap)
        ):
            return True
        if number.last < first <= max(number.last, counted.last) + 2 and sentence.tokens[first].low in (
            "of",
            "з",
            "із",
            "из",
        ):
            return True
    if _is_of_harmed(sentence, number):
        return True
    behind = [token.low for token in sentence.tokens[number.last + 1 : number.last + 3]]
    return behind in (
        ["of", "them"],
        ["of", "whom"],
        ["з", "них"],
        ["из", "них"],
        ["із", "них"],
        ["з", "яких"],
        ["из", "которых"],
    )


def _is_of_harmed(sentence: Sentence, number: Number) -> bool:
    """Say whether a number is of those told before: "19 of those hurt", «шестеро из погибших»."""
    at = number.last + 1
    if at >= len(sentence.tokens) or sentence.tokens[at].low not in ("of", "з", "із", "из"):
        return False
    at += 1 + (at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].low in ("the", "those"))
    return sentence.begins("measures/", at) is not None


def _is_no_toll(sentence: Sentence, number: Number, counted: Counted) -> str:
    last = max(number.last, counted.last)
    tokens = sentence.tokens
    for first, end in sentence.spans("rate"):
        if first and tokens[first - 1].low in ("in", "over", "within", "for"):
            continue
        touches = (
            first - last in (1, 2)
            or (0 <= number.begin - end <= (8 if tokens[first].low in FAR_RATES else 3))
            or first == number.first
        )
        between = tokens[min(last, end) + 1 : max(first, number.begin)]
        if touches and not any(token.low in (",", ";") for token in between):
            return "an average or a rate"
    after = tokens[number.last + 1].low if number.last + 1 < len(tokens) else ""
    if (
        number.is_one is False
        and number.value == 1
        and after in ("of", "in", "з", "из", "із")
        and counted.kind != PERSON
    ):
        following = " ".join(token.low for token in tokens[number.last + 1 : number.last + 3])
        if following not in (
            "of them",
            "of whom",
            "of the",
            "з них",
            "из них",
            "із них",
            "of those",
            "of these",
        ):
            return "no count"
    return ""


def _has_not_happened(sentence: Sentence, number: Number, trigger: Trigger) -> str:
    low, high = min(number.begin, trigger.first), max(number.last, trigger.last)
    begin = low
    while (
        begin > 0
        and sentence.tokens[begin - 1].low not in {",", ";", "that", "що", "что", ":"}
        and low - begin < 6
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


def _is_hypothetical(sentence: Sentence, low: int, high: int) -> bool:
    """Say whether a word of what may come stands between two tokens; the month of May is none."""
    spans = sentence.marks.get("hypothetical", ())
    return any(low <= a and b <= high and not (a and sentence.tokens[a].text == "May") for a, b in spans)


def refine(
    measure: str, sentence: Sentence, trigger: Trigger, triggers: list[Trigger], number: Number
) -> str:
    """Return the measure with what stands beside its word: captivity, bodies, "killed or wounded", "each"."""
    if measure in ("killed", "injured") and _is_both(sentence, trigger, triggers):
        return "killed_and_injured"
    if measure == "killed" and sentence.marks.get("captivity") and not sentence.marks.get("execution"):
        near = any(abs(a - trigger.first) <= 6 for a, _ in sentence.marks["captivity"])
        return "died_in_captivity" if near else measure
    if measure == "returned" and sentence.marks.get("bodies"):
        low, high = min(number.first, trigger.first), max(number.last, trigger.last) + 4
        return "killed" if sentence.has("bodies", low, high) else measure
    if measure == "returned" and any(abs(a - number.last) <= 5 for a, _ in sentence.marks.get("each", ())):
        lows = {token.low for token in sentence.tokens}
        return "exchanged" if "each" in lows or "apiece" in lows or lows & {"обидві", "обе"} else measure
    return measure


def _is_both(sentence: Sentence, trigger: Trigger, triggers: list[Trigger]) -> bool:
    """Say whether one number is of the dead and the wounded: «вбитими й пораненими» beside it."""
    for other in triggers:
        low, high = sorted((trigger, other), key=lambda each: each.first)
        between = [token.low for token in sentence.tokens[low.last + 1 : high.first]]
        if (
            {trigger.measure, other.measure} == {"killed", "injured"}
            and len(between) == 1
            and between[0] in BOTH
        ):
            beside = sentence.tokens[high.last + 1 : high.last + 3]
            return not any(token.kind == "number" or token.low in VALUES for token in beside)
    return False


def pairs_for(sentence: Sentence, language: str) -> Iterator[tuple[Number, str]]:
    """List swaps "N for N": one figure each, whichever verb is near."""
    words = {"for", "на"}
    numbers = [at for at, token in enumerate(sentence.tokens) if token.kind == "number"]
    for at in numbers:
        tokens = sentence.tokens[at : at + 3]
        if (
            len(tokens) == 3
            and not sentence.marks.get("hypothetical")
            and tokens[1].low in words
            and tokens[2].low == tokens[0].low
            and tokens[0].low.isdigit()
        ):
            value = int(tokens[0].low)
            yield Number(at, at + 2, value, value, value, begin=at), "exchanged"


__all__ = ["Found", "find_figures", "replace"]
