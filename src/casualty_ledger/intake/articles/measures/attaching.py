"""Which word that says what happened a number belongs to: the nearest, by words, marks and direction."""

from __future__ import annotations

from typing import TypeVar

from casualty_ledger.intake.articles.language.forms import is_grammar
from casualty_ledger.intake.articles.language.tokens import Sentence, Token
from casualty_ledger.intake.articles.measures.parts import inserted, is_of_harmed
from casualty_ledger.intake.articles.measures.second_choices import (
    befell_later,
    behind_aside,
    beside_adjective,
    has_its_own,
    of_its_clause,
)
from casualty_ledger.intake.articles.measures.triggers import REFUSED, Trigger
from casualty_ledger.intake.articles.numbers.counted import NOTHING, PERSON, THING, UNKNOWN, Counted
from casualty_ledger.intake.articles.numbers.number import Number
from casualty_ledger.parsing.number_words import VALUES

RANK_AND_FILE = {"personnel", "особового", "личного"}
FARTHEST_BARE, FAR = 3.2, 4.0
LONGEST_RISE, LONGEST_TALLY, TOLD_AS_TALLY = 12, 6, 1.0
OWN_VERB = 11.0
ASIDE = ("held", "captured")
NEAR_LATER, NEAR_FOUND, NEAR_THEM = 6.5, 4.0, 1.3
# A number farther from a word than this does not belong to it.
Placed = TypeVar("Placed", Trigger, Number)
FARTHEST, FARTHEST_WORDS, MOST_NEAR = 12.0, 40, 12
COSTS = {
    ",": 2.2,
    ";": 9,
    ":": 1.0,
    "(": 2.0,
    ")": 2.0,
    "—": 1.2,
    "–": 1.2,
    "-": 0.3,
    "‒": 0.5,
    '"': 1.0,
    "«": 1.0,
    "»": 1.0,
}
CLAUSE_OPENERS = {"who", "which", "that", "when", "while", "where", "after", "before", "because"} | {
    *("який", "яка", "які", "коли", "который", "которая", "которые", "когда", "тоді", "натомість")
}
AND = {"and", "та", "і", "й", "и", "а", "but", "але", "но"}
CLAUSE_ENDS = {",", ";", ":", "(", ")", "—", "–"}
LISTED = {"перебувають", "перебуває", "находятся", "значатся", "числятся", "значаться"}
EXISTED = {"було", "були", "было", "были"}
COPULAS = {
    "є",
    "було",
    "были",
    "был",
    "була",
    "були",
    "есть",
    "была",
    "стали",
    "стало",
    "становить",
    "становлять",
    "составляет",
    "составляют",
    "зросла",
    "выросло",
    "могли",
    "может",
}
ADVERBS = {"ще", "ещё", "еще", "також", "также", "another", "so", "far", "already", "now", "уже", "вже"}
# What may be lost, held or taken besides people: here a number needs a noun of people.
BARE = "a number without a noun"
OF_THINGS_TOO = {"losses", "captured", "held", "exchanged", "returned", "deported", "missing"}


def cost_of(
    number: Number,
    counted: Counted,
    trigger: Trigger,
    sentence: Sentence,
    others: list[Trigger],
    numbers: list[Number],
    language: str,
) -> float:
    """Return how far a number is from a trigger: words and marks between them, and the wrong direction."""
    first, last = min(number.begin, counted.first), max(number.last, counted.last)
    if trigger.first <= last and first <= trigger.last:
        return 2.5 if trigger.measure == REFUSED else 0.0
    before = trigger.last < first
    low, high = (trigger.last + 1, first) if before else (last + 1, trigger.first)
    if trigger.kind == "noun" and [token.low for token in sentence.tokens[low:high]] == ["of"]:
        return 0.2
    between = {*range(low, high)} - inserted(sentence, low, high)
    cost = sum(_cost(sentence.tokens[at]) for at in between)
    cost += 3.0 * sum(other.first in between for other in others if other is not trigger)
    cost += 1.2 * sum(
        other.first in between for other in numbers if other is not number and not other.refusal
    )
    cost += 2.0 * sum(at in between and end + 1 != trigger.first for at, end in sentence.spans("say"))
    return (
        0.2
        + cost
        + _direction(trigger, before, cost, language)
        + _other_clause(number, counted, trigger, sentence, language)
    )


