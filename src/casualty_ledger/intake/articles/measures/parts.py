"""What is told as a part of a whole: "including two", "two of them", «серед них двоє»."""

from __future__ import annotations

from itertools import pairwise

from casualty_ledger.intake.articles.language.forms import INFLECTED, is_grammar
from casualty_ledger.intake.articles.language.tokens import Sentence, Token
from casualty_ledger.intake.articles.measures.triggers import Trigger
from casualty_ledger.intake.articles.numbers.counted import DASHES, Counted
from casualty_ledger.intake.articles.numbers.number import Number
from casualty_ledger.parsing.number_words import VALUES

PASSED = frozenset(["(", ":", "–", "—", "-", "were", "are", "was"])
LONGEST_GAP = 5
AGED = ("of", "aged", ",")
BEING = ("is", "was", "are", "were")
LONGEST_ASIDE, LONGEST_CLAUSE = 5, 10
RELATIVE = frozenset(
    ["who", "whom", "яких", "який", "яка", "які", "которых", "который", "которая", "которые"]
)
CLOSED_BY = {",": ",", "(": ")"}
JOINS = frozenset(["and", "та", "і", "й", "и"])
OF = ("of", "з", "із", "из")
OF_WHICH = {("of", "which"), ("з", "яких"), ("із", "яких"), ("из", "которых")}
ASIDES = {"по", "за", "если", "якщо", "if", "most"}
APART = (",", "(", "–", "—")
THOSE = ("the", "those", "these")
OF_THEM = {
    (of, them)
    for of, them in zip(
        ("of", "of", "з", "із", "из", "з", "із", "из"),
        ("them", "whom", "них", "них", "них", "яких", "яких", "которых"),
        strict=True,
    )
}


def inserted(sentence: Sentence, low: int, high: int) -> set[int]:
    """Return the tokens of what is told between two commas: "eight, including a child, were hurt".

    Parts and sources stand so: "losses, by the army's count, exceeded 900".
    """
    found: set[int] = set()
    for first, last in sentence.spans("part", "according"):
        if low < first < high and sentence.tokens[first - 1].low in CLOSED_BY:
            closing = CLOSED_BY[sentence.tokens[first - 1].low]
            ends = (at for at in range(last + 1, high) if sentence.tokens[at].low == closing)
            found |= {*range(first - 1, next(ends, first - 2) + 1)}
    return found | _told_aside(sentence, low, high)


def _told_aside(sentence: Sentence, low: int, high: int) -> set[int]:
    """Return the tokens of who speaks, or a relative clause, between two commas: "five, she said, died"."""
    found: set[int] = set()
    commas = [at for at in range(low, high) if sentence.tokens[at].low == ","]
    for opening, closing in pairwise(commas):
        opens = sentence.tokens[opening + 1].low in RELATIVE
        is_age = closing - opening == 2 and sentence.tokens[opening + 1].kind == "number"
        speaks = is_age or (
            closing - opening <= LONGEST_ASIDE
            and any(sentence.starts("say", opening + step) is not None for step in (1, 2))
        )
        aside = closing - opening <= LONGEST_CLAUSE and _is_by_the_way(sentence, opening + 1, closing)
        if aside or speaks or (opens and closing - opening <= LONGEST_CLAUSE):
            found |= {*range(opening, closing + 1)}
    return found


def _is_by_the_way(sentence: Sentence, first: int, closing: int) -> bool:
    """Say whether a preposition or participle opens words without numbers and harm: «, по источникам, …»."""
    tokens = sentence.tokens
    word = tokens[first].low
    opens = word in ASIDES or any(is_grammar(word, language, "PRTF") for language in INFLECTED)
    return opens and not any(
        tokens[at].kind == "number"
        or tokens[at].low in VALUES
        or sentence.begins("measures/", at) is not None
        for at in range(first, closing)
    )


def is_before_part(sentence: Sentence, trigger: Trigger, number: Number) -> bool:
    """Say whether a trigger belongs to the whole: it stands before the word that opens the part."""
    return any(trigger.last < first and last < number.first for first, last in sentence.spans("part"))


