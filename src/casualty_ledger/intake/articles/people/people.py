"""Who was counted, as far as the words say."""

from __future__ import annotations

from casualty_ledger.intake.articles.language.forms import INFLECTED, may_be
from casualty_ledger.intake.articles.language.tokens import Sentence, Token
from casualty_ledger.intake.articles.measures.found import Found
from casualty_ledger.intake.articles.measures.parts import OF_THEM, shared_noun
from casualty_ledger.intake.articles.measures.totals import ON_LIST
from casualty_ledger.intake.articles.numbers.counted import DASHES, NOTHING, population_in
from casualty_ledger.intake.articles.wars.sides import namings
from casualty_ledger.parsing.number_words import VALUES

IN_FIGHTING = {"losses"}
LONGEST_TALLY, NEAR_LOSSES, NEAR_SUFFERED = 10, 14, 4
WITH_CIVILIANS = {"child": "civilian", "military": "mixed"}
NAMES = ("name", "імен", "имен", "имя", "ім'я", "прізвищ", "фамили")
# Words that open ages, what joins ages, and how near they stand.
AGED, AGES_JOINED = (
    {"aged", "ages", "under", "віком", "возрастом", "возрасте"},
    {",", "and", "to", "і", "та", "и"},
)
NEAR_AGES, ADULT = 3, 18
CLAUSE_ENDS = {".", ";", ":"}
# Words that count more of those told before.
OTHERS = {"others", "more", "інших", "інші", "других", "остальных"}
# Of those taken away and brought home children stay children.
FOLLOWING = {"returned", "deported"}
AMONG = {"among", "серед", "среди"}
COPULAS = {"are", "were", "is", "was", "–", "—", "були", "были", "є"}
WORKERS = ("worker", "employee", "працівник", "робітник", "співробітник", "работник", "сотрудник")
IN_CAPTIVITY = {"exchanged", "returned", "held", "captured", "died_in_captivity"}
FIGHTERS = {"military", "pow", "mercenary"}
WORDS = {
    "child": "child", "civilian": "civilian", "military": "military", "pow": "pow",
    "mercenary": "mercenary", "rescuer": "rescuer", "other": "other", "person": "unspecified", "": "",
}  # fmt: skip


def population_of(found: Found, sentence: Sentence, before: str) -> str:
    """Return who is counted, as far as the words say; `before`: of the figure that this one continues."""
    if found.number.is_zero:
        told = population_in(sentence, found.number.first, found.number.last + 2)
        return told if told in ("child", "civilian", "military", "rescuer") else "unspecified"
    own = found.counted.population
    named = WORDS[
        own if own not in ("", "person") else tells_who(found, sentence) or _predicate(found, sentence) or own
    ]
    captive = bool(sentence.marks.get("persons/pow") or sentence.marks.get("captivity"))
    taken = found.measure in IN_CAPTIVITY and not (named != "military" and _are_hostages(found, sentence))
    if taken and named in ("", "unspecified", "military"):
        if named == "military":
            return "military" if found.measure == "captured" else "pow"
        if found.measure in ("exchanged", "captured", "died_in_captivity") or captive:
            return "pow"
    if named == "child" and found.measure in IN_FIGHTING:
        return "military"
    if named in WITH_CIVILIANS and _has_word(sentence, found, "persons/civilian"):
        return WITH_CIVILIANS[named]
    if found.measure in IN_FIGHTING and named in ("", "unspecified"):
        return "civilian" if _are_workers(found, sentence) else "military"
    harmed = _is_harm_alone(found)
    if named == "unspecified" and found.counted.population == "person" and not harmed:
        return _of_people(found, sentence, before)
    if named not in ("", "unspecified"):
        return named
    told = _by_trigger(found, sentence) or _goes_on(found, sentence, before, harmed=harmed)
    told = told or _of_names(found, sentence) or _shared(found, sentence)
    return told or ("military" if _is_of_army(found, sentence) else "unspecified")


def _are_hostages(found: Found, sentence: Sentence) -> bool:
    """Say whether people were taken outside a fight, by their noun or the verb: "seized 251 hostages"."""
    trigger = found.trigger
    taken = trigger is not None and sentence.has("abducted", trigger.first, trigger.last)
    return sentence.has("hostages", found.counted.first, found.counted.last) or (
        taken and found.measure == "captured"
    )


