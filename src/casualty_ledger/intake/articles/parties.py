"""Whose people were counted: by the noun's own word, by the verb's subject, by the place, by the text."""

from __future__ import annotations

from casualty_ledger.intake.articles.counted import DASHES
from casualty_ledger.intake.articles.found import Found
from casualty_ledger.intake.articles.people import FIGHTERS, IN_CAPTIVITY, IN_FIGHTING
from casualty_ledger.intake.articles.places import Place
from casualty_ledger.intake.articles.sides import Naming, enemy_of, namings
from casualty_ledger.intake.articles.subjects import (
    BREAKS,
    REACH,
    TOWARDS,
    by_subject,
    enemy_of_side,
    killed_by,
    speaks_of_losses,
    sufferer,
)
from casualty_ledger.intake.articles.tokens import Sentence

# Rules by which a party is known; the first is what the text itself says of the people counted.
OWN_WORD, SUBJECT, PLACE = "the counted people's own word", "the verb's subject", "the place"
HARMED = ("measures/killed_and_injured/noun", "measures/killed/noun", "measures/killed_and_injured/verb")
ADJECTIVES, LONGEST_CLAUSE = ("ian", "ean", "eli", "iet"), 14
CLAIMED = "a claimant who names nobody"
TEXT, NOTHING_SAID = "the text", "no word says whose people they are"
OF, AGENT = {"of", "from", "in", "with"}, {",", ";", "by"}
SWAP_WORDS, NEAR_NAMING, FAR_LIST = 2, 5, 9.0


def party_of(
    found: Found,
    sentence: Sentence,
    place: Place | None,
    side: str,
    default: str,
    names: list[tuple[int, int]],
) -> tuple[str, str]:
    """Return whose people are counted, and the rule that tells; words in claimants' names do not count."""
    free = [one for one in namings(sentence) if not any(a <= one.first and one.last <= b for a, b in names)]
    if _is_mutual(found, sentence):
        return "both", OWN_WORD
    own = (
        _own_word(found, sentence, free)
        or _of_residents(found, sentence, place)
        or (side if _are_own_men(found, sentence, free) else "")
    )
    if own:
        return own, OWN_WORD
    if _concerns_fighters(found, sentence):
        claimed = side if found.counted.population in FIGHTERS and found.cost < FAR_LIST else ""
        if party := by_subject(found, sentence, free, side):
            return party, SUBJECT
        there = enemy_of_side(claimed) if place and found.measure not in IN_FIGHTING else ""
        if claimed and not (place and there and place.party == there):
            return claimed, CLAIMED
    if killed := killed_by(found, sentence, free):
        return killed, SUBJECT
    if found.measure == "deported":
        taken = _taken_from(sentence)
        return (taken, SUBJECT) if taken else _by_text(default, side)
    if place and place.party:
        held = found.measure in ("held", "died_in_captivity") or (
            found.counted.population == "pow" and not place.is_whole
        )
        return (enemy_of(Naming(0, 0, place.conflict, place.party)) if held else place.party), PLACE
    if counted := next((tag.split("/")[2] for tag in sentence.marks if tag.startswith("monitor/")), ""):
        return counted, TEXT
    attacker = _attacker(sentence)
    return (enemy_of(attacker), PLACE) if attacker else _by_text(default, side)


def _of_residents(found: Found, sentence: Sentence, place: Place | None) -> str:
    """Return whose people live where those counted do: "40 residents of the Northern region"."""
    last = found.counted.last + 1
    if place is None or place.is_whole or found.counted.population not in ("civilian", "person"):
        return ""
    last += last < len(sentence.tokens) and sentence.tokens[last].low == "of"
    return place.party if place.first == last and found.counted.last > found.number.last else ""


def _are_own_men(found: Found, sentence: Sentence, free: list[Naming]) -> bool:
    """Say whether a claimant counts its own fighters: "20,000 of his men", «своїх бійців»."""
    low, high = found.number.last + 1, found.counted.last
    men = found.counted.population in FIGHTERS or sentence.tokens[high].low == "men"
    farthest = found.number.first if found.measure in IN_CAPTIVITY else NEAR_NAMING
    named = any(0 < found.number.first - one.last <= farthest for one in free)
    if men and not named and high >= low and sentence.has("own", low, high):
        return True
    told = [last for _, last in sentence.spans("own") if 0 < found.number.first - last <= NEAR_NAMING]
    return bool(told) and sentence.has("persons/military", told[-1] + 1, found.number.first)


