"""What a number counts: the noun that it stands with, people or things."""

from __future__ import annotations

from dataclasses import dataclass

from casualty_ledger.intake.articles.language.forms import INFLECTED, is_grammar, may_be
from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.numbers.cases import cases_of_death
from casualty_ledger.intake.articles.numbers.number import Number
from casualty_ledger.parsing.number_words import VALUES

PERSON, THING, NOTHING, UNKNOWN = "person", "thing", "nothing", "unknown"
FARTHEST, DASHES = 6, {"-", "–", "—", "‒", "−", ":"}
GOES_ON = {
    "of", "the", "other", "more", "others", "additional", "people's", "-", "odd", "these", "those",
    "his", "her", "their",
}  # fmt: skip
GOVERNED = {"the", "a", "an", "in", "at", "on", "for", "from", "to", "near", "under", "their"}
# What opens another phrase behind the noun of people: "21 civilians last week".
ANOTHER = {
    "last", "this", "next", "every", "each", "all", "both", "again", "here", "there", "the", "earlier",
    "later",
}  # fmt: skip
# Endings by which an English noun that no list knows tells of people.
PEOPLE_ENDINGS = ("men", "women", "ists", "eers", "ians", "eans", "folk", "mates", "ees", "ers-by", "goers")
CITIZEN_ENDINGS = ("alis", "elis", "anis", "aqis", "eks", "aks", "anese", "ans")
AND = {"та", "і", "й", "и", "або", "или"}
QUOTES = {"«", '"', "“"}
ADJECTIVES = ("ADJF", "PRTF")
# Words that may stand between a number and its noun.
LINKING = {
    "своїх", "своих", "наших", "його", "її", "їхніх", "их", "его", "ее", "ще", "еще", "ещё",
    "з", "из", "із", "їх", "них", "яких", "которых", "також", "также",
}  # fmt: skip
# Behind "of" these are the people counted, and what follows is no noun of the number.
OTHERS = {"which", "this"}
PERSONS = ("child", "pow", "mercenary", "rescuer", "military", "civilian", "other", "person")
KINDS = (*((f"persons/{each}", PERSON) for each in PERSONS), ("things", THING))
LONGEST_LABEL, LONGEST_CASE = 3, 4


@dataclass(frozen=True)
class Counted:
    """The noun of a number: its kind, its tokens, and the population that its words name."""

    kind: str
    first: int
    last: int
    population: str = ""


def counted_by(sentence: Sentence, number: Number, language: str) -> Counted:
    """Find the noun that a number counts: behind it, or before it in a list ("soldiers: 5")."""
    if (case := cases_of_death(sentence, number.last + 1)) is not None:
        return Counted(PERSON, number.last + 1, case, population_in(sentence, case, case + LONGEST_CASE))
    behind = _behind_english(sentence, number) if language == "en" else _behind(sentence, number, language)
    if behind.kind in (NOTHING, UNKNOWN) and (label := _label(sentence, number, language)):
        return label
    return behind


def population_in(sentence: Sentence, first: int, last: int) -> str:
    """Return the most telling population that words between two tokens name, or nothing."""
    for population in PERSONS:
        if any(first <= b and a <= last for a, b in sentence.marks.get(f"persons/{population}", ())):
            return population
    return ""


def _mark_at(sentence: Sentence, at: int) -> tuple[str, int] | None:
    """Return the kind of noun that a mark at a token tells of, and its last token."""
    spans = [
        (end - at, kind == PERSON, kind, end)
        for kind, tags in ((PERSON, [f"persons/{each}" for each in PERSONS]), (THING, ["things"]))
        for tag in tags
        if (end := sentence.starts(tag, at)) is not None
    ]
    return max(spans)[2:] if spans else None


