"""Whose people were counted: by the noun's own word, by the verb's subject, by the place, by the text."""

from __future__ import annotations

from dataclasses import replace

from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.found import Found
from casualty_ledger.intake.articles.measures.parts import shared_noun
from casualty_ledger.intake.articles.numbers.counted import DASHES, QUOTES
from casualty_ledger.intake.articles.people.nationals import (
    are_foreign,
    are_own_men,
    is_harmed_before,
    is_of_army,
    turned_out,
)
from casualty_ledger.intake.articles.people.people import FIGHTERS, IN_CAPTIVITY, IN_FIGHTING
from casualty_ledger.intake.articles.people.subjects import (
    AROUND,
    BREAKS,
    FROM,
    REACH,
    TOWARDS,
    by_subject,
    enemy_of_side,
    is_of_bodies,
    killed_by,
    speaks_of_losses,
    sufferer,
)
from casualty_ledger.intake.articles.places.beside_places import end_of_dateline
from casualty_ledger.intake.articles.places.places import Place
from casualty_ledger.intake.articles.wars.sides import Naming, enemy_of, namings

# Rules by which a party is known; the first is what the text itself says of the people counted.
OWN_WORD, SUBJECT, PLACE = "the counted people's own word", "the verb's subject", "the place"
HARMED = ("measures/killed_and_injured/noun", "measures/killed/noun", "measures/killed_and_injured/verb")
ADJECTIVES, LONGEST_CLAUSE = ("ian", "ean", "eli", "iet"), 14
CLAIMED = "a claimant who names nobody"
TEXT, NOTHING_SAID = "the text", "no word says whose people they are"
# "From the Northern side" tells whose dead they were: «з північного боку».
SIDED = ("side", "боку", "стороны", "сторони")
DEFENDING = ("defender", "захисник", "оборонц", "защитник")
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
    free = _outside(names, sentence, side)
    if _is_mutual(found, sentence):
        return "both", OWN_WORD
    own = (
        ("other" if are_foreign(found, sentence) else "")
        or _own_word(found, sentence, free)
        or _of_residents(found, sentence)
        or (side if are_own_men(found, sentence, free) else "")
    )
    if own:
        return own, OWN_WORD
    if _concerns_fighters(found, sentence):
        claimed = side if found.counted.population in FIGHTERS and found.cost < FAR_LIST else ""
        if party := by_subject(found, sentence, free, side):
            return party, SUBJECT
        there = enemy_of_side(claimed) if place and found.measure not in IN_FIGHTING else ""
        admitted = bool(sentence.marks.get("admit"))
        if claimed and (admitted or not (place and there and place.party == there)):
            return claimed, CLAIMED
    if killed := killed_by(found, sentence, free):
        return killed, SUBJECT
    if found.measure == "deported":
        taken = _taken_from(sentence)
        return (taken, SUBJECT) if taken else _by_text(default, side)
    if place and place.party:
        return _of_place(found, place), PLACE
    if counted := next((tag.split("/")[2] for tag in sentence.marks if tag.startswith("monitor/")), ""):
        return counted, TEXT
    attacker = _attacker(sentence)
    return (enemy_of(attacker), SUBJECT) if attacker else _by_text(default, side)


def _of_place(found: Found, place: Place) -> str:
    """Return whose people live in a place, or whom those who live there hold."""
    of_fighters = found.counted.population not in ("civilian", "child", "person")
    held = (found.measure in ("held", "died_in_captivity") and of_fighters) or (
        found.counted.population == "pow" and not place.is_whole
    )
    held = held or (bool(place.name) and not place.is_whole)  # So is a captor's country.
    return enemy_of(Naming(0, 0, place.conflict, place.party)) if held else place.party


def _outside(names: list[tuple[int, int]], sentence: Sentence, side: str) -> list[Naming]:
    """Return the words that name parties, but for those in claimants' names and in a dateline."""
    written = end_of_dateline(sentence)
    return [
        _as_called_by(side, one, sentence)
        for one in namings(sentence)
        if one.first > written
        and not _is_of_land(sentence, one)
        and not any(a <= one.first and one.last <= b for a, b in names)
    ]


def _is_of_land(sentence: Sentence, one: Naming) -> bool:
    """Say whether a party only tells in whose land a place lies: "in the North's border region"."""
    owns = sentence.tokens[one.last].low.endswith("'s")
    led = one.first > 0 and sentence.tokens[one.first - 1].low in AROUND
    return owns and led and sentence.begins("place/", one.last + 1) is not None


def _as_called_by(side: str, one: Naming, sentence: Sentence) -> Naming:
    """Return whom a claimant calls the enemy: the other side, whatever the language."""
    foe = enemy_of_side(side) if sentence.starts("foe", one.first) is not None else ""
    return replace(one, party=foe) if foe else one


def _of_residents(found: Found, sentence: Sentence) -> str:
    """Return whose people live where those counted do: "40 residents of the Northern region"."""
    last = found.counted.last + 1
    of_place = sentence.tokens[found.counted.last].low.startswith(DEFENDING)
    if found.counted.population not in ("civilian", "person") and not of_place:
        return ""
    last += last < len(sentence.tokens) and sentence.tokens[last].low == "of"
    if found.counted.last <= found.number.last:
        return ""
    named = (tag.split("/")[2] for tag in sentence.beginning.get(last, {}) if tag.startswith("place/"))
    return next(named, "")


