"""Places that a sentence names and where nothing of what it counts happened."""

from __future__ import annotations

from itertools import pairwise

from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.places.beside_places import CARE, IN

RIVERS = {"river", "sea", "reservoir", "strait", "canal"}
RIVERS_BEFORE = {
    "річка", "річки", "річку", "річкою", "річці", "река", "реки", "реке", "рекой", "реку",
    "море", "моря", "морі", "морю", "морем", "затока", "затоки", "затоку", "затоці", "river",
}  # fmt: skip
DOCTORS = (
    "doctor",
    "medic",
    "surgeon",
    "лікар",
    "медик",
    "хірург",
    "врач",
    "хирург",
    "reanim",
    "реанімат",
    "реанимат",
)
# Beginnings of verbs by which a capital stands for its government.
OPINING = (
    "вважа", "счита", "кажуть", "говор", "заяв", "назив", "назыв", "повідом", "сообщ", "стверд", "утвержд",
    "визна", "призна", "запереч", "отрица", "спрост", "опроверг", "коменту", "коммент", "наполяга",
    "настаива",
    "підкресл", "подчерк", "уточн", "зазнач", "отмет", "запевн", "уверя", "обіця", "обеща", "реагу",
)  # fmt: skip
# Beginnings of words by which people had fought for a place before they were captured.
DEFENDED = (
    "обороня", "оборону", "обороні", "обороны", "обороне", "захищал", "защищал", "defended", "defending",
    "defence", "defense",
)  # fmt: skip
MOSTLY = {
    "especially", "particularly", "mainly", "mostly", "chiefly", "особливо", "насамперед", "передусім",
    "переважно", "здебільшого", "особенно", "преимущественно", "основном",
}  # fmt: skip
WHO, WHICH = {"who", "which", "що"}, ("котор", "який", "яка", "яке", "які")
NEXT, LONGEST_LINE, FARTHEST_SAID = 3, 12, 9


def is_elsewhere(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a place is a river, where doctors work or where who speaks sits."""
    return (
        _is_water(sentence, first, last)
        or _is_of_doctors(sentence, first, last)
        or _is_capital_that_speaks(sentence, first, last)
        or _is_most_of_it(sentence, first)
    )


def is_of_speaker(sentence: Sentence, first: int, named: list[tuple[int, int]]) -> bool:
    """Say whether a place stands in the clause that describes who speaks: "Jane Doe, who runs the North,"."""
    for _, last in named:
        begin = last + 2
        if begin >= first or sentence.tokens[last + 1].low != ",":
            continue
        relative = sentence.tokens[begin].low in WHO or sentence.tokens[begin].low.startswith(WHICH)
        told = any(sentence.begins("measures/", at) is not None for at in range(begin, first))
        if relative and not told and all(token.low != "," for token in sentence.tokens[begin:first]):
            return True
    return False


def is_no_scene(sentence: Sentence, first: int) -> bool:
    """Say whether a place is only a dateline, or what people had defended before."""
    return _is_dateline(sentence, first) or _was_defended(sentence, first)


def _is_water(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a name is of a river or a sea: "along the X River", «на річці Х»."""
    behind = {token.low for token in sentence.tokens[last : last + 2]}
    before = sentence.tokens[first - 1].low if first else ""
    return bool(behind & RIVERS) or before in RIVERS_BEFORE


def _is_of_doctors(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether doctors or a hospital stand beside a place, which was not hit: "doctors in X"."""
    led = first > 0 and sentence.tokens[first - 1].low in IN
    before = sentence.tokens[max(0, first - 2) : first - 1] if led else []
    behind = sentence.tokens[last + 1 : last + 2] if led else []
    named = [*before, *behind]
    hospital = any(token.low.startswith(CARE) for token in sentence.tokens[last + 1 : last + NEXT])
    if hospital and led:
        return not (sentence.marks.get("attack") or sentence.marks.get("hits"))
    return any(token.low.startswith(DOCTORS) and not token.low.startswith(CARE) for token in named)


def _is_capital_that_speaks(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a capital stands for who speaks there: «у столиці вважають»."""
    speaks = sentence.begins("speaker/", first) is not None and first == last
    led = first > 0 and sentence.tokens[first - 1].low in IN
    behind = sentence.tokens[last + 1 : last + 1 + NEXT]
    opines = any(token.low.startswith(OPINING) for token in behind)
    return speaks and led and (opines or _opens_saying(sentence, first, last))


def _opens_saying(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a place opens a sentence before who spoke there, and nothing is counted yet."""
    ahead = (cue for cue, _ in sentence.marks.get("say", ()) if 0 < cue - last <= FARTHEST_SAID)
    cue = next(ahead, None)
    behind = sentence.tokens[last + 1 : cue]
    opened = first == 1 and bool(behind) and (behind[0].low == "," or behind[0].low == "the")
    return cue is not None and opened and not any(token.kind == "number" for token in behind)


def _is_most_of_it(sentence: Sentence, first: int) -> bool:
    """Say whether a place is only where most of it was of what is counted elsewhere: "particularly in X"."""
    before = {token.low for token in sentence.tokens[max(0, first - 1 - NEXT) : first]}
    return bool(before & MOSTLY) and not any(token.kind == "number" for token in sentence.tokens)


def _is_dateline(sentence: Sentence, first: int) -> bool:
    """Say whether a sentence only says where and when a report was written: «СТОЛИЦЯ. 11 червня»."""
    if not sentence.tokens[first].text.isupper() or len(sentence.tokens) > LONGEST_LINE:
        return False
    headed = any(one.low == ":" and other.kind == "word" for one, other in pairwise(sentence.tokens))
    return not headed and all(
        token.kind != "word" or token.is_capital or sentence.begins("months", at) is not None
        for at, token in enumerate(sentence.tokens)
    )


def _was_defended(sentence: Sentence, first: int) -> bool:
    """Say whether people of whom something else is told had defended a place: «63 обороняли місто»."""
    before = sentence.tokens[max(0, first - NEXT) : first]
    homecoming = any(
        tag.startswith(("measures/returned", "measures/exchanged", "measures/held", "swap", "part"))
        for tag in sentence.marks
    )
    taken = any(tag.startswith("measures/captured") for tag in sentence.marks)
    return homecoming and not taken and any(token.low.startswith(DEFENDED) for token in before)