def _other_clause(
    number: Number, counted: Counted, trigger: Trigger, sentence: Sentence, language: str
) -> float:
    """Return what it costs that a number has a verb of its own in its clause: «кинув у бій 200 бійців, …»."""
    if language == "en":
        return 0.0
    low, high = number.begin, max(number.last, counted.last)
    low_number = low
    aside = inserted(sentence, min(low, trigger.last), max(high, trigger.first) + 1)
    while low > 0 and (sentence.tokens[low - 1].low not in CLAUSE_ENDS or low - 1 in aside):
        low -= 1
    end = len(sentence.tokens) - 1
    while high < end and (sentence.tokens[high + 1].low not in CLAUSE_ENDS or high + 1 in aside):
        high += 1
    if low <= trigger.first <= high or _describes(sentence, trigger, high, language):
        return 0.0
    own = any(
        is_grammar(sentence.tokens[at].low, language, "VERB")
        and sentence.starts("say", at) is None
        and sentence.tokens[at].low not in COPULAS
        and sentence.begins("rise", at) is None
        and not _is_told_of(sentence, at, trigger, low_number)
        and sentence.begins("hedges/", at) is None
        for at in range(low, high + 1)
        if sentence.tokens[at].kind == "word"
    )
    exists = bool(low_number) and sentence.tokens[low_number - 1].low in EXISTED and trigger.first > high
    return OWN_VERB * (own or exists)


def _is_told_of(sentence: Sentence, at: int, trigger: Trigger, number: int) -> bool:
    """Say whether a verb only leads from a word to its number: «ранения получили 40», «значатся»."""
    if trigger.measure == "injured" and trigger.last < at < number:
        return sentence.begins("measures/returned/swap", at) is not None
    return trigger.measure == "missing" and sentence.tokens[at].low in LISTED


def _describes(sentence: Sentence, trigger: Trigger, high: int, language: str) -> bool:
    """Say whether a participle behind a comma belongs to the noun before it: «військових, загиблих у …»."""
    word = sentence.tokens[trigger.first].low
    return trigger.first == high + 2 and any(is_grammar(word, language, form) for form in ("ADJF", "PRTF"))


def _cost(token: Token) -> float:
    low = token.low
    if low in ADVERBS:
        return 0.05
    if low in CLAUSE_OPENERS:
        return 2.0
    if low in AND:
        return 1.8
    return COSTS.get(low, 0.4)


def _direction(trigger: Trigger, before: bool, cost: float, language: str) -> float:
    """Return the cost of the wrong side of a verb; `before`: the verb comes first."""
    if language != "en":
        return 1.0 if trigger.kind == "swap" else 0.2 * (trigger.kind == "noun")
    if trigger.kind == "active":
        return 0.0 if before else 9.0
    if trigger.kind == "subject":
        return 3.5 if before else 0.0
    if trigger.kind == "noun":
        return 0.8 if before else (0.0 if cost < 1.6 else 3.0)
    if trigger.is_passive:
        return 3.0 if before else 0.0
    return 0.3 if before else (0.0 if cost < 1.2 else 2.0)


