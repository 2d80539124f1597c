"""Who came back or is looked for in a text that tells of no captives and of nobody harmed."""

from __future__ import annotations

from collections.abc import Iterable

from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.found import Found

OF_CAPTIVES = (
    "swap", "captivity", "hostages", "persons/pow", "measures/exchanged/", "measures/deported/",
    "measures/captured/", "persons/military", "persons/child",
)  # fmt: skip
OF_HARM = ("measures/killed/", "measures/injured/", "measures/killed_and_injured/")
ANYBODY = ("", "person", "other")
# Whom somebody hands over had been in somebody's hands.
HANDED = ("handed", "передал", "передан")
SEEKING = (
    "looking for",
    "search for",
    "searching for",
    "шукають",
    "шукає",
    "шукали",
    "шукал",
    "ищут",
    "искали",
)


def tells_of(sentences: Iterable[Sentence], *tags: str) -> bool:
    """Say whether a text has a word of one of these kinds."""
    return any(tag.startswith(tags) for sentence in sentences for tag in sentence.marks)


def refuse_elsewhere(each: Found, *, captives: bool, harm: bool) -> None:
    """Refuse who came back from work or abroad, and staff that somebody looks for."""
    if each.refusal or each.counted.population not in ANYBODY:
        return
    handed = any(word in each.rule.lower() for word in HANDED)
    if each.measure == "returned" and not (captives or handed):
        each.refusal = "people who came back, and no captives"
    if (
        each.measure == "missing"
        and not (harm or captives)
        and any(word in each.rule.lower() for word in SEEKING)
    ):
        each.refusal = "people who are wanted, and nobody harmed"
