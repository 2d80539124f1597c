"""Whose people a sentence's verbs tell of: who lost, who killed, who holds whom, who comes home."""

from __future__ import annotations

from casualty_ledger.intake.articles.claimants.passed_over import TURN
from casualty_ledger.intake.articles.language.forms import INFLECTED, is_grammar
from casualty_ledger.intake.articles.language.tokens import Sentence
from casualty_ledger.intake.articles.measures.custody import side_of_captives
from casualty_ledger.intake.articles.measures.found import Found
from casualty_ledger.intake.articles.people.given import is_given, opens_given
from casualty_ledger.intake.articles.people.people import IN_CAPTIVITY, IN_FIGHTING
from casualty_ledger.intake.articles.wars.sides import WITHIN, Naming, enemy_of
from casualty_ledger.intake.articles.wars.war_words import known_wars

AROUND = {"in", "across", "в", "на", "у"}
TOWARDS = {"to", "до", "в", "на"}
REACH, FAR, NEXT, LONGEST_OWN = 3, 14, 3, 6
BREAKS = {";", "(", ")", "—"}
HOMEWARD = ("to", "до")
# Where people come back from, and beginnings of verbs whose subject lets people go.
FROM, TERRITORY, LONGEST_FROM = {"from", "з", "із", "зі", "из", "с"}, ("territor", "територі", "территори"), 4
HANDS = ("captivity", "swap", "measures/returned/", "measures/held/")
GIVING = (
    "передал", "передав", "hand", "releas", "repatriat", "freed", "frees", "віддал", "віддав", "отдал",
    "turned", "звільнил", "освободил",
)  # fmt: skip
LOSSES = ("measures/losses/verb", "measures/losses/noun")
# Beginnings of verbs by which a captor speaks of its captives.
HOLDING = (
    "surrender",
    "здал",
    "сдал",
    "hold",
    "captur",
    "took",
    "taken",
    "держ",
    "трима",
    "взя",
    "узя",
    "захоп",
    "захват",
    "полони",
)
# Beginnings of verbs by which a claimant speaks of the enemy's losses.
DESTROYING = (
    "особовий",
    "личный",
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


def sufferer(found: Found, sentence: Sentence) -> tuple[int, int] | None:
    """Return the verb by which a party is said to suffer: "the North has suffered 400 casualties"."""
    if found.measure not in ("killed_and_injured", "killed", "injured") or found.counted.population not in (
        "",
        "person",
    ):
        return None
    near = [span for span in sentence.spans("suffer") if 0 < found.number.begin - span[1] <= REACH + 1]
    return near[-1] if near else None


def speaks_of_losses(sentence: Sentence, found: Found) -> bool:
    """Say whether the clause speaks of an army's losses, whatever its number is called."""
    losses = sentence.spans(*LOSSES)
    near = any(0 < found.number.first - last < FAR for _, last in losses)
    return near and found.measure in ("killed_and_injured", "killed", "injured")


def by_subject(found: Found, sentence: Sentence, free: list[Naming], side: str) -> str:
    """Return the party of a verb's subject or object, where it tells whose fighters they are."""
    at = found.trigger.first if found.trigger else found.number.first
    if suffered := sufferer(found, sentence):
        before = [one for one in free if one.last < suffered[0] and not _is_within(sentence, one)]
        return before[-1].party if before else ""
    if found.measure in IN_FIGHTING or speaks_of_losses(sentence, found):
        return _loser(found, sentence, free, side)
    before = [one for one in free if one.last < at and not _is_separated(sentence, one.last, at)]
    after = [one for one in free if one.first > at]
    if found.measure == "returned" or is_of_bodies(found, sentence):
        to = [
            one for one in after if sentence.tokens[one.first - 1].low in TOWARDS or is_given(sentence, one)
        ] or [one for one in before if opens_given(sentence, one)]
        if not to and (named := _towards(sentence)):
            return named
        if not to and (given := _given_up_by(found, sentence, free)):
            return given
        home = to or before
        return home[0].party if home else side or (after[0].party if after else "")
    if found.measure in ("captured", "held") and (captors := side_of_captives(found.number, sentence, free)):
        return captors
    if found.measure in IN_CAPTIVITY or found.counted.population == "pow":
        captor = before[-1:] or after[:1]
        if not captor and side and _is_captor(found, sentence):
            return enemy_of_side(side)
        return enemy_of(captor[0]) if captor else ""
    if killer := killer_of(found, sentence, before):
        return enemy_of(killer)
    told = [one for one in free if not _is_within(sentence, one)]
    nearest = min(told, key=lambda one: abs(one.first - found.number.first), default=None)
    return nearest.party if nearest and abs(nearest.first - found.number.first) < FAR // 2 else ""


def _given_up_by(found: Found, sentence: Sentence, free: list[Naming]) -> str:
    """Return whose people a party lets go: "from Northern captivity", "the North handed over 40"."""
    if sentence.has("own", found.number.last + 1, found.counted.last):
        return ""
    captor = next((one for one in [*free, *_places(sentence)] if _is_from(sentence, one)), None)
    moved = next(iter(sentence.spans("measures/returned/verb")), (0, 0))[0]
    trigger = found.trigger
    verb = trigger.first if trigger and trigger.measure == "returned" else moved
    giving = (*GIVING, "return") if is_of_bodies(found, sentence) else GIVING
    if captor is None and trigger is not None and sentence.tokens[verb].low.startswith(giving):
        before = [one for one in free if one.last < verb and not _is_within(sentence, one)]
        before = before or [one for one in _places(sentence) if _is_giver(sentence, one, verb)]
        passive = trigger.is_passive or verb > found.number.last
        acts = not (passive and sentence.tokens[verb].low.isascii())
        captor = before[-1] if before and acts else None
    return enemy_of(captor) if captor else ""


def _is_giver(sentence: Sentence, one: Naming, verb: int) -> bool:
    """Say whether a capital stands for a government right before a verb: "Moscow also handed over 22"."""
    speaks = sentence.begins("speaker/", one.first) is not None and not _is_within(sentence, one)
    return speaks and 0 < verb - one.last <= REACH


def _places(sentence: Sentence) -> list[Naming]:
    """Return the places of a sentence as those of the party whose people live there."""
    return [
        Naming(first, last, *tag.split("/")[1:3])
        for tag, spans in sentence.marks.items()
        if tag.startswith("place/")
        for first, last in spans
    ]


def _is_from(sentence: Sentence, one: Naming) -> bool:
    """Say whether people come back from a party: «с территории …», "from X's captivity", "from X"."""
    before = [token.low for token in sentence.tokens[max(0, one.first - LONGEST_FROM) : one.first]]
    held = any(sentence.begins(tag, one.last + 1) is not None for tag in HANDS)
    held = held or sentence.begins("country/", one.first) is not None
    opened = any(word in FROM for word in before[-1:]) and held
    return opened or any(word.startswith(TERRITORY) for word in before)


def is_of_bodies(found: Found, sentence: Sentence) -> bool:
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
    if found.trigger is None:
        return False
    words = sentence.tokens[found.trigger.first : found.trigger.last + 2]
    return any(token.low.startswith(HOLDING) for token in words)


def killer_of(found: Found, sentence: Sentence, before: list[Naming]) -> Naming | None:
    """Return the party that did it: "Northern forces executed five", «окупанти стратили п'ятьох»."""
    trigger = found.trigger
    if trigger is None or not before or trigger.first > found.number.first or trigger.is_passive:
        return None
    word = sentence.tokens[trigger.first].low
    acts = trigger.kind in ("verb", "active") if word.isascii() else word.startswith(KILLING)
    return before[-1] if acts and trigger.first - before[-1].last <= REACH + 1 else None


def _loser(found: Found, sentence: Sentence, free: list[Naming], side: str) -> str:
    at = found.number.first
    free = [one for one in free if not (one.first and sentence.tokens[one.first - 1].low in AROUND)]
    if side and _is_own(sentence, at):
        return side
    told = [span for span in sentence.spans(*LOSSES) if span[0] < at]
    verb = told[-1][0] if told else found.trigger.first if found.trigger else at
    close = [one for one in free if verb < one.first <= verb + REACH and one.first < at]
    subject = [one for one in free if one.last < verb and not _is_separated(sentence, one.last, verb)]
    between = [one for one in free if verb < one.first and one.last < at]
    is_noun = any(is_grammar(sentence.tokens[verb].low, language, "NOUN") for language in INFLECTED)
    of = [one for one in free for step in (2, 3) if one.first == verb + step and _is_of(sentence, verb + 1)]
    if of:
        return of[0].party
    agent = [one for one in free if one.first == verb + 1 and _is_instrumental(sentence, one)]
    said = agent or (close if is_noun else []) or subject[-1:] or close or between
    active = found.trigger is not None and found.trigger.first == verb
    if not said and side and active and sentence.tokens[verb].low.startswith(DESTROYING):
        return enemy_of_side(side)
    return said[0].party if said else ""


def _is_of(sentence: Sentence, at: int) -> bool:
    return at < len(sentence.tokens) and sentence.tokens[at].low == "of"


def _is_instrumental(sentence: Sentence, one: Naming) -> bool:
    return any(is_grammar(sentence.tokens[one.first].low, language, "ablt") for language in INFLECTED)


def _is_own(sentence: Sentence, at: int) -> bool:
    """Say whether a claimant speaks of its own losses; "its count" is of anybody's."""
    own = [last for _, last in sentence.spans("own") if at - LONGEST_OWN <= last <= at]
    return any(
        not sentence.has("tally", last + 1, last + NEXT)
        and not any(token.low in TURN for token in sentence.tokens[last + 1 : last + 2])
        for last in own
    )


def enemy_of_side(side: str) -> str:
    """Return the party whose texts call a side the enemy, or nothing."""
    wars = (war for war in known_wars() if side in war.parties)
    return next((enemy_of(Naming(0, 0, war.conflict, side)) for war in wars), "")


def _is_separated(sentence: Sentence, first: int, last: int) -> bool:
    return any(token.low in BREAKS for token in sentence.tokens[first:last])


def killed_by(found: Found, sentence: Sentence, free: list[Naming]) -> str:
    """Return whose people a party killed or hurt, where it stands next to the verb as its subject."""
    trigger = found.trigger
    if trigger is None or found.measure not in ("killed", "injured", "killed_and_injured"):
        return ""
    killer = killer_of(found, sentence, [one for one in free if one.last < trigger.first])
    if killer is None or trigger.first - killer.last > NEXT or _is_within(sentence, killer):
        return ""
    enemy = enemy_of(killer)
    return enemy if enemy != killer.party else ""


def _is_within(sentence: Sentence, one: Naming) -> bool:
    """Say whether a party is only where something was: "an attack on the North"."""
    return bool(one.first) and sentence.tokens[one.first - 1].low in {*WITHIN, "on"}
