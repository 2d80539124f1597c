"""What is found in one sentence: numbers with the measure that they belong to."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.attaching import choose, why_apart
from casualty_ledger.intake.articles.measures.custody import came_back_from_fight, stay_in_prison
from casualty_ledger.intake.articles.measures.figure import Found
from casualty_ledger.intake.articles.measures.parts import (
    OF,
    is_after_comma,
    is_before_part,
    is_of_harmed,
    is_of_other_part,
    is_of_people,
    is_of_things,
    is_told_as_part,
    tells_who_they_are,
)
from casualty_ledger.intake.articles.measures.renaming import means_one_told, renames_one
from casualty_ledger.intake.articles.measures.second_choices import named_between, of_list
from casualty_ledger.intake.articles.measures.tolls import (
    is_denied,
    is_given_by_each,
    refine,
    why_no_toll,
    why_not_happened,
)
from casualty_ledger.intake.articles.measures.triggers import REFUSED, Trigger, find_triggers, is_return_of
from casualty_ledger.intake.articles.numbers.counted import (
    AND,
    DASHES,
    NOTHING,
    PERSON,
    THING,
    Counted,
    counted_by,
)
from casualty_ledger.intake.articles.numbers.number import Number
from casualty_ledger.intake.articles.numbers.numbers import find_numbers
from casualty_ledger.intake.articles.numbers.single_people import find_single_people
from casualty_ledger.intake.articles.numbers.zeros import find_zeros, none_of

# A single person, or a number without a noun, must stand close to its verb.
NEAR_FOR_ONE = {"en": 5.6, "uk": 2.1, "ru": 2.1}
# The cost of a trigger that belongs to the whole of which a number is a part.
CLAUSE_STARTS = {",", ";", ":", "—", "–", "«", "that", "що", "что"}
NEAR_FOR_OWNED = 1.6
NEAR_FOR_PART, ALIVE = 2.6, 1.6
WHOLE, OF_THOSE, BEYOND = 9.0, 4, 9.0
PAIR, NEXT_BUT_ONE = 2, 2
PRETENDED = {"условно", "умовно", "simulated", "notional", "notionally", "mock"}
PRONOUNS = {"them", "їх", "их"}
UNTOLD = "no word near it says what happened"
HARM = {"killed", "injured", "killed_and_injured", "missing", "died_in_captivity"}


def find_figures(sentence: Sentence, text: str, language: str, *, in_swap: bool = False) -> list[Found]:
    """List every number of a sentence with its measure, or with the reason why it is refused."""
    zeros = find_zeros(sentence, language)
    denied = {at for number, _ in zeros for at in range(number.first, number.last + 1)}
    numbers = [n for n in find_numbers(sentence, text) if n.first not in denied]
    counted = [counted_by(sentence, number, language) for number in numbers]
    taken = {
        at for n, c in zip(numbers, counted, strict=True) for at in range(n.first, max(n.last, c.last) + 1)
    }
    denied |= none_of(sentence)
    triggers = [each for each in find_triggers(sentence, in_swap=in_swap) if each.first not in denied]
    ranges = {at for n in numbers if n.hedge == "range" for at in range(n.first, n.last + 1)}
    triggers = [each for each in triggers if each.first not in ranges]
    pairs = [*zip(numbers, counted, strict=True)]
    found = [_attach(n, c, sentence, triggers, numbers, language) for n, c in pairs]
    _refuse_wholes(found, sentence)
    counts = [each.number for each in found if each.counted.kind != THING]
    for number, person in find_single_people(sentence, taken | denied, language):
        single = _attach(number, person, sentence, triggers, numbers, language)
        near = (single.measure in HARM | {"captured"} or is_return_of(sentence, single.trigger)) and (
            single.cost <= _reach_of_one(sentence, single, language) or _shares_verb(sentence, single, found)
        )
        part = single.is_part and number.value != PAIR
        renames = renames_one(sentence, single, counts) or means_one_told(sentence, single, found)
        if not single.refusal and (near or part) and not renames:
            found.append(replace_rule(single, "one person"))
    found += [Found(n, Counted(NOTHING, n.first, n.last), measure, rule="denial") for n, measure in zeros]
    return sorted(found, key=lambda each: (each.number.first, each.number.last))


def _refuse_wholes(found: list[Found], sentence: Sentence) -> None:
    """Refuse a number that is only a whole of which a part is told: «из 15 тысяч погибли две»."""
    for one, other in pairwise(found):
        led = [token.low for token in sentence.tokens[max(0, one.number.begin - 2) : one.number.begin]]
        opens = bool(led) and led[-1] in OF and (len(led) == 1 or led[0] in CLAUSE_STARTS)
        own = one.trigger is not None and one.trigger.first <= one.counted.last
        alike = not one.refusal and not other.refusal and one.trigger == other.trigger
        if opens and alike and not own and not one.is_part:
            one.refusal = "a whole of which a part is told"


def _reach_of_one(sentence: Sentence, single: Found, language: str) -> float:
    """Return how far from its verb a single person may stand: "his wife" next to it."""
    owned = sentence.tokens[single.number.first].low in ("his", "her")
    return NEAR_FOR_OWNED if owned else NEAR_FOR_ONE[language]


def _shares_verb(sentence: Sentence, single: Found, found: list[Found]) -> bool:
    """Say whether a person and those joined to one have one verb: "his wife and two boys were hurt"."""
    ends = [
        (single.counted.last, each.number.begin)
        if single.number.first < each.number.first
        else (max(each.number.last, each.counted.last), single.number.first)
        for each in found
        if each.trigger == single.trigger and not each.refusal
    ]
    return any(
        begin - end == NEXT_BUT_ONE and sentence.tokens[end + 1].low in AND | {"and"} for end, begin in ends
    )


def replace_rule(found: Found, rule: str) -> Found:
    """Name the rule that led to a figure before the words that it stands on."""
    found.rule = f"{rule}, {found.rule}"
    return found


def _why_refused(number: Number, counted: Counted, sentence: Sentence) -> str:
    """Return why a number is of no people, whatever the words around it say happened."""
    if counted.kind == THING:
        return "a number of things"
    if any(token.low in PRETENDED for token in sentence.tokens):
        return "a drill"
    if is_of_things(sentence, number):
        return "a part of things"
    if is_denied(sentence, number):
        return "it is denied, or not commented on"
    return why_no_toll(sentence, number, counted)


def _attach(
    number: Number,
    counted: Counted,
    sentence: Sentence,
    triggers: list[Trigger],
    numbers: list[Number],
    language: str,
) -> Found:
    if refusal := number.refusal or _why_refused(number, counted, sentence):
        return Found(number, counted, refusal=refusal)
    is_part = is_told_as_part(sentence, number, counted)
    triggers = [each for each in triggers if not is_of_other_part(sentence, each, number)]
    chosen = _within_clause(sentence, number, choose(number, counted, sentence, triggers, numbers, language))
    if chosen is None or chosen[1] > NEAR_FOR_PART:
        is_part = is_part or is_of_people(sentence, number)
    if chosen is None:
        if any(_is_of_them(each, number, sentence) for each in triggers) and counted.kind == PERSON:
            return Found(number, counted, "killed", rule="whom the same sentence tells to be killed")
        return _untold(number, counted, sentence, is_part=is_part)
    trigger, cost = chosen
    if listed := of_list(sentence, number, triggers, trigger):
        trigger, cost = listed, min(cost, NEAR_FOR_PART)
    trigger = named_between(sentence, number, triggers, trigger) or trigger
    trigger, cost = _own_word(counted, triggers, trigger, cost)
    reason = why_apart(counted, trigger, cost) or _why_not(sentence, trigger)
    is_their_name = counted.first <= trigger.first <= counted.last
    is_who = is_part and tells_who_they_are(sentence, number, counted)
    alive = trigger.measure == REFUSED and cost <= ALIVE and not is_their_name and not is_who
    if is_part and _is_predicate(sentence, number, trigger):
        return Found(number, counted, is_part=True)
    if reason and is_part and (counted.kind == NOTHING or is_their_name or is_who) and not alive:
        return Found(number, counted, is_part=True)
    if reason := reason or why_not_happened(sentence, number, trigger, counted):
        return Found(number, counted, trigger=trigger, cost=cost, is_part=is_part, refusal=reason)
    cost = _cost_of_part(number, sentence, trigger, cost, is_part=is_part)
    words = " ".join(token.text for token in sentence.tokens[trigger.first : trigger.last + 1])
    rule = f"{trigger.measure} by “{words}” ({trigger.kind}, {cost:.1f})"
    measure = refine(trigger.measure, sentence, trigger, triggers, number)
    return Found(number, counted, measure, trigger, cost, is_part, rule=rule)


def _is_of_them(trigger: Trigger, number: Number, sentence: Sentence) -> bool:
    """Say whether a killing has a pronoun for its object: "led three men out and shot them"."""
    around = (
        *sentence.tokens[trigger.last : trigger.last + 2],
        *sentence.tokens[trigger.first - 1 : trigger.first],
    )
    them = any(token.low in PRONOUNS for token in around) and around[-1].low != "them"
    return trigger.measure == "killed" and trigger.first > number.last and them


def _is_predicate(sentence: Sentence, number: Number, trigger: Trigger) -> bool:
    """Say whether some of the freed are only called wounded: «п'ятнадцять із них – важкопоранені»."""
    called = trigger.measure == "injured" and sentence.tokens[trigger.first - 1].low in DASHES
    freed = any(tag.startswith(("measures/returned/verb", "persons/pow", "swap")) for tag in sentence.marks)
    return called and freed and trigger.first > number.last


