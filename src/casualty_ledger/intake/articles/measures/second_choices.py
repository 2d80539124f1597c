"""Words that a number belongs to although another one stands nearer."""

from __future__ import annotations

from casualty_ledger.intake.articles.language.forms import INFLECTED, is_grammar
from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.parts import RELATIVE
from casualty_ledger.intake.articles.measures.triggers import REFUSED, SHOWING, Trigger
from casualty_ledger.intake.articles.numbers.counted import DASHES, PERSON, Counted
from casualty_ledger.intake.articles.numbers.number import Number

LATER, NEAR = ("killed", "held", "returned", REFUSED), 2.0
MOVED = ("returned", "exchanged", "held", "captured")
LONGEST_ASIDE, NEAR_ASIDE, NEAR_TALLY = 10, 2, 4
CONTRAST = {"а", "but", "while", "тоді", "тогда"}
Scored = tuple[float, int, Trigger]


def befell_later(scored: list[Scored], reach: float) -> Scored | None:
    """Return what befell some of those told before: "one of the wounded died in hospital"."""
    later = [each for each in scored if each[2].measure in LATER and each[2].kind != "noun"]
    near = [each for each in later if each[0] < reach]
    return min(near, default=None)


def behind_aside(
    sentence: Sentence, trigger: Trigger, counted: Counted, scored: list[Scored]
) -> Scored | None:
    """Return the verb behind what is told between commas: "eight people, held since May, came back"."""
    between = [token.low for token in sentence.tokens[counted.last + 1 : trigger.first]]
    relative = bool(RELATIVE & {*between}) and "," in between
    if not between and not trigger.is_passive:
        return _of_main_verb(counted, scored)
    if not between or not (between[-1] == "," or relative):
        return None
    ahead = range(trigger.last, min(trigger.last + LONGEST_ASIDE, len(sentence.tokens)))
    closing = next((at for at in ahead if sentence.tokens[at].low == ","), None)
    verbs = [
        each
        for each in scored
        if closing and closing < each[2].first <= closing + NEAR_ASIDE * (1 + relative)
    ]
    return min(verbs, default=None)


def _of_main_verb(counted: Counted, scored: list[Scored]) -> Scored | None:
    """Return the verb before people who are only told to be held: "brought home 84 civilians held there"."""
    told = [
        each
        for each in scored
        if each[2].measure in ("returned", "exchanged") and each[2].last < counted.first and each[0] < NEAR
    ]
    return min(told, default=None)


def of_list(sentence: Sentence, number: Number, triggers: list[Trigger], chosen: Trigger) -> Trigger | None:
    """Return the word that opens a list: «серед звільнених — десять військових із пораненнями, двоє лікарів».

    A verb of its own takes a number out of the list.
    """
    if any(is_grammar(sentence.tokens[chosen.first].low, language, "VERB") for language in INFLECTED):
        return None
    for first, last in sentence.spans("part"):
        dash = last + 1 < number.begin and sentence.tokens[last + 1].low in DASHES
        opening = [each for each in triggers if first <= each.first and each.last <= last]
        if dash and opening and opening[0].measure in MOVED:
            return opening[0]
    return None


def named_between(
    sentence: Sentence, number: Number, triggers: list[Trigger], chosen: Trigger
) -> Trigger | None:
    """Return the noun of a number behind another tally: "raised the dead to 9 and the wounded to 5"."""
    if chosen.last >= number.begin:
        return None
    between = [
        each
        for each in triggers
        if chosen.last < each.first <= each.last < number.begin <= each.last + NEAR_TALLY
        and each.measure not in (chosen.measure, REFUSED)
        and any(token.kind == "number" for token in sentence.tokens[chosen.last : each.first])
    ]
    return between[-1] if between else None


def beside_adjective(scored: list[Scored]) -> Scored | None:
    """Return the verb that moves people who are called wounded: "handed over 22 wounded soldiers"."""
    moved = [each for each in scored if each[2].measure != REFUSED and 0.0 < each[0] < NEAR]
    return min(moved, default=None)


def of_its_clause(
    number: Number, counted: Counted, sentence: Sentence, triggers: list[Trigger]
) -> list[Trigger]:
    """Leave what a comma parts from a number behind a dash to others: «убито – 15, раненых 30».

    What a video shows are people only where a noun of people stands.
    """
    tokens, end = sentence.tokens, number.last + 1
    if counted.kind != PERSON:
        triggers = [each for each in triggers if tokens[each.first].low not in SHOWING]
    led = number.begin > 1 and tokens[number.begin - 1].low in DASHES - {":"}
    closed = end < len(tokens) and tokens[end].low in (",", ";")
    return [each for each in triggers if each.first < number.begin] if led and closed else triggers


def has_its_own(sentence: Sentence, number: Number, trigger: Trigger, numbers: list[Number]) -> bool:
    """Say whether a word of another clause has a number beside it: «вывез 900, а ещё трое погибли»."""
    between = sentence.tokens[number.last + 1 : trigger.first]
    own = any(
        not other.refusal and number.last < other.first and other.last == trigger.first - 1
        for other in numbers
    )
    return own and any(token.low in CONTRAST for token in between)
