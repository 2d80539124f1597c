"""Words that say what happened to the people counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.places.beside_places import CARE, is_hit

REFUSED = "refused"
# What may be taken besides people, and how far its object stands.
TAKEN, LONGEST_OBJECT, LONGEST_SUBJECT = ("captured", "held", "returned"), 3, 10
HARMS = ("measures/injured/", "measures/killed/", "received")
SHOWING, PICTURES = (
    {"show", "showing", "featuring"},
    ("video", "footage", "photo", "clip", "image", "picture"),
)
INTO, AND = {"in", "at", "у", "в", "на", "до"}, {"and", "та", "і", "й", "и", "або", "или", "or"}
BURNS, LONGEST_BURN = ("burn", "ожог", "опік", "percent", "відсот", "процент"), 4
GROUND = (
    "висот", "высот", "height", "позиці", "позици", "position", "рубіж", "рубеж", "плацдарм", "bridgehead",
    "оборон", "trench", "перевал", "hill", "line", "ground",
)  # fmt: skip
PERFECT = {"had", "have", "has"}
AUXILIARIES = {"was", "were", "been", "being", "be", "are", "is", "got", "gets", "get", "had", "have", "has"}


@dataclass(frozen=True)
class Trigger:
    """A word or phrase with what it says, and how it stands to its number."""

    measure: str
    kind: str
    first: int
    last: int
    is_passive: bool = False


def find_triggers(sentence: Sentence, *, in_swap: bool = False) -> list[Trigger]:
    """List the words of a sentence that claim a number of people, from left to right.

    Where a text speaks of a swap (`in_swap`), who receives people gets them back.
    """
    found = []
    for tag, spans in sentence.marks.items():
        if tag == REFUSED:
            found += [Trigger(REFUSED, "verb", first, last) for first, last in spans]
        elif tag.startswith("measures/") and (in_swap or not tag.endswith("/swap")):
            _, measure, kind = tag.split("/")
            found += [
                Trigger(measure, kind, a, b, _is_passive(sentence, a))
                for a, b in spans
                if not (kind == "active" and _is_shown(sentence, a))
                and not (measure in TAKEN and not _is_passive(sentence, a) and _is_of_things(sentence, b))
                and not (kind == "swap" and _is_of_harm(sentence, b))
                and not (measure in TAKEN and _has_other_object(sentence, b))
                and not (measure == "injured" and b > a and _is_hit_building(sentence, a, b))
                and not (measure == "killed" and _is_burnt(sentence, a))
                and not (measure == "held" and _is_defended(sentence, a, b))
            ]
    found = sorted(_one_a_place(found), key=lambda each: (each.first, each.last))
    return [each for each in found if not _is_where_died(each, found, sentence)]


def _is_where_died(care: Trigger, found: list[Trigger], sentence: Sentence) -> bool:
    """Say whether a hospital is only where somebody died: «скончался в больнице», "died in hospital"."""
    if care.measure != "injured" or sentence.tokens[care.first].low not in INTO:
        return False
    died = (each for each in found if each.measure == "killed" and each.kind in ("verb", "subject"))
    return any(_is_beside(each, care, sentence) for each in died)


def _is_beside(one: Trigger, other: Trigger, sentence: Sentence) -> bool:
    """Say whether at most a word stands between two words, the first of which closes before the second."""
    low, high = sorted((one, other), key=lambda each: each.first)
    between = sentence.tokens[low.last + 1 : high.first]
    return len(between) <= 1 and all(token.kind == "word" and token.low not in AND for token in between)


def _is_of_things(sentence: Sentence, last: int) -> bool:
    """Say whether what was taken or lost are things: "captured Northern tanks"."""
    for at in range(last + 1, min(last + 1 + LONGEST_OBJECT, len(sentence.tokens))):
        token = sentence.tokens[at]
        leads = any(sentence.starts(tag, at) is not None for tag in ("stops", "place_before"))
        if token.kind != "word" or leads or sentence.begins("persons/", at) is not None:
            return False
        if sentence.starts("things", at) is not None:
            return token.low.isascii()
    return False


def _has_other_object(sentence: Sentence, last: int) -> bool:
    """Say whether a verb is of what no number counts: "held a vigil", "returned to a town"."""
    low = [token.low for token in sentence.tokens[last : last + 3]]
    article = low[1:2] if low[0] != "returned" else low[2:3] if low[1:2] == ["to"] else []
    ahead = range(last + 2, min(last + 2 + LONGEST_OBJECT, len(sentence.tokens)))
    of_people = any(sentence.begins("persons/", at) is not None for at in ahead)
    return article in (["a"], ["an"]) and not of_people


def _is_hit_building(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a hospital was hit and nobody was brought there: «влучив у лікарню»."""
    return sentence.tokens[last].low.startswith(CARE) and is_hit(sentence, first)


def _is_burnt(sentence: Sentence, at: int) -> bool:
    """Say whether a body is only what was burnt: "burns to 40% of his body", «ожоги 20 % тела»."""
    before = sentence.tokens[max(0, at - LONGEST_BURN) : at]
    body = sentence.starts("bodies", at) is not None
    return body and any(token.low == "%" or token.low.startswith(BURNS) for token in before)


def _is_defended(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether ground was held and nobody kept: «высоту удерживали 39 десантников»."""
    around = [*sentence.tokens[max(0, first - 1) : first], *sentence.tokens[last + 1 : last + 3]]
    return any(token.low.startswith(GROUND) for token in around)


def _is_shown(sentence: Sentence, first: int) -> bool:
    """Say whether a word of showing stands without a picture: "figures show", and not "a video shows"."""
    shows = sentence.tokens[first].low in SHOWING
    return shows and not any(token.low.startswith(PICTURES) for token in sentence.tokens)


def _is_of_harm(sentence: Sentence, last: int) -> bool:
    """Say whether what was received are wounds or papers and no people: «получили тяжёлые ранения»."""
    behind = range(last + 1, min(last + 1 + LONGEST_OBJECT, len(sentence.tokens)))
    words = takewhile(lambda at: sentence.tokens[at].kind == "word", behind)
    inflected = not sentence.tokens[last].low.isascii()
    before = range(max(0, last - LONGEST_SUBJECT), last) if inflected else ()
    return any(sentence.begins(tag, at) is not None for at in (*words, *before) for tag in HARMS)


def is_return_of(sentence: Sentence, trigger: Trigger | None) -> bool:
    """Say whether a noun tells of people who came home: "the return of", «повернення», «освобождение»."""
    if trigger is None or trigger.measure != "returned":
        return False
    last = sentence.tokens[trigger.last].low
    return last == "of" or last.endswith(("ння", "нні", "нню", "ния", "ние", "нии", "нию"))


def _one_a_place(found: list[Trigger]) -> Iterator[Trigger]:
    """Keep of triggers that overlap the longest, and of equals the first kind."""
    taken: set[int] = set()
    for each in sorted(found, key=lambda each: (each.first - each.last, each.measure == REFUSED)):
        held = {*range(each.first, each.last + 1)}
        if not held & taken:
            taken |= held
            yield each


def _is_passive(sentence: Sentence, first: int) -> bool:
    return any(token.low in AUXILIARIES - PERFECT for token in sentence.tokens[max(0, first - 3) : first])