def _untold(number: Number, counted: Counted, sentence: Sentence, *, is_part: bool) -> Found:
    """Return a number of which no word near it says what happened: prisoners, or so many from each side."""
    kept = counted.population == "pow" or sentence.has("hostages", counted.first, counted.last)
    if is_given_by_each(sentence, number) and sentence.marks.get("swap"):
        return Found(number, counted, "exchanged", rule="so many from each side")
    kept = kept or (counted.kind == PERSON and number.value != 1 and stay_in_prison(sentence, number))
    if kept and not is_part and not sentence.marks.get("hypothetical"):
        return Found(number, counted, "held", rule="prisoners of whom nothing else is told")
    return Found(number, counted, is_part=is_part, refusal="" if is_part else UNTOLD)


def _own_word(
    counted: Counted, triggers: list[Trigger], trigger: Trigger, cost: float
) -> tuple[Trigger, float]:
    """Return what befell those whom a number counts by its noun: "losses put at 93 dead and 454 wounded"."""
    inside = [each for each in triggers if counted.first <= each.first and each.last <= counted.last]
    own = [each for each in inside if each.measure in ("killed", "injured") and each.last == counted.last]
    told = trigger.measure == "losses" and len(own) == 1
    return (own[0], 0.0) if told else (trigger, cost)