def is_after_comma(sentence: Sentence, trigger: Trigger, number: Number) -> bool:
    """Say whether a comma closes the part before the trigger: "including two medics, and four died"."""
    between = sentence.tokens[number.last + 1 : trigger.first]
    return any(token.low in (",", ";", ")") for token in between)


def is_of_part_behind(sentence: Sentence, trigger: Trigger, number: Number) -> bool:
    """Say whether a verb is of a part told behind a number: "hired 500, of whom a fifth died"."""
    for first, last in sentence.spans("part"):
        words = tuple(token.low for token in sentence.tokens[first : last + 1])
        apart = first > number.last + 1 and sentence.tokens[first - 1].low in APART
        if words in OF_THEM and apart and last < trigger.first:
            between = sentence.tokens[last + 1 : trigger.first]
            if not any(token.low in (",", ";", ")") for token in between):
                return True
    return False


def is_of_other_part(sentence: Sentence, trigger: Trigger, number: Number) -> bool:
    """Say whether a word is of some told apart, behind a number or before it."""
    return is_of_part_behind(sentence, trigger, number) or is_of_part_before(sentence, trigger, number)


def is_of_part_before(sentence: Sentence, trigger: Trigger, number: Number) -> bool:
    """Say whether a word is of some told aside before a number: "51, most of them held since May, and 33"."""
    before = tuple(token.low for token in sentence.tokens[max(0, trigger.first - 2) : trigger.first])
    behind = sentence.tokens[trigger.last + 1 : number.begin]
    return before in OF_THEM and trigger.last < number.first and any(token.low == "," for token in behind)


def shared_noun(number: Number, harmed: int, sentence: Sentence) -> range:
    """Return the tokens of the number that "and" joins to one with only a word of harm: they share a noun."""
    at = harmed + 1
    counts = sentence.tokens[at + 1 : at + 2]
    joined = bool(counts) and sentence.tokens[at].low in JOINS
    if harmed <= number.last or not joined or counts[0].kind != "number":
        return range(0)
    ahead = range(at + 1, min(at + 1 + LONGEST_ASIDE, len(sentence.tokens)))
    stops = (
        step
        for step in ahead
        if sentence.tokens[step].kind == "mark" or sentence.starts("stops", step) is not None
    )
    stop = next(stops, ahead.stop)
    return range(at + 1, stop)


def is_told_as_part(sentence: Sentence, number: Number, counted: Counted) -> bool:
    """Say whether a number is told as a part: "including two", "two of them", «серед них двоє»."""
    end = max(number.last, counted.last)
    for first, last in sentence.spans("part"):
        if last < number.first and _leads_to(sentence, first, last, number):
            return True
        follows = number.last < first <= end + 2 and sentence.tokens[first].low in OF
        if follows and not any(token.low == "," for token in sentence.tokens[number.last + 1 : first]):
            return True
    behind = tuple(token.low for token in sentence.tokens[number.last + 1 : number.last + 3])
    rest = [token.low for token in _without_age(sentence, end + 1)]
    is_among = len(rest) > 1 and rest[0] in BEING and rest[1] == "among"
    is_among = is_among or _ends_among(sentence, end)
    return (
        is_among or behind in OF_THEM or is_of_harmed(sentence, number) or _is_in_brackets(sentence, number)
    )


def _ends_among(sentence: Sentence, end: int) -> bool:
    """Say whether a clause about people ends by who they are one of: "a boy who found it is among them"."""
    told = sentence.tokens[end + 1 : end + 2]
    if not told or told[0].low not in RELATIVE:
        return False
    rest = range(end + 1, len(sentence.tokens) - 2)
    among = (at for at in rest if sentence.tokens[at].low in BEING and sentence.tokens[at + 1].low == "among")
    at = next(among, None)
    return at is not None and not any(token.kind == "number" for token in sentence.tokens[end + 1 : at])


