"""Names on a list of the dead, which a text goes on counting without saying that they died."""

from __future__ import annotations

from casualty_ledger.intake.articles.context import Kept
from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.attaching import BARE
from casualty_ledger.intake.articles.measures.found import UNTOLD, Found
from casualty_ledger.intake.articles.measures.totals import ON_LIST as RULE
from casualty_ledger.intake.articles.measures.totals import is_added_to_list
from casualty_ledger.intake.articles.numbers.counted import THING
from casualty_ledger.intake.articles.wholes.lists import OTHER_VERB

LISTS = (
    "спис", "реєстр", "реестр", "перелік", "перечень", "поимен", "поімен", "database", "list", "roll",
)  # fmt: skip
# How a text points back to its list: "on it", «в нём».
POINTING = {"it", "нем", "ньому"}
LEAST, NEAR = 100, 2


def continue_on_list(each: Found, at: int, sentences: list[Sentence], kept: Kept) -> None:
    """Let a number without a word of harm count the dead of whose list the text has told."""
    value = each.number.value or 0
    if each.measure or each.counted.kind == THING or each.refusal not in (UNTOLD, BARE, OTHER_VERB):
        return
    last = kept[-1] if kept and at - kept[-1][1] <= 1 else None
    goes_on = last is not None and last[2].measure == "killed" and RULE in last[0].rule
    if value < LEAST or not (goes_on or _is_told(sentences, at)):
        return
    each.measure, each.refusal, each.rule = "killed", "", RULE
    wholes = (one.value or 0 for _, _, one in kept if one.measure == "killed" and one.cumulative)
    each.is_part = max(wholes, default=0) > value and not is_added_to_list(each, sentences[at])


def _is_told(sentences: list[Sentence], at: int) -> bool:
    """Say whether a sentence names or points to a list of the dead told of in it or just before."""
    here = sentences[at]
    points = _names_list(here) or any(token.low in POINTING for token in here.tokens)
    near = sentences[max(0, at - NEAR) : at + 1]
    return points and any(_names_list(one) and _tells_of_dead(one) for one in near)


def _names_list(sentence: Sentence) -> bool:
    return any(token.low.startswith(LISTS) for token in sentence.tokens)


def _tells_of_dead(sentence: Sentence) -> bool:
    return any(tag.startswith("measures/killed/") for tag in sentence.marks)
