"""Which parties a text names, for whom a claimant speaks, and who is whose enemy."""

from __future__ import annotations

from dataclasses import dataclass

from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.wars.war_words import known_wars, party_words

# Words before a country by which it is where something was.
WITHIN = {"to", "до", "в", "на", "of", "from", "in", "with", "across", "throughout"}


@dataclass(frozen=True)
class Naming:
    """A word that names a party, by its tokens."""

    first: int
    last: int
    conflict: str
    party: str


def namings(sentence: Sentence) -> list[Naming]:
    """Return every word of a sentence that names a party, from left to right."""
    found = [
        Naming(first, last, *tag.split("/")[1:3])
        for tag, spans in sentence.marks.items()
        if tag.startswith("party/")
        for first, last in spans
    ]
    return sorted(found, key=lambda each: (each.first, each.last))


def side_of_name(sentence: Sentence, first: int, last: int) -> str:
    """Return the side for which a named claimant speaks, or nothing."""
    within = [
        (tag.split("/"), sentence.begins("party/", a) is not None)
        for family in ("speaker", "place")
        for tag, spans in sentence.marks.items()
        if tag.startswith(f"{family}/")
        for a, b in spans
        if first <= a and b <= last
    ]
    # The name of a party tells more than that of an office, which several sides have.
    within.sort(key=lambda each: not each[1])
    named = {conflict for (family, conflict, _), _ in within if family == "place"}
    own = [party for (_, conflict, party), _ in within if not named or conflict in named]
    return own[0] if own else ""


def default_party(sentences: list[Sentence], language: str) -> str:
    """Return whose people a text mostly speaks of: by its places, then by its language."""
    counts: dict[str, int] = {}
    for sentence in sentences:
        for tag, spans in sentence.marks.items():
            if tag.startswith(("place/", "country/")):
                party = tag.split("/")[2]
                is_country = tag.startswith("country/")
                named = sum(
                    sentence.tokens[first].is_capital
                    and (not is_country or sentence.tokens[first - 1].low in WITHIN)
                    for first, _ in spans
                )
                counts[party] = counts.get(party, 0) + named
    best = max(counts, key=lambda each: counts[each], default="")
    if counts.get(best):
        return best
    monitors = (
        tag.split("/")[2] for sentence in sentences for tag in sentence.marks if tag.startswith("monitor/")
    )
    parties = sorted({one.party for sentence in sentences for one in namings(sentence)})
    alone = parties[0] if len(parties) == 1 else ""
    return next(monitors, "") or side_of_language(language) or alone or "unspecified"


def first_named(sentences: list[Sentence]) -> str:
    """Return the side of the main war that a text names first, however it does."""
    parties = known_wars()[0].parties
    named = (
        (first, tag.split("/")[2])
        for sentence in sentences
        for tag, spans in sentence.marks.items()
        if tag.startswith(("party/", "place/", "country/", "speaker/")) and tag.split("/")[2] in parties
        for first in (sentence.tokens[at].start for at, _ in spans)
    )
    return min(named, default=(0, ""))[1]


def third_party(sentences: list[Sentence]) -> tuple[str, set[int]]:
    """Return a party that is no side's enemy and of which several sentences speak, and which they are."""
    told: dict[str, set[int]] = {}
    for at, sentence in enumerate(sentences):
        for one in namings(sentence):
            words = party_words(one.conflict, one.party)
            if sentence.begins("place/", one.first) is not None:
                continue  # Its name is that of a land, whose residents are no third party.
            if words is not None and not words.enemy_of and one.conflict == known_wars()[0].conflict:
                told.setdefault(one.party, set()).add(at)
    party = max(told, key=lambda each: len(told[each]), default="")
    return (party, told[party]) if len(told.get(party, ())) > 1 else ("", set())


def party_of_captives(sentences: list[Sentence]) -> str:
    """Return whose prisoners a text speaks of, where it names one party's: "Northern prisoners of war"."""
    named = {
        one.party
        for sentence in sentences
        for one in namings(sentence)
        if sentence.starts("persons/pow", one.last + 1) is not None
        or (sentence.marks.get("captivity") and sentence.starts("persons/military", one.last + 1) is not None)
    }
    return named.pop() if len(named) == 1 else ""


def in_one_war(party: str, conflict: str, others: tuple[str, ...]) -> tuple[str, str]:
    """Return a party and its own conflict: words of another war tell more than none of the main one."""
    wars = known_wars()
    war = next((war for war in wars if war.conflict == conflict), None)
    if war is None or party in {*war.parties, "both", "other", "unspecified"}:
        return party, conflict
    if war is wars[0]:
        return party, next((each.conflict for each in wars if party in each.parties), conflict)
    return next((one for one in (*others, *war.parties) if one in war.parties), party), conflict


def side_of_language(language: str) -> str:
    """Return the side whose own texts are in a language, or nothing."""
    sides = (
        party for war in known_wars() for party, words in war.parties.items() if language in words.languages
    )
    return next(sides, "")


def enemy_of(one: Naming) -> str:
    """Return the party whose texts call this one the enemy; itself where no file says."""
    words = party_words(one.conflict, one.party)
    return words.enemy_of if words and words.enemy_of else one.party