def _without_age(sentence: Sentence, at: int) -> list[Token]:
    """Return the two words behind people, and behind their age: "a girl of 14 was among them"."""
    behind = sentence.tokens[at : at + 2]
    aged = len(behind) == 2 and behind[0].low in AGED and behind[1].kind == "number"
    at += 2 * aged
    at += aged and sentence.tokens[at : at + 1] != [] and sentence.tokens[at].low == ","
    return sentence.tokens[at : at + 2]


def _is_in_brackets(sentence: Sentence, number: Number) -> bool:
    """Say whether people are told in brackets behind a number: "6 wounded (one a child)"."""
    tokens, last = sentence.tokens, number.last + 1
    opened = number.begin and tokens[number.begin - 1].low == "("
    last += last < len(tokens) and tokens[last].low == "a"
    return bool(opened) and sentence.begins("persons/", last) is not None


def _leads_to(sentence: Sentence, first: int, last: int, number: Number) -> bool:
    """Say whether the word that opens a part leads to this number, with no other clause between."""
    opens = first == 0 or (first <= 2 and not sentence.tokens[0].is_capital)
    passed = PASSED | {","} if opens else PASSED
    gap = [token for token in sentence.tokens[last + 1 : number.begin] if token.low not in passed]
    return len(gap) <= LONGEST_GAP and not any(t.low in (",", ";", ".") or t.kind == "number" for t in gap)


def is_of_harmed(sentence: Sentence, number: Number) -> bool:
    """Say whether a number is of those told before: "19 of those hurt", «шестеро из погибших»."""
    at = number.last + 1
    if at >= len(sentence.tokens) or sentence.tokens[at].low not in ("of", "з", "із", "из"):
        return False
    at += 1
    if sentence.begins("measures/", at) is not None:
        return True
    at += at < len(sentence.tokens) and sentence.tokens[at].low in ("the", "those")
    at += at < len(sentence.tokens) and sentence.tokens[at].low == "who"
    return sentence.begins("measures/", at) is not None


def is_of_things(sentence: Sentence, number: Number) -> bool:
    """Say whether a number is of things told just before: "missiles, five of which …"."""
    behind = tuple(token.low for token in sentence.tokens[number.last + 1 : number.last + 3])
    if (
        len(behind) > 1
        and behind[0] in (*OF, "зі", "со")
        and sentence.tokens[number.last + 2].kind == "number"
    ):
        return sentence.begins("things", number.last + 3) is not None
    if behind not in OF_WHICH or number.begin < 2 or sentence.tokens[number.begin - 1].low != ",":
        return False
    return sentence.closes("things", number.begin - 2) is not None


def only_illustrates(part: Number, sentence: Sentence) -> bool:
    """Say whether one of those counted does something else: "one of the reporters had led a cell"."""
    behind = [token.low for token in sentence.tokens[part.last + 1 : part.last + 5]]
    if part.value != 1 or part.is_one or behind[:1] == [] or behind[0] not in OF:
        return False
    verb = behind[2:3] if behind[1:2] != ["the"] else behind[3:4]
    inflected = any(is_grammar(word, language, "VERB") for word in verb for language in INFLECTED)
    return inflected or verb in (["had"], ["has"])


def tells_who_they_are(sentence: Sentence, number: Number, counted: Counted) -> bool:
    """Say whether a dash or a verb of being tells who some were: "two of them were volunteers who joined"."""
    told = sentence.tokens[number.last + 1 : number.last + 2]
    if told and told[0].low in DASHES:
        return True
    at = max(number.last, counted.last) + 1
    being = at + 1 < len(sentence.tokens) and sentence.tokens[at].low in BEING
    return being and sentence.begins("persons/", at + 1) is not None


def is_of_people(sentence: Sentence, number: Number) -> bool:
    """Say whether a number is of people told before: "six of the soldiers", «двоє з полонених»."""
    at = number.last + 1
    if at + 1 >= len(sentence.tokens) or sentence.tokens[at].low not in OF:
        return False
    is_english = sentence.tokens[at].low == "of"
    if is_english and sentence.tokens[at + 1].low not in THOSE:
        return False
    at += 1 + is_english
    return any(sentence.begins(family, at) is not None for family in ("persons/", "party/"))
