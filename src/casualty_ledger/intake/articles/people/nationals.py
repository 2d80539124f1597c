"""Whose people a noun names: citizens of a country, fighters of an army."""

from __future__ import annotations

from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.found import Found
from casualty_ledger.intake.articles.people.people import FIGHTERS, IN_CAPTIVITY
from casualty_ledger.intake.articles.wars.sides import Naming

CITIZENS = ("national", "citizen", "громадян", "гражда")
ARMIES = (
    "арм", "збройн", "вооруж", "сил", "військ", "войск", "вс", "зс", "флот", "морск", "морськ", "сухопут",
)  # fmt: skip
# Beginnings of verbs by which those counted are told to be of a party.
PROVED = ("turned", "proved", "виявил", "оказал")
HARM_NOUNS = ("measures/killed", "measures/injured", "measures/missing")
PEOPLE = frozenset(
    ["people", "citizens", "soldiers", "men", "troops", "servicemen", "personnel", "fighters", "prisoners"]
)
SWAP_WORDS, NEAR_NAMING = 2, 5
LONGEST_CLAUSE, TO_BE = 14, {"out", "to", "be", "have", "been", "as"}


def are_foreign(found: Found, sentence: Sentence) -> bool:
    """Say whether people are citizens of a country that no side of a war is: "Indian nationals"."""
    last = found.counted.last
    if not sentence.tokens[last].low.startswith(CITIZENS) or last <= found.number.last:
        return False
    at = last - 1 if sentence.tokens[last].low.isascii() else last + 1
    if at >= len(sentence.tokens) or not sentence.tokens[at].is_capital:
        return False
    return all(sentence.begins(family, at) is None for family in ("party/", "place/", "country/"))


def is_of_army(sentence: Sentence, high: int, at: int) -> bool:
    """Say whether an army stands between fighters and whose they are: «військових армії Півночі»."""
    between = sentence.tokens[high + 1 : at]
    return all(token.kind == "word" and token.low.startswith(ARMIES) for token in between)


def turned_out(sentence: Sentence, free: list[Naming], high: int) -> list[Naming]:
    """Return as whose those counted turned out: "20 of the bodies proved to be Northerners"."""
    near = range(high + 1, min(high + LONGEST_CLAUSE, len(sentence.tokens)))
    verb = next((at for at in near if sentence.tokens[at].low.startswith(PROVED)), None)
    if verb is None:
        return []
    behind = (at for at in range(verb + 1, len(sentence.tokens)) if sentence.tokens[at].low not in TO_BE)
    first = next(behind, None)
    return [one for one in free if one.first == first]


def is_harmed_before(found: Found, sentence: Sentence, one: Naming) -> bool:
    """Say whether a naming stands behind the harm that a number then counts: «число убитых северян в 250»."""
    harmed = any(sentence.closes(tag, one.first - 1) is not None for tag in HARM_NOUNS)
    near = 0 < found.number.begin - one.last <= NEAR_NAMING and not one.first <= 1
    named = sentence.starts("epithet", one.first) is None
    return harmed and near and named and bool(sentence.spans("tally"))


def are_own_men(found: Found, sentence: Sentence, free: list[Naming]) -> bool:
    """Say whether a claimant counts its own fighters: "20,000 of his men", «своїх бійців»."""
    low, high = found.number.last + 1, found.counted.last
    behind = [token.low for token in sentence.tokens[low : low + SWAP_WORDS + 1]]
    if behind[:1] == ["of"] and (behind[-1] == "own" or (behind[1:2] == ["its"] and behind[-1] in PEOPLE)):
        return True
    men = found.counted.population in FIGHTERS or sentence.tokens[high].low == "men"
    farthest = found.number.first if found.measure in IN_CAPTIVITY else NEAR_NAMING
    named = any(0 < found.number.first - one.last <= farthest for one in free)
    if men and not named and high >= low and sentence.has("own", low, high):
        return True
    told = [last for _, last in sentence.spans("own") if 0 < found.number.first - last <= NEAR_NAMING]
    between = range(told[-1] + 1, found.number.first) if told else range(0)
    acts = any(sentence.begins("measures/", step) is not None for step in between)
    return bool(told) and not acts and sentence.has("persons/military", told[-1] + 1, found.number.first)