def _by_text(default: str, side: str) -> tuple[str, str]:
    """Return whose people the text mostly speaks of, else the claimant's own."""
    party = side if default == "unspecified" and side else default
    return party, TEXT if party != "unspecified" else NOTHING_SAID


def _attacker(sentence: Sentence) -> Naming | None:
    """Return whose attack it was, where the sentence says so: "a Northern drone hit the house"."""
    attacks = [first for first, _ in sentence.marks.get("attack", ())]
    return next((one for one in namings(sentence) if any(0 < at - one.last <= 2 for at in attacks)), None)


def _taken_from(sentence: Sentence) -> str:
    """Return whose people are deported where the text says to which country."""
    for tag, spans in sentence.marks.items():
        family, _, rest = tag.partition("/")
        if family == "country" and any(
            first and sentence.tokens[first - 1].low in TOWARDS for first, _ in spans
        ):
            conflict, party = rest.split("/")
            return enemy_of(Naming(0, 0, conflict, party))
    return ""


def _is_mutual(found: Found, sentence: Sentence) -> bool:
    is_swap = found.number.last - found.number.first == SWAP_WORDS
    told = bool(sentence.marks.get("each")) or any(tag.startswith("both/") for tag in sentence.marks)
    return found.measure == "exchanged" and (is_swap or told)


def _own_word(found: Found, sentence: Sentence, free: list[Naming]) -> str:
    """Return the party that the counted noun's own words name: "soldiers of the North"."""
    high = max(found.number.last, found.counted.last)
    about_fighters = found.measure in IN_FIGHTING | IN_CAPTIVITY or found.counted.population == "pow"
    linking = OF - {"in"} if about_fighters else OF
    linking = linking | {"on"} if found.measure in ("losses", "killed_and_injured") else linking
    low = found.number.begin - sentence.tokens[found.number.begin - 1].low.endswith("'s")
    beside = [one for one in free if low <= one.first and one.last <= high + 1]
    behind = [
        one
        for one in free
        if high + 1 < one.first <= high + 1 + REACH and _belongs(sentence, high, one.first, linking)
    ]
    label = [
        one
        for one in free
        if one.last == found.number.begin - 2 and sentence.tokens[found.number.begin - 1].low in DASHES
    ]
    inside = [one for one in beside if one.first <= high] or _of_harmed(found, sentence, free)
    trigger = found.trigger
    if trigger and trigger.kind == "noun":
        inside += [one for one in free if one.last == trigger.first - 1]
    inside += [
        one
        for one in free
        if one.last + 1 < len(sentence.tokens) and sentence.tokens[one.last + 1].low == "side"
    ]
    return next((one.party for one in [*inside, *label, *beside, *behind]), "")


def _of_harmed(found: Found, sentence: Sentence, free: list[Naming]) -> list[Naming]:
    """Return whose dead a clause names before it counts them: "Northern casualties came to 400"."""
    told = [first for tag in HARMED for first, _ in sentence.marks.get(tag, ()) if first < found.number.first]
    return [
        one
        for one in free
        if one.last + 1 in told
        and sentence.tokens[one.last].low.endswith(ADJECTIVES)
        and found.number.first - one.last <= LONGEST_CLAUSE
        and not any(token.low in BREAKS for token in sentence.tokens[one.last : found.number.first])
    ][-1:]


def _belongs(sentence: Sentence, high: int, at: int, linking: set[str]) -> bool:
    between = {token.low for token in sentence.tokens[high + 1 : at]}
    return bool(between & linking) and not between & AGENT


def _concerns_fighters(found: Found, sentence: Sentence) -> bool:
    about = found.measure in IN_FIGHTING | IN_CAPTIVITY or found.counted.population in FIGHTERS
    return about or speaks_of_losses(sentence, found) or bool(sufferer(found, sentence))