def choose(
    number: Number,
    counted: Counted,
    sentence: Sentence,
    triggers: list[Trigger],
    numbers: list[Number],
    language: str,
) -> tuple[Trigger, float] | None:
    """Return the trigger to which a number belongs with its cost, or None where none is near."""
    triggers = [each for each in triggers if not _is_rank_and_file(each, number, sentence)]
    triggers = of_its_clause(number, counted, sentence, triggers)
    # What is farther than the dearest number may be costs too much in any case; time stays linear.
    near = _nearest(triggers, number.first)
    beside = _nearest(numbers, number.first)
    scored = [
        (cost_of(number, counted, trigger, sentence, near, beside, language), order, trigger)
        for order, trigger in enumerate(near)
    ]
    if not scored:
        return None
    if tally := _tally(number, sentence, triggers):
        return tally, TOLD_AS_TALLY
    cost, _, trigger = min(scored)
    is_name = trigger.measure == "injured" and counted.first <= trigger.first <= counted.last
    is_sought = trigger.measure == "missing" and trigger.first == number.last + 1
    reach = NEAR_LATER if is_of_harmed(sentence, number) else NEAR_FOUND if is_sought else 0
    reach = max(reach, NEAR_THEM * is_name)
    later = befell_later(scored, reach)
    is_dead = trigger.measure == "killed" and trigger.kind == "noun"
    if later and not ((is_name or is_dead) and later[2].measure == REFUSED):
        cost, _, trigger = later
    if trigger.measure in ASIDE and (better := behind_aside(sentence, trigger, counted, scored)):
        cost, trigger = min(cost, better[0]), better[2]
    if cost == 0.0 and trigger.last < counted.last and (better := beside_adjective(scored)):
        cost, _, trigger = better
    if cost > FAR and has_its_own(sentence, number, trigger, numbers):
        return None
    limit = FARTHEST if counted.kind == PERSON else 7.0 if counted.kind == NOTHING else 3.0
    return (trigger, cost) if cost <= limit else None


def _nearest(placed: list[Placed], at: int) -> list[Placed]:
    """Return those that may matter to a token, from left to right: time stays linear."""
    near = [each for each in placed if abs(each.first - at) <= FARTHEST_WORDS]
    if len(near) > MOST_NEAR:
        near = sorted(sorted(near, key=lambda each: abs(each.first - at))[:MOST_NEAR], key=lambda e: e.first)
    return near


def _is_rank_and_file(trigger: Trigger, number: Number, sentence: Sentence) -> bool:
    """Say whether "personnel" is only the noun counted, and not the label of a row of losses."""
    return trigger.first > number.last and sentence.tokens[trigger.first].low in RANK_AND_FILE


def _tally(number: Number, sentence: Sentence, triggers: list[Trigger]) -> Trigger | None:
    """Return what a running count is of, however far: "the number of dead in the strike has risen to two"."""
    risen = [first for first, last in sentence.spans("rise") if 0 < number.begin - first <= LONGEST_RISE]
    if not risen or any(risen[-1] < at < number.begin for at in _number_starts(sentence)):
        return None
    counts = [last for first, last in sentence.spans("tally") if last < number.begin]
    told = [
        trigger
        for trigger in triggers
        if trigger.measure != REFUSED
        and trigger.last < number.begin
        and (
            any(-2 <= trigger.first - last <= LONGEST_TALLY for last in counts)
            or (trigger.measure == "losses" and 0 < risen[-1] - trigger.last <= LONGEST_TALLY)
        )
    ]
    return told[-1] if told else None


def _number_starts(sentence: Sentence) -> list[int]:
    """Return where numbers stand; a year behind "since" is none."""
    return [
        at
        for at, token in enumerate(sentence.tokens)
        if (token.kind == "number" or VALUES.get(token.low, 1) > 1)
        and not (at and sentence.closes("since", at - 1) is not None)
    ]


def why_apart(counted: Counted, trigger: Trigger, cost: float) -> str:
    """Return why a number and a trigger do not go together, or nothing."""
    if trigger.measure == REFUSED:
        return "a number of people to whom something else happened"
    if counted.kind == THING:
        return "a number of things"
    if trigger.measure == "losses" and counted.population == "rescuer":
        return "a number of people at work"
    if counted.kind == UNKNOWN and trigger.measure in OF_THINGS_TOO:
        return "a number of something that is not known to be people"
    if counted.kind == NOTHING and trigger.measure in OF_THINGS_TOO and cost > FARTHEST_BARE:
        return BARE
    return ""