def _are_minors(found: Found, sentence: Sentence) -> bool:
    """Say whether all ages told behind people are children's: "two sisters, aged four and nine"."""
    begin = max(found.number.last, found.counted.last) + 1
    near = range(begin, min(begin + NEAR_AGES, len(sentence.tokens)))
    at = next((step for step in near if sentence.tokens[step].low in AGED), None)
    ages: list[int] = []
    while at is not None and at + 1 < len(sentence.tokens):
        at += 1
        low = sentence.tokens[at].low
        age = int(low) if low.isdigit() else VALUES.get(low)
        if age is None and low not in AGES_JOINED:
            break
        ages += [] if age is None else [int(age)]
    return bool(ages) and max(ages) < ADULT


def _is_of_army(found: Found, sentence: Sentence) -> bool:
    """Say whether a clause tells of an army's losses before it counts: "losses of 60 in dead and wounded"."""
    losses = sentence.spans("measures/losses/noun", "measures/losses/verb")
    near = any(0 < found.number.first - last <= NEAR_LOSSES for _, last in losses)
    suffered = any(
        0 < found.number.begin - last <= NEAR_SUFFERED and any(one.last < first for one in namings(sentence))
        for first, last in sentence.spans("suffer")
    )
    return (near or suffered) and found.measure != "missing"


def _by_trigger(found: Found, sentence: Sentence) -> str:
    """Return whom the word that claims the number tells of: "military dead", «двохсотих»."""
    if found.trigger is None or found.counted.population:
        return ""
    first = found.trigger.first - (found.trigger.kind == "noun" or not found.trigger.is_passive)
    named = population_in(sentence, max(0, first), found.trigger.last)
    return named if named in FIGHTERS | {"civilian", "child"} else ""


def _goes_on(found: Found, sentence: Sentence, before: str, *, harmed: bool) -> str:
    """Return who is counted where the number's own words do not tell: whom the words before it name."""
    if harmed and _speaks_of_civilians(found, sentence):
        return "civilian"
    if labelled := _labelled(found, sentence) or _opened(found, sentence):
        return labelled
    bare = (harmed or found.counted.kind == NOTHING) and (not found.is_part or found.measure in FOLLOWING)
    return before if bare and before in FIGHTERS | {"civilian", "rescuer", "child"} else ""


def _shared(found: Found, sentence: Sentence) -> str:
    """Return whom the number joined to this one counts: "400 killed and 900 wounded soldiers"."""
    harmed = found.trigger.last if found.trigger else 0
    behind = shared_noun(found.number, harmed, sentence)
    told = population_in(sentence, behind[0], behind[-1]) if behind else ""
    return told if told in {*FIGHTERS, "civilian", "child"} else ""


def _of_names(found: Found, sentence: Sentence) -> str:
    """Return whose names a list of the dead counts: an army's, unless it speaks of civilians."""
    counts = found.counted.last > found.number.last and found.measure == "killed"
    named = counts and sentence.tokens[found.counted.last].low.startswith(NAMES)
    named = named or ON_LIST in found.rule
    return "military" if named and not _speaks_of_civilians(found, sentence) else ""


def _opened(found: Found, sentence: Sentence) -> str:
    """Return whom a clause opens with in the genitive before it counts them: «Офицеров погибло 6353»."""
    if found.counted.kind != NOTHING or found.number.first < 2:
        return ""
    ends = (at + 1 for at in range(found.number.begin - 1, -1, -1) if sentence.tokens[at].low in CLAUSE_ENDS)
    begin = next(ends, 0)
    word = sentence.tokens[begin].low
    many = any(may_be(word, language, "NOUN", "plur", "gent") for language in INFLECTED)
    named = population_in(sentence, begin, begin) if many and begin < found.number.begin - 1 else ""
    return named if named in {*FIGHTERS, "child", "civilian", "rescuer", "other"} else ""


def _labelled(found: Found, sentence: Sentence) -> str:
    """Return of whom a dash or colon tells how many they were: «постраждали діти в області – 510»."""
    dash = found.number.begin - 1
    if dash < 0 or sentence.tokens[dash].low not in DASHES:
        return ""
    begin = max((at for at in range(dash) if sentence.tokens[at].low in CLAUSE_ENDS), default=0)
    named = population_in(sentence, begin, dash)
    return named if named in {*FIGHTERS, "child", "civilian", "rescuer"} else ""


