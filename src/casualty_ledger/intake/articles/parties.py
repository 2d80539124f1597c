"""Whose people were counted: by the noun's own word, by the verb's subject, by the place, by the text."""

from __future__ import annotations

from casualty_ledger.intake.articles.counted import DASHES
from casualty_ledger.intake.articles.forms import INFLECTED, is_grammar
from casualty_ledger.intake.articles.found import Found
from casualty_ledger.intake.articles.people import FIGHTERS, IN_CAPTIVITY, IN_FIGHTING
from casualty_ledger.intake.articles.places import Place
from casualty_ledger.intake.articles.sides import WITHIN, Naming, enemy_of, namings
from casualty_ledger.intake.articles.tokens import Sentence
from casualty_ledger.intake.articles.war_words import known_wars

BREAKS = {";", "(", ")", "—"}
# Rules by which a party is known; the first is what the text itself says of the people counted.
OWN_WORD, SUBJECT, PLACE = "the counted people's own word", "the verb's subject", "the place"
TEXT, NOTHING_SAID = "the text", "no word says whose people they are"
HOMEWARD = ("to", "до")
TOWARDS, OF, AGENT = {"to", "до", "в", "на"}, {"of", "from", "in", "with"}, {",", ";", "by"}
REACH, FAR, NEXT = 3, 14, 2
LOSSES = ("measures/losses/verb", "measures/losses/noun")
SWAP_WORDS = 2
# Beginnings of verbs by which a captor speaks of its captives.
HOLDING = ("hold", "captur", "took", "taken", "держ", "трима", "взя", "захоп", "захват", "полони")
# Beginnings of verbs by which a claimant speaks of the enemy's losses.
DESTROYING = (
    "уничтож",
    "ликвидир",
    "нейтрализ",
    "знищ",
    "ліквід",
    "нейтраліз",
    "eliminat",
    "destroy",
    "liquidat",
    "neutrali",
)
# Beginnings of verbs whose subject killed or hurt.
KILLING = (
    "вбил",
    "вбив",
    "убил",
    "убив",
    "стратил",
    "розстріл",
    "расстрел",
    "поранил",
    "ранил",
    "казнил",
    "застрел",
)


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
    if own := _own_word(found, sentence, free):
        return own, OWN_WORD
    if side and _are_own_men(found, sentence, free):
        return side, OWN_WORD
    if _concerns_fighters(found, sentence):
        if party := _by_subject(found, sentence, free, side):
            return party, SUBJECT
        if found.counted.population in FIGHTERS and side:
            return side, SUBJECT
    before = [one for one in free if found.trigger and one.last < found.trigger.first]
    if found.measure in ("killed", "injured") and (killer := _killer(found, sentence, before)):
        near = found.trigger is not None and found.trigger.first - killer.last <= NEXT
        if near and enemy_of(killer) != killer.party and not _is_within(sentence, killer):
            return enemy_of(killer), SUBJECT
    if found.measure == "deported":
        taken = _taken_from(sentence)
        return (taken, SUBJECT) if taken else _by_text(default, side)
    if place and place.party:
        held = found.measure in ("held", "died_in_captivity")
        return (enemy_of(Naming(0, 0, place.conflict, place.party)) if held else place.party), PLACE
    if counted := next((tag.split("/")[2] for tag in sentence.marks if tag.startswith("monitor/")), ""):
        return counted, TEXT
    attacker = _attacker(sentence)
    return (enemy_of(attacker), PLACE) if attacker else _by_text(default, side)


def _are_own_men(found: Found, sentence: Sentence, free: list[Naming]) -> bool:
    """Say whether a claimant counts its own fighters: "20,000 of his men", «своїх бійців»."""
    low, high = found.number.last + 1, found.counted.last
    men = found.counted.population in FIGHTERS or sentence.tokens[high].low == "men"
    named = any(one.last < found.number.first for one in free)
    return men and not named and high >= low and sentence.has("own", low, high)


def _is_within(sentence: Sentence, one: Naming) -> bool:
    """Say whether a party is only where something was: "an attack on the North"."""
    return bool(one.first) and sentence.tokens[one.first - 1].low in {*WITHIN, "on"}


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
    low = found.number.begin - sentence.tokens[found.number.begin - 1].low.endswith("'s")
    beside = [
        one
        for one in free
        if low <= one.first and one.last <= high + 1 and not _is_apart(sentence, one, found)
    ]
    behind = [
        one
        for one in free
        if high + 1 < one.first <= high + 1 + REACH
        and _belongs(sentence, high, one.first)
        and not _is_captors(one, found)
    ]
    label = [
        one
        for one in free
        if one.last == found.number.begin - 2 and sentence.tokens[found.number.begin - 1].low in DASHES
    ]
    inside = [one for one in beside if one.first <= high]
    trigger = found.trigger
    if trigger and trigger.kind == "noun":
        inside += [one for one in free if one.last == trigger.first - 1]
    inside += [
        one
        for one in free
        if one.last + 1 < len(sentence.tokens) and sentence.tokens[one.last + 1].low == "side"
    ]
    return next((one.party for one in [*inside, *label, *beside, *behind]), "")


def _is_captors(one: Naming, found: Found) -> bool:
    """Say whether a party is only named as the one in whose hands people are: "in Northern custody"."""
    trigger = found.trigger
    return (
        found.measure in IN_CAPTIVITY and trigger is not None and trigger.first <= one.first <= trigger.last
    )


def _is_apart(sentence: Sentence, one: Naming, found: Found) -> bool:
    low, high = min(one.last, found.number.last), max(one.first, found.number.first)
    return any(token.low in BREAKS | {","} for token in sentence.tokens[low:high])