def _within_clause(
    sentence: Sentence, number: Number, chosen: tuple[Trigger, float] | None
) -> tuple[Trigger, float] | None:
    """Return the word chosen for a number, unless a semicolon parts them: it is of others."""
    if chosen is None or chosen[1] < BEYOND:
        return chosen
    low, high = sorted((number.begin, chosen[0].first))
    return None if any(token.low == ";" for token in sentence.tokens[low:high]) else chosen


def _cost_of_part(
    number: Number, sentence: Sentence, trigger: Trigger, cost: float, *, is_part: bool
) -> float:
    """Return the cost of a trigger to a part: of the whole's own, or of what tells whose part it is."""
    if is_part and (is_before_part(sentence, trigger, number) or is_after_comma(sentence, trigger, number)):
        return WHOLE
    within = any(first <= trigger.first and trigger.last <= last for first, last in sentence.spans("part"))
    of_those = is_of_harmed(sentence, number) and trigger.first <= number.last + OF_THOSE
    return min(cost, 1.0) if (is_part and within) or of_those else cost


def _why_not(sentence: Sentence, trigger: Trigger) -> str:
    """Say why nothing befell somebody: the verb is denied: «жителька не постраждала»."""
    if came_back_from_fight(sentence, trigger):
        return "those who came back from a fight"
    denied = trigger.first > 0 and sentence.tokens[trigger.first - 1].low == "не"
    return "it is denied" if denied and trigger.kind == "verb" else ""


__all__ = ["Found", "find_figures", "replace"]