def _speaks_of_civilians(found: Found, sentence: Sentence) -> bool:
    """Say whether a sentence is of civilians before it counts: "civilian harm rose: 232 killed"."""
    return sentence.has("persons/civilian", 0, found.number.first) and not sentence.has(
        "persons/military", 0, found.number.first
    )


def _are_workers(found: Found, sentence: Sentence) -> bool:
    words = sentence.tokens[found.number.last + 1 : found.counted.last + 1]
    return any(token.low.startswith(WORKERS) for token in words)


def _is_harm_alone(found: Found) -> bool:
    """Say whether nothing but what happened tells who was counted: "208 civilians killed and 90 injured"."""
    trigger, counted = found.trigger, found.counted
    return trigger is not None and counted.first == trigger.first and trigger.last == counted.last


def _predicate(found: Found, sentence: Sentence) -> str:
    """Return who people are by what is said of them: "three of them are children", «троє з них – діти»."""
    last = found.counted.last
    if not found.is_part and not tells_who(found, sentence):
        return _of_tally(found, sentence)
    if sentence.tokens[last].low in ("them", "whom", "них", "яких", "которых") and (
        named := population_in(sentence, last + 1, min(last + 2, len(sentence.tokens) - 1))
    ):
        return named
    for at in range(last + 1, min(last + 5, len(sentence.tokens))):
        if sentence.tokens[at].low in ("are", "were", "is", "was", "–", "—", "-", "officers"):
            return population_in(sentence, at, min(at + 3, len(sentence.tokens) - 1))
    return ""


def tells_who(found: Found, sentence: Sentence) -> str:
    """Return who those counted are said to be: «одинадцятеро постраждалих – діти»."""
    if _are_minors(found, sentence):
        return "child"
    at = max(found.number.last, found.counted.last, found.trigger.last if found.trigger else 0) + 1
    if at + 1 >= len(sentence.tokens) or sentence.tokens[at].low not in COPULAS | AMONG:
        return ""
    named = population_in(sentence, at + 1, min(at + 2, len(sentence.tokens) - 1))
    return named if named in ("child", "civilian", "military") else ""


def _of_tally(found: Found, sentence: Sentence) -> str:
    """Return whose number it is: "the number of children killed that month was nine"."""
    tallies = [
        last
        for first, last in sentence.spans("tally")
        if 0 < found.number.begin - last < LONGEST_TALLY
        and not any(a <= first <= b for a, b in sentence.spans("part"))
    ]
    named = (
        population_in(sentence, tallies[-1], found.number.begin - 1)
        if tallies and not found.counted.population
        else ""
    )
    return "" if named == "person" else named


def _of_people(found: Found, sentence: Sentence, before: str) -> str:
    """Return who "people" are: captives by a word beside it, an army's by its losses, else those before."""
    if (
        found.measure == "killed"
        and found.trigger
        and any(
            sentence.has(tag, found.counted.first, found.counted.last)
            for tag in ("persons/pow", "measures/captured/verb")
        )
    ):
        return "pow"
    if labelled := _labelled(found, sentence):
        return labelled
    if _is_of_army(found, sentence) and not _speaks_of_civilians(found, sentence):
        return "military"
    if fighters := _meant_by_them(found, sentence):
        return fighters
    if named := _of_names(found, sentence):
        return named
    others = sentence.tokens[found.counted.last].low in OTHERS
    return before if others and before in {*FIGHTERS, "civilian", "rescuer"} else "unspecified"


def _meant_by_them(found: Found, sentence: Sentence) -> str:
    """Return which fighters "of them" means: those of whom the sentence spoke last, counted or not."""
    behind = tuple(token.low for token in sentence.tokens[found.number.last + 1 : found.number.last + 3])
    if behind not in OF_THEM:
        return ""
    named = [
        (last, tag.split("/")[1])
        for tag, spans in sentence.marks.items()
        if tag.startswith("persons/")
        for _, last in spans
        if last < found.number.begin
    ]
    told = max(named, default=(0, ""))[1]
    return told if told in FIGHTERS else ""


def _counts(tokens: list[Token]) -> bool:
    return any(token.kind == "number" or token.low in VALUES for token in tokens)


def _has_word(sentence: Sentence, found: Found, tag: str) -> bool:
    last = found.counted.last
    after = sentence.tokens[last + 1 : last + 4]
    joined = after and after[0].low in ("and", "та", "і", "и", "й") and not _counts(after[1:])
    return bool(joined) and sentence.has(tag, last + 1, last + 3)