def _by_text(default: str, side: str) -> tuple[str, str]:
    """Return whose people the text mostly speaks of, else the claimant's own."""
    party = side if default == "unspecified" and side else default
    return party, TEXT if party != "unspecified" else NOTHING_SAID


def _attacker(sentence: Sentence) -> Naming | None:
    """Return whose attack it was, where the sentence says so: "a Northern drone hit the house"."""
    marked = (first for first, _ in sentence.marks.get("attack", ()))
    attacks = [at for at in marked if sentence.begins("persons/", at) is None]
    return next(
        (one for one in namings(sentence) if any(_attacks(sentence, one, at) for at in attacks)), None
    )


def _attacks(sentence: Sentence, one: Naming, at: int) -> bool:
    """Say whether an attack is a party's: "a Northern drone", «удар северной авиации»."""
    behind = one.first - at == 1 and not sentence.tokens[at].low.isascii()
    return behind or 0 < at - one.last <= SWAP_WORDS


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
    return (found.measure == "exchanged" and (is_swap or told)) or _are_of_both(found, sentence)


def _are_of_both(found: Found, sentence: Sentence) -> bool:
    """Say whether those counted are of both sides: "900 people on both sides", «зниклих з обох сторін»."""
    end = max(found.number.last, found.counted.last)
    return any(
        end < first <= end + SWAP_WORDS
        for tag, spans in sentence.marks.items()
        if tag.startswith("both/")
        for first, _ in spans
    )


def _own_word(found: Found, sentence: Sentence, free: list[Naming]) -> str:
    """Return the party that the counted noun's own words name: "soldiers of the North"."""
    high = max(found.number.last, found.counted.last)
    about_fighters = found.measure in IN_FIGHTING | IN_CAPTIVITY or found.counted.population == "pow"
    linking = OF - {"in"} if about_fighters else OF
    given = is_of_bodies(found, sentence) or sentence.marks.get("bodies")
    linking = linking - {"from"} if given else linking
    linking = linking | {"on"} if found.measure in ("losses", "killed_and_injured") else linking
    low = found.number.begin - sentence.tokens[found.number.begin - 1].low.endswith("'s")
    quoted = high + 1 < len(sentence.tokens) and sentence.tokens[high + 1].low in QUOTES
    beside = [one for one in free if low <= one.first and one.last <= high + 1 + quoted]
    behind = [
        one
        for one in free
        if high + 1 < one.first <= high + 1 + REACH and _belongs(sentence, high, one.first, linking)
    ]
    label = [
        one
        for one in free
        if is_harmed_before(found, sentence, one) or _labels(sentence, one, found.number.begin - 1)
    ]
    inside = [one for one in beside if one.first <= high] or _of_harmed(found, sentence, free)
    trigger = found.trigger
    if trigger and trigger.kind == "noun":
        inside += [one for one in free if one.last == trigger.first - 1]
    if trigger and trigger.first < found.number.begin:
        inside += [one for one in free if _owns(sentence, one, trigger.first)]
    inside += turned_out(sentence, free, high)
    inside += [
        one
        for one in free
        if one.last + 1 < len(sentence.tokens) and sentence.tokens[one.last + 1].low == "side"
    ]
    inside += [one for one in free if _is_sided_from(sentence, one)]
    joined = shared_noun(found.number, trigger.last if trigger else 0, sentence)
    shared = [one for one in free if one.first in joined and not _is_after_of(sentence, one)]
    return next((one.party for one in [*inside, *label, *beside, *behind, *shared]), "")


def _is_sided_from(sentence: Sentence, one: Naming) -> bool:
    """Say whether a party's side is where those counted are from: «з північного боку п'ятеро вбитих»."""
    side = sentence.tokens[one.last + 1 : one.last + 2]
    led = one.first > 0 and sentence.tokens[one.first - 1].low in FROM
    return led and bool(side) and side[0].low.startswith(SIDED)


def _owns(sentence: Sentence, one: Naming, trigger: int) -> bool:
    """Say whether a party's own are told of: "the North's own missing at up to 40"."""
    own = sentence.tokens[trigger - 1].low == "own"
    return one.last == trigger - 1 - own and sentence.tokens[one.last].low.endswith("'s")


def _labels(sentence: Sentence, one: Naming, dash: int) -> bool:
    """Say whether a naming stands, with its noun or alone, before a number's dash: «солдат Севера — 90»."""
    noun = one.last + 1 == dash - 1 and sentence.closes("persons/", dash - 1) is not None
    return sentence.tokens[dash].low in DASHES and (one.last == dash - 1 or noun)


def _is_after_of(sentence: Sentence, one: Naming) -> bool:
    """Say whether a naming stands behind a preposition, and so for no people counted."""
    return sentence.tokens[one.first - 1].low in {*OF, *AROUND, "by"}


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
    sided = sentence.tokens[at + 1 : at + 2]
    if between and is_of_army(sentence, high, at):
        return True
    if between <= FROM and sided and sided[0].low.startswith(SIDED):
        return True
    return bool(between & linking) and not between & AGENT


def _concerns_fighters(found: Found, sentence: Sentence) -> bool:
    about = found.measure in IN_FIGHTING | IN_CAPTIVITY or found.counted.population in FIGHTERS
    about = about or is_of_bodies(found, sentence)
    return about or speaks_of_losses(sentence, found) or bool(sufferer(found, sentence))
