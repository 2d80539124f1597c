"""Choices: the words, claimants and places by which figures are chosen, and the nearest to a misspelt one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from casualty_ledger import vocabulary
from casualty_ledger.conflicts.known import known_conflicts
from casualty_ledger.explore.misuse import NoSuchCriterion, UnknownChoice
from casualty_ledger.parsing.near_words import did_you_mean
from casualty_ledger.recorded_words import RECORDED_MEASURES, RECORDED_POPULATIONS

KINDS = ("conflict", "measure", "population", "party", "claimant", "claimant_side", "place")
UNITS = ("weeks", "days")
VOCABULARIES: dict[str, type[vocabulary.Word]] = {
    "measure": vocabulary.Measure,
    "population": vocabulary.Population,
}
# Words that people bring along, beside those of the recorded sheets.
FAMILIAR: dict[str, dict[str, str]] = {
    "measure": {
        "deaths": "killed",
        "dead": "killed",
        "fatalities": "killed",
        "eliminated": "losses",
        "liquidated": "losses",
        "prisoners": "captured",
        "pow": "held",
        "swapped": "exchanged",
    }
    | {recorded: str(measure) for recorded, measure in RECORDED_MEASURES.items()},
    "population": {"soldiers": "armed_forces", "troops": "armed_forces", "prisoners": "prisoners_of_war"}
    | {recorded: str(found.population) for recorded, found in RECORDED_POPULATIONS.items()},
}
MOST = 3


def match_choice(kind: str, text: str, known: Iterable[str]) -> str:
    """Return the known word that `text` spells, in any case of its letters.

    Errors: UnknownChoice, with the nearest words.

    >>> match_choice("measure", "Losses", ["killed", "losses"])
    'losses'
    """
    listed = list(known)
    if text in listed:
        return text
    folded = {word.casefold(): word for word in listed}
    if text.casefold().strip() in folded:
        return folded[text.casefold().strip()]
    near = suggest(kind, text, listed)
    hint = f" (did you mean {' or '.join(map(repr, near))}?)" if near else ""
    raise UnknownChoice(found=text, what=kind, hint=hint)


def refuse_criteria(names: Iterable[str]) -> None:
    """Raise where there is a name by which no figures are chosen. Errors: NoSuchCriterion."""
    known = (*KINDS, "within", *UNITS)
    for name in names:
        raise NoSuchCriterion(found=name, hint=did_you_mean(name, known), allowed=", ".join(known))


def suggest(kind: str, text: str, known: Iterable[str]) -> list[str]:
    """List the known words nearest to a misspelt one, at most three.

    >>> suggest("measure", "wounded", ["killed", "injured"]), suggest("place", "Kramatorks", ["Kramatorsk"])
    (['injured'], ['Kramatorsk'])
    """
    folded = {word.casefold(): word for word in known if word}
    asked = text.casefold().strip()
    familiar = _other_words().get(asked) if kind == "party" else None
    familiar = familiar or FAMILIAR.get(kind, {}).get(
        asked.replace(" ", "_"), FAMILIAR.get(kind, {}).get(asked)
    )
    if familiar in folded.values():
        return [str(familiar)]
    near = difflib.get_close_matches(asked, folded, n=MOST, cutoff=0.7)
    holding = [word for word in folded if len(asked) > 2 and asked in word]
    found = [*near, *holding] or difflib.get_close_matches(asked, folded, n=MOST, cutoff=0.45)
    return [folded[word] for word in dict.fromkeys(found)][:MOST]


def _other_words() -> dict[str, str]:
    conflicts = known_conflicts().values()
    return {word: stands for conflict in conflicts for word, stands in conflict.file.other_words.items()}


def define(kind: str, word: str) -> str:
    """Return the glossary's definition of a word; claimants, places and conflicts have none."""
    if kind == "party":
        return _define_party(word)
    known = VOCABULARIES.get(kind, ())
    return next((each.definition for each in known if str(each) == word), "")


def _define_party(word: str) -> str:
    """Say who is counted under a party's name, in each conflict that declares it."""
    universal = [each.definition for each in vocabulary.Party if str(each) == word]
    declared = [conflict.parties.get(word) for conflict in known_conflicts().values()]
    return "; ".join([*universal, *(party.people for party in declared if party and party.people)])