def _stops_english(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    if token.low in OTHERS:
        return True
    if token.kind != "word" or token.low in GOES_ON:
        return token.kind != "word" and token.low not in GOES_ON and token.low != "%"
    return bool(sentence.marks.get("stops")) and sentence.starts("stops", at) is not None


def _behind_english(sentence: Sentence, number: Number) -> Counted:
    """Scan a noun phrase: its last known noun decides, so that "school buses" are no school."""
    at, kind, last = number.last + 1, NOTHING, number.last
    while at < len(sentence.tokens) and at - number.last <= FARTHEST:
        joins = kind == NOTHING and at > number.last + 1 and _joins_adjectives(sentence, at)
        if _stops_english(sentence, at) and not joins:
            break
        token, marked = sentence.tokens[at], _mark_at(sentence, at)
        verb = _told_at(sentence, at)
        if (token.low in ANOTHER | {"of"} and kind == PERSON) or (
            kind == NOTHING and _is_participle(sentence, at)
        ):
            break
        if verb is not None and (marked is None or verb > marked[1] or kind != NOTHING):
            if kind != NOTHING or not _is_adjective(sentence, verb):
                break
            at = verb
        elif marked:
            kind, last = marked
            at = last
        elif token.low not in GOES_ON and not token.low.endswith("ly") and kind == NOTHING:
            named = PEOPLE_ENDINGS + CITIZEN_ENDINGS * token.is_capital
            kind, last = (PERSON if token.low.endswith(named) else UNKNOWN), at
        elif kind == UNKNOWN and token.kind == "word":
            kind, last = (PERSON if token.is_capital and token.low.endswith(CITIZEN_ENDINGS) else kind), at
        at += 1
    last = max(last, number.last)
    return Counted(kind, number.last + 1, last, population_in(sentence, number.last + 1, last))


def _joins_adjectives(sentence: Sentence, at: int) -> bool:
    """Say whether "and" joins two adjectives of one noun: "one wounded and disarmed soldier"."""
    behind = sentence.tokens[at + 1 : at + 2]
    counts = bool(behind) and (behind[0].low in VALUES or sentence.begins("vague/", at + 1) is not None)
    return sentence.tokens[at].low == "and" and not counts and _is_adjective(sentence, at)


def _is_participle(sentence: Sentence, at: int) -> bool:
    """Say whether a word behind a number tells what people do: "another 40 facing the same group"."""
    behind = sentence.tokens[at + 1 : at + 2]
    return sentence.tokens[at].low.endswith("ing") and bool(behind) and behind[0].low in GOVERNED


def _told_at(sentence: Sentence, at: int) -> int | None:
    """Return the last token of a word at a token that says what happened, or None."""
    told = [end for tag in ("measures/", "refused") if (end := sentence.begins(tag, at)) is not None]
    return max(told, default=None)


def _is_adjective(sentence: Sentence, at: int) -> bool:
    """Say whether "wounded" stands before its noun: "five wounded soldiers"."""
    return any(
        (mark := _mark_at(sentence, step)) is not None and mark[0] == PERSON
        for step in range(at + 1, min(at + 4, len(sentence.tokens)))
        if all(sentence.tokens[between].kind == "word" for between in range(at + 1, step + 1))
        and not any(sentence.starts("stops", between) is not None for between in range(at + 1, step + 1))
    )


def _behind(sentence: Sentence, number: Number, language: str) -> Counted:
    """Scan to the first noun: in Ukrainian and Russian the counted noun comes before what belongs to it."""
    at = number.last + 1
    while at < len(sentence.tokens) and at - number.last <= FARTHEST:
        token, marked = sentence.tokens[at], _mark_at(sentence, at)
        if token.low == "%":
            return Counted(THING, at, at)
        skipped = token.low in QUOTES or sentence.starts("severity", at) is not None
        if token.kind != "word" and not skipped:
            break
        if (
            skipped
            or _is_adverb_before(sentence, at, language)
            or (token.low in LINKING and sentence.begins("measures/", at) is None)
        ):
            at += 1
            continue
        is_adjective = any(is_grammar(token.low, language, form) for form in ADJECTIVES)
        if beyond := _beyond_harmed(sentence, at):
            marked = beyond
        if marked and not (is_adjective and _noun_follows(sentence, at, language)):
            named = population_in(sentence, number.last + 1, marked[1])
            return Counted(marked[0], number.last + 1, marked[1], named if marked[0] == PERSON else "")
        if not is_adjective:
            if sentence.begins("measures/", at) is None and is_grammar(token.low, language, "NOUN"):
                return _noun_at(sentence, number, at, language)
            break
        at += 1
    last = max(at - 1, number.last)
    population = population_in(sentence, number.last + 1, last)
    return Counted(PERSON if population else NOTHING, number.last + 1, last, population)


def _is_adverb_before(sentence: Sentence, at: int, language: str) -> bool:
    """Say whether an adverb leads to an adjective of the noun: «незаконно затриманих цивільних»."""
    behind = sentence.tokens[at + 1 : at + 2]
    leads = bool(behind) and any(is_grammar(behind[0].low, language, form) for form in ADJECTIVES)
    return leads and is_grammar(sentence.tokens[at].low, language, "ADVB")


def _beyond_harmed(sentence: Sentence, at: int) -> tuple[str, int] | None:
    """Return the noun behind words for the dead and wounded: «загиблих і поранених військових»."""
    begin = at
    while (end := sentence.begins("measures/", at)) is not None or (at > begin and _links(sentence, at)):
        at = (at if end is None else end) + 1
    beyond = _mark_at(sentence, at) if at > begin and not _is_and(sentence, at - 1) else None
    return beyond if beyond and beyond[0] == PERSON else None


def _is_and(sentence: Sentence, at: int) -> bool:
    return at < len(sentence.tokens) and sentence.tokens[at].low in AND


def _links(sentence: Sentence, at: int) -> bool:
    """Say whether a word leads on to the noun: "and", an adjective that no list knows."""
    if at >= len(sentence.tokens) or _is_and(sentence, at):
        return at < len(sentence.tokens)
    word = sentence.tokens[at].low
    is_adjective = any(is_grammar(word, language, "ADJF") for language in INFLECTED)
    return is_adjective and not word.isascii() and _mark_at(sentence, at) is None


def _noun_at(sentence: Sentence, number: Number, at: int, language: str) -> Counted:
    """Tell by the dictionary whether a noun that no list knows is of people."""
    token = sentence.tokens[at]
    is_person = may_be(token.low, language, "NOUN", "anim")
    is_model = token.low.isascii() and token.text.isupper()
    kind = THING if is_model else UNKNOWN if token.is_capital else PERSON if is_person else THING
    return Counted(kind, number.last + 1, at, population_in(sentence, number.last + 1, at))


def _noun_follows(sentence: Sentence, at: int, language: str) -> bool:
    following = sentence.tokens[at + 1 : at + 3]
    return (
        bool(following)
        and following[0].kind == "word"
        and not may_be(following[0].low, language, "PREP")
        and not (following[0].is_capital and may_be(following[0].low, language, "NOUN", "nomn"))
        and (
            _mark_at(sentence, at + 1) is not None
            or is_grammar(following[0].low, language, "NOUN")
            or (
                is_grammar(following[0].low, language, "ADJF")
                and len(following) > 1
                and is_grammar(following[1].low, language, "NOUN")
            )
        )
    )


def _is_told_behind(sentence: Sentence, number: Number) -> bool:
    after = number.last + 1
    return any(
        tag.startswith("measures/") and sentence.starts(tag, after) is not None for tag in sentence.marks
    )


def _is_where_or_when(sentence: Sentence, first: int) -> bool:
    """Say whether a noun before a dash tells where or when: «в області – 466», «за сутки – 1210»."""
    if sentence.starts("place_words", first) is not None:
        return True
    return any(
        token.low in ("за", "in", "over", "у", "в", "на", "the", "last", "past", "for")
        for token in sentence.tokens[max(0, first - 3) : first]
    )


def _label(sentence: Sentence, number: Number, language: str) -> Counted | None:
    """Return the noun of a label: "tanks – 3,909", "killed: 5"."""
    at = number.begin - 1
    if at < 0 or sentence.tokens[at].low not in DASHES or _is_told_behind(sentence, number):
        return None
    farthest = 1 if sentence.tokens[at].low == ":" else LONGEST_LABEL
    of_kinds = farthest > 1 and language == "en"
    for step in range(at - 1, max(-1, at - 1 - farthest - of_kinds * LONGEST_LABEL), -1):
        if sentence.tokens[step].kind == "mark" and sentence.tokens[step].low not in '()"«»':
            break
        closing = [(first, kind) for tag, kind in KINDS if (first := sentence.ends(tag, step)) is not None]
        first, kind = min(closing, default=(at, NOTHING))
        far = at - step > farthest + 1
        before = sentence.tokens[max(0, first - 1)]
        if before.kind == "number" or before.low in VALUES:
            return None
        if (kind == PERSON and not far) or (kind == THING and not _is_where_or_when(sentence, first)):
            return Counted(kind, first, number.last, population_in(sentence, first, step))
    return None