def _belongs(sentence: Sentence, high: int, at: int) -> bool:
    between = {token.low for token in sentence.tokens[high + 1 : at]}
    return bool(between & OF) and not between & AGENT


def _concerns_fighters(found: Found, sentence: Sentence) -> bool:
    about = found.measure in IN_FIGHTING | IN_CAPTIVITY or found.counted.population in FIGHTERS
    return about or _speaks_of_losses(sentence, found) or bool(_sufferer(found, sentence))


def _sufferer(found: Found, sentence: Sentence) -> tuple[int, int] | None:
    """Return the verb by which a party is said to suffer: "the North has suffered 400 casualties"."""
    if found.measure not in ("killed_and_injured", "killed", "injured") or found.counted.population not in (
        "",
        "person",
    ):
        return None
    near = [span for span in sentence.spans("suffer") if 0 < found.number.begin - span[1] <= REACH + 1]
    return near[-1] if near else None


def _speaks_of_losses(sentence: Sentence, found: Found) -> bool:
    """Say whether the clause speaks of an army's losses, whatever its number is called."""
    losses = sentence.spans(*LOSSES)
    near = any(0 < found.number.first - last < FAR for _, last in losses)
    return near and found.measure in ("killed_and_injured", "killed", "injured")


def _by_subject(found: Found, sentence: Sentence, free: list[Naming], side: str) -> str:
    """Return the party of a verb's subject or object, where it tells whose fighters they are."""
    at = found.trigger.first if found.trigger else found.number.first
    if suffered := _sufferer(found, sentence):
        before = [one for one in free if one.last < suffered[0]]
        return before[-1].party if before else ""
    if found.measure in IN_FIGHTING or _speaks_of_losses(sentence, found):
        return _loser(found, sentence, free, side)
    before = [one for one in free if one.last < at and not _is_separated(sentence, one.last, at)]
    after = [one for one in free if one.first > at]
    if found.measure == "returned" or _is_of_bodies(found, sentence):
        to = [
            one for one in after if sentence.tokens[one.first - 1].low in TOWARDS or _is_given(sentence, one)
        ]
        if not to and (named := _towards(sentence)):
            return named
        home = to or before
        return home[0].party if home else side or (after[0].party if after else "")
    if found.measure in IN_CAPTIVITY:
        captor = before[-1:] or after[:1]
        if not captor and side and _is_captor(found, sentence):
            return _enemy_of_side(side)
        return enemy_of(captor[0]) if captor else ""
    if killer := _killer(found, sentence, before):
        return enemy_of(killer)
    nearest = min(free, key=lambda one: abs(one.first - found.number.first), default=None)
    return nearest.party if nearest and abs(nearest.first - found.number.first) < FAR // 2 else ""


def _is_of_bodies(found: Found, sentence: Sentence) -> bool:
    """Say whether bodies are told to be handed over, whichever word claims their number."""
    if found.trigger and found.trigger.measure == "returned":
        return True
    moved = bool(sentence.marks.get("measures/returned/verb"))
    return found.measure == "killed" and moved and bool(sentence.marks.get("bodies"))


def _towards(sentence: Sentence) -> str:
    """Return whose place or country people are handed over to: "to the capital"."""
    for tag, spans in sentence.marks.items():
        if tag.startswith(("place/", "country/")) and any(
            first and sentence.tokens[first - 1].low in HOMEWARD for first, _ in spans
        ):
            return tag.split("/")[2]
    return ""


def _is_captor(found: Found, sentence: Sentence) -> bool:
    """Say whether who speaks says that it holds or took people, and not that they are in captivity."""
    return found.trigger is not None and sentence.tokens[found.trigger.first].low.startswith(HOLDING)


def _killer(found: Found, sentence: Sentence, before: list[Naming]) -> Naming | None:
    """Return the party that did it: "Northern forces executed five", «окупанти стратили п'ятьох»."""
    trigger = found.trigger
    if trigger is None or not before or trigger.first > found.number.first or trigger.is_passive:
        return None
    word = sentence.tokens[trigger.first].low
    acts = trigger.kind in ("verb", "active") if word.isascii() else word.startswith(KILLING)
    return before[-1] if acts and trigger.first - before[-1].last <= REACH + 1 else None


def _loser(found: Found, sentence: Sentence, free: list[Naming], side: str) -> str:
    at = found.number.first
    if side and sentence.has("own", max(0, at - 6), at):
        return side
    told = [span for span in sentence.spans(*LOSSES) if span[0] < at]
    verb = told[-1][0] if told else found.trigger.first if found.trigger else at
    close = [one for one in free if verb < one.first <= verb + REACH and one.first < at]
    subject = [one for one in free if one.last < verb and not _is_separated(sentence, one.last, verb)]
    between = [one for one in free if verb < one.first and one.last < at]
    is_noun = any(is_grammar(sentence.tokens[verb].low, language, "NOUN") for language in INFLECTED)
    said = (close if is_noun else []) or subject[-1:] or close or between
    active = found.trigger is not None and found.trigger.first == verb
    if not said and side and active and sentence.tokens[verb].low.startswith(DESTROYING):
        return _enemy_of_side(side)
    return said[0].party if said else ""


def _enemy_of_side(side: str) -> str:
    wars = (war for war in known_wars() if side in war.parties)
    return next((enemy_of(Naming(0, 0, war.conflict, side)) for war in wars), "")


def _is_separated(sentence: Sentence, first: int, last: int) -> bool:
    return any(token.low in BREAKS for token in sentence.tokens[first:last])


def _is_given(sentence: Sentence, one: Naming) -> bool:
    """Say whether a party is in the dative: «передала Украине»."""
    return any(is_grammar(sentence.tokens[one.first].low, language, "datv") for language in INFLECTED)
