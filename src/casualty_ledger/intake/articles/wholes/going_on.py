"""Numbers that go on with what a clause opened: those of the hurt, another day's, those who stay captive."""

from __future__ import annotations

from casualty_ledger.intake.articles.context import Kept
from casualty_ledger.intake.articles.language.forms import INFLECTED, is_grammar
from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.attaching import BARE
from casualty_ledger.intake.articles.measures.found import UNTOLD, WHOLE, Found
from casualty_ledger.intake.articles.numbers.counted import NOTHING, PERSON, THING
from casualty_ledger.intake.articles.wholes.lists import OTHER_VERB, whole_of

OPENING = {"of", "із", "з", "зі", "из", "среди", "серед", "among"}
HARM = ("injured", "killed", "missing", "killed_and_injured")
# What may be told of the hurt afterwards, and leaves them hurt.
AFTERWARDS = ("", "returned", "held")
LATEST_FRAME, LONGEST_STAY, NEAR = 3, 6, 2
STAYING = (
    "остают", "остает", "остал", "находят", "находит", "числят", "числит", "лишают", "лишил", "залиша",
    "перебува", "рахують", "remain", "remaining",
)  # fmt: skip
BEING, LONGEST_SERVICE = {"were", "are", "had", "have", "was", "були", "были", "–", "—"}, 4
# Beginnings of words for how soldiers came to serve, and as what.
SERVICE = (
    "mobili", "recruit", "conscript", "enlist", "draft", "hired", "contract", "volunteer", "officer",
    "convict", "мобіліз", "мобилиз", "завербов", "контракт", "доброволь", "офицер", "офіцер", "в'язн",
    "заключенн", "срочник",
)  # fmt: skip
PRISONERS = ("returned", "exchanged", "held", "captured")


def go_on(each: Found, at: int, done: list[Found], sentence: Sentence, kept: Kept) -> None:
    """Give a number that no word of its own claims the measure of what it goes on with."""
    if each.number.refusal or each.counted.kind == THING:
        return
    untold = not each.measure and each.refusal in (UNTOLD, BARE, OTHER_VERB)
    told = [one for one in done if one.measure and not one.refusal and not one.number.is_zero]
    if (frame := _frame(each, sentence)) and (untold or (not each.refusal and each.measure in AFTERWARDS)):
        _take(each, frame, f"of those told to be {frame}")
        each.is_part, each.cost = True, WHOLE
    elif untold and (whole := _whole_of_service(each, at, sentence, done, kept)):
        _take(each, whole.measure, f"so many of them, {whole.rule}")
        each.is_part, each.cost = True, WHOLE
    elif untold and told and done[-1] is told[-1] and _is_more(each, told[-1], sentence):
        _take(each, told[-1].measure, f"more, {told[-1].rule}")
    elif (
        untold
        and (sentence.marks.get("hostages") or _tells_of_captives(at, told, kept))
        and _stays_captive(each, sentence)
    ):
        _take(each, "held", "those who stay where captives are kept")


def _take(each: Found, measure: str, rule: str) -> None:
    each.measure, each.refusal, each.rule = measure, "", rule


def _frame(each: Found, sentence: Sentence) -> str:
    """Return of whom a sentence tells by its opening words: "Of the injured, six … and three …"."""
    if each.counted.kind != NOTHING and not each.number.is_one:
        return ""
    opened = [at for at in range(min(LATEST_FRAME, each.number.begin)) if sentence.tokens[at].low in OPENING]
    if not opened:
        return ""
    for at in range(opened[0] + 1, min(opened[0] + LATEST_FRAME, each.number.begin)):
        for measure in HARM:
            if sentence.begins(f"measures/{measure}/", at) is not None:
                return measure
    return ""


def _is_more(each: Found, before: Found, sentence: Sentence) -> bool:
    """Say whether a bare number adds to the one before it: "205 were freed, on Tuesday another 95"."""
    between = sentence.tokens[before.number.last + 1 : each.number.begin]
    behind = sentence.tokens[each.number.last + 1 : each.number.last + 2]
    if any(is_grammar(token.low, language, "VERB") for token in behind for language in INFLECTED):
        return False
    bare = each.counted.kind == NOTHING and each.number.is_increment and each.refusal != OTHER_VERB
    return bare and not any(token.low in (";", ":", "+") for token in between)


def _whole_of_service(
    each: Found, at: int, sentence: Sentence, done: list[Found], kept: Kept
) -> Found | None:
    """Return the dead or captives of whom it is told how they served: "4,000 were officers"."""
    begin, end = each.number.begin, each.number.last + 1
    near = (*sentence.tokens[max(0, begin - 2) : begin], *sentence.tokens[end : end + LONGEST_SERVICE])
    being = any(token.low in BEING for token in sentence.tokens[end : end + 2])
    served = being and any(token.low.startswith(SERVICE) for token in near)
    near_enough = bool(kept) and at - kept[-1][1] <= 1 and each.counted.kind == NOTHING
    return whole_of(each, done, kept) if served and near_enough else None


def _tells_of_captives(at: int, told: list[Found], kept: Kept) -> bool:
    """Say whether the figure before, not far off, is of captives or of those who came home."""
    if told:
        return told[-1].measure in PRISONERS
    return bool(kept) and at - kept[-1][1] <= NEAR and kept[-1][2].measure in PRISONERS


def _stays_captive(each: Found, sentence: Sentence) -> bool:
    """Say whether people remain where those of whom the text just told came from: «остаются ещё 12 курян»."""
    if each.number.value == 1:
        return False
    low, high = each.number.begin - LONGEST_STAY, max(each.number.last, each.counted.last) + LONGEST_STAY
    near = sentence.tokens[max(0, low) : high]
    stays = any(token.low.startswith(STAYING) for token in near)
    named = any(
        tag.startswith(("party/", "captivity", "measures/returned", "swap", "hostages"))
        for tag in sentence.marks
    )
    return stays and named and each.counted.kind == PERSON and not sentence.marks.get("hypothetical")
