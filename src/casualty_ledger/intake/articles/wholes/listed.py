"""Names and entries on a list of the dead, missing, taken or captive, counted without a word of harm."""

from __future__ import annotations

import re

from casualty_ledger.intake.articles.context import Kept
from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.attaching import BARE
from casualty_ledger.intake.articles.measures.found import UNTOLD, Found
from casualty_ledger.intake.articles.measures.totals import ON_LIST as RULE
from casualty_ledger.intake.articles.measures.totals import is_added_to_list
from casualty_ledger.intake.articles.numbers.counted import THING
from casualty_ledger.intake.articles.wholes.lists import OTHER_VERB

LISTS = re.compile(
    r"(?:lists?|registers?|registry|databases?|rolls?|ledgers?|спис(?:ок|к\w{1,3}|ків)|реєстр\w*|реестр\w*|перелік\w*"
    r"|переч(?:ень|н\w{1,3})|пои?мен+\w*|поімен+\w*|мартиролог\w*|martyrolog\w*|картоте\w+|баз[аіиуеы])"
)
# A base is a list where data or those listed follow, or where somebody stands in it.
BASE, DATA = "баз", ("дан", "зниклих", "загиблих", "депорт", "пропавш", "погибш", "полонен", "военноплен")
# A list that is kept of nobody but the dead.
OF_DEAD = ("поимен", "поімен", "мартиролог", "martyrolog", "некролог", "пам'яті", "памяти", "memorial")
# What stands on a list for each person.
UNITS = re.compile(
    r"(?:sur|)names?|entry|entries|records?|імен[аі]?|ім'я|прізвищ[аеу]?|запис(?:ів|и|у|ей|ях|ь)|карт(?:ок|ки)"
    r"|имен[аи]?|имя|фамили[йяие]|карточ(?:ек|ки)"
)
NO_PEOPLE = {
    UNTOLD, BARE, OTHER_VERB, "a number of things", "a number of something that is not known to be people",
}  # fmt: skip
COUNTED = ("killed", "missing", "deported", "captured", "held")
# How a text points back to its list: "on it", «в нём».
POINTING = {"it", "нем", "ньому"}
LEAST, NEAR, NEAR_NAMES, NEAR_LIST = 100, 2, 3, 12


def continue_on_list(each: Found, at: int, sentences: list[Sentence], kept: Kept) -> None:
    """Let a number without a word of harm count those of whose list the text has told."""
    sentence = sentences[at]
    is_unit = _is_unit(each, sentence)
    part_of_none = each.is_part and not each.measure and not each.refusal
    open_ = part_of_none or (not each.measure and each.refusal in NO_PEOPLE)
    if not open_ or each.number.refusal or (each.counted.kind == THING and not is_unit):
        return
    last = next((one for one in reversed(kept) if RULE in one[0].rule), None)
    near = last is not None and at - last[1] <= (NEAR_NAMES if is_unit else 1)
    measure = last[2].measure if last and near else _told(sentences, at, is_unit=is_unit)
    if (
        not measure
        or ((each.number.value or 0) < LEAST and not is_unit)
        or sentence.marks.get("hypothetical")
    ):
        return
    each.measure, each.refusal, each.rule = measure, "", RULE
    wholes = (one.value or 0 for _, _, one in kept if one.measure == measure and one.cumulative)
    each.is_part = max(wholes, default=0) > (each.number.value or 0) and not is_added_to_list(each, sentence)


def _is_unit(each: Found, sentence: Sentence) -> bool:
    """Say whether a number is of what stands on a list for each person, or such a noun leads to it."""
    number = each.number
    behind = sentence.tokens[number.last + 1 : number.last + 3]
    before = sentence.tokens[max(0, number.begin - 3) : number.begin]
    return any(UNITS.fullmatch(token.low) for token in (*behind, *before))


def _told(sentences: list[Sentence], at: int, *, is_unit: bool) -> str:
    """Return what befell those on the list that a sentence names or points to, told in it or just before."""
    here = sentences[at]
    if not (is_unit or _names_list(here) or any(token.low in POINTING for token in here.tokens)):
        return ""
    near = reversed(sentences[max(0, at - NEAR) : at + 1])
    return next((told for one in near if _names_list(one) and (told := _listed(one))), "")


def _names_list(sentence: Sentence) -> bool:
    return _list_at(sentence) is not None


def _list_at(sentence: Sentence) -> int | None:
    """Return where a sentence names a list of people."""
    for at, token in enumerate(sentence.tokens):
        behind = sentence.tokens[at + 1].low if at + 1 < len(sentence.tokens) else ""
        inside = at > 0 and sentence.tokens[at - 1].low in ("в", "у")
        if LISTS.fullmatch(token.low) and (
            not token.low.startswith(BASE) or inside or behind.startswith(DATA)
        ):
            return at
    return None


def _listed(sentence: Sentence) -> str:
    """Return what befell those whom a sentence tells to be listed."""
    spans = [
        (first, tag.split("/")[1])
        for tag, spans in sentence.marks.items()
        if tag.startswith("measures/") and tag.split("/")[1] in COUNTED
        for first, _ in spans
        if not sentence.tokens[first].low.startswith("hold")
    ]
    if any(token.low.startswith(OF_DEAD) for token in sentence.tokens):
        return "killed"
    at = _list_at(sentence) or 0
    near = ((abs(first - at), measure) for first, measure in spans if abs(first - at) <= NEAR_LIST)
    return min(near, default=(0, ""))[1]
